import { fixedClock, type Instant } from 'pauta/kernel';
import * as messaging from 'pauta/messaging';
import { loadingSchema, read, stateSchema } from 'pauta/messaging/schema';
import type { Chance } from '../chance.js';
import { TEN_MINUTES } from '../grid.js';
import type { Performed } from '../ledger.js';
import type { Act, Due, Fate, Life, Room } from '../room.js';
import { gridOf, slotsOf } from './calendar.js';
import { sorted, times } from './lists.js';
import { AGENT, CONTACT, messagingWorld, type Heard } from './messaging-world.js';

/** Both machines of one contact: the conversation, and the way into the CRM. */
export interface Contact {
  readonly conversation: messaging.Conversation;
  readonly loading: messaging.Loading;
}

/** What is to be done in the conversation, as acts with a key each. */
function dutiesOf(
  { facts }: messaging.Conversation,
  policy: messaging.Policy,
  done: readonly string[],
): readonly Act[] {
  return messaging.duties(facts, { policy }).open.flatMap((outcome): readonly Act[] => {
    switch (outcome.action) {
      case 'hook':
        return [{ key: `hook/${outcome.rule}/${facts.botSilentAt}/${facts.commentedAt}`, outcome }];
      case 'reply-comment':
        return [{ key: `comment/${outcome.comment}`, outcome }];
      case 'classify':
        return outcome.missing.map((part) => ({
          key: `file/${part}/${times(done, `file/${part}/`)}`,
          outcome: { action: part },
        }));
      case 'call-user':
      case 'locate-user':
        return [{ key: `${outcome.action}/${times(done, `${outcome.action}/`)}`, outcome }];
      case 'send-message':
        // The closing reply is a step of a case that was solved; the other one answers a report.
        return 'step' in outcome
          ? [{ key: `close/reply/${facts.solvedAt}`, outcome: { ...outcome, action: 'closing-reply' } }]
          : [{ key: `case-text/${times(done, 'case-text/')}`, outcome }];
      case 'reactivate-bot':
      case 'click-close':
        return [{ key: `close/${outcome.action}/${facts.solvedAt}`, outcome }];
      default:
        return [];
    }
  });
}

/** What is to be done so that the contact gets into the CRM. */
function intakeOf({ facts }: messaging.Loading, policy: messaging.Policy, now: Instant): Due {
  const { outcome, validUntil: wake } = messaging.intake(facts, { clock: fixedClock(now), policy });
  switch (outcome.action) {
    case 'run-automation':
      return { acts: [{ key: `crm/${outcome.steps[0]}`, outcome: { action: outcome.steps[0] ?? '' } }], wake };
    case 'load-to-crm':
      return { acts: [{ key: `crm/${outcome.key}`, outcome }], wake };
    case 'send-survey':
      return { acts: [{ key: 'crm/survey', outcome }], wake };
    case 'not-covered':
      // The nearest thing, for the manual does not say what to do with a contact whom nobody knows.
      return { acts: [{ key: 'crm/ask-contact', outcome: outcome.nearest }], wake };
    default:
      return { acts: [], wake };
  }
}

/** What is recorded of an act. */
function eventOf({ conversation }: Contact, { key, outcome }: Act, { at }: Performed): Heard | null {
  const happened = { id: key, at, contact: CONTACT };
  const by = conversation.facts.agent ?? AGENT;
  switch (outcome.action) {
    case 'hook':
      return { ...happened, type: 'hooked' };
    case 'reply-comment':
      return { ...happened, type: 'comment-answered', comment: key.slice('comment/'.length) };
    case 'section':
      return { ...happened, type: 'section-set', section: 'Ventas' };
    case 'agent':
      return { ...happened, type: 'agent-set', agent: AGENT, department: 'Operaciones' };
    case 'tag':
      return { ...happened, type: 'tags-set', tags: ['consulta'] };
    case 'call-user':
      return { ...happened, type: 'user-called' };
    case 'locate-user':
      return { ...happened, type: 'user-located' };
    case 'send-message':
      return { ...happened, type: 'case-text-sent' };
    case 'closing-reply':
      return { ...happened, type: 'standard-reply-sent', by };
    case 'reactivate-bot':
      return { ...happened, type: 'bot-reactivated', by, after: conversation.facts.lastMessage?.ids.at(-1) ?? null };
    case 'click-close':
      return { ...happened, type: 'click-close', by };
    case 'add-tag':
      return { ...happened, type: 'tag-added' };
    case 'ask-contact':
      return { ...happened, type: 'contact-requested' };
    case 'load-to-crm':
      return { ...happened, type: 'loaded' };
    case 'send-survey':
      return { ...happened, type: 'survey-sent' };
    default:
      return null;
  }
}

/** Each machine is told what concerns it, both of them what the client writes; the row is written once. */
function record(contact: Contact, event: Heard, policy: messaging.Policy): Fate<Contact> {
  const { conversation, loading } = contact;
  const told = isOfConversation(event) ? messaging.record(conversation, event, { policy }) : null;
  const noted = isOfLoading(event) ? messaging.recordLoading(loading, event, { policy }) : null;
  const [talk, way] = [told?.state ?? conversation, noted?.state ?? loading];
  const state = talk === conversation && way === loading ? contact : { conversation: talk, loading: way };
  const { status, code } = (told ?? noted) as messaging.ConversationRecorded | messaging.LoadingRecorded;
  return code === undefined ? { state, status } : { state, status, code };
}

function isOfConversation(event: Heard): event is messaging.Event {
  return messaging.flow.events.some((type) => type === event.type);
}

function isOfLoading(event: Heard): event is messaging.LoadingEvent {
  return messaging.loadingFlow.events.some((type) => type === event.type);
}

function live(_seed: number, chance: Chance): Life<Contact, Heard> {
  // One life in ten is one in which the order of arrival may be decisive.
  const isRough = chance.is(0.1);
  const grid = gridOf(chance, 'America/Caracas');
  const policy = messaging.policy({
    crmDelay: { minutes: chance.is(0.5) ? 60 : chance.pick([30, 90, 120, 20]) },
    closeOrder: chance.pick(['strict', 'any'] as const),
    closers: chance.pick(['assigned-agent', 'assigned-agent-or-administrator'] as const),
    classifyClosedOut: chance.is(0.2),
    resumption: chance.pick(['restarts', 'goes-on'] as const),
    manualTag: chance.pick(['at-once', 'after-delay'] as const),
  });
  return {
    grid,
    about: JSON.stringify({ grid, closeOrder: policy.closeOrder, crmDelay: Number(policy.crmDelay) / TEN_MINUTES }),
    start: { conversation: messaging.start(CONTACT), loading: messaging.newContact(CONTACT) },
    slots: slotsOf(chance, chance.whole(8, 30), 4),
    world: messagingWorld(chance, isRough),
    record: (state, event) => record(state, event, policy),
    due: ({ conversation, loading }, done, now) => {
      const { acts, wake } = intakeOf(loading, policy, now);
      return { acts: [...dutiesOf(conversation, policy, done), ...acts], wake };
    },
    report: eventOf,
    load: (stored) => {
      const { conversation, loading } = stored as Readonly<Record<keyof Contact, unknown>>;
      const [talk, way] = [read(stateSchema, conversation), read(loadingSchema, loading)];
      if (!talk.ok) return talk;
      return way.ok ? { ok: true, value: { conversation: talk.value, loading: way.value } } : way;
    },
    decisions: ({ conversation, loading }, now) => [
      messaging.decide(conversation.facts, { policy }),
      messaging.intake(loading.facts, { clock: fixedClock(now), policy }),
    ],
    comparable: ({ conversation, loading }) => ({
      conversation: { ...conversation, seen: sorted(conversation.seen) },
      loading: { ...loading, seen: sorted(loading.seen) },
    }),
    // L73–76: each closing step once for a solution. ME-11: nobody is loaded twice, nor asked or tagged.
    once: ['close/', 'comment/', 'crm/'],
    isRough,
    patience: null,
  };
}

/** A bot's conversation with a contact, and the contact's way into the CRM. */
export const messagingRoom: Room<Contact, Heard> = { name: 'messaging', live };
