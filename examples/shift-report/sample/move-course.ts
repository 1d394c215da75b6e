import type { Job } from './job.js';
import type { Random } from './random.js';

/** Different movers, by their ids. */
function movers(random: Random, count: number): readonly string[] {
  const all = Array.from({ length: 30 }, (_, index) => `mp-${index + 1}`);
  return random.shuffled(all).slice(0, count);
}

/** Re-sent some two hours after it entered, so many minutes before the present. */
export function isResent(job: Job, entered: number): void {
  job.finds(entered - 121 - job.random.between(0, 10), { type: 'resend-done' });
}

/** The lists are out. */
export function isListed(job: Job, entered: number): readonly string[] {
  isResent(job, entered);
  const mps = movers(job.random, 6);
  job.finds(entered - 195, { type: 'lists-sent', mps });
  return mps;
}

/** A mover of the lists says yes. */
export function isConfirmed(job: Job, entered: number): string {
  const [first = '', second = ''] = isListed(job, entered);
  job.finds(entered - 210, { type: 'mp-refused', mp: second, reason: 'other' });
  job.finds(entered - 220, { type: 'mp-confirmed', mp: first });
  return first;
}

/** The first who said yes has the offer. */
export function isOffered(job: Job, entered: number): string {
  const mp = isConfirmed(job, entered);
  job.finds(entered - 225, { type: 'offer-sent', mp });
  return mp;
}

/** Assigned by hand, step by step. */
export function isAssigned(job: Job, entered: number): string {
  const mp = isOffered(job, entered);
  job.finds(entered - 230, { type: 'checked', winner: mp, chat: true });
  job.finds(entered - 232, { type: 'mp-notified', mp });
  return mp;
}

/** The lists gave nobody; of an inter service, nor did the movers under way. Now and then a mover can on another day. */
export function isGivenUp(job: Job, entered: number, otherDay: number | null = null): readonly string[] {
  const mps = isListed(job, entered);
  const [first = '', second = '', third = ''] = mps;
  job.finds(entered - 205, { type: 'mp-refused', mp: first, reason: 'other' });
  const availability = otherDay === null ? null : job.date(otherDay);
  if (availability !== null) job.finds(entered - 240, { type: 'mp-refused', mp: second, reason: 'date', availability });
  job.finds(entered - 330, { type: 'lists-exhausted' });
  if (job.isInter) {
    job.finds(entered - 345, { type: 'inter-offered', mp: third, fit: 'chain-out' });
    job.finds(entered - 420, { type: 'inter-exhausted' });
  }
  return mps;
}

/** Given up, and impossibility may be given. */
export function mayBeTold(job: Job, entered: number, otherDay: number | null = null): readonly string[] {
  const mps = isGivenUp(job, entered, otherDay);
  job.finds(entered - 430, { type: 'window-known', window: true });
  return mps;
}

/** The client was mailed. */
export function isMailed(job: Job, entered: number, mailed: number, otherDay: number | null = null): readonly string[] {
  const mps = mayBeTold(job, entered, otherDay);
  job.finds(mailed, { type: 'client-mail-sent' });
  job.tells(mailed, { type: 'mail-sent' });
  return mps;
}

/** The client was offered a mover's date, and took it. */
export function takesDate(job: Job, entered: number): string {
  const [, mp = ''] = isMailed(job, entered, 900, 9);
  job.tells(200, { type: 'client-reply' });
  job.tells(190, { type: 'client-answered', stance: 'accepts' });
  return mp;
}

/** The client was asked for dates, and gave some. */
export function givesDates(job: Job, entered: number, answered: number): void {
  isMailed(job, entered, answered + 400);
  job.tells(answered + 10, { type: 'client-reply' });
  const dates = { date: job.date(12), from: job.date(11), to: job.date(14) };
  job.tells(answered, { type: 'client-answered', stance: 'flexible', dates });
}

/** The client's dates are in the system, and the search begins anew. */
export function isSoughtAnew(job: Job, entered: number, answered: number): void {
  givesDates(job, entered, answered);
  job.tells(answered - 2, { type: 'ack-sent' });
  job.tells(answered - 4, { type: 'system-updated' });
  job.finds(answered - 4, { type: 'dates-changed', date: job.date(12) });
}

/** Broadcast again. */
export function isResentAnew(job: Job, entered: number, answered: number): void {
  isSoughtAnew(job, entered, answered);
  job.finds(answered - 6, { type: 'resend-done' });
  job.tells(answered - 6, { type: 'broadcast-restarted' });
}

/** On the client's dates nobody was found either. */
export function isGivenUpAnew(job: Job, entered: number, answered: number): void {
  isResentAnew(job, entered, answered);
  job.finds(answered - 70, { type: 'lists-sent', mps: movers(job.random, 6) });
  job.finds(answered - 200, { type: 'lists-exhausted' });
  if (job.isInter) job.finds(answered - 260, { type: 'inter-exhausted' });
}

/** On the client's dates a mover was found, and has the job. */
export function isAssignedAnew(job: Job, entered: number, answered: number): string {
  isResentAnew(job, entered, answered);
  const [mp = ''] = movers(job.random, 1);
  job.finds(answered - 20, { type: 'mp-confirmed', mp });
  job.finds(answered - 22, { type: 'offer-sent', mp });
  job.finds(answered - 24, { type: 'checked', winner: mp, chat: true });
  job.finds(answered - 25, { type: 'mp-notified', mp });
  return mp;
}
