import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import { flow, type Conversation, type Event, type Stage } from '../../messaging/index.js';
import { draw, pick, type Draw } from './draw.js';
import { facts, instant } from './facts.js';
import { AGENTS, CONTACT, SECTIONS } from './scene.js';

/** What is heard of from outside, in any order; what people do comes in the order in which they did it. */
const OUTSIDE: readonly string[] = ['user-message', 'bot-answered', 'bot-silent', 'comment-question'];

const filing = ['section-set', 'agent-set', 'tags-set'] as const;
const talk = ['user-message', 'bot-answered', 'bot-silent', 'hooked', 'comment-question', 'comment-answered'] as const;
const handOff = ['taken-over', 'given-back', 'given-back'] as const;

/** What may well come next at a stage. */
const likely: Readonly<Record<Stage, readonly Event['type'][]>> = {
  NEW: [...talk, ...filing, 'support-ticket', 'taken-over'],
  BOT: [...filing, ...filing, ...handOff, 'user-message', 'bot-answered', 'support-ticket'],
  CLASSIFIED: ['support-ticket', 'support-ticket', 'support-ticket', ...handOff, ...talk],
  SUPPORT: ['user-called', 'user-located', 'solved', 'solved', 'solved', 'no-immediate-solution', 'agent-set'],
  INVESTIGATING: ['case-text-sent', 'solved', 'solved', 'user-located', 'user-message', 'no-immediate-solution'],
  SOLVED: [
    ...(['standard-reply-sent', 'standard-reply-sent', 'bot-reactivated', 'bot-reactivated'] as const),
    ...(['click-close', 'click-close', 'click-close', 'user-message', 'bot-silent'] as const),
  ],
  CLOSED_OUT: ['user-message', 'user-message', 'bot-answered', 'agent-set', 'support-ticket', 'taken-over', 'tags-set'],
};

/**
 * The event that a draw makes of a conversation as it stands: of a model-based test, the event of a command.
 * `present`: when the latest of the events before it was; it is dated then or later, but for what is heard of late.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { messaging } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { around, contact, draw, eventOf } = arbitraries.messaging;
 * fc.assert(
 *   fc.property(draw, (drawn) => {
 *     const chat = messaging.start(contact);
 *     const { state } = messaging.record(chat, eventOf(chat, drawn, 'e1', around));
 *     return state.contact === contact;
 *   }),
 * );
 * ```
 */
export function eventOf(conversation: Conversation, drawn: Draw<Event['type']>, id: string, present: Instant): Event {
  const { facts: known, stage } = conversation;
  const { choice, isYes, after } = drawn;
  const type = drawn.type ?? pick(likely[stage], choice);
  const at = present + (OUTSIDE.includes(type) ? after : Math.max(0, after));
  const base = { id, at, contact: CONTACT };
  // Most of what is done is done by the agent whose case it is.
  const by = choice % 4 === 0 || known.agent == null || known.agent.trim() === '' ? pick(AGENTS, choice) : known.agent;
  const { at: lastAt = at, ids = [] } = known.lastMessage ?? {};
  const last = ids.length === 0 ? null : pick(ids, choice);
  switch (type) {
    case 'user-message':
      return isYes ? { ...base, type, notSolved: true } : { ...base, type };
    case 'bot-answered':
      return isYes && last !== null ? { ...base, type, to: { id: last, at: lastAt } } : { ...base, type };
    case 'comment-answered':
      return { ...base, type, comment: known.openComments?.[0] ?? 'none' };
    case 'section-set':
      return { ...base, type, section: isYes ? 'Soporte' : pick([...SECTIONS, null], choice) };
    case 'agent-set':
      return { ...base, type, ...agentOf(drawn) };
    case 'tags-set':
      return { ...base, type, tags: isYes || choice > 2 ? ['curso'] : [] };
    case 'solved':
    case 'standard-reply-sent':
    case 'click-close':
      return { ...base, type, by };
    case 'bot-reactivated':
      return isYes ? { ...base, type, by, after: choice % 5 === 0 ? 'another' : last } : { ...base, type, by };
    case 'taken-over':
    case 'given-back':
      return { ...base, type, by, after: choice % 5 === 0 ? 'another' : last };
    default:
      return { ...base, type };
  }
}

function agentOf({ isYes, choice }: Draw<unknown>): { agent: string | null; department?: string } {
  if (!isYes && choice < 3) return { agent: choice === 0 ? null : ' ' };
  const agent = pick(AGENTS, choice);
  return isYes ? { agent, department: 'Académico' } : { agent };
}

/** Any event, of `CONTACT` or of another contact, whether or not it may happen in any conversation. */
export const event: fc.Arbitrary<Event> = fc
  .tuple(fc.constantFrom(...flow.stages), facts, draw, instant, fc.constantFrom(CONTACT, CONTACT, 'contact-2'))
  .map(([stage, known, drawn, at, contact]) => {
    const conversation: Conversation = { version: 1, contact, stage, facts: known, seen: [] };
    return { ...eventOf(conversation, drawn, `e${drawn.choice}`, at), contact };
  });
