import type * as contact from '../contact/index.js';
import type { Space } from '../kernel/table.js';
import type * as ladder from '../ladder/index.js';
import type * as messaging from '../messaging/index.js';
import type * as pending from '../pending/index.js';
import type * as requirement from '../requirement/index.js';
import type * as routing from '../routing/index.js';
import { tables, type TableName } from './systems.js';

/** Every kind of decision that the library takes. */
export interface Decisions {
  readonly ladder: ladder.LadderDecision;
  readonly 'ladder/broadcast': ladder.BroadcastDecision;
  readonly 'ladder/check': ladder.CheckDecision;
  readonly 'ladder/fit': ladder.FitDecision;
  readonly 'ladder/price': ladder.PriceDecision;
  readonly 'ladder/refusal': ladder.RefusalDecision;
  readonly 'ladder/winner': ladder.WinnerDecision;
  readonly contact: contact.ContactDecision;
  readonly 'contact/alternative': contact.AlternativeDecision;
  readonly 'contact/answer': contact.AnswerDecision;
  readonly 'contact/mail': contact.MailDecision;
  readonly 'contact/note': contact.NoteDecision;
  readonly requirement: requirement.RequirementDecision;
  readonly 'requirement/channel': requirement.ChannelDecision;
  readonly 'requirement/collections': requirement.CollectionsDecision;
  readonly 'requirement/description': requirement.DescriptionDecision;
  readonly 'requirement/sources': requirement.SourcesDecision;
  readonly 'requirement/typify': requirement.TypifyDecision;
  readonly routing: routing.RoutingDecision;
  readonly pending: pending.PendingDecision;
  readonly 'pending/goal': pending.GoalDecision;
  readonly messaging: messaging.MessagingDecision;
  readonly 'messaging/classification': messaging.ClassificationDecision;
  readonly 'messaging/closing': messaging.ClosingDecision;
  readonly 'messaging/department': messaging.DepartmentDecision;
  readonly 'messaging/greeting': messaging.GreetingDecision;
  readonly 'messaging/hook': messaging.HookDecision;
  readonly 'messaging/intake': messaging.IntakeDecision;
  readonly 'messaging/message': messaging.MessageDecision;
  readonly 'messaging/monitoring': messaging.MonitoringDecision;
  readonly 'messaging/round': messaging.RoundDecision;
  readonly 'messaging/support': messaging.SupportDecision;
}

/** The name of a kind: that of its system, and of what is asked. */
export type Kind = keyof Decisions;

/** A decision of any kind. */
export type AnyDecision = Decisions[Kind];

/** The tables that a kind of decision is looked up in, one after the other; or what it looks at, where it has none. */
type Makings = readonly [TableName, ...TableName[]] | { readonly seen: string };

const makings: Readonly<Record<Kind, Makings>> = {
  ladder: ['ladder', 'ladder/offer'],
  'ladder/broadcast': { seen: 'segmentBy' },
  'ladder/check': ['ladder/check'],
  'ladder/fit': ['ladder/fit'],
  'ladder/price': ['ladder/price'],
  'ladder/refusal': ['ladder/refusal'],
  'ladder/winner': ['ladder/winner'],
  contact: ['contact', 'contact/outreach', 'contact/course', 'contact/answer'],
  'contact/alternative': ['contact/alternative'],
  'contact/answer': ['contact/answer'],
  'contact/mail': ['contact/mail'],
  'contact/note': { seen: 'note' },
  requirement: ['requirement', 'requirement/filing'],
  'requirement/channel': ['requirement/channel'],
  'requirement/collections': ['requirement/collections'],
  'requirement/description': { seen: 'description' },
  'requirement/sources': { seen: 'sources' },
  'requirement/typify': ['requirement/typify'],
  routing: ['routing'],
  pending: ['pending'],
  'pending/goal': ['pending/goal'],
  messaging: ['messaging', 'messaging/classification', 'messaging/case', 'messaging/closing'],
  'messaging/classification': ['messaging/classification'],
  'messaging/closing': ['messaging/closing'],
  'messaging/department': ['messaging/department'],
  'messaging/greeting': { seen: 'part' },
  'messaging/hook': ['messaging/hook'],
  'messaging/intake': ['messaging/intake', 'messaging/automation', 'messaging/fallback'],
  'messaging/message': { seen: 'template' },
  'messaging/monitoring': ['messaging/monitoring'],
  'messaging/round': { seen: 'places' },
  'messaging/support': ['messaging/support'],
};

/** The tables that a kind of decision is looked up in, in their order; none where it has no table. */
export function tablesOf(kind: Kind): readonly TableName[] {
  const made = makings[kind];
  return 'seen' in made ? [] : made;
}

/** What every decision of a kind has looked at. */
const looked: readonly (readonly [Kind, readonly string[]])[] = /* @__PURE__ */ (Object.keys(makings) as Kind[]).map(
  (kind) => {
    const made = makings[kind];
    return [kind, 'seen' in made ? [made.seen] : Object.keys(tables[made[0]].facts)];
  },
);

/**
 * Which kind a decision is of: a decision does not say so itself, but what it looked at does.
 *
 * @throws RangeError for what no function of this library has decided.
 */
export function kindOf(decision: AnyDecision): Kind {
  const system = systemOf(decision.rule);
  const fitting = looked
    .filter(([kind, facts]) => systemOf(kind) === system && facts.every((fact) => fact in decision.situation))
    // One kind may look at all that another looks at, and at more: further tables included.
    .sort(([one], [other]) => accountedFor(other, decision) - accountedFor(one, decision));
  const [kind] = fitting[0] ?? [];
  if (kind === undefined) {
    throw new RangeError(`No decision of ${system} looks at ${Object.keys(decision.situation).join(', ')} alone.`);
  }
  return kind;
}

/** How much of what a decision looked at is of the tables of a kind. */
function accountedFor(kind: Kind, { situation }: AnyDecision): number {
  const asked = tablesOf(kind).map((table) => Object.keys(tables[table].facts as Space));
  return asked.filter((facts) => facts.every((fact) => fact in situation)).flat().length;
}

function systemOf(id: string): string {
  return id.split('/', 1)[0] as string;
}
