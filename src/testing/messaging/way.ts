import fc from 'fast-check';
import * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { delivered, endsAndMessages, places } from './delivery.js';
import { loadingHistory } from './history.js';
import { CONTACT, MINUTE, T } from './scene.js';
import { asked, type Subject } from './subject.js';

const deliveries = endsAndMessages.chain((all) => fc.tuple(fc.constant(all), delivered(all)));
const policies = fc.constantFrom(messaging.defaultPolicy, messaging.policy({ resumption: 'goes-on' }));

/** What becomes of the events on a contact's way into the CRM, however they are delivered. */
export function way(subject: Subject): readonly Law[] {
  const { intakeAt, loadingPlaysOf, runLoading } = asked(subject);
  const { newContact, recordLoading } = subject;
  return [
    law(
      'a contact’s way into the CRM takes ends and messages in whatever order and however often they are delivered',
      fc.property(deliveries, policies, fc.integer({ min: 0, max: 5 * 60 }), ([inOrder, anyhow], policy, minutes) => {
        const [one, other] = [runLoading(inOrder, policy), runLoading(anyhow, policy)];
        demandSame([other.stage, other.facts], [one.stage, one.facts]);
        const now = T + minutes * MINUTE;
        demandSame(intakeAt(other.facts, now, policy), intakeAt(one.facts, now, policy), `at ${now}`);
      }),
    ),
    law(
      'a contact’s way into the CRM takes an event once, however often it is delivered, at once or later',
      fc.property(loadingHistory, places, ({ policy, events }, again) => {
        let state = newContact(CONTACT);
        const taken: messaging.LoadingEvent[] = [];
        for (const [index, event] of events.entries()) {
          const recorded = recordLoading(state, event, { policy });
          state = recorded.state;
          // What is refused has not been taken, and may come again in its time.
          if (recorded.status !== 'refused') taken.push(event);
          for (const one of [event, ...(again[index] ?? []).map((place) => taken[place])]) {
            if (one === undefined || !taken.includes(one)) continue;
            const { state: after, status } = recordLoading(state, one, { policy });
            demandSame(after, state, `${one.type} ${one.id} once more`);
            if (one.type !== 'user-message') demandSame(status, 'duplicate', `${one.type} ${one.id} once more`);
          }
        }
      }),
    ),
    law(
      'a contact’s way into the CRM leaves the state as it was whenever it refuses, and but for the id and the field of who is not known whenever it ignores, and says why',
      fc.property(loadingHistory, (happened) => {
        for (const { before, event, recorded } of loadingPlaysOf(happened)) {
          const { state, status, code } = recorded;
          const because = `${event.type} is ${status}`;
          if (status === 'refused' || status === 'duplicate') demandSame(state, before, because);
          if (status === 'refused' || status === 'no-effect') {
            demand(code !== undefined && /^[a-z-]+$/.test(code), `${because}: ${code}`);
          }
          if (status !== 'late' && status !== 'no-effect') continue;
          const { uploadFlag } = code === 'contact-unknown' ? state.facts : before.facts;
          demandSame(state, { ...before, facts: { ...before.facts, uploadFlag }, seen: state.seen }, because);
        }
      }),
    ),
    law(
      'a stored way into the CRM goes on as if it had not been stored',
      fc.property(loadingHistory, ({ policy, events }) => {
        let state = newContact(CONTACT);
        let stored = state;
        for (const event of events) {
          state = recordLoading(state, event, { policy }).state;
          const next = recordLoading(stored, event, { policy }).state;
          stored = JSON.parse(JSON.stringify(next)) as messaging.Loading;
          demandSame(stored, state);
        }
      }),
    ),
  ];
}
