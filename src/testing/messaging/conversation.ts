import fc from 'fast-check';
import type * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { delivered, messages, places } from './delivery.js';
import { history } from './history.js';
import { CONTACT, T } from './scene.js';
import { asked, type Subject } from './subject.js';

const AGENT = 'Soporte General';

const deliveries = messages.chain((all) => fc.tuple(fc.constant(all), delivered(all)));
const tick = fc.integer({ min: 0, max: 3 }).map((milliseconds) => T + milliseconds);
const draft = fc.record({ at: tick, notSolved: fc.boolean() });
const rest = ['standard-reply-sent', 'bot-reactivated', 'click-close'] as const;

/** Whether a conversation keeps the id of an event. Of what comes by the thousand it keeps the latest instants. */
function isKept({ type }: messaging.Event): boolean {
  return !['user-message', 'bot-answered', 'bot-silent', 'hooked'].includes(type);
}

/** What becomes of the events of a conversation, in whatever order and however often they are delivered. */
export function conversation(subject: Subject): readonly Law[] {
  const { playsOf, run } = asked(subject);
  const { record, start } = subject;
  return [
    law(
      'a conversation takes messages in whatever order and however often they are delivered',
      fc.property(history, fc.nat({ max: 30 }), deliveries, ({ policy, events }, cut, [inOrder, anyhow]) => {
        // Acts of a history, before which nothing is delivered again.
        const state = run(events.slice(0, cut), undefined, policy);
        demandSame(run(anyhow, state, policy), run(inOrder, state, policy));
      }),
    ),
    law(
      'a conversation takes an event once, however often it is delivered, at once or later',
      fc.property(history, places, ({ policy, events }, again) => {
        let state = start(CONTACT);
        const taken: messaging.Event[] = [];
        for (const [index, event] of events.entries()) {
          const recorded = record(state, event, { policy });
          state = recorded.state;
          // What is refused has not been taken, and may come again in its time.
          if (recorded.status !== 'refused') taken.push(event);
          for (const one of [event, ...(again[index] ?? []).map((place) => taken[place])]) {
            if (one === undefined || !taken.includes(one)) continue;
            const { state: after, status } = record(state, one, { policy });
            demandSame(after, state, `${one.type} ${one.id} once more`);
            if (isKept(one)) demandSame(status, 'duplicate', `${one.type} ${one.id} once more`);
          }
        }
      }),
    ),
    law(
      'a conversation takes what happens at one instant once, in whatever order it is delivered again',
      fc.property(history, fc.infiniteStream(fc.nat({ max: 30 })), ({ policy, events }, chosen) => {
        let state = start(CONTACT);
        const taken: messaging.Event[] = [];
        for (const event of events.map((one) => ({ ...one, at: T }))) {
          const recorded = record(state, event, { policy });
          state = recorded.state;
          if (recorded.status !== 'refused') taken.push(event);
          const one = taken[(chosen.next().value as number) % Math.max(1, taken.length)];
          if (one !== undefined) demandSame(record(state, one, { policy }).state, state, `${one.type} once more`);
        }
      }),
    ),
    law(
      'a conversation is not reopened by a message that was known and comes again, whatever the instants of what people did',
      fc.property(fc.array(draft, { maxLength: 3 }), tick, fc.boolean(), (drafts, at, isClosed) => {
        const base = { contact: CONTACT, at } as const;
        const written = drafts.map((one, index): messaging.Event => ({
          ...{ ...base, id: `m${index}`, type: 'user-message' },
          ...one,
        }));
        const state = run([
          { ...base, at: T, id: 'a', type: 'agent-set', agent: AGENT },
          { ...base, at: T, id: 'b', type: 'support-ticket' },
          ...written,
          { ...base, id: 'c', type: 'solved', by: AGENT },
          ...(isClosed ? rest : []).map((type): messaging.Event => ({ ...base, id: type, type, by: AGENT })),
        ]);
        demandSame(state.stage, isClosed ? 'CLOSED_OUT' : 'SOLVED', 'the stage');
        for (const again of written) demandSame(record(state, again).state, state, `${again.id} once more`);
      }),
    ),
    law(
      'a conversation leaves the state as it was whenever it refuses, and but for the id whenever it ignores, and says why',
      fc.property(history, (happened) => {
        for (const { before, event, recorded } of playsOf(happened)) {
          const { state, status, code } = recorded;
          const { lastMessage, botSeen, botAnsweredAt, botSilentAt } = state.facts;
          // Of messages, and of what the bot does, the latest instants are known, whatever comes of them.
          const known = isKept(event) ? {} : { lastMessage, botSeen, botAnsweredAt, botSilentAt };
          const same = { ...before, facts: { ...before.facts, ...known }, seen: state.seen };
          const because = `${event.type} is ${status}`;
          if (status === 'refused' || status === 'duplicate') demandSame(state, before, because);
          if (status === 'refused' || status === 'no-effect') {
            demand(code !== undefined && /^[a-z-]+$/.test(code), `${because}: ${code}`);
          }
          if (status === 'no-effect' || status === 'late') demandSame(state, same, because);
        }
      }),
    ),
    law(
      'a stored conversation goes on as if it had not been stored',
      fc.property(history, ({ policy, events }) => {
        let state = start(CONTACT);
        let stored = state;
        for (const event of events) {
          state = record(state, event, { policy }).state;
          const next = record(stored, event, { policy }).state;
          stored = JSON.parse(JSON.stringify(next)) as messaging.Conversation;
          demandSame(stored, state);
        }
      }),
    ),
  ];
}
