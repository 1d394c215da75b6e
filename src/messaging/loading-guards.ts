import type { IntakeFacts } from './intake.js';
import type { Loading, LoadingEvent } from './loading.js';
import type { Policy } from './policy.js';
import { isResumed, isUploadFlag, startOf } from './triggers.js';

/**
 * What the guards are asked about: the way of a contact before the event, the event, the policy, and the facts with the
 * event in them.
 */
type Asked = readonly [loading: Loading, event: LoadingEvent, policy: Policy, learnt: IntakeFacts];

type Condition = (...asked: Asked) => boolean;

/** Whether the wait of a conversation with welcome events is over when something happens. */
function isDue(facts: IntakeFacts, { at }: LoadingEvent, policy: Policy): boolean {
  return facts.hasWelcomeEvents === true && at >= startOf(facts, policy) && !isResumed(facts, policy);
}

/** Whether a tag set by hand has started the automation when something happens. */
function isStartedByHand(facts: IntakeFacts, { at }: LoadingEvent, policy: Policy): boolean {
  return facts.taggedByHandAt != null && (policy.manualTag === 'at-once' || at >= startOf(facts, policy));
}

const conditions = {
  'before the end': ({ facts }, event) => facts.endedAt != null && event.at < facts.endedAt,
  'no later than the end': ({ facts }, event) => facts.endedAt != null && event.at <= facts.endedAt,
  'the wait begins': (_loading, _event, policy, learnt) =>
    learnt.hasWelcomeEvents === true && !isResumed(learnt, policy),
  'within the wait': (_loading, _event, policy, learnt) => isResumed(learnt, policy),
  'the wait is over': ({ facts }, event, policy) => isDue(facts, event, policy),
  'it has started': ({ facts }, event, policy) => isDue(facts, event, policy) || isStartedByHand(facts, event, policy),
  'another tag': (_loading, event, { crmTag }) => event.type === 'tag-added-by-hand' && event.tag !== crmTag,
  'the tag must wait': (_loading, event, policy, learnt) => !isStartedByHand(learnt, event, policy),
  'started by hand': ({ facts }, event, policy) => isStartedByHand(facts, event, policy),
  'known and flagged': (_loading, _event, policy, { isKnown, uploadFlag }) =>
    isKnown === true && isUploadFlag(uploadFlag, policy),
  'flagged, and not known': (_loading, _event, policy, { isKnown, uploadFlag }) =>
    isKnown !== true && isUploadFlag(uploadFlag, policy),
  'the load is owed': ({ facts }) => facts.loadedAt == null,
} satisfies Record<string, Condition>;

export type LoadingGuard = keyof typeof conditions;

/** The conditions that the steps name. Time is compared at the event's own instant. */
export const loadingGuards: Readonly<Record<LoadingGuard, Condition>> = conditions;
