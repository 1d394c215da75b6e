import fc from 'fast-check';
import type * as contact from '../../contact/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { dueAt, wordOf } from './due.js';
import { policy as anyPolicy } from './facts.js';
import { history, move, outreachNear } from './histories.js';
import { at, dayBefore } from './place.js';
import { decideAt, outcomeAt, playsOf, run, type Play, type Subject } from './subject.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function inOrder(instants: readonly number[] = []): readonly number[] {
  return instants.toSorted((a, b) => a - b);
}

/** The state with its lists in order: in which order events were heard of is not to be seen in it. */
function sorted({ seen, facts, ...rest }: contact.Contact): unknown {
  return {
    ...rest,
    seen: seen.toSorted(),
    facts: {
      ...facts,
      helpMailsAt: inOrder(facts.helpMailsAt),
      otherMailsAt: inOrder(facts.otherMailsAt),
      calls: facts.calls?.toSorted((a, b) => a.at - b.at),
      clientRepliesAt: inOrder(facts.clientRepliesAt),
    },
  };
}

const anyOrder = (subject: Subject): Law => {
  const shuffled = at((place) =>
    outreachNear(place).chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    ),
  );
  return law(
    'takes mails, calls and replies in whatever order they are heard of',
    fc.property(shuffled, anyPolicy, ([place, [events, delivered]], policy) => {
      const begun = subject.start({ move, ...place });
      const one = run(subject, events, begun, policy);
      const other = run(subject, delivered, begun, policy);
      demandSame(sorted(other), sorted(one), 'the state');
      for (const day of [0, 1, 2, 3, 5]) {
        const now = dayBefore(place, day) + 7 * HOUR;
        const [answer, same] = [one, other].map(({ facts }) => decideAt(subject, facts, now, policy));
        demandSame(same, answer, `the answer ${day} days before the move`);
      }
    }),
  );
};

function demandKept({ before, event, recorded }: Play): void {
  const { state, status, code = '' } = recorded;
  // A mail too many is kept all the same: its call may still be heard of.
  const isMail = event.type === 'mail-sent' || event.type === 'record-mail-sent';
  const isKept = status === 'applied' || status === 'late' || (status === 'no-effect' && isMail);
  demandSame(state === before, !isKept, `${event.type}, ${status}: whether the state is the very same`);
  if (status === 'late') demandSame(state, { ...before, seen: state.seen }, 'what came late');
  if (status === 'refused' || status === 'no-effect') demand(/^[a-z-]+$/.test(code), `${status} without a code`);
}

const refusals = (subject: Subject): Law =>
  law(
    'leaves the state as it was whenever it refuses or ignores, but for a mail too many, and says why',
    fc.property(history, (drawn) => {
      playsOf(subject, drawn).forEach(demandKept);
    }),
  );

const once = (subject: Subject): Law =>
  law(
    'takes an event once, however often it is delivered',
    fc.property(history, (drawn) => {
      const { policy } = drawn;
      for (const { recorded, event } of playsOf(subject, drawn)) {
        const { state } = recorded;
        if (!state.seen.includes(event.id)) continue;
        const again = subject.record(state, event, { policy });
        demandSame(again, { state, status: 'duplicate' }, `${event.type}, delivered again`);
      }
    }),
  );

const storage = (subject: Subject): Law =>
  law(
    'goes on from JSON as if it had not been stored',
    fc.property(history, fc.nat({ max: 24 }), ({ beginning, policy, events }, cut) => {
      const begun = subject.start(beginning);
      const text = JSON.stringify(run(subject, events.slice(0, cut), begun, policy));
      const resumed = run(subject, events.slice(cut), JSON.parse(text) as contact.Contact, policy);
      demandSame(resumed, run(subject, events, begun, policy), `stored after ${cut} events`);
    }),
  );

const agreement = (subject: Subject): Law =>
  law(
    'agrees with the facts: at each stage only what belongs to it is due',
    fc.property(history, fc.nat({ max: 8 * DAY }), (drawn, later) => {
      for (const { recorded } of playsOf(subject, drawn)) {
        const { stage, facts } = recorded.state;
        const word = wordOf(outcomeAt(subject, facts, drawn.end + later, drawn.policy));
        demand(dueAt[stage].includes(word), `${word} is due at the stage ${stage}`);
      }
    }),
  );

/** How events are kept. */
export function machine(subject: Subject): readonly Law[] {
  return [anyOrder, refusals, once, storage, agreement].map((lawOf) => lawOf(subject));
}
