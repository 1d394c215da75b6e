import type { routing } from 'pauta';

/** Every text about whose a chat is. A language in which a reason has none does not compile. */
export interface OwnerWords {
  readonly roles: Readonly<Record<routing.Role, string>>;
  readonly whys: Readonly<Record<routing.Why, string>>;
  /** A role whose holder is given the chat all the same. */
  readonly toBeTold: (role: string) => string;
  readonly openConversation: string;
  readonly passedOver: (agent: string, whys: string) => string;
  readonly owner: (agent: string, reasons: string) => string;
  readonly nobody: (reasons: string) => string;
  readonly notInPortfolio: Readonly<Record<routing.NotInPortfolio['reason'], string>>;
}
