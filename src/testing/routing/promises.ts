import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import { deepFreeze } from '../frozen.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { configuration, configurationEvents, events, facts, policy, portfolio, state, team } from './arbitraries.js';
import { MAIL, WA } from './fixed.js';
import type { Subject } from './subject.js';

/** What the two machines have in common: a state, events, and what becomes of them. */
interface Steps<State, Event> {
  readonly start: () => State;
  readonly record: (
    state: State,
    event: Event,
  ) => { readonly state: State; readonly status: string; readonly code?: string };
}

/** An event of an upload and one of a configuration are told apart by what they are given to. */
interface Occurrence {
  readonly id: string;
  readonly at: Instant;
}

/** What portfolios and records promise, whatever the manual says. */
export function promises(subject: Subject): readonly Law[] {
  const { decide, fromJson, start, record, newUser, configure } = subject;
  /** Demands the same of an upload and of a configuration. */
  const ofBoth = (
    demandOf: <State, Event extends Occurrence>(steps: Steps<State, Event>, happened: readonly Event[]) => void,
  ): fc.IRawProperty<unknown, false> =>
    fc.property(events, configurationEvents, fc.boolean(), (steps, changes, newUserEnabled) => {
      demandOf({ start, record }, steps);
      demandOf({ start: () => newUser('ana', { newUserEnabled }), record: configure }, changes);
    });
  return [
    law(
      'a stored portfolio answers as if it had not been stored',
      fc.property(portfolio, facts, team(WA, MAIL), policy, (held, contact, people, chosen) => {
        const restored = fromJson(JSON.parse(JSON.stringify(held)));
        demand(restored.ok, 'what was stored is refused');
        demandSame(JSON.stringify(restored.value), JSON.stringify(held), 'the portfolio');
        demandSame(
          decide(contact, { portfolio: restored.value, team: people, policy: chosen }),
          decide(contact, { portfolio: held, team: people, policy: chosen }),
        );
      }),
    ),
    law(
      'leaves frozen uploads, configurations and events as they are',
      fc.property(state, events, configuration, configurationEvents, (upload, steps, user, changes) => {
        let kept = deepFreeze(upload);
        for (const event of deepFreeze([...steps])) kept = deepFreeze(record(kept, event).state);
        let configured = deepFreeze(user);
        for (const event of deepFreeze([...changes])) configured = deepFreeze(configure(configured, event).state);
      }),
    ),
    law(
      'leaves an upload, or a configuration, as it was whenever it refuses or ignores, and says why',
      ofBoth((steps, happened) => {
        happened.reduce((before, event) => {
          const { state: after, status, code } = steps.record(before, event);
          demandSame(after === before, status !== 'applied', `whether it is as it was after "${status}"`);
          if (status !== 'applied') demand(code !== undefined && /^[a-z-]+$/.test(code), 'it does not say why');
          return after;
        }, steps.start());
      }),
    ),
    law(
      'takes an event once, however often it is delivered',
      ofBoth((steps, happened) => {
        const applied: (typeof happened)[number][] = [];
        const once = happened.reduce((before, event) => {
          const recorded = steps.record(before, event);
          if (recorded.status === 'applied') applied.push(event);
          return recorded.state;
        }, steps.start());
        for (const event of applied)
          demandSame(steps.record(once, event).state, once, `${event.id} delivered once more, at the end`);
      }),
    ),
    law(
      'an upload, or a configuration, that was stored goes on as if it had not been',
      ofBoth((steps, happened) => {
        const stored = <State>(kept: State): State => JSON.parse(JSON.stringify(kept)) as State;
        const through = happened.reduce((before, event) => steps.record(stored(before), event).state, steps.start());
        const direct = happened.reduce((before, event) => steps.record(before, event).state, steps.start());
        demandSame(through, direct);
      }),
    ),
  ];
}
