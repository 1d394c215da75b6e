import type { messaging } from 'pauta';
import type { ConversationUrgency, LoadingStep, Quiet, TalkStep } from './conversations.js';

/** The outcomes that have a sentence of their own, without further data in it. */
type PlainTalkStep = Exclude<TalkStep['action'], 'hook' | 'send-message' | 'need-fact' | 'classify'>;
type PlainLoadingStep = Exclude<LoadingStep['action'], 'run-automation' | 'not-covered'>;
type NotCovered = Extract<LoadingStep, { readonly action: 'not-covered' }>;

/** Every text about the conversations of the bot. A language in which an outcome has none does not compile. */
export interface ConversationWords {
  readonly heading: (conversations: number, due: number, waiting: number) => string;
  readonly groups: Readonly<Record<ConversationUrgency, string>>;
  readonly noAgent: string;

  readonly talkSteps: Readonly<Record<PlainTalkStep, string>>;
  readonly hook: (snippet: number) => string;
  readonly messages: Readonly<Record<messaging.TemplateName, string>>;
  readonly needs: Readonly<Record<messaging.NeedFact['fact'], string>>;
  readonly classify: string;
  readonly missing: (parts: string) => string;
  readonly parts: Readonly<Record<messaging.Part, string>>;
  readonly comment: (id: string) => string;

  readonly loadingSteps: Readonly<Record<PlainLoadingStep, string>>;
  readonly runAutomation: (steps: string) => string;
  readonly automationSteps: Readonly<Record<messaging.AutomationStep, (tag: string) => string>>;
  readonly judge: (gap: string) => string;
  readonly gaps: Readonly<Record<NotCovered['gap'], string>>;
  readonly nearest: Readonly<Record<NotCovered['nearest']['action'], string>>;
  readonly key: (key: string) => string;

  /** A message to a client, as it is to be sent: the company's words, in the company's language. */
  readonly quoted: (text: string) => string;

  readonly quiet: (count: number, reasons: string) => string;
  readonly quietReasons: Readonly<Record<Quiet, (count: number) => string>>;
  readonly replayed: (late: number, duplicate: number, idle: number, refused: number) => string;

  readonly round: (places: readonly string[]) => string;
  readonly roundSteps: Readonly<Record<messaging.RoundStep, string>>;
}
