import type * as messaging from 'pauta/messaging';
import type { Chance } from '../chance.js';
import type { Ledger } from '../ledger.js';
import type { Undated, World } from '../room.js';

export const CONTACT = 'contact-1';
export const AGENT = 'CCO IDEA';

/** What either machine is told. */
export type Heard = messaging.Event | messaging.LoadingEvent;

type Body = Undated<Heard>;

/**
 * What the client, the bot and people do. In each slot either one thing that turns the conversation, or messages and
 * signs of the bot, whose order means nothing. `isRough`: both, and two of the first.
 */
export function messagingWorld(chance: Chance, isRough: boolean): World<Heard> {
  /** The client's last message, as far as everybody knows before a slot. */
  let last: string | null = null;
  return (slot, at, ledger) => {
    const turn = (): readonly Body[] => {
      const body = chance.is(0.08) ? anything(chance, last) : next(chance, ledger, last);
      return body === null ? [] : [body];
    };
    const bodies = isRough
      ? [...turn(), ...messages(chance, last, at), ...turn()]
      : chance.is(0.45)
        ? messages(chance, last, at)
        : turn();
    const index = bodies.findLastIndex(({ type }) => type === 'user-message');
    if (index >= 0) last = `${slot}.${index}`;
    return bodies;
  };
}

/** The client writes, several times over; the bot is silent; a comment. */
function messages(chance: Chance, last: string | null, at: number): readonly Body[] {
  const wrote = chance.some([0, 1, 2], 0.5).map((): Body => ({ type: 'user-message', contact: CONTACT }));
  const comment: readonly Body[] = chance.is(0.15) ? [{ type: 'comment-question', contact: CONTACT }] : [];
  if (last === null || chance.is(0.6)) return [...comment, ...wrote];
  // It answers what was written before this slot: of the last message everybody knows by now.
  return [...comment, ...wrote, { type: 'bot-answered', contact: CONTACT, to: { id: last, at: at - 1 } }];
}

function next(chance: Chance, ledger: Ledger, last: string | null): Body | null {
  const luck = chance.next();
  if (luck < 0.3) return intakeTurn(chance, ledger);
  if (luck < 0.36) return { type: 'bot-silent', contact: CONTACT };
  if (luck < 0.42) return { type: 'taken-over', contact: CONTACT, by: 'Ventas 1', after: last };
  if (luck < 0.48) return { type: 'given-back', contact: CONTACT, by: 'Ventas 1', after: last };
  if (luck < 0.6) return { type: 'support-ticket', contact: CONTACT };
  if (luck < 0.7) return { type: 'no-immediate-solution', contact: CONTACT };
  if (luck < 0.85) return { type: 'solved', contact: CONTACT, by: chance.is(0.9) ? AGENT : 'Ventas 1' };
  if (luck < 0.9) return { type: 'user-message', contact: CONTACT, notSolved: true };
  return null;
}

/** What moves the contact toward the CRM: what the automation asked for, or what starts it. */
function intakeTurn(chance: Chance, ledger: Ledger): Body | null {
  const last = ledger.last('add-tag', 'ask-contact', 'send-survey', 'load-to-crm');
  const luck = chance.next();
  switch (last?.action) {
    case 'ask-contact':
      return { type: luck < 0.6 ? 'data-given' : 'automation-failed', contact: CONTACT };
    case 'send-survey':
      return { type: luck < 0.7 ? 'survey-answered' : 'data-given', contact: CONTACT };
    case 'load-to-crm':
      return luck < 0.2 ? { type: 'automation-failed', contact: CONTACT } : null;
    default:
      if (luck < 0.5) return { type: 'conversation-ended', contact: CONTACT, hasWelcomeEvents: chance.is(0.8) };
      if (luck < 0.65)
        return { type: 'tag-added-by-hand', contact: CONTACT, tag: chance.pick(['admision y ventas', 'otro']) };
      if (luck < 0.8)
        return { type: 'upload-flag-set', contact: CONTACT, value: chance.pick(['si', 'Sí', 'no', null]) };
      return { type: luck < 0.92 ? 'contact-known' : 'automation-failed', contact: CONTACT };
  }
}

/** What nobody expects, such as a step that is not due, or a filing taken back. */
function anything(chance: Chance, last: string | null): Body {
  return chance.pick<Body>([
    { type: 'section-set', contact: CONTACT, section: chance.pick(['NEW', 'Tienda', null]) },
    { type: 'agent-set', contact: CONTACT, agent: chance.pick(['Ventas 1', null]) },
    { type: 'tags-set', contact: CONTACT, tags: [] },
    { type: 'hooked', contact: CONTACT },
    { type: 'user-called', contact: CONTACT },
    { type: 'case-text-sent', contact: CONTACT },
    { type: 'standard-reply-sent', contact: CONTACT, by: AGENT },
    { type: 'click-close', contact: CONTACT, by: AGENT },
    { type: 'bot-reactivated', contact: CONTACT, by: AGENT, after: last },
    { type: 'tag-added', contact: CONTACT },
    { type: 'data-given', contact: CONTACT },
    { type: 'survey-sent', contact: CONTACT },
    { type: 'loaded', contact: CONTACT },
    { type: 'bot-answered', contact: CONTACT },
  ]);
}
