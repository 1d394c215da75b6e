import type { Instant, Now } from '../kernel/clock.js';
import { endOfWait } from '../kernel/wait.js';
import { automationTable, fallbackTable, intakeTable } from './automation.js';
import type { IntakeFacts } from './intake.js';
import { folded } from './folding.js';
import type { Policy } from './policy.js';

/** When the automation starts: T4 of the catalogue. NaN, where the conversation has not ended. */
export function startOf({ endedAt }: IntakeFacts, { crmDelay }: Policy): Instant {
  return endOfWait(endedAt ?? Number.NaN, crmDelay);
}

/** When the wait for the CRM automation began, for policies with versions: with the end of the conversation. `null`: it has not ended. */
export function waitBegan({ endedAt }: IntakeFacts): Instant | null {
  return endedAt ?? null;
}

const { loaded, contact: contacts, failed, tag, welcome, ended, resumed } = /* @__PURE__ */ intakeTable.at;

/** The address of the triggers that facts, policy and clock add up to. */
export function intakeAddress(facts: IntakeFacts, policy: Policy, now: Now): number {
  const end = endShare(facts, policy, now);
  return (
    (isLoaded(facts) ? loaded.yes : loaded.no) +
    contactShare(facts, policy) +
    (isPast(facts.failedAt, now) ? failed.yes : failed.no) +
    (isTagged(facts, policy, now, end) ? tag.set : tag.no) +
    (facts.hasWelcomeEvents === true ? welcome.yes : welcome.no) +
    end +
    (isResumed(facts, policy) && isPast(facts.wroteAgainAt, now) ? resumed.yes : resumed.no)
  );
}

/** Whether a contact was loaded: then nothing is to be done for it, for good (ME-11). */
export function isLoaded({ loadedAt }: IntakeFacts): boolean {
  return loadedAt != null;
}

function isPast(instant: Instant | null | undefined, now: Now): boolean {
  return instant != null && now.hasReached(instant);
}

function contactShare({ isKnown, uploadFlag }: IntakeFacts, policy: Policy): number {
  const isFlagged = isUploadFlag(uploadFlag, policy);
  if (isKnown === true) return isFlagged ? contacts['known-and-flagged'] : contacts.known;
  return isFlagged ? contacts.flagged : contacts.unknown;
}

/** Whether the field that loads a contact by hand says yes, in any letter case, with or without its accent. */
export function isUploadFlag(value: string | null | undefined, { uploadFlag }: Policy): boolean {
  if (value == null) return false;
  return value === uploadFlag || folded(value) === folded(uploadFlag);
}

/** What was begun goes on, whatever becomes of its trigger. */
function isTagged(facts: IntakeFacts, { manualTag }: Policy, now: Now, end: number): boolean {
  if (isPast(facts.taggedByHandAt, now) && (manualTag === 'at-once' || end === ended.over)) return true;
  return isPast(facts.taggedAt, now) || isPast(facts.askedAt, now) || isPast(facts.answeredAt, now);
}

function endShare(facts: IntakeFacts, policy: Policy, now: Now): number {
  if (!isPast(facts.endedAt, now)) return ended.no;
  return now.hasReached(startOf(facts, policy)) ? ended.over : ended.waiting;
}

/** Whether the client wrote again before the wait was over (ME-9), whether or not that instant has come. */
export function isResumed(facts: IntakeFacts, policy: Policy): boolean {
  const { endedAt, wroteAgainAt } = facts;
  if (policy.resumption === 'goes-on' || wroteAgainAt == null || endedAt == null) return false;
  return wroteAgainAt > endedAt && wroteAgainAt < startOf(facts, policy);
}

/** The address of how far the automation is. */
export function automationAddress(facts: IntakeFacts, now: Now): number {
  const { began, progress } = automationTable.at;
  const isByHand = isPast(facts.taggedByHandAt, now);
  const reached = isPast(facts.answeredAt, now)
    ? progress.answered
    : isPast(facts.askedAt, now)
      ? progress.asked
      : isPast(facts.taggedAt, now)
        ? progress.tagged
        : progress.none;
  return (isByHand ? began['by-hand'] : began['by-itself']) + reached;
}

/** The address of how far the survey is. Data that came after all are as good as its answer. */
export function fallbackAddress(facts: IntakeFacts, now: Now): number {
  const { survey } = fallbackTable.at;
  if (isPast(facts.surveyAnsweredAt, now) || isPast(facts.answeredAt, now)) return survey.answered;
  return isPast(facts.surveySentAt, now) ? survey.sent : survey.none;
}
