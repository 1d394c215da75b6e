import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import { loadingFlow, newContact, type Loading, type LoadingEvent, type LoadingStage } from '../../messaging/index.js';
import { loadingDraw, pick, type Draw } from './draw.js';
import { instant } from './facts.js';
import { CONTACT } from './scene.js';

/** What is heard of in any order. */
const HEARD: readonly string[] = ['user-message', 'conversation-ended'];

const likely: Readonly<Record<LoadingStage, readonly LoadingEvent['type'][]>> = {
  IDLE: ['conversation-ended', 'conversation-ended', 'user-message', 'tag-added-by-hand', 'upload-flag-set'],
  WAITING: ['tag-added', 'tag-added', 'user-message', 'conversation-ended', 'automation-failed', 'contact-requested'],
  TAGGED: ['contact-requested', 'contact-requested', 'data-given', 'contact-known', 'automation-failed'],
  ASKED: ['data-given', 'automation-failed', 'upload-flag-set', 'user-message'],
  LOADED: ['loaded', 'automation-failed', 'conversation-ended', 'upload-flag-set'],
  FAILED: ['survey-sent', 'survey-answered', 'contact-known', 'upload-flag-set', 'data-given'],
};

/**
 * The event that a draw makes of a contact's way into the CRM as it stands: of a model-based test, the event of a
 * command. `present`: when the latest of the events before it was; it is dated then or later, but for what is heard of
 * late.
 *
 * @example
 * ```ts
 * import fc from 'fast-check';
 * import { messaging } from 'pauta';
 * import { arbitraries } from 'pauta/testing';
 *
 * const { around, contact, loadingDraw, loadingEventOf } = arbitraries.messaging;
 * fc.assert(
 *   fc.property(loadingDraw, (drawn) => {
 *     const loading = messaging.newContact(contact);
 *     const { state } = messaging.recordLoading(loading, loadingEventOf(loading, drawn, 'e1', around));
 *     return state.facts.contact === contact;
 *   }),
 * );
 * ```
 */
export function loadingEventOf(
  { stage }: Loading,
  { type: drawn, choice, isYes, after }: Draw<LoadingEvent['type']>,
  id: string,
  present: Instant,
): LoadingEvent {
  const type = drawn ?? pick(likely[stage], choice);
  const at = present + (HEARD.includes(type) ? after : Math.max(0, after));
  const base = { id, at, contact: CONTACT };
  switch (type) {
    case 'conversation-ended':
      return { ...base, type, hasWelcomeEvents: isYes || choice > 2 };
    case 'tag-added-by-hand':
      return { ...base, type, tag: choice % 4 === 0 ? 'otra' : 'admision y ventas' };
    case 'upload-flag-set':
      return { ...base, type, value: isYes ? pick(['si', 'Sí '], choice) : pick(['no', null], choice) };
    default:
      return { ...base, type };
  }
}

/** Any event on the way into the CRM, of `CONTACT` or of another contact, whether or not it may happen. */
export const loadingEvent: fc.Arbitrary<LoadingEvent> = fc
  .tuple(fc.constantFrom(...loadingFlow.stages), loadingDraw, instant, fc.constantFrom(CONTACT, CONTACT, 'contact-2'))
  .map(([stage, drawn, at, contact]) => ({
    ...loadingEventOf({ ...newContact(contact), stage }, drawn, `e${drawn.choice}`, at),
    contact,
  }));
