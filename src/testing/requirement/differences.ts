import fc from 'fast-check';
import { demand, demandSame, law, type Law } from '../law.js';
import { facts, insistence, instant, knownFacts, policy, product, stance } from './arbitraries.js';
import { boundsOf } from './days.js';
import { asked, type Case, type Subject } from './subject.js';

/** All that time does to a case. */
const moves: readonly (readonly [Case, Case])[] = [
  [1, 3],
  [5, 7],
  ['both-open-insistence-in-term', 7],
  ['deadline-unknown', 7],
];

/** What a case may become by an answer to the initial ticket. */
const becomes = new Map<Case, readonly Case[]>([
  [1, [2, 4, 'nothing-to-do']],
  [3, [2, 4, 'nothing-to-do']],
  [6, [8, 'insistence-answer-unknown-to-client', 'nothing-to-do']],
  [7, [7]],
  ['both-open-insistence-in-term', [5]],
]);

const shuffled = fc
  .array(insistence, { maxLength: 5 })
  .chain((tickets) => fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })));

const dated = facts.filter(({ initial, insistences = [] }) =>
  [initial, ...insistences].every((ticket) => typeof ticket?.deadline !== 'number'),
);
const days = fc.constantFrom('2024-04-06', '2024-04-07', '2024-09-07', '2024-09-08', '2024-05-13');

/** What a difference in the facts, or in time, changes of the answer. */
export function differences(subject: Subject): readonly Law[] {
  const { outcomeAt, caseOf } = asked(subject);
  return [
    law(
      'the product changes only who files in 3 and 4, never the case',
      fc.property(facts, product, instant, (known, other, now) => {
        const outcome = outcomeAt({ ...known, product: 'bulk' }, now);
        const another = outcomeAt({ ...known, product: other }, now);
        if (outcome.action !== 'create-ticket') demandSame(another, outcome);
        else if (other === null) demandSame('gap' in another && another.gap, 'product-unknown', 'the gap');
        else {
          demandSame('case' in another && another.case, outcome.case, 'the case');
          demandSame('subject' in another && another.subject, outcome.subject, 'the subject');
        }
      }),
    ),
    law(
      'the stance matters only where the initial and the last ticket are answered',
      fc.property(facts, stance, instant, (known, client, now) => {
        const matters = known.initial?.answered === true && (known.insistences ?? []).every(({ answered }) => answered);
        if (!matters) demandSame(caseOf({ ...known, client }, now), caseOf(known, now));
      }),
    ),
    law(
      'the clock moves 1 to 3, 5 to 7 and both-open to 7, and nothing else',
      fc.property(facts, instant, instant, (known, a, b) => {
        const before = caseOf(known, Math.min(a, b));
        const after = caseOf(known, Math.max(a, b));
        const isAllowed = before === after || moves.some(([from, to]) => from === before && to === after);
        demand(isAllowed, `the clock moved ${before} to ${after}`);
      }),
    ),
    law(
      'an answer to the initial turns 1 and 3 into 2, 4 or nothing, both-open into 5, 6 into 8 or a gap, and leaves 7',
      fc.property(knownFacts, instant, (known, now) => {
        fc.pre(known.initial !== null && !known.initial.answered);
        const before = caseOf(known, now);
        const after = caseOf({ ...known, initial: { ...known.initial, answered: true } }, now);
        demand(becomes.get(before)?.includes(after) === true, `the answer turned ${before} into ${after}`);
      }),
    ),
    law(
      'the order of the insistences does not matter',
      fc.property(facts, shuffled, instant, policy, (known, [some, same], now, chosen) => {
        const one = outcomeAt({ ...known, insistences: some }, now, chosen);
        const other = outcomeAt({ ...known, insistences: same }, now, chosen);
        // Of two maximum dates that end at one instant either may be told.
        demandSame({ ...other, deadline: null, nearest: null }, { ...one, deadline: null, nearest: null });
      }),
    ),
    law(
      'the same local date gives the same answer, on days of 23 and of 25 hours too',
      fc.property(dated, days, fc.double({ min: 0, max: 1, noNaN: true }), (known, date, share) => {
        const [start, next] = boundsOf(date);
        const within = start + Math.floor((next - 1 - start) * share);
        demandSame(outcomeAt(known, within), outcomeAt(known, start));
        demandSame(outcomeAt(known, next - 1), outcomeAt(known, start));
      }),
    ),
  ];
}
