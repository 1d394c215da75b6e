import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as messaging from '../../messaging/index.js';
import type { History } from './history.js';
import { CONTACT } from './scene.js';

/** What is held to the laws of `messaging`: an implementation of its functions. */
export type Subject = Pick<
  typeof messaging,
  | 'agenda'
  | 'classification'
  | 'closing'
  | 'decide'
  | 'department'
  | 'duties'
  | 'greeting'
  | 'hooking'
  | 'intake'
  | 'isBotOn'
  | 'isForBot'
  | 'message'
  | 'monitoring'
  | 'newContact'
  | 'record'
  | 'recordLoading'
  | 'round'
  | 'start'
  | 'support'
>;

/** A step of a history: what was before, the event, and what became of it. */
export interface Play<State, Happened> {
  readonly before: State;
  readonly event: Happened;
  readonly recorded: { readonly state: State; readonly status: string; readonly code?: string; readonly rule?: string };
}

type Happenings<Happened> = Pick<History<Happened>, 'policy' | 'events'>;

/** What the laws ask of an implementation over and over. */
export interface Asked {
  /** What `intake` answers at an instant. */
  readonly intakeAt: (
    facts: messaging.IntakeFacts,
    now: Instant,
    policy?: messaging.Policy,
  ) => messaging.IntakeDecision;
  /** The conversation of `CONTACT` that events make, from another one or from nothing. */
  readonly run: (
    events: readonly messaging.Event[],
    from?: messaging.Conversation,
    policy?: messaging.Policy,
  ) => messaging.Conversation;
  /** The way of `CONTACT` into the CRM that events make. */
  readonly runLoading: (events: readonly messaging.LoadingEvent[], policy?: messaging.Policy) => messaging.Loading;
  /** Every step of a history. */
  readonly playsOf: (history: Happenings<messaging.Event>) => readonly Play<messaging.Conversation, messaging.Event>[];
  readonly loadingPlaysOf: (
    history: Happenings<messaging.LoadingEvent>,
  ) => readonly Play<messaging.Loading, messaging.LoadingEvent>[];
}

export function asked({ intake, newContact, record, recordLoading, start }: Subject): Asked {
  const { defaultPolicy } = messaging;
  return {
    intakeAt: (facts, now, policy = defaultPolicy) => intake(facts, { clock: fixedClock(now), policy }),
    run: (events, from = start(CONTACT), policy = defaultPolicy) =>
      events.reduce((state, event) => record(state, event, { policy }).state, from),
    runLoading: (events, policy = defaultPolicy) =>
      events.reduce((state, event) => recordLoading(state, event, { policy }).state, newContact(CONTACT)),
    playsOf: ({ policy, events }) => steps(start(CONTACT), events, (state, event) => record(state, event, { policy })),
    loadingPlaysOf: ({ policy, events }) =>
      steps(newContact(CONTACT), events, (state, event) => recordLoading(state, event, { policy })),
  };
}

function steps<State, Happened>(
  beginning: State,
  events: readonly Happened[],
  take: (state: State, event: Happened) => Play<State, Happened>['recorded'],
): readonly Play<State, Happened>[] {
  let before = beginning;
  return events.map((event) => {
    const recorded = take(before, event);
    const play = { before, event, recorded };
    before = recorded.state;
    return play;
  });
}
