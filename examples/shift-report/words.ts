import type { pending, requirement } from 'pauta';
import type { Option } from './arguments.js';
import type { ExpectedWord } from './problem.js';
import type { LookAgain } from './change.js';
import type { ConversationWords } from './conversation-words.js';
import type { MoveWords } from './move-words.js';
import type { OwnerWords } from './owner-words.js';
import type { Urgency } from './report.js';
import { en } from './words.en.js';
import { es } from './words.es.js';
import type { Language } from './when.js';

/** Every text of the program. A language in which one is missing does not compile. */
export interface Words {
  readonly title: string;
  readonly help: string;
  readonly counts: (tickets: number, chats: number, moves: number, conversations: number, entries: number) => string;
  readonly groups: Readonly<Record<Urgency, string>>;
  readonly nothingToDo: string;
  readonly nothingKnown: string;

  readonly attend: Readonly<Record<pending.Attend['reason'], string>>;
  readonly waiting: (length: string) => string;
  readonly taskOpen: (length: string) => string;
  readonly tellMaxDate: (date: string) => string;
  readonly tellInsistenceMaxDate: (date: string) => string;
  readonly readAnswer: string;
  readonly createTicket: (subject: string) => string;
  readonly tellClientToFile: (subject: string) => string;
  readonly escalate: string;
  readonly judge: (gap: string, nearest: string) => string;
  readonly nearestCase: (number: number, action: string) => string;
  readonly noNearestCase: string;
  readonly nearestRule: (statement: string) => string;
  readonly subjects: Readonly<Record<requirement.InsistenceKind, string>>;
  readonly gaps: Readonly<Record<requirement.Gap, string>>;

  readonly moves: MoveWords;
  readonly conversations: ConversationWords;
  readonly owner: OwnerWords;

  readonly until: (time: string, away: string) => string;
  readonly untilNews: string;

  readonly calm: (count: number, reasons: string) => string;
  readonly calmReasons: Readonly<Record<pending.Nothing['reason'], (count: number) => string>>;
  readonly replayed: (late: number, duplicate: number, refused: number) => string;
  readonly lookAgain: (time: string, away: string, change: string, others: number) => string;
  readonly nothingChanges: string;
  readonly changes: Readonly<Record<LookAgain['change'], (id: string, name: string) => string>>;

  readonly incomplete: (files: string) => string;
  readonly missingFile: (file: string) => string;
  readonly unusedFile: (file: string, problems: number) => string;
  /** `null`: there was nothing to see. */
  readonly saw: (place: string, seen: string | null, expected: string) => string;
  /** The same, where it is said what to do. */
  readonly advised: (place: string, seen: string | null, advice: string) => string;
  /** `null`: the lines are all that it is about. */
  readonly notice: (place: string, about: string | null, note: string) => string;
  readonly endOfText: string;
  readonly expected: Readonly<Record<ExpectedWord, string>>;
  /** What the library expects, which it says in English. */
  readonly fromLibrary: (expected: string) => string;
  readonly oneOf: (values: readonly string[]) => string;

  readonly options: Readonly<Record<Option, string>>;
  readonly noSuchOption: string;
  readonly noValueWanted: string;
  readonly seeHelp: string;
}

const languages: Readonly<Record<Language, Words>> = { es, en };

export function wordsIn(language: Language): Words {
  return languages[language];
}
