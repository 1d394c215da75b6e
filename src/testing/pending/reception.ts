import fc from 'fast-check';
import type * as pending from '../../pending/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { around, event, events, history, later } from './arbitraries.js';
import { asked, type Subject } from './subject.js';

/** What the record says of an event, without the state. */
type Fate = Pick<pending.PendingRecorded, 'status' | 'code' | 'rule'>;

const lastly = { id: 'lastly' } as const;

/** What becomes of an event that is not kept, whatever is known of the chat; `null`: it is kept. */
function passedOver(one: pending.Event): Fate | null {
  if (one.type === 'opened' || one.type === 'read' || one.type === 'unread')
    return { status: 'no-effect', code: 'read', rule: 'pending/reading-changes-nothing' };
  if ('kind' in one && one.kind !== 'message')
    return { status: 'no-effect', code: 'not-a-message', rule: 'pending/client-unanswered' };
  if ('by' in one && one.by !== 'seller')
    return { status: 'refused', code: 'not-a-seller', rule: 'pending/settled-by-resolve' };
  return null;
}

/** What becomes of an event that is kept, and is the last in the log. */
function fateOf(one: pending.Event, { facts }: pending.Chat, known: ReadonlySet<string>): Fate {
  const applied = { status: 'applied' } as const;
  switch (one.type) {
    case 'message-deleted':
      return known.has(one.messageId) ? applied : { ...applied, code: 'message-unknown' };
    case 'client-message':
      return facts.resolved ? { ...applied, rule: 'pending/reopen-on-client-message' } : applied;
    case 'action-flagged':
      return { ...applied, rule: 'pending/definition-action' };
    case 'ai-on':
    case 'ai-off':
      return { ...applied, rule: 'pending/ai-active-required' };
    case 'mark-resolved': {
      const rule = one.via === 'menu' ? 'pending/resolve-via-menu' : 'pending/resolve-via-button';
      if (facts.actionSince != null) return { ...applied, rule };
      if (facts.resolved) return { status: 'no-effect', code: 'already-resolved', rule };
      if (facts.lastMessage === 'none') return { status: 'no-effect', code: 'nothing-to-resolve', rule };
      return { ...applied, rule };
    }
    default:
      return applied;
  }
}

/** What becomes of each event, and what is said of it. */
export function reception(subject: Subject): readonly Law[] {
  const { chatOf } = asked(subject);
  const { record, compact } = subject;
  const told = (chat: pending.Chat, one: pending.Event): Fate => {
    const { status, code, rule } = record(chat, one);
    return { status, code, rule } as Fate;
  };
  return [
    law(
      'each event is told its fate: kept, passed over or refused, with the code and the rule that the manual has for it',
      fc.property(events, event, later, (all, one, at) => {
        const chat = chatOf(all);
        const kept = all.filter((each) => passedOver(each) === null);
        const last = { ...one, ...lastly, at };
        const passed = passedOver(last);
        demandSame(told(chat, last), passed ?? fateOf(last, chat, new Set(kept.map(({ id }) => id))));
        if (passed !== null) demand(record(chat, last).state === chat, 'what is not kept gave another chat');
        else demandSame(told(chat, { ...last, at: Number.NaN }), { status: 'refused', code: 'undated' }, 'undated');
        for (const each of kept.slice(-1)) demandSame(told(chat, each), { status: 'duplicate' }, 'delivered again');
      }),
    ),
    law(
      'a chat let go of its past is the same chat, goes on alike, and refuses what is older',
      fc.property(history(), fc.nat({ max: 1_800_000 }), event, later, (all, offset, next, at) => {
        const [chat, before] = [chatOf(all), around + offset];
        const small = compact(chat, before);
        demandSame(small.facts, chat.facts, 'the facts');
        const older: pending.Event = { type: 'client-message', ...lastly, at: before - 1 };
        demandSame(told(small, older), { status: 'refused', code: 'forgotten' }, 'what is older');
        demandSame(record(small, older).state, small, 'the chat after what is older');
        // A deletion may name a message that was let go of.
        if (next.type === 'message-deleted') return;
        const more = { ...next, ...lastly, at };
        demandSame(record(small, more).state.facts, record(chat, more).state.facts, 'the facts that follow');
      }),
    ),
  ];
}
