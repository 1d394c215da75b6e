import * as contact from '../contact/index.js';
import * as ladder from '../ladder/index.js';
import * as messaging from '../messaging/index.js';
import * as pending from '../pending/index.js';
import * as requirement from '../requirement/index.js';
import * as routing from '../routing/index.js';

/** The six systems, by the name of their folder, their subpath and the prefix of their rules. */
export const systems = ['ladder', 'contact', 'requirement', 'routing', 'pending', 'messaging'] as const;

/** The name of a system: one of `systems`. */
export type System = (typeof systems)[number];

/** The id of any rule. */
export type AnyRuleId =
  contact.RuleId | ladder.RuleId | messaging.RuleId | pending.RuleId | requirement.RuleId | routing.RuleId;

/** Each system's policy, ready for deciding. */
export interface Policies {
  readonly contact: contact.Policy;
  readonly ladder: ladder.Policy;
  readonly messaging: messaging.Policy;
  readonly pending: pending.Policy;
  readonly requirement: requirement.Policy;
  readonly routing: routing.Policy;
}

/** Every decision table, by its name: that of its system, and of what it is asked. */
export const tables = {
  ladder: ladder.table,
  'ladder/offer': ladder.offerTable,
  'ladder/check': ladder.checkTable,
  'ladder/refusal': ladder.refusalTable,
  'ladder/price': ladder.priceTable,
  'ladder/winner': ladder.winnerTable,
  'ladder/segment': ladder.segmentTable,
  'ladder/fit': ladder.fitTable,
  contact: contact.table,
  'contact/outreach': contact.outreachTable,
  'contact/alternative': contact.alternativeTable,
  'contact/mail': contact.mailTable,
  'contact/answer': contact.answerTable,
  'contact/course': contact.courseTable,
  requirement: requirement.table,
  'requirement/filing': requirement.filingTable,
  'requirement/typify': requirement.typifyTable,
  'requirement/channel': requirement.channelTable,
  'requirement/collections': requirement.collectionsTable,
  routing: routing.table,
  'routing/agent': routing.agentTable,
  'routing/supervisor': routing.supervisorTable,
  'routing/gate': routing.gateTable,
  'routing/content': routing.contentTable,
  pending: pending.table,
  'pending/goal': pending.goalTable,
  messaging: messaging.table,
  'messaging/classification': messaging.classificationTable,
  'messaging/department': messaging.departmentTable,
  'messaging/hook': messaging.hookTable,
  'messaging/support': messaging.supportTable,
  'messaging/case': messaging.caseTable,
  'messaging/closing': messaging.closingTable,
  'messaging/intake': messaging.intakeTable,
  'messaging/automation': messaging.automationTable,
  'messaging/fallback': messaging.fallbackTable,
  'messaging/monitoring': messaging.monitoringTable,
} as const;

/** A key of `tables`. A system's name alone is its first table, the one that `decide` asks. */
export type TableName = keyof typeof tables;

/** Every machine, by its name. `pending` has none: it keeps a log. */
export const machines = {
  ladder: ladder.flow,
  contact: contact.flow,
  requirement: requirement.flow,
  routing: routing.flow,
  'routing/configuration': routing.configurationFlow,
  messaging: messaging.flow,
  'messaging/loading': messaging.loadingFlow,
} as const;

/** A key of `machines`. A system's name alone is the machine that its `record` runs. */
export type MachineName = keyof typeof machines;
