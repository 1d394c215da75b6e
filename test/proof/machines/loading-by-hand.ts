import type * as messaging from 'pauta/messaging';
import { chartBy, handOf } from './hand.js';

type Event = messaging.LoadingEvent;

/** What the catalogue's machine of the CRM has to remember. */
export interface Loading {
  readonly policy: Pick<messaging.Policy, 'crmDelay' | 'crmTag' | 'manualTag' | 'resumption'>;
  /** The last end of a conversation; T4 is an hour after it. */
  readonly end: { readonly at: number; readonly hasWelcome: boolean } | null;
  /** When the client wrote since. */
  readonly wrote: readonly number[];
  readonly isTagged: boolean;
  readonly isKnown: boolean;
  readonly isFlagged: boolean;
  readonly isLoaded: boolean;
}

const waiting = ['IDLE', 'WAITING'];
const running = ['TAGGED', 'ASKED'];
const open = [...waiting, ...running, 'FAILED'];

type Condition = (known: Loading, event: Event) => boolean;

/** Whether the client wrote again before T4. */
function isResumed({ policy, end, wrote }: Loading): boolean {
  return (
    policy.resumption === 'restarts' && end !== null && wrote.some((at) => at > end.at && at < end.at + policy.crmDelay)
  );
}

function ended({ end, wrote }: Loading, event: Event): Pick<Loading, 'end' | 'wrote'> {
  if (event.type !== 'conversation-ended') return { end, wrote };
  // Of two ends at one instant either may have had welcome events.
  const hasWelcome = event.hasWelcomeEvents || (end?.at === event.at && end.hasWelcome);
  return { end: { at: event.at, hasWelcome }, wrote: wrote.filter((at) => at > event.at) };
}

function written({ wrote }: Loading, { at }: Event): Pick<Loading, 'wrote'> {
  return { wrote: [...wrote, at] };
}

/** "si"/"sí", trimmed, in any case. */
function flagged({ isFlagged }: Loading, event: Event): Pick<Loading, 'isFlagged'> {
  return { isFlagged: event.type === 'upload-flag-set' ? /^\s*s[ií]\s*$/i.test(event.value ?? '') : isFlagged };
}

function identified({ isKnown }: Loading, { type }: Event): Pick<Loading, 'isKnown'> {
  return { isKnown: isKnown || type === 'contact-known' };
}

const startsWait: Condition = (known, event) => {
  const then = { ...known, ...ended(known, event) };
  return then.end?.hasWelcome === true && !isResumed(then);
};
const resumes: Condition = (known, event) => isResumed({ ...known, ...written(known, event) });
const isBeforeEnd: Condition = ({ end }, { at }) => end !== null && at < end.at;
const isUpToEnd: Condition = ({ end }, { at }) => end !== null && at <= end.at;
const isT4: Condition = ({ end, policy }, { at }) => end !== null && at >= end.at + policy.crmDelay;
const isOtherTag: Condition = ({ policy }, event) => event.type === 'tag-added-by-hand' && event.tag !== policy.crmTag;
const waits: Condition = (known, event) => known.policy.manualTag === 'after-delay' && !isT4(known, event);
const isStarted: Condition = (known, event) => known.isTagged && !waits(known, event);
const isBoth: Condition = (known, event) => flagged(known, event).isFlagged && identified(known, event).isKnown;
const isUnknown: Condition = (known, event) => flagged(known, event).isFlagged && !known.isKnown;
const isOwed: Condition = ({ isLoaded }) => !isLoaded;

const both = (known: Loading, event: Event): Partial<Loading> => ({
  ...flagged(known, event),
  ...identified(known, event),
});
const nothing = (): Partial<Loading> => ({ wrote: [] });

const { goes, stays, says } = handOf<Loading, Event>();

/** The catalogue's table of the CRM, and its table of situations. The tick at T4 is our event `tag-added`. */
const told = [
  { ...says(waiting, 'conversation-ended', 'late', isBeforeEnd), silent: true as const },
  goes('IDLE', 'conversation-ended', 'WAITING', { when: startsWait, learn: ended }),
  // "Conversation-ended without welcome events: no timer."
  stays('IDLE', 'conversation-ended', { learn: ended }),
  { ...says(waiting, 'user-message', 'late', isUpToEnd), silent: true as const },
  goes('WAITING', 'user-message', 'IDLE', { when: resumes, learn: written }),
  goes('WAITING', 'tag-added', 'TAGGED', { when: isT4, learn: nothing }),
  says('WAITING', 'tag-added', 'illegal:too-early'),
  // "Tick at T4 after a manual tag."
  says(running, 'tag-added', 'noop:duplicate'),
  { ...says(open, 'tag-added-by-hand', 'noop:another-tag', isOtherTag), silent: true as const },
  stays(waiting, 'tag-added-by-hand', { when: waits, learn: () => ({ isTagged: true }) }),
  goes(waiting, 'tag-added-by-hand', 'TAGGED', { learn: () => ({ isTagged: true, wrote: [] }) }),
  goes('TAGGED', 'contact-requested', 'ASKED'),
  goes('ASKED', 'data-given', 'LOADED'),
  goes(open, ['upload-flag-set', 'contact-known'], 'LOADED', {
    when: isBoth,
    learn: (k, e) => ({ ...both(k, e), wrote: [] }),
  }),
  { ...says(open, 'upload-flag-set', 'noop:contact-unknown', isUnknown), learn: flagged },
  goes(['WAITING', ...running], 'automation-failed', 'FAILED', { learn: nothing }),
  goes('FAILED', 'survey-answered', 'LOADED'),
];

/** What the tables say nothing of, as `record` documents it. */
const silences = [
  stays('WAITING', 'conversation-ended', { when: startsWait, learn: ended }),
  goes('WAITING', 'conversation-ended', 'IDLE', { learn: ended }),
  stays(waiting, 'user-message', { learn: written }),
  says([...running, 'FAILED'], ['conversation-ended', 'user-message'], 'noop:automation-runs'),
  says('IDLE', 'tag-added', 'illegal:no-trigger'),
  says(running, 'tag-added-by-hand', 'noop:duplicate'),
  goes(waiting, 'contact-requested', 'ASKED', { when: (k, e) => isStarted(k, e) || isUnknown(k, e), learn: nothing }),
  says(waiting, 'contact-requested', 'illegal:not-tagged'),
  says('ASKED', 'contact-requested', 'noop:duplicate'),
  says(waiting, 'data-given', 'illegal:not-asked'),
  goes(['TAGGED', 'FAILED'], 'data-given', 'LOADED'),
  stays(open, ['upload-flag-set', 'contact-known'], { learn: both }),
  goes('IDLE', 'automation-failed', 'FAILED', { when: isStarted, learn: nothing }),
  says('IDLE', 'automation-failed', 'illegal:no-trigger'),
  says('FAILED', 'automation-failed', 'noop:duplicate'),
  says('FAILED', ['tag-added', 'tag-added-by-hand', 'contact-requested'], 'noop:automation-failed'),
  stays('FAILED', 'survey-sent'),
  says([...waiting, ...running], ['survey-sent', 'survey-answered'], 'illegal:not-failed'),
  goes(open, 'loaded', 'LOADED', { learn: () => ({ isLoaded: true }) }),
  // Until the host says that it did it, the load is owed, and may yet fail.
  stays('LOADED', 'loaded', { when: isOwed, learn: () => ({ isLoaded: true }) }),
  goes('LOADED', 'automation-failed', 'FAILED', { when: isOwed }),
  says('LOADED', ['loaded', 'automation-failed', 'contact-requested', 'data-given'], 'noop:already-loaded'),
  says('LOADED', ['contact-known', 'survey-sent', 'survey-answered', 'user-message'], 'noop:already-loaded'),
  // "Second tag or trigger when LOADED."
  says('LOADED', ['conversation-ended', 'tag-added', 'tag-added-by-hand', 'upload-flag-set'], 'noop:already-loaded'),
];

/** The catalogue's machine of a contact's way into the CRM, written by hand. */
export const loadingByHand = chartBy('loading by hand', [...open, 'LOADED'], told, silences);

/** What is known of a contact who is not in the CRM. */
export function loadingUnder(policy: messaging.Policy): Loading {
  return { policy, end: null, wrote: [], isTagged: false, isKnown: false, isFlagged: false, isLoaded: false };
}
