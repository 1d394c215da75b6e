import fc from 'fast-check';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import type * as ladder from '../../ladder/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { instant, move, mp, offset, replies as anyReplies, searchingSince } from './facts.js';
import { history } from './histories.js';
import { decideAt, FAR, outcomeAt, playsOf, run, winnerOf, type Subject } from './subject.js';

const HOUR = 3_600_000;
const END = searchingSince + FAR;

/** Replies no two of which are of one instant. */
const distinctReplies = anyReplies.map((replies) =>
  replies.filter(({ at }, index) => replies.findIndex((other) => other.at === at) === index),
);
const shuffledReplies = distinctReplies.chain((replies) =>
  fc.tuple(fc.constant(replies), fc.shuffledSubarray(replies, { minLength: replies.length })),
);

const orderOfDelivery = (subject: Subject): Law =>
  law(
    'the order in which answers are delivered does not change the winner',
    fc.property(shuffledReplies, instant, ([replies, delivered], now) => {
      demandSame(winnerOf(subject, delivered, now), winnerOf(subject, replies, now), 'the winner');
    }),
  );

/** The lists went out to all. */
const listsOut: readonly ladder.Event[] = [
  { id: 'resent', move, at: searchingSince + 2 * HOUR + 1, type: 'resend-done' },
  { id: 'lists', move, at: searchingSince + 3 * HOUR + 1, type: 'lists-sent', mps: ['a', 'b', 'c'] },
];

function answered({ answer, ...reply }: ladder.Reply, index: number): ladder.Event {
  return answer === 'yes'
    ? { id: `${index}`, move, at: reply.at, type: 'mp-confirmed', mp: reply.mp }
    : { id: `${index}`, move, type: 'mp-refused', ...reply };
}

const orderOfEvents = (subject: Subject): Law =>
  law(
    'the order in which answers are delivered does not change who stands, nor who is to be offered the job',
    fc.property(shuffledReplies, offset, ([replies, delivered], after) => {
      const events = replies.map(answered);
      const same = delivered.map((reply) => answered(reply, replies.indexOf(reply)));
      const search = run(subject, listsOut, subject.start({ move, searchingSince, category: 'inter' }));
      const { facts } = run(subject, events, search);
      const { facts: other } = run(subject, same, search);
      demandSame(other.confirmations, facts.confirmations, 'who stands');
      demandSame(other.replies, facts.replies, 'the replies');
      const now = searchingSince + after;
      demandSame(decideAt(subject, other, now), decideAt(subject, facts, now), 'the next step');
      const context = { clock: fixedClock(now) };
      demandSame(subject.duties(other, context), subject.duties(facts, context), 'the duties');
      const inTime = replies.filter(({ at }) => at >= searchingSince);
      const first = winnerOf(subject, inTime, END);
      const step = first === null ? { action: 'collect-replies' } : { action: 'send-offer', mp: first };
      demandSame(outcomeAt(subject, facts, END), step, 'what is due in the end');
    }),
  );

const irrelevance = (subject: Subject): Law =>
  law(
    'refusals and later confirmations by others, and a yes repeated, do not change the winner',
    fc.property(distinctReplies, mp, instant, fc.boolean(), (replies, other, at, isYes) => {
      const first = winnerOf(subject, replies, END);
      fc.pre(first !== null && other !== first);
      const since = Math.max(...replies.filter((reply) => reply.mp === first).map((reply) => reply.at));
      const added: ladder.Reply = isYes
        ? { mp: other, at: Math.max(since + 1, at), answer: 'yes' }
        : { mp: other, at, answer: 'no' };
      demandSame(winnerOf(subject, [...replies, added], END), first, `the winner after ${other} answered too`);
      const last = Math.max(...replies.map((reply) => reply.at));
      const again: ladder.Reply = { mp: first, at: last + 1, answer: 'yes' };
      demandSame(winnerOf(subject, [...replies, again], END), first, 'the winner who said yes again');
    }),
  );

const nextInOrder = (subject: Subject): Law =>
  law(
    'a refusal by the winner moves on to the next in order, and so does an offer that failed',
    fc.property(distinctReplies, (replies) => {
      const context = { clock: fixedClock(END) };
      const { outcome } = subject.winner(replies, context);
      fc.pre(outcome.action === 'choose');
      const refused: ladder.Reply = { mp: outcome.mp, at: END, answer: 'no' };
      demandSame(winnerOf(subject, [...replies, refused], END), outcome.fallbacks[0] ?? null, 'after a refusal');
      const after = subject.winner(replies, context, [outcome.mp]).outcome;
      const left = after.action === 'choose' ? [after.mp, ...after.fallbacks] : [];
      demandSame(left, outcome.fallbacks, 'after an offer that failed');
    }),
  );

function refusedForPrice(replies: readonly ladder.Reply[], now: Instant): ReadonlySet<string> {
  const priced = replies.filter(({ answer, reason, at }) => answer === 'no' && reason === 'price' && at <= now);
  return new Set(priced.map((reply) => reply.mp));
}

const prices = (subject: Subject): Law =>
  law(
    'refusals for the price are reported exactly from the second distinct mover on, and once a round',
    fc.property(anyReplies, instant, fc.option(instant, { nil: null }), (replies, now, reportedAt) => {
      const context = { clock: fixedClock(now) };
      const movers = refusedForPrice(replies, now);
      const { outcome } = subject.priceReport(replies, context, reportedAt);
      const isReported = reportedAt !== null && reportedAt <= now;
      demandSame(outcome.action === 'report-price', movers.size >= 2 && !isReported, 'whether it is reported');
      if (outcome.action !== 'report-price') return;
      demandSame(outcome.to, ['team-leader', 'head'], 'to whom it is reported');
      demandSame(outcome.mps.toSorted(), [...movers].toSorted(), 'who refused for the price');
      const [counted = ''] = outcome.mps;
      const again: ladder.Reply = { mp: counted, at: now, answer: 'no', reason: 'price' };
      demandSame(subject.priceReport([...replies, again], context).outcome, outcome, 'with a refusal counted already');
    }),
  );

const oneReport = (subject: Subject): Law =>
  law(
    'a report that was made is not due again in its round',
    fc.property(history, (drawn) => {
      const context = { clock: fixedClock(drawn.end) };
      const reported = new Set<number>();
      for (const { before, event, recorded } of playsOf(subject, drawn)) {
        if (event.type === 'price-reported' && recorded.status === 'applied') {
          demand(!reported.has(before.round), `round ${before.round} was reported twice`);
          reported.add(before.round);
        }
        const { round, facts } = recorded.state;
        if (!reported.has(round)) continue;
        const { open } = subject.duties(facts, context);
        demand(
          open.every(({ action }) => action !== 'report-price'),
          'the report is due again',
        );
      }
    }),
  );

/** What movers answer: who gets the job, and what is reported. */
export function answers(subject: Subject): readonly Law[] {
  return [orderOfDelivery, orderOfEvents, irrelevance, nextInOrder, prices, oneReport].map((lawOf) => lawOf(subject));
}
