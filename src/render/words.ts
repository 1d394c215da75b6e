import type {
  Decisions,
  Kind,
  MachineName,
  Policies,
  System,
  TableName,
  machines,
  tables,
} from '../catalogue/index.js';
import type * as contact from '../contact/index.js';
import type * as ladder from '../ladder/index.js';
import type * as messaging from '../messaging/index.js';
import type * as pending from '../pending/index.js';
import type * as requirement from '../requirement/index.js';
import type * as routing from '../routing/index.js';
import type { Say } from './speech.js';

/** The names that belong to one system: its own, and those of its further questions. */
type Of<Name extends string, S extends System> = Extract<Name, S | `${S}/${string}`>;

type FactsOf<T extends TableName> = (typeof tables)[T]['facts'];

/** How one decision table is told. */
export interface TableWords<T extends TableName> {
  /** The question that the table answers. */
  readonly title: string;
  /** Each fact that the table looks at, and what each of its values says. */
  readonly facts: {
    readonly [F in keyof FactsOf<T>]: {
      /** What is looked at, as the head of a column. */
      readonly label: string;
      /** A clause for each value: what follows "because". */
      readonly values: {
        readonly [V in FactsOf<T>[F] extends readonly (infer Value extends string)[] ? Value : never]: string;
      };
    };
  };
  /** What a row of the table answers. */
  readonly answer: (then: (typeof tables)[T]['rows'][number]['then']) => string;
}

/** How the stages, events and conditions of one machine are called. */
export interface MachineWords<M extends MachineName> {
  readonly stages: { readonly [Stage in (typeof machines)[M]['stages'][number]]: string };
  readonly events: { readonly [Event in (typeof machines)[M]['events'][number]]: string };
  readonly conditions: { readonly [Condition in keyof (typeof machines)[M]['guards']]: string };
}

/** Why an event is refused, has no effect, or has none yet. */
export interface Codes {
  readonly contact: contact.Code;
  readonly ladder: ladder.Code;
  readonly messaging: messaging.Code | messaging.LoadingCode;
  readonly pending: pending.Code;
  readonly requirement: requirement.Code;
  readonly routing: routing.Code | routing.ConfigurationCode;
}

/** All that is said of one system in one language. */
export interface SystemWords<S extends System> {
  /** What the system is called. */
  readonly name: string;
  /** The manual that its rules come from. */
  readonly manual: string;
  readonly tables: { readonly [T in Of<TableName, S>]: TableWords<T> };
  /** What each kind of decision says to do, with its data: a whole sentence, without a full stop. */
  readonly outcomes: { readonly [K in Of<Kind, S>]: (outcome: Decisions[K]['outcome'], say: Say) => string };
  readonly machines: { readonly [M in Of<MachineName, S>]: MachineWords<M> };
  readonly codes: { readonly [Code in Codes[S]]: string };
  /** The fields of the policy, for forms and tables. */
  readonly policy: { readonly [Field in keyof Policies[S]]: string };
}

/** The sentences that surround what a system says. Each placeholder is an argument. */
export interface Frame {
  readonly because: (clauses: string) => string;
  /** What a row is for, clause by clause. */
  readonly when: (clauses: readonly string[]) => string;
  readonly rule: (id: string, manual: string, lines: string, statement: string) => string;
  /** The same where the rule does not say it, and is only what the manual has nearest to it. */
  readonly nearest: (id: string, manual: string, lines: string, statement: string) => string;
  readonly lines: (lines: readonly number[]) => string;
  /** The rule rests on a reading of ours. */
  readonly reading: (question: string, reading: string, code: string) => string;
  /** By which version of the policy it was decided. */
  readonly version: (name: string) => string;
  readonly holdsForGood: string;
  readonly holdsUntil: (instant: string, zone: string) => string;
  /** In its place, where that instant has passed. */
  readonly heldUntil: (instant: string, zone: string) => string;
  /** Beside `holdsUntil`, where the present is known. */
  readonly inTime: (duration: string) => string;
  readonly decided: (id: string) => string;
  /** The rule of the decision is only the nearest. */
  readonly onlyNearest: (id: string) => string;
  /** Another table, or another row of a table that collects, answered by it. */
  readonly answered: (id: string, decided: string) => string;
  readonly restsOn: (id: string, decided: string) => string;
  readonly hasNoRow: (id: string) => string;
  readonly wasNotAsked: (id: string, table: string, decided: string) => string;
  readonly missed: (id: string, wants: string, was: string) => string;
  readonly statuses: { readonly [Status in 'applied' | 'late' | 'duplicate' | 'no-effect' | 'refused']: string };
  readonly columns: { readonly [Column in 'number' | 'answer' | 'rule' | 'restsOn']: string };
  /** Beneath a table: that an empty cell takes any value. */
  readonly emptyCell: string;
  /** Beneath a table with a rule that is only the nearest. */
  readonly nearestMark: string;
  readonly hits: { readonly unique: string; readonly first: string; readonly collect: string };
  readonly forGood: string;
  /** An instant at which a wait of working time is over. */
  readonly workingTime: (instant: string) => string;
  /** An instant that is no date. */
  readonly noDate: string;
  /** What a change of policy would change. */
  readonly comparison: {
    readonly compared: (compared: number, same: number) => string;
    readonly step: (id: string, statement: string, changes: string) => string;
    readonly earlier: (records: number, duration: string) => string;
    readonly later: (records: number, duration: string) => string;
    readonly onlyWas: (records: number) => string;
    readonly onlyNow: (records: number) => string;
    /** One answer in the place of another: in how many records, for how long, and an example. */
    readonly instead: (records: number, duration: string, id: string, was: string, now: string) => string;
    readonly events: (records: number) => string;
    readonly cut: (records: number) => string;
  };
}

/** Everything that is said in one language: what is missing does not compile. */
export interface Words {
  readonly frame: Frame;
  readonly systems: { readonly [S in System]: SystemWords<S> };
}
