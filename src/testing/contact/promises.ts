import fc from 'fast-check';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as contact from '../../contact/index.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { demandValidity } from '../validity.js';
import { facts as anyFacts, policy as anyPolicy, scene } from './facts.js';
import { history } from './histories.js';
import { dayBefore } from './place.js';
import { decideAt, type Subject } from './subject.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FAR = 30 * DAY;

/** Every instant that facts name. */
function instantsOf(facts: contact.Facts): readonly Instant[] {
  return [...JSON.stringify(facts).matchAll(/\d{12,}/g)].map(([digits]) => Number(digits));
}

const validity = (subject: Subject): Law =>
  law(
    'validUntil: the same answer at every instant before it, another one at it',
    fc.property(scene, anyPolicy, ({ place, facts, now }, policy) => {
      const coreAt = (instant: Instant): unknown => {
        const { outcome, rule } = decideAt(subject, facts, instant, policy);
        return { outcome, rule };
      };
      demandValidity((instant) => decideAt(subject, facts, instant, policy), now, FAR);
      const end = decideAt(subject, facts, now, policy).validUntil ?? now + FAR;
      // Where an answer might turn: at what the facts name, at the beginnings of days, and when a wait is over.
      const days = [0, 1, 2, 3, 4].map((before) => dayBefore(place, before));
      const turns = [...instantsOf(facts), ...days].flatMap((one) => [one - 1, one, one + 5 * HOUR, one + DAY]);
      const first = coreAt(now);
      for (const probe of turns) {
        if (probe >= now && probe < end) demandSame(coreAt(probe), first, `the answer of ${now}, asked at ${probe}`);
      }
    }),
  );

/** The facts without what is dated ahead. */
function knownAt(facts: contact.Facts, now: Instant): contact.Facts {
  const counts = (instant: Instant | null | undefined): boolean => instant != null && instant <= now;
  const { answer = null, mailBouncedAt = null, readAt = null } = facts;
  // Where a course is under way, the answer's dates are those of its steps.
  const isKept = (facts.course ?? 'asking') !== 'asking' || counts(answer?.at);
  return {
    ...facts,
    helpMailsAt: (facts.helpMailsAt ?? []).filter(counts),
    otherMailsAt: (facts.otherMailsAt ?? []).filter(counts),
    calls: (facts.calls ?? []).filter((call) => counts(call.at)),
    clientRepliesAt: (facts.clientRepliesAt ?? []).filter(counts),
    readAt: counts(readAt) ? readAt : null,
    mailBouncedAt: counts(mailBouncedAt) ? mailBouncedAt : null,
    answer: isKept ? answer : null,
  };
}

const datedAhead = (subject: Subject): Law =>
  law(
    'what is dated ahead counts from its instant on, and not before',
    fc.property(scene, anyPolicy, ({ facts, now }, policy) => {
      const known = decideAt(subject, knownAt(facts, now), now, policy);
      const { outcome, rule } = decideAt(subject, facts, now, policy);
      demandSame([outcome, rule], [known.outcome, known.rule], 'the answer with, and without, what is dated ahead');
    }),
  );

const purity = (subject: Subject): Law =>
  law(
    'leaves frozen facts, states, events and policies as they are',
    fc.property(scene, anyFacts, history, ({ facts, now }, others, { beginning, policy, events }) => {
      const context = deepFreeze({ clock: fixedClock(now), policy });
      for (const one of deepFreeze([facts, others])) {
        subject.decide(one, context);
        subject.alternative(one, context);
      }
      let state = deepFreeze(subject.start(deepFreeze(beginning)));
      for (const event of deepFreeze([...events])) state = deepFreeze(subject.record(state, event, context).state);
    }),
  );

const oddInstant = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -1, 8.64e15, -8.64e15, 1e300, 0.5);
const oddDate = fc.constantFrom('2026-02-30', '', 'mañana', '0000-01-01', '9999-12-31', '2024-05-15');

/** Well-typed facts that the door would not let in. */
const oddFacts = fc.record({
  moveDate: fc.option(oddDate, { nil: null }),
  zone: fc.constantFrom('', 'America/Santiagoo', 'constructor', 'America/Santiago'),
  since: fc.option(oddInstant, { nil: null }),
  helpMailsAt: fc.array(oddInstant, { maxLength: 2 }),
  otherMailsAt: fc.array(oddInstant, { maxLength: 2 }),
  calls: fc.array(fc.record({ at: oddInstant, answered: fc.boolean() }), { maxLength: 2 }),
  clientRepliesAt: fc.array(oddInstant, { maxLength: 2 }),
  mailBouncedAt: fc.option(oddInstant, { nil: null }),
  availability: fc.array(fc.record({ mp: fc.string(), date: oddDate }), { maxLength: 2 }),
});

const totality = (subject: Subject): Law =>
  law(
    'never throws on what is well typed, however odd: it asks for the fact that is missing',
    fc.property(oddFacts, oddInstant, anyPolicy, (facts, now, policy) => {
      const { outcome, rule, validUntil } = decideAt(subject, facts, now, policy);
      const { action } = outcome;
      demand(Object.hasOwn(contact.rules, rule), `no rule is called ${rule}`);
      demand(validUntil === null || validUntil > now, `asked at ${now}, it cannot hold until ${validUntil}`);
      const isKnown = facts.zone === 'America/Santiago' && /^\d{4}-(?!02-30)/.test(facts.moveDate ?? '');
      const needsNoDate = action === 'handle-reply' || action === 'send-call-record-mail';
      demand(needsNoDate || (action === 'need-fact') === !isKnown, `${action}, where the date is known: ${isKnown}`);
    }),
  );

const plain = (subject: Subject): Law =>
  law(
    'any facts get an answer that is plain JSON, by a rule that exists',
    fc.property(anyFacts, scene, anyPolicy, (facts, { now }, policy) => {
      const decision = decideAt(subject, facts, now, policy);
      demandSame(JSON.parse(JSON.stringify(decision)), decision, 'the decision after a journey as JSON');
      demand(Object.hasOwn(contact.rules, decision.rule), `no rule is called ${decision.rule}`);
    }),
  );

/** What decisions and records promise, whatever the manual says. */
export function promises(subject: Subject): readonly Law[] {
  return [validity, datedAhead, purity, totality, plain].map((lawOf) => lawOf(subject));
}
