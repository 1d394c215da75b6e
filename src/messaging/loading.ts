import type { Instant } from '../kernel/clock.js';
import type { Recorded } from '../kernel/decision.js';
import { machine } from '../kernel/machine.js';
import type { IntakeFacts } from './intake.js';
import { loadingGuards } from './loading-guards.js';
import { loadingEvents, loadingSteps } from './loading-steps.js';
import type { Context } from './model.js';
import { defaultPolicy } from './policy.js';
import type { RuleId } from './rules.js';

/** How many messages are remembered for an end that is heard of after them. */
const REMEMBERED = 100;

/**
 * The stages of a contact's way into the CRM. `LOADED`: the data are there; until `loadedAt` is set, the load is owed.
 */
export type LoadingStage = 'IDLE' | 'WAITING' | 'TAGGED' | 'ASKED' | 'LOADED' | 'FAILED';

/** The stored way of a contact into the CRM. Plain JSON; `facts` is what `intake` takes. */
export interface Loading {
  readonly version: 1;
  readonly stage: LoadingStage;
  readonly facts: IntakeFacts;
  /**
   * When the client wrote since the conversation last ended, the last hundred times, earliest first: an end may be
   * heard of late.
   */
  readonly wroteAt: readonly Instant[];
  /** The ids of the events kept; messages are known by their instants instead. */
  readonly seen: readonly string[];
}

/** What happens on a contact's way into the CRM. */
export type LoadingEvent = {
  readonly id: string;
  readonly at: Instant;
  /** The id of the contact. An event of another contact is refused. */
  readonly contact: string;
} & (
  | {
      /**
       * `tag-added`, `contact-requested`, `survey-sent`, `loaded`: what `intake` asked for was done. `contact-known`:
       * through WhatsApp. `data-given`: the client gave the contact data. `automation-failed`: nobody says how it is
       * noticed (ME-14).
       */
      readonly type:
        | 'user-message'
        | 'tag-added'
        | 'contact-requested'
        | 'data-given'
        | 'contact-known'
        | 'automation-failed'
        | 'survey-sent'
        | 'survey-answered'
        | 'loaded';
    }
  | {
      readonly type: 'conversation-ended';
      /** Whether the conversation that ended had welcome events. */
      readonly hasWelcomeEvents: boolean;
    }
  | { readonly type: 'tag-added-by-hand'; readonly tag: string }
  | {
      /** The field "¿subir a CRM manualmente? R3". */
      readonly type: 'upload-flag-set';
      readonly value: string | null;
    }
);

/** Why an event of a contact's loading is refused, or has no effect. */
export type LoadingCode =
  | 'already-loaded'
  | 'another-tag'
  | 'automation-failed'
  | 'automation-runs'
  | 'contact-unknown'
  | 'duplicate'
  | 'no-trigger'
  | 'not-asked'
  | 'not-failed'
  | 'not-tagged'
  | 'other-contact'
  | 'too-early'
  | 'undated';

/** What became of an event, and the contact's way to keep: the very object given, where nothing was to be kept. */
export type LoadingRecorded = Recorded<Loading, RuleId, LoadingCode>;

/** The machine of a contact's way into the CRM. It orders what is done; what is due, and when, `intake` says. */
export const loadingFlow = /* @__PURE__ */ machine({
  name: 'messaging/loading',
  stages: ['IDLE', 'WAITING', 'TAGGED', 'ASKED', 'LOADED', 'FAILED'],
  final: [],
  events: loadingEvents,
  guards: loadingGuards,
  steps: loadingSteps,
});

/** A contact who is not in the CRM, and on whose way there nothing was done. */
export function newContact(contact: string): Loading {
  const facts: IntakeFacts = {
    contact,
    hasWelcomeEvents: false,
    endedAt: null,
    wroteAgainAt: null,
    taggedByHandAt: null,
    isKnown: false,
    uploadFlag: null,
    failedAt: null,
    taggedAt: null,
    askedAt: null,
    answeredAt: null,
    surveySentAt: null,
    surveyAnsweredAt: null,
    loadedAt: null,
  };
  return { version: 1, stage: 'IDLE', facts, wroteAt: [], seen: [] };
}

/**
 * Keeps an event on a contact's way into the CRM, or says by which rule it cannot be. Ends and messages may be heard of
 * in any order; the contact is loaded once, whatever triggers it and however often.
 *
 * Refused: `too-early` (the automation's tag before the wait is over), `no-trigger`, `not-tagged`, `not-asked`,
 * `not-failed`; `other-contact` for an event of another contact and `undated` for an instant that is not a number.
 * Without effect: `duplicate`, `already-loaded`, `another-tag`, `automation-runs`, `automation-failed`, and
 * `contact-unknown`, whose field is kept for when the contact is known. `late`: an end older than the one that counts,
 * or a message before it. A refused event leaves the state as it was.
 *
 * Source: messaging L80–86.
 */
export function recordLoading(
  loading: Loading,
  event: LoadingEvent,
  context?: Partial<Pick<Context, 'policy'>>,
): LoadingRecorded {
  const { facts, stage, seen } = loading;
  if (event.contact !== facts.contact) return { state: loading, status: 'refused', code: 'other-contact' };
  if (!Number.isFinite(event.at)) return { state: loading, status: 'refused', code: 'undated' };
  if (isKnown(loading, event)) return { state: loading, status: 'duplicate' };
  const wroteAt = written(loading, event);
  const learnt = learn(facts, event, wroteAt);
  const step = loadingFlow.step(stage, event.type, loading, event, context?.policy ?? defaultPolicy, learnt);
  const { rule } = step;
  if ('refuse' in step) return { state: loading, status: 'refused', code: step.refuse, rule };
  // What had no effect now is to have none when it comes again.
  const known = event.type === 'user-message' ? seen : [...seen, event.id];
  if ('ignore' in step) {
    const kept = step.ignore === 'contact-unknown' ? learnt : facts;
    return { state: { ...loading, facts: kept, seen: known }, status: 'no-effect', code: step.ignore, rule };
  }
  if ('late' in step) return { state: { ...loading, seen: known }, status: 'late', rule };
  const moved = 'to' in step ? step.to : stage;
  const state: Loading = {
    version: 1,
    stage: moved,
    facts: moved === 'LOADED' ? withData(learnt, event) : learnt,
    wroteAt: moved === 'IDLE' || moved === 'WAITING' ? wroteAt : [],
    seen: known,
  };
  return { state, status: 'applied', rule };
}

/**
 * From `LOADED` on the data are there, and the load is owed, whatever a later policy makes of the field that led to it.
 */
function withData(facts: IntakeFacts, { at }: LoadingEvent): IntakeFacts {
  return facts.answeredAt == null ? { ...facts, answeredAt: at } : facts;
}

function isKnown({ wroteAt, seen }: Loading, { type, id, at }: LoadingEvent): boolean {
  return type === 'user-message' ? wroteAt.includes(at) : seen.includes(id);
}

/** When the client wrote since the last end, with the event in it. */
function written({ wroteAt }: Loading, { type, at }: LoadingEvent): readonly Instant[] {
  if (type === 'user-message') return [...wroteAt, at].toSorted((a, b) => a - b).slice(-REMEMBERED);
  return type === 'conversation-ended' ? wroteAt.filter((one) => one > at) : wroteAt;
}

/** What an event says by itself. */
function learn(facts: IntakeFacts, event: LoadingEvent, wroteAt: readonly Instant[]): IntakeFacts {
  const { at } = event;
  switch (event.type) {
    case 'conversation-ended': {
      // Of two ends at one instant either may have had them.
      const hasWelcomeEvents = event.hasWelcomeEvents || (facts.hasWelcomeEvents === true && facts.endedAt === at);
      return { ...facts, hasWelcomeEvents, endedAt: at, wroteAgainAt: wroteAt[0] ?? null };
    }
    case 'user-message':
      // No message older than the end comes so far.
      return facts.endedAt == null ? facts : { ...facts, wroteAgainAt: Math.min(facts.wroteAgainAt ?? at, at) };
    case 'tag-added':
      return { ...facts, taggedAt: at };
    case 'tag-added-by-hand':
      return { ...facts, taggedByHandAt: at };
    case 'contact-requested':
      return { ...facts, askedAt: at };
    case 'data-given':
      return { ...facts, answeredAt: at };
    case 'upload-flag-set':
      return { ...facts, uploadFlag: event.value };
    case 'contact-known':
      return { ...facts, isKnown: true };
    case 'automation-failed':
      return { ...facts, failedAt: at };
    case 'survey-sent':
      return { ...facts, surveySentAt: at };
    case 'survey-answered':
      return { ...facts, surveyAnsweredAt: at };
    case 'loaded':
      return { ...facts, loadedAt: at };
  }
}
