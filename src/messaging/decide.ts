import type { Instant } from '../kernel/clock.js';
import { classification, classificationAddress, classificationTable, isAsked } from './classification.js';
import { isClosed, ownClosing } from './closing.js';
import { isBotOn } from './handoff.js';
import type { Facts, MessagingDecision, Timeless } from './model.js';
import type { Classify } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import { caseAddress, caseDuty, caseTable, type CaseRow, type CaseSeen } from './support.js';
import { table, type Situation } from './table.js';

const { hook, comment, classified, course } = /* @__PURE__ */ table.at;

/** The address of the situation that facts and policy add up to. */
export function classify(facts: Facts, policy: Policy): number {
  return (
    hookShare(facts) +
    (facts.openComments === undefined || facts.openComments.length === 0 ? comment.none : comment.open) +
    // Most of an inbox is closed out, and asked for nothing.
    (isAsked(facts, policy) ? (classifiedShares[classificationAddress(facts, policy)] as number) : classified.yes) +
    courseShare(facts)
  );
}

/** What each answer to "is it classified?" is worth. */
const classifiedShares = /* @__PURE__ */ classificationTable.situations.map((_, address): number => {
  const lacking = classificationTable.matching(address).map(({ then }) => then);
  if (lacking.includes('agent')) return classified['no-agent'];
  return lacking.length > 0 ? classified.no : classified.yes;
});

function hookShare(facts: Facts): number {
  const { botSilentAt, botAnsweredAt, hookedAt, commentedAt, handedOffAt } = facts;
  if (botSilentAt == null && commentedAt == null) return hook.no;
  if (!isBotOn(facts)) return hook.no;
  if (botSilentAt != null && !isLater(hookedAt, botSilentAt)) {
    // What the bot did not answer, it has answered since, or a person has.
    if (!isLater(botAnsweredAt, botSilentAt) && !isLater(handedOffAt, botSilentAt)) return hook.silent;
  }
  return commentedAt != null && !isLater(hookedAt, commentedAt) ? hook.comment : hook.no;
}

/** Whether something happened then or afterwards. */
function isLater(instant: Instant | null | undefined, than: Instant): boolean {
  return instant != null && instant >= than;
}

function courseShare(facts: Facts): number {
  const { course: where = 'open' } = facts;
  switch (where) {
    case 'open':
      return facts.heldBy == null ? course.bot : course.person;
    case 'support':
    case 'investigating':
      return caseTable.matching(caseAddress(facts)).length === 1 ? course['case-watched'] : course['case-due'];
    case 'solved':
      return isClosed(facts) ? course['closed-out'] : course.solved;
    case 'closed-out':
      return course['closed-out'];
  }
}

const quiet = /* @__PURE__ */ table.situations.map((_, address) => table.row(address).then.action === 'none');

/** Whether nobody has anything to do in a situation, by its address: for loops. */
export function isQuiet(address: number): boolean {
  return quiet[address] as boolean;
}

/**
 * What comes next in a conversation, and by which rule: first whoever has no answer, then an agent, then the duties of
 * the case or the next closing step, then the rest of the classification. The manual gives no order among its duties;
 * this one is ours, and `duties` lists them all. Nothing here depends on time, so `validUntil` is always `null`.
 *
 * Source: messaging L39–78.
 */
export function decide(facts: Facts, { policy = defaultPolicy }: Timeless = {}): MessagingDecision {
  return decideAt(classify(facts, policy), facts, policy);
}

/** What comes next, where the address of the situation is known. */
export function decideAt(address: number, facts: Facts, policy: Policy): MessagingDecision {
  const { rule, then } = table.row(address);
  const situation = table.situations[address] as Situation;
  switch (then.action) {
    case 'hook':
      return { outcome: { action: 'hook', snippet: policy.hookSnippet }, rule, situation, validUntil: null };
    case 'reply-comment': {
      const [first] = facts.openComments as readonly [string, ...string[]];
      return { outcome: { action: 'reply-comment', comment: first, emojis: true }, rule, situation, validUntil: null };
    }
    case 'classify': {
      const { outcome, rule: asking, situation: lacking } = classification(facts, { policy });
      // Something is missing, or this row would not have won.
      return { outcome: outcome as Classify, rule: asking, situation: { ...situation, lacking }, validUntil: null };
    }
    case 'follow-case': {
      const seen = caseAddress(facts);
      const [first] = caseTable.matching(seen);
      const { outcome, rule: asking } = caseDuty(first as CaseRow, facts);
      const owed = caseTable.situations[seen] as CaseSeen;
      return { outcome, rule: asking, situation: { ...situation, case: owed }, validUntil: null };
    }
    case 'close': {
      const { outcome, rule: asking, situation: closed } = ownClosing(facts);
      return { outcome, rule: asking, situation: { ...situation, closing: closed }, validUntil: null };
    }
    default:
      return { outcome: then, rule, situation, validUntil: null };
  }
}
