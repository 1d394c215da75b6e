import fc from 'fast-check';
import { dayAt, dayOf } from '../../kernel/calendar.js';
import type { Instant } from '../../kernel/clock.js';
import type * as contact from '../../contact/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { callsNear, policy as anyPolicy, silentNear, silentScene } from './facts.js';
import { at, dateAfter, dayBefore, instantNear, instantWithin, type Place } from './place.js';
import { decideAt, outcomeAt, type Subject } from './subject.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** From when on a call is due, of a mail that waits. */
function callDueAt(subject: Subject, facts: contact.Facts, now: Instant): Instant {
  const outcome = outcomeAt(subject, facts, now);
  demand(outcome.action === 'wait', `${outcome.action} is due as soon as the mail is sent`);
  return outcome.until;
}

const eve = (subject: Subject): Law => {
  const drawn = at((place) =>
    fc.record({
      now: instantWithin(place, 1),
      mails: fc.array(instantNear(place), { maxLength: 2 }),
      bounce: fc.option(instantNear(place), { nil: null }),
      calls: callsNear(place, fc.constant(false)),
    }),
  );
  return law(
    'the day before the move begins with a call, whatever the hour, whatever was mailed, whoever was called before',
    fc.property(drawn, ([place, { now, mails, bounce, calls }]) => {
      const earlier = calls.filter((call) => call.at < dayBefore(place, 1));
      const facts: contact.Facts = { ...place, helpMailsAt: mails, mailBouncedAt: bounce, calls: earlier };
      const { outcome, rule } = decideAt(subject, facts, now);
      demandSame([outcome.action, rule], ['call-now', 'contact/tomorrow-call']);
    }),
  );
};

const mailFirst = (subject: Subject): Law => {
  const drawn = at((place) =>
    fc.record({
      now: fc.integer({ min: 2, max: 7 }).chain((days) => instantWithin(place, days)),
      facts: silentNear(place),
    }),
  );
  return law(
    'with two days to go or more, and no mail yet, it is the mail, and never a call',
    fc.property(drawn, anyPolicy, ([, { now, facts }], policy) => {
      const unmailed = { ...facts, helpMailsAt: facts.helpMailsAt.filter((mail) => mail > now) };
      demandSame(outcomeAt(subject, unmailed, now, policy).action, 'send-help-mail');
    }),
  );
};

const dueInTime = (subject: Subject): Law => {
  const drawn = at((place) => fc.integer({ min: 2, max: 7 }).chain((days) => instantWithin(place, days)));
  return law(
    'the call falls due not before the mail, within 24 hours of it, and by the day before the move',
    fc.property(drawn, ([place, mailAt]) => {
      const until = callDueAt(subject, { ...place, helpMailsAt: [mailAt] }, mailAt);
      demand(until > mailAt, 'the call falls due before the mail');
      demand(until <= mailAt + 24 * HOUR, 'the call falls due more than 24 hours after the mail');
      demand(until <= dayBefore(place, 1), 'the call falls due after the day before the move has begun');
    }),
  );
};

/** What is left of a call that was due, once the day of the move has come or gone. */
function expectedOf(days: number, policy: contact.Policy): string {
  if (days < 0) return 'move-date-passed';
  return days === 0 && policy.today === 'not-covered' ? 'move-is-today' : 'call-now';
}

const staysDue = (subject: Subject): Law => {
  const later = fc.integer({ min: 0, max: 9 * DAY });
  return law(
    'by time alone, a call that is due stays due until the move date has passed',
    fc.property(silentScene, anyPolicy, later, ({ place, facts, now }, policy, after) => {
      const past = {
        ...facts,
        helpMailsAt: facts.helpMailsAt.filter((mail) => mail <= now),
        calls: facts.calls.filter((call) => call.at <= now),
      };
      fc.pre(outcomeAt(subject, past, now, policy).action === 'call-now');
      const then = outcomeAt(subject, past, now + after, policy);
      const days = dayOf(place.moveDate) - dayAt(now + after, place.zone);
      demandSame(then.action === 'not-covered' ? then.gap : then.action, expectedOf(days, policy));
    }),
  );
};

const wholeDay = (subject: Subject): Law => {
  const drawn = at((place) =>
    fc.integer({ min: -1, max: 6 }).chain((days) =>
      fc.record({
        instants: fc.tuple(instantWithin(place, days), instantWithin(place, days)),
        calls: callsNear(place, fc.constant(false)).map((calls) =>
          calls.filter((call) => call.at < dayBefore(place, days)),
        ),
      }),
    ),
  );
  return law(
    'with no mail sent, the whole of a local day has one answer, on days of 23 and of 25 hours too',
    fc.property(drawn, anyPolicy, ([place, { instants, calls }], policy) => {
      const [one, other] = instants.map((now) => outcomeAt(subject, { ...place, calls }, now, policy));
      demandSame(other, one);
    }),
  );
};

const wholeDays = (subject: Subject): Law => {
  const punta: Place = { zone: 'America/Punta_Arenas', moveDate: '2024-05-15' };
  const drawn = fc.record({
    facts: silentNear(punta),
    now: instantNear(punta),
    replies: fc.array(instantNear(punta), { maxLength: 1 }),
  });
  return law(
    'where clocks never change, moving everything by whole days changes nothing',
    fc.property(drawn, fc.integer({ min: -400, max: 400 }), anyPolicy, ({ facts, now, replies }, days, policy) => {
      const by = days * DAY;
      const moved: contact.Facts = {
        ...facts,
        moveDate: dateAfter(punta.moveDate, days),
        helpMailsAt: facts.helpMailsAt.map((mail) => mail + by),
        calls: facts.calls.map((call) => ({ ...call, at: call.at + by })),
        clientRepliesAt: replies.map((reply) => reply + by),
      };
      const here = decideAt(subject, { ...facts, clientRepliesAt: replies }, now, policy);
      const { outcome, validUntil } = here;
      const until = outcome.action === 'wait' ? { until: outcome.until + by } : {};
      const shifted = { outcome: { ...outcome, ...until }, validUntil: validUntil === null ? null : validUntil + by };
      demandSame(decideAt(subject, moved, now + by, policy), { ...here, ...shifted }, `${days} days on`);
    }),
  );
};

const urgency = (subject: Subject): Law => {
  const drawn = at((place) => fc.tuple(instantWithin(place, 2), fc.nat({ max: 6 }), fc.nat({ max: 6 })));
  return law(
    'a nearer move never makes the call fall due later',
    fc.property(drawn, ([place, [mailAt, some, more]]) => {
      const dueFor = (days: number): Instant => {
        const moveDate = dateAfter(place.moveDate, days);
        return callDueAt(subject, { ...place, moveDate, helpMailsAt: [mailAt] }, mailAt);
      };
      demand(dueFor(some) <= dueFor(some + more), `later for a move ${more} days nearer`);
    }),
  );
};

const replied = (subject: Subject): Law => {
  const drawn = at((place) =>
    fc.record({ facts: silentNear(place), now: instantNear(place), reply: instantNear(place) }),
  );
  return law(
    'a reply in time takes the call away, and no reply ever brings one',
    fc.property(drawn, anyPolicy, ([, { facts, now, reply }], policy) => {
      const silent = outcomeAt(subject, facts, now, policy);
      const heard = outcomeAt(subject, { ...facts, clientRepliesAt: [reply] }, now, policy);
      const ours = [...facts.helpMailsAt, ...facts.calls.map((call) => call.at)];
      const isHeard = reply <= now && ours.some((one) => one <= reply);
      demandSame(heard, isHeard ? { action: 'handle-reply' } : silent);
    }),
  );
};

/** When the client is written to, and when called. */
export function timing(subject: Subject): readonly Law[] {
  const lawsOf = [eve, mailFirst, dueInTime, staysDue, wholeDay, wholeDays, urgency, replied];
  return lawsOf.map((lawOf) => lawOf(subject));
}
