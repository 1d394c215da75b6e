import fc from 'fast-check';
import type * as messaging from '../../messaging/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { delivered, messages, places } from './delivery.js';
import { history } from './history.js';
import { jointLaw } from './joint-law.js';
import { AGENTS, CONTACT, DAY, HOUR, MINUTE, T } from './scene.js';
import { asked, type Subject } from './subject.js';

const AGENT = 'Soporte General';
const past = { contact: CONTACT, at: T - HOUR } as const;
const held: readonly messaging.Event[] = [{ ...past, id: 'a', type: 'taken-over', by: AGENT, after: null }];
const solved: readonly messaging.Event[] = [
  { ...past, id: 'a', type: 'agent-set', agent: AGENT },
  { ...past, id: 'b', type: 'support-ticket' },
  { ...past, id: 'c', type: 'solved', by: AGENT },
  { ...past, id: 'd', type: 'standard-reply-sent', by: AGENT },
];
/** The events by which a conversation changes hands. */
const HANDING: readonly string[] = ['taken-over', 'given-back', 'bot-reactivated', 'solved', 'support-ticket'];

const plain = messages.map((all) => all.map(({ id, at }) => ({ ...past, id, at, type: 'user-message' as const })));
const deliveries = plain.chain((all) =>
  fc.tuple(delivered(all), fc.nat({ max: 2 * all.length }), fc.integer({ min: -1, max: 31 * 60 })),
);

/** Who attends, the bot or a person, and which messages are the bot's. */
export function handOff(subject: Subject): readonly Law[] {
  const { playsOf, run } = asked(subject);
  const { isBotOn, isForBot, record, start } = subject;
  return [
    jointLaw(
      'a conversation refuses a hand-off by who has not seen the last message, and changes nothing',
      fc.property(
        history,
        fc.nat({ max: 30 }),
        fc.constantFrom('taken-over', 'given-back' as const),
        fc.constantFrom(...AGENTS),
        fc.constantFrom('another', null),
        ({ policy, events }, cut, type, by, after) => {
          const state = run(events.slice(0, cut), undefined, policy);
          const { lastMessage, course } = state.facts;
          fc.pre(after !== null || lastMessage != null);
          const event = { id: 'hand-off', at: T + 90 * DAY, contact: CONTACT, type, by, after };
          const recorded = record(state, event, { policy });
          demandSame(recorded.state, { ...state, seen: recorded.state.seen }, 'the state');
          const isOpen = course === 'open' || (course === 'closed-out' && type === 'taken-over');
          if (recorded.status === 'refused') demandSame(recorded.state, state, 'the state');
          if (isOpen) demandSame([recorded.status, recorded.code], ['refused', 'stale'], type);
          else demand(recorded.status !== 'applied', 'it is taken');
        },
      ),
      fc.property(
        history,
        fc.nat({ max: 30 }),
        fc.constantFrom(...AGENTS),
        fc.nat({ max: 5 }),
        ({ policy, events }, cut, by, place) => {
          const state = run(events.slice(0, cut), undefined, policy);
          const { lastMessage, handedOffAt } = state.facts;
          const at = Math.max(T + 90 * DAY, handedOffAt ?? T);
          const event = { id: 'hand-off', at, contact: CONTACT, type: 'bot-reactivated' as const, by };
          const unasked = record(state, event, { policy });
          const known = lastMessage == null ? [null] : lastMessage.ids;
          // Any message of the last instant will do.
          const seen = record(state, { ...event, after: known[place % known.length] ?? null }, { policy });
          demandSame(seen, unasked, 'by who has seen it');
          const blind = record(state, { ...event, after: 'another' }, { policy });
          const refusal = { state, status: 'refused', code: 'stale', rule: 'messaging/close-2-bot' };
          demandSame(blind, unasked.status === 'applied' ? refusal : unasked, 'by who has not');
        },
      ),
    ),
    law(
      'a conversation gives the bot, after a hand-back, no message that was known or came before one that was, and every other, whenever that was written and is heard of',
      fc.property(
        deliveries,
        fc.constantFrom('given-back', 'closing', 'closed' as const),
        ([all, place, minutes], way) => {
          const before = all.slice(0, place);
          let state = run([...(way === 'given-back' ? held : solved), ...before]);
          const handBack = { contact: CONTACT, id: 'back', at: T + minutes * MINUTE, by: AGENT };
          const after = state.facts.lastMessage?.ids.at(-1) ?? null;
          const event: messaging.Event =
            way === 'given-back' ? { ...handBack, type: way, after } : { ...handBack, type: 'bot-reactivated' };
          for (const one of before) demand(!isForBot(state.facts, one), 'while a person attends, it is for the bot');
          const recorded = record(state, event);
          demandSame(recorded.status, 'applied', 'what became of the hand-back');
          state = recorded.state;
          const last = Math.max(...before.map(({ at }) => at));
          if (way === 'closed') state = run([{ ...handBack, id: 'click', type: 'click-close' }], state);
          for (const arrived of [[], ...all.slice(place).map((one) => [one])]) {
            state = run(arrived, state);
            demand(isBotOn(state.facts), 'the bot is off');
            for (const one of all) {
              const isKnown = before.some(({ id }) => id === one.id);
              demandSame(isForBot(state.facts, one), !isKnown && one.at >= last, `whether ${one.id} is for the bot`);
            }
          }
        },
      ),
    ),
    law(
      'a conversation never gives the bot a message that was known at any hand-off, and loses none that nobody knew and that was written after those',
      fc.property(history, places, ({ policy, events }, again) => {
        let state = start(CONTACT);
        let heard: readonly messaging.Message[] = [];
        /** What was known when the conversation last changed hands, and what the bot has answered. */
        let served: readonly messaging.Message[] = [];
        for (const [index, event] of events.entries()) {
          const recorded = record(state, event, { policy });
          state = recorded.state;
          if (event.type === 'user-message') heard = [...heard, event];
          if (recorded.status === 'applied' && HANDING.includes(event.type)) served = [...served, ...heard];
          if (event.type === 'bot-answered' && event.to !== undefined) served = [...served, event.to];
          const last = Math.max(...served.map(({ at }) => at));
          const unheard = [-1, 0, 1].map((beside) => ({ id: 'zz', at: Math.max(last, T) + beside }));
          for (const message of [...heard, ...unheard]) {
            const isServed = message.at < last || served.some(({ id }) => id === message.id);
            const expected = isBotOn(state.facts) && !isServed;
            demandSame(isForBot(state.facts, message), expected, `whether ${message.id} is for the bot`);
          }
          for (const message of (again[index] ?? []).flatMap((place) => heard.slice(place, place + 1))) {
            const once = { ...message, contact: CONTACT, type: 'user-message' as const };
            const { facts } = record(state, once, { policy }).state;
            demandSame(facts.botSeen, state.facts.botSeen, `what the bot has seen, with ${message.id} once more`);
          }
        }
      }),
    ),
    law(
      'a conversation never gives the bot again what it has answered, whether the message or the answer is heard of first',
      fc.property(history, messages, fc.nat({ max: 30 }), ({ policy, events }, written, place) => {
        let state = start(CONTACT);
        let answered: readonly messaging.Event[] = [];
        const demandAnswered = (): void => {
          for (const one of answered) demand(!isForBot(state.facts, one), `${one.id}, answered, is for the bot`);
        };
        for (const [index, event] of events.entries()) {
          state = record(state, event, { policy }).state;
          const to = written[(place + index) % Math.max(1, written.length)];
          if (to !== undefined && index % 3 === place % 3) {
            const answer = {
              id: `answer ${index}`,
              at: to.at + 1,
              contact: CONTACT,
              type: 'bot-answered' as const,
              to,
            };
            state = record(state, answer, { policy }).state;
            answered = [...answered, to];
          }
          demandAnswered();
        }
        state = run(answered, state, policy);
        demandAnswered();
      }),
    ),
    law(
      'the bot of a conversation is on exactly while nobody else attends',
      fc.property(history, (happened) => {
        let isOn = true;
        for (const { before, event, recorded } of playsOf(happened)) {
          const { stage, facts } = recorded.state;
          if (recorded.status === 'applied') {
            const isCase = stage === 'SUPPORT' || stage === 'INVESTIGATING';
            if (event.type === 'taken-over' || isCase) isOn = false;
            if (event.type === 'given-back' || event.type === 'bot-reactivated') isOn = true;
            const isTaken = event.type === 'taken-over' || stage === 'SUPPORT';
            demand(before.stage !== 'CLOSED_OUT' || isTaken || isOn, `after the close-out, ${event.type} turns it off`);
          }
          demandSame(isBotOn(facts), isOn, `whether the bot is on after ${event.type}`);
        }
      }),
    ),
  ];
}
