import fc from 'fast-check';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { demandValidity } from '../validity.js';
import {
  facts as anyFacts,
  instant,
  policy as anyPolicy,
  replies as anyReplies,
  searchingSince,
  undatedFacts,
} from './facts.js';
import { history } from './histories.js';
import { decideAt, FAR, type Subject } from './subject.js';

const validity = (subject: Subject): Law =>
  law(
    'validUntil of the next step: the same answer at every instant before it, another one at it',
    fc.property(anyFacts, instant, anyPolicy, (facts, now, policy) => {
      demandValidity((at) => decideAt(subject, facts, at, policy), now, FAR);
    }),
    5_000,
  );

const otherValidity = (subject: Subject): Law =>
  law(
    'validUntil of the winner, of the report of prices, and of what is open beside the next step',
    fc.property(anyFacts, anyReplies, fc.option(instant, { nil: null }), instant, anyPolicy, (...drawn) => {
      const [facts, replies, reportedAt, now, policy] = drawn;
      const contextAt = (at: Instant): ladder.Context => ({ clock: fixedClock(at), policy });
      const dutiesAt = (at: Instant): { outcome: unknown; rule: string; validUntil: Instant | null } => {
        const { open, validUntil } = subject.duties(facts, contextAt(at));
        return { outcome: open, rule: '', validUntil };
      };
      demandValidity((at) => subject.winner(replies, contextAt(at)), now, FAR);
      demandValidity((at) => subject.priceReport(replies, contextAt(at), reportedAt), now, FAR);
      demandValidity(dutiesAt, now, FAR);
    }),
    3_000,
  );

const purity = (subject: Subject): Law =>
  law(
    'leaves frozen facts, states, events, replies and policies as they are',
    fc.property(anyFacts, instant, anyPolicy, anyReplies, history, (facts, now, policy, replies, drawn) => {
      const context = deepFreeze({ clock: fixedClock(now), policy });
      deepFreeze([facts, replies, drawn]);
      subject.decide(facts, context);
      subject.duties(facts, context);
      subject.winner(replies, context, deepFreeze(['a']));
      subject.priceReport(replies, context);
      replies.forEach((reply) => subject.onRefusal(reply));
      let search = deepFreeze(subject.start(drawn.beginning));
      for (const event of drawn.events) search = deepFreeze(subject.record(search, event, context).state);
    }),
  );

const oddInstant = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, 2 ** 53, searchingSince);
const oddText = fc.constantFrom('', '2026-02-30', 'mañana', 'a\nb');

/** Well-typed facts that the door would not let in. */
const oddFacts = fc.tuple(undatedFacts, oddInstant, oddText, fc.boolean()).map(
  ([facts, at, text, isEven]) =>
    JSON.parse(JSON.stringify(facts), (key, value: unknown) => {
      if (typeof value === 'number') return (key.length % 2 === 0) === isEven ? at : value;
      return value === 'a' ? text : value;
    }) as ladder.Facts,
);

const totality = (subject: Subject): Law =>
  law(
    'answers whatever is well typed: instants that are no numbers, empty texts, unknown dates and zones',
    fc.property(oddFacts, fc.oneof(oddInstant, instant), oddText, oddText, (facts, now, moveDate, zone) => {
      const context = { clock: fixedClock(now) };
      for (const one of [facts, { ...facts, moveDate, zone }]) {
        const { outcome, rule, validUntil } = subject.decide(one, context);
        demand(/^[a-z-]+$/.test(outcome.action), `${outcome.action} is no action`);
        demand(Object.hasOwn(ladder.rules, rule), `${rule} is no rule`);
        demand(validUntil === null || validUntil > now, `asked at ${now}, it cannot hold until ${validUntil}`);
        subject.duties(one, context);
        subject.winner(one.replies ?? [], context);
        subject.priceReport(one.replies ?? [], context, now);
      }
    }),
  );

const plain = (subject: Subject): Law =>
  law(
    'any facts get an answer that is plain JSON, by a rule that exists',
    fc.property(anyFacts, instant, anyPolicy, (facts, now, policy) => {
      const decision = decideAt(subject, facts, now, policy);
      demandSame(JSON.parse(JSON.stringify(decision)), decision, 'the decision after a journey as JSON');
      demand(Object.hasOwn(ladder.rules, decision.rule), `no rule is called ${decision.rule}`);
    }),
  );

/** What every decision promises, and every function with it. */
export function promises(subject: Subject): readonly Law[] {
  return [validity, otherValidity, purity, totality, plain].map((lawOf) => lawOf(subject));
}
