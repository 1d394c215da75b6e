import { dayAt, isZone, startOfDay } from '../kernel/calendar.js';
import type { Instant, Now } from '../kernel/clock.js';
import { endOfWait, kindOf } from '../kernel/wait.js';
import { dayOfMove, heardBy, type Heard } from './heard.js';
import type { Facts } from './model.js';
import { outreachTable } from './outreach.js';
import type { Policy } from './policy.js';

const { reply, days, call, mail: mails } = /* @__PURE__ */ outreachTable.at;

/** The wait of a help mail. */
export interface MailWait {
  readonly kind: 'short' | 'long' | 'eve';
  readonly mailAt: Instant;
  /** Civil days from the mail to the move. */
  readonly daysAtMail: number;
  /** When the call falls due. */
  readonly until: Instant;
  /** The wait is counted in working time. */
  readonly of?: 'working-time';
}

/**
 * The wait of the first help mail that did not come back; `null`: there is none, or it was sent when the move was
 * tomorrow already. It is fixed when the mail is sent; the call falls due at the latest when the move is tomorrow.
 */
export function mailWait(facts: Facts, policy: Policy, helpMails: readonly Instant[]): MailWait | null {
  if (helpMails.length === 0) return null;
  const zone = facts.zone ?? policy.zone;
  const mailAt = Math.min(...helpMails);
  const day = dayOfMove(facts.moveDate);
  const daysAtMail = day - dayAt(mailAt, zone);
  if (!(daysAtMail > 1)) return null;
  const isLong = daysAtMail > 3 || (daysAtMail === 3 && policy.exactlyThreeDays === 'long');
  const length = isLong ? policy.longWait : policy.shortWait;
  const over = endOfWait(mailAt, length);
  const eve = startOfDay(day - 1, zone);
  return policy.tomorrowOverride && eve < over
    ? { kind: 'eve', mailAt, daysAtMail, until: eve }
    : { kind: isLong ? 'long' : 'short', mailAt, daysAtMail, until: over, ...kindOf(length) };
}

/** When the wait began that the contact is in at an instant, for policies with versions: with the mail. `null`: there is none. */
export function waitBegan(facts: Facts, now: Now): Instant | null {
  const mails = delivered(facts, heardBy(facts, now).helpMails, now);
  return mails.length === 0 ? null : Math.min(...mails);
}

/** The help mails that did not come back by now. */
export function delivered({ mailBouncedAt }: Facts, helpMails: readonly Instant[], now: Now): readonly Instant[] {
  return mailBouncedAt == null || !now.hasReached(mailBouncedAt)
    ? helpMails
    : helpMails.filter((at) => at > mailBouncedAt);
}

/** The situation before anything was settled with the client. */
export function outreachAddress(facts: Facts, policy: Policy, heard: Heard, now: Now): number {
  const { helpMails } = heard;
  const arrived = delivered(facts, helpMails, now);
  const wait = mailWait(facts, policy, arrived);
  const held = heldDays(facts, policy, heard, wait, now);
  const isFar = held !== null || !now.hasReached(eveOf(facts, policy));
  return (
    (heard.reply === null ? reply.no : reply.yes) +
    daysShare(facts, policy, held, now) +
    callShare(callsThatCount(facts, policy, heard, wait, isFar), helpMails, isFar) +
    mailShare(wait, arrived.length < helpMails.length && arrived.length === 0, now)
  );
}

function mailShare(wait: MailWait | null, isBounced: boolean, now: Now): number {
  if (wait === null) return isBounced ? mails.bounced : mails.none;
  switch (wait.kind) {
    case 'eve':
      return mails.eve;
    case 'short':
      return now.hasReached(wait.until) ? mails['short-over'] : mails.short;
    case 'long':
      return now.hasReached(wait.until) ? mails['long-over'] : mails.long;
  }
}

/**
 * Where the policy lets a wait run on into the day before the move, the days of the mail count, not those of today:
 * until the wait is over, or a call in vain was made on that day all the same. `null`: those of today count.
 */
function heldDays(
  facts: Facts,
  policy: Policy,
  { callsInVain }: Heard,
  wait: MailWait | null,
  now: Now,
): number | null {
  if (policy.tomorrowOverride || wait === null || now.hasReached(wait.until)) return null;
  return callsInVain.some((at) => at >= eveOf(facts, policy)) ? null : wait.daysAtMail;
}

/** The first instant of the day before the move. */
function eveOf(facts: Facts, policy: Policy): Instant {
  return startOfDay(dayOfMove(facts.moveDate) - 1, facts.zone ?? policy.zone);
}

/** The days are counted by asking whether each has begun: so the clock knows when the answer turns. */
function daysShare(facts: Facts, policy: Policy, held: number | null, now: Now): number {
  const zone = facts.zone ?? policy.zone;
  if (!isZone(zone)) return days['zone-unknown'];
  const day = dayOfMove(facts.moveDate);
  if (Number.isNaN(day)) return days['date-unknown'];
  const hasBegun = (before: number): boolean => now.hasReached(startOfDay(day - before, zone));
  if (hasBegun(-1)) return days.past;
  if (held === null) {
    if (hasBegun(0)) return policy.today === 'as-tomorrow' ? days.today : days['today-open'];
    if (hasBegun(1)) return days.tomorrow;
  }
  if (held === null ? hasBegun(2) : held === 2) return days['under-three'];
  const isThree = held === null ? hasBegun(3) : held === 3;
  return isThree && policy.exactlyThreeDays === 'short' ? days['exactly-three'] : days['over-three'];
}

/** Far from the move the calls since the help mail count, near it those made since the move is near. */
function callsThatCount(
  facts: Facts,
  policy: Policy,
  { callsInVain }: Heard,
  wait: MailWait | null,
  isFar: boolean,
): readonly Instant[] {
  const from = isFar ? (wait?.mailAt ?? Number.POSITIVE_INFINITY) : eveOf(facts, policy);
  return callsInVain.filter((at) => at >= from);
}

function callShare(calls: readonly Instant[], helpMails: readonly Instant[], isFar: boolean): number {
  if (calls.length === 0) return call.none;
  const last = Math.max(...calls);
  return !isFar && helpMails.some((at) => at >= last) ? call.followed : call.unanswered;
}

/** Whether the last call made since the move is near was in vain, and no help mail was sent after it. */
export function isCalledInVain(facts: Facts, policy: Policy, { callsInVain, helpMails }: Heard): boolean {
  const calls = callsInVain.filter((at) => at >= eveOf(facts, policy));
  return calls.length > 0 && !helpMails.some((at) => at >= Math.max(...calls));
}

/** Whether a help mail was sent that a reply to is awaited: one far from the move, or one after a call in vain. */
export function isMailed(facts: Facts, policy: Policy, heard: Heard): boolean {
  const { callsInVain, helpMails } = heard;
  if (helpMails.length === 0) return false;
  return mailWait(facts, policy, helpMails) !== null || callsInVain.some((at) => at >= eveOf(facts, policy));
}
