import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Facts, Timeless } from './model.js';
import type { Classify, Part } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

const space = {
  /** `forbidden`: left in one of the policy's `forbiddenSections`, or in none at all. */
  section: ['forbidden', 'proper'],
  agent: ['none', 'assigned'],
  tag: ['none', 'some'],
  /** Whether it is one of those that must be classified: until it is closed out (ME-2). */
  asked: ['yes', 'closed-out'],
} as const;

const rows: readonly Row<typeof space, RuleId, Part>[] = [
  // L49: not in ALL nor in NEW.
  { rule: 'messaging/classify-section', when: { asked: 'yes', section: 'forbidden' }, then: 'section' },
  // L50: an agent. The last closing step takes the agent away on purpose.
  { rule: 'messaging/classify-agent', when: { asked: 'yes', agent: 'none' }, then: 'agent' },
  // L51: a tag, any.
  { rule: 'messaging/classify-tag', when: { asked: 'yes', tag: 'none' }, then: 'tag' },
];

/** What a conversation lacks to be classified: a row for each of the manual's three conditions. */
export const classificationTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/classification',
  hit: 'collect',
  facts: space,
  rows,
});

/** The three conditions, and whether they are asked for: a situation of `classificationTable`. */
export type ClassificationSeen = (typeof classificationTable.situations)[number];
/** What is missing; or that nothing is, or is asked for no more. */
export type ClassificationOutcome =
  Classify | { readonly action: 'none'; readonly reason: 'classified' | 'closed-out' };
/** What `classification` answers. Time changes nothing here: `validUntil` is `null`. */
export type ClassificationDecision = Decision<ClassificationOutcome, RuleId, ClassificationSeen>;

const decisions = /* @__PURE__ */ classificationTable.situations.map((situation, address): ClassificationDecision => {
  const lacking = classificationTable.matching(address);
  const [first, second] = lacking;
  // L47 asks for all three: where several are missing, it is that rule which is not kept.
  const rule = first !== undefined && second === undefined ? first.rule : 'messaging/classify-every';
  const missing = Object.freeze(lacking.map(({ then }) => then));
  const reason = situation.asked === 'yes' ? 'classified' : 'closed-out';
  const outcome = Object.freeze(
    missing.length > 0 ? ({ action: 'classify', missing } as const) : ({ action: 'none', reason } as const),
  );
  return Object.freeze({ outcome, rule, situation, validUntil: null });
});

/**
 * Whether a conversation is classified, and each part that it lacks: a section other than the forbidden ones, an agent,
 * a tag. One that was closed out is not asked for them. Blank texts count as none.
 *
 * Source: messaging L47–51.
 */
export function classification(
  facts: Pick<Facts, 'section' | 'agent' | 'tags' | 'course'>,
  { policy = defaultPolicy }: Timeless = {},
): ClassificationDecision {
  return decisions[classificationAddress(facts, policy)] as ClassificationDecision;
}

const { section: sections, agent: agents, tag: tagged, asked } = /* @__PURE__ */ classificationTable.at;

/** The address of what a conversation lacks. */
export function classificationAddress(
  facts: Pick<Facts, 'section' | 'agent' | 'tags' | 'course'>,
  policy: Policy,
): number {
  return (
    (isProper(facts.section, policy.forbiddenSections) ? sections.proper : sections.forbidden) +
    (isNamed(facts.agent) ? agents.assigned : agents.none) +
    (facts.tags?.some(isNamed) === true ? tagged.some : tagged.none) +
    (isAsked(facts, policy) ? asked.yes : asked['closed-out'])
  );
}

/** Whether a conversation is one of those that must be classified. */
export function isAsked({ course }: Pick<Facts, 'course'>, { classifyClosedOut }: Policy): boolean {
  return course !== 'closed-out' || classifyClosedOut;
}

function isProper(section: string | null | undefined, forbidden: readonly string[]): boolean {
  const name = section?.trim() ?? '';
  if (name === '') return false;
  // Lengths first: letters are turned into capitals for the few names that could be forbidden ones. Names are compared
  // letter by letter: that a "ß" is two letters in capitals makes no two names one.
  for (const one of forbidden) {
    if (one.length === name.length && one.toUpperCase() === name.toUpperCase()) return false;
  }
  return true;
}

/** Whether a name says anything. */
export function isNamed(name: string | null | undefined): name is string {
  return name != null && name.trim() !== '';
}
