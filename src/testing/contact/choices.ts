import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import * as contact from '../../contact/index.js';
import { demandSame, law, type Law } from '../law.js';
import { at, dayBefore, instantWithin, place, type Place } from './place.js';
import { decideAt, type Subject } from './subject.js';

const HOUR = 3_600_000;

/** What a law demands of a decision. */
type Expected = Pick<contact.ContactDecision, 'outcome' | 'rule'>;

const waits = {
  short: 'contact/under-3-days-call-5h',
  long: 'contact/over-3-days-call-24h',
} as const;

/** Between so many hours and so many, to the millisecond. */
function hours(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: from * HOUR + 1, max: to * HOUR });
}

/** A policy of two waits, in milliseconds. */
function waiting(shortWait: number, longWait: number, others: contact.PolicyChoices): contact.Policy {
  return contact.policy({
    ...others,
    shortWait: { seconds: shortWait / 1_000 },
    longWait: { seconds: longWait / 1_000 },
  });
}

function demandDecided(
  subject: Subject,
  facts: contact.Facts,
  now: Instant,
  policy: contact.Policy,
  { outcome, rule }: Expected,
): void {
  const decision = decideAt(subject, facts, now, policy);
  demandSame([decision.outcome, decision.rule], [outcome, rule], `the answer at ${now}`);
}

/** Demands that a call falls due at an instant, and not a millisecond before it. */
function demandWait(
  subject: Subject,
  facts: contact.Facts,
  mailAt: Instant,
  until: Instant,
  policy: contact.Policy,
  rule: contact.RuleId,
): void {
  for (const now of [mailAt, until - 1]) {
    demandDecided(subject, facts, now, policy, { outcome: { action: 'wait', until }, rule });
    demandSame(decideAt(subject, facts, now, policy).validUntil, until, 'validUntil');
  }
  demandDecided(subject, facts, until, policy, { outcome: { action: 'call-now' }, rule });
}

/** A mail of the first ten hours of a day, so many days before the move. */
function mailOn(where: Place, days: number): fc.Arbitrary<Instant> {
  return hours(0, 10).map((after) => dayBefore(where, days) + after);
}

const anyChoice = fc.record({
  exactlyThreeDays: fc.constantFrom('short', 'long'),
  today: fc.constantFrom('as-tomorrow', 'not-covered'),
  tomorrowOverride: fc.boolean(),
} as const);

const bothWaits = (subject: Subject): Law => {
  const drawn = at((where) => fc.tuple(mailOn(where, 2), mailOn(where, 6)));
  return law(
    'the call falls due exactly when the wait that was chosen is over: the short one near the move, the long one far from it',
    fc.property(drawn, hours(0, 10), hours(0, 48), anyChoice, ([where, [near, far]], short, long, others) => {
      const policy = waiting(short, long, others);
      demandWait(subject, { ...where, helpMailsAt: [near] }, near, near + short, policy, waits.short);
      demandWait(subject, { ...where, helpMailsAt: [far] }, far, far + long, policy, waits.long);
    }),
    300,
  );
};

const threeDays = (subject: Subject): Law => {
  const drawn = at((where) => mailOn(where, 3));
  return law(
    'a move in exactly three days has the wait that was chosen, and its rule',
    fc.property(drawn, hours(0, 10), hours(11, 33), anyChoice, ([where, mailAt], short, long, others) => {
      const policy = waiting(short, long, others);
      const { exactlyThreeDays: kind } = others;
      const until = mailAt + { short, long }[kind];
      demandWait(subject, { ...where, helpMailsAt: [mailAt] }, mailAt, until, policy, waits[kind]);
      const { outcome, rule } = decideAt(subject, where, mailAt, policy);
      const mail = { short: 'contact/under-3-days-mail', long: 'contact/over-3-days-mail' }[kind];
      demandSame([outcome.action, rule], ['send-help-mail', mail], 'before any mail');
    }),
    300,
  );
};

const eve = (subject: Subject): Law =>
  law(
    'a wait is cut short by the day before the move, or runs on into it, as was chosen',
    fc.property(place, hours(0, 3), hours(3, 10), (where, before, short) => {
      const eveAt = dayBefore(where, 1);
      const mailAt = eveAt - before;
      const facts: contact.Facts = { ...where, helpMailsAt: [mailAt] };
      const cut = waiting(short, 24 * HOUR, { tomorrowOverride: true });
      const runsOn = waiting(short, 24 * HOUR, { tomorrowOverride: false });
      demandWait(subject, facts, mailAt, eveAt, cut, 'contact/tomorrow-call');
      const until = mailAt + short;
      for (const now of [mailAt, eveAt, until - 1]) {
        demandDecided(subject, facts, now, runsOn, {
          outcome: { action: 'wait', until },
          rule: waits.short,
        });
      }
      demandDecided(subject, facts, until, runsOn, {
        outcome: { action: 'call-now' },
        rule: 'contact/tomorrow-call',
      });
    }),
    300,
  );

const today = (subject: Subject): Law =>
  law(
    'a move of today is called about, or left to a person, as was chosen',
    fc.property(
      at((where) => instantWithin(where, 0)),
      anyChoice,
      ([where, now], others) => {
        const nearest = { action: 'call-now' } as const;
        const outcome: contact.Outcome =
          others.today === 'as-tomorrow'
            ? nearest
            : { action: 'not-covered', gap: 'move-is-today', question: 'CO-3', nearest };
        demandDecided(subject, where, now, contact.policy(others), { outcome, rule: 'contact/tomorrow-call' });
      },
    ),
    200,
  );

const zones = (subject: Subject): Law =>
  law(
    'days begin in the zone of the move, or else in the one that was chosen',
    fc.property(place, fc.constantFrom('Pacific/Kiritimati', 'Pacific/Honolulu'), (where, other) => {
      const { zone, moveDate } = where;
      const eveAt = dayBefore(where, 1);
      const own = [where, contact.policy({ zone: other })] as const;
      for (const [facts, policy] of [own, [{ moveDate }, contact.policy({ zone })] as const]) {
        const { outcome, rule } = decideAt(subject, facts, eveAt - 1, policy);
        demandSame([outcome.action, rule], ['send-help-mail', 'contact/under-3-days-mail'], 'before the day');
        demandDecided(subject, facts, eveAt, policy, {
          outcome: { action: 'call-now' },
          rule: 'contact/tomorrow-call',
        });
      }
    }),
    200,
  );

/** What a company chooses is what counts: the boundary stands where it was set. */
export function choices(subject: Subject): readonly Law[] {
  return [bothWaits, threeDays, eve, today, zones].map((lawOf) => lawOf(subject));
}
