import fc from 'fast-check';
import type * as requirement from '../../requirement/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { events } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

/** What each stage says of the facts. */
const isSaidBy: Readonly<Record<requirement.Stage, (facts: requirement.Facts) => boolean>> = {
  NONE: ({ initial }) => initial === null,
  INITIAL_OPEN: ({ initial, insistences = [] }) => initial?.answered === false && insistences.length === 0,
  INITIAL_ANSWERED: ({ initial, insistences = [] }) => initial?.answered === true && insistences.length === 0,
  INSISTENCE_OPEN: ({ insistences = [] }) => insistences.filter(({ answered }) => !answered).length === 1,
  INSISTENCE_ANSWERED: ({ insistences = [] }) => insistences.length === 1 && insistences.every(isAnswered),
  ESCALATED: ({ insistences = [] }) => insistences.length === 1,
  CLOSED: ({ initial }) => initial !== null,
};

function isAnswered({ answered }: requirement.Ticket): boolean {
  return answered;
}

/** How a requirement goes on from one event to the next. */
export function course(subject: Subject): readonly Law[] {
  const { run } = asked(subject);
  const { start, record } = subject;
  return [
    law(
      'leaves the state as it was whenever it refuses or ignores, and says why',
      fc.property(events, (happened) => {
        happened.reduce((state, event) => {
          const { status, code, ...recorded } = record(state, event);
          const isKept = status === 'applied' || status === 'late';
          demandSame(recorded.state === state, !isKept, `whether the state after "${status}" is the very one before`);
          if (status === 'refused' || status === 'no-effect')
            demand(code !== undefined && /^[a-z-]+$/.test(code), 'it does not say why');
          return recorded.state;
        }, start('bulk'));
      }),
    ),
    law(
      'takes an event once, however often it is delivered',
      fc.property(events, (happened) => {
        const once = run(happened);
        const twice = happened.reduce((state, event) => run([event, event], state), start('bulk'));
        demandSame(twice, once, 'each event delivered twice');
        let state = start('bulk');
        const kept = happened.filter((event) => {
          const recorded = record(state, event);
          state = recorded.state;
          return recorded.status === 'applied' || recorded.status === 'late';
        });
        demandSame(run(kept, once), once, 'what was kept delivered once more, at the end');
      }),
    ),
    law(
      'goes on from JSON as if it had not been stored',
      fc.property(events, fc.nat({ max: 12 }), (happened, cut) => {
        const stored = JSON.parse(JSON.stringify(run(happened.slice(0, cut)))) as requirement.Requirement;
        demandSame(run(happened.slice(cut), stored), run(happened));
      }),
    ),
    law(
      'once closed stays closed, and once escalated is not escalated again',
      fc.property(events, (happened) => {
        happened.reduce((state, event) => {
          const next = record(state, event).state;
          if (state.stage === 'CLOSED') demand(next.stage === 'CLOSED', 'it is closed no more');
          if (state.stage === 'ESCALATED')
            demand(next.stage === 'ESCALATED' || next.stage === 'CLOSED', 'it is escalated no more');
          return next;
        }, start('bulk'));
      }),
    ),
    law(
      'agrees with the facts: the stage says what is answered and what is open',
      fc.property(events, (happened) => {
        const { stage, facts } = run(happened);
        demand(isSaidBy[stage](facts), `the stage ${stage} says otherwise than the facts`);
      }),
    ),
  ];
}
