import type { contact, ladder } from 'pauta';
import type { MoveUrgency } from './moves.js';
import type { MoveEnd } from './voice.js';

/** The outcomes that have a sentence of their own, without further data in it. */
type SearchStep = Exclude<
  ladder.Outcome['action'],
  'wait' | 'send-broadcast-lists' | 'tell-contact' | 'hold' | 'need-fact' | 'none' | 'not-covered'
>;
type ContactStep = Exclude<
  contact.Outcome['action'],
  'send-help-mail' | 'take-steps' | 'need-fact' | 'none' | 'not-covered'
>;

/** Every text about moves. A language in which an outcome has none does not compile. */
export interface MoveWords {
  readonly heading: (moves: number, due: number, waiting: number) => string;
  readonly groups: Readonly<Record<MoveUrgency, string>>;
  readonly services: Readonly<Record<ladder.Facts['category'], string>>;

  readonly searchSteps: Readonly<Record<SearchStep, string>>;
  readonly waits: Readonly<Record<ladder.Wait['for'], string>>;
  readonly sendLists: (segment: string) => string;
  readonly segments: Readonly<Record<ladder.SendLists['segmentBy'], string>>;
  readonly holds: Readonly<Record<ladder.Hold['reason'], string>>;
  readonly news: Readonly<Record<ladder.TellContact['news'] | NonNullable<ladder.Assigned['news']>, string>>;
  readonly withClient: string;

  readonly contactSteps: Readonly<Record<ContactStep, string>>;
  readonly helpMail: Readonly<Record<contact.SendHelpMail['paragraph'], string>>;
  readonly takeSteps: (steps: string) => string;
  readonly answerSteps: Readonly<Record<contact.AnswerStep, string>>;

  readonly needs: Readonly<Record<ladder.NeedFact['fact'] | contact.NeedFact['fact'], string>>;
  readonly gaps: Readonly<Record<ladder.NotCovered['gap'] | contact.Gap, string>>;
  readonly judge: (gap: string) => string;
  readonly nearest: Readonly<Record<NonNullable<contact.NotCovered['nearest']>['action'], string>>;
  readonly ends: Readonly<Record<MoveEnd, (count: number) => string>>;

  readonly duties: Readonly<Record<ladder.Duty['action'], (movers: string) => string>>;
  readonly also: (step: string) => string;
  readonly canOn: (mp: string, date: string) => string;
  readonly dates: (date: string, from: string, to: string) => string;
  readonly movers: (mps: readonly string[]) => string;
  readonly over: (count: number, ends: string) => string;
}
