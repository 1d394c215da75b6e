import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Timeless } from './model.js';
import { folded } from './folding.js';
import { defaultPolicy, roles, type Policy, type User } from './policy.js';
import type { RuleId } from './rules.js';

const space = {
  /** `nobody`: no user has the topic. */
  role: [...roles, 'nobody'],
} as const;

const rows: readonly Row<typeof space, RuleId, 'assign' | 'topic-unassigned'>[] = [
  // L19.
  { rule: 'messaging/user-supervisor', when: { role: 'administrator' }, then: 'assign' },
  // L20: the departments' cases; their support is supervised from general support (ME-21).
  {
    rule: 'messaging/user-cco',
    when: { role: 'departments' },
    then: 'assign',
    applies: ['messaging/user-soporte-general'],
  },
  // L26.
  { rule: 'messaging/user-soporte-general', when: { role: 'general-support' }, then: 'assign' },
  // L27–28.
  { rule: 'messaging/user-ventas-1', when: { role: 'sales-supervision' }, then: 'assign' },
  {
    rule: 'messaging/user-ventas-2',
    when: { role: 'regional-sales' },
    then: 'assign',
    applies: ['messaging/user-ventas-1'],
  },
  // L29–30: a company that says what its other sellers sell.
  {
    rule: 'messaging/user-ventas-3-4',
    when: { role: 'sales' },
    then: 'assign',
    applies: ['messaging/user-ventas-1'],
  },
  // L31.
  { rule: 'messaging/user-tienda', when: { role: 'store' }, then: 'assign' },
  // ME-20: the manual does not say what Ventas 3 and 4 are for; the administrator stands over all.
  {
    rule: 'messaging/user-ventas-3-4',
    when: { role: 'nobody' },
    then: 'topic-unassigned',
    applies: ['messaging/user-ventas-1', 'messaging/user-supervisor'],
  },
];

/** By which rule a case is somebody's: a row for each post. Who has which topic is the policy's `users`. */
export const departmentTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/department',
  hit: 'unique',
  facts: space,
  rows,
});

/** The post of whoever has the topic: a situation of `departmentTable`. */
export type DepartmentSeen = (typeof departmentTable.situations)[number];
/** Who has the cases of a topic. One that nobody has is not covered (ME-20). */
export type DepartmentOutcome =
  | {
      readonly action: 'assign';
      readonly user: string;
      /** Who supervises that user's cases; `null`: nobody. */
      readonly supervisor: string | null;
    }
  | {
      readonly action: 'not-covered';
      readonly gap: 'topic-unassigned';
      readonly question: 'ME-20';
      readonly nearest: null;
    };
/** What `department` answers. Time changes nothing here: `validUntil` is `null`. */
export type DepartmentDecision = Decision<DepartmentOutcome, RuleId, DepartmentSeen>;

const unassigned = /* @__PURE__ */ Object.freeze({
  action: 'not-covered',
  gap: 'topic-unassigned',
  question: 'ME-20',
  nearest: null,
} as const);

/**
 * Who handles the cases of a department or topic, and who supervises them. Letter case, accents and spaces around the
 * topic do not count. A topic that the policy gives to nobody is not covered: sales outside Maracaibo, for one.
 *
 * Source: messaging L17–31.
 */
export function department(topic: string, { policy = defaultPolicy }: Timeless = {}): DepartmentDecision {
  const user = ownerOf(topic, policy.users);
  const address = departmentTable.at.role[user?.role ?? 'nobody'];
  const { rule, then } = departmentTable.row(address);
  const situation = departmentTable.situations[address] as DepartmentSeen;
  const outcome = then === 'assign' ? assigned(user as User) : unassigned;
  return { outcome, rule, situation, validUntil: null };
}

function assigned({ name, supervisor }: User): DepartmentOutcome {
  return { action: 'assign', user: name, supervisor: supervisor ?? null };
}

/** Who has which topic, remembered beside the users: it can be made again from them. */
const owners = /* @__PURE__ */ new WeakMap<Policy['users'], ReadonlyMap<string, User>>();

function ownerOf(topic: string, users: Policy['users']): User | undefined {
  let known = owners.get(users);
  if (known === undefined) {
    known = new Map(users.flatMap((user) => user.topics.map((one) => [folded(one), user] as const)));
    owners.set(users, known);
  }
  return known.get(folded(topic));
}
