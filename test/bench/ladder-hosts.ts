import { createStore } from '@xstate/store';
import { assign, initialTransition, setup, transition, type SnapshotFrom } from 'xstate';
import { defaultPolicy, flow, type SearchEvent as Event, type Facts, type Stage } from '../../src/ladder/index.js';
import * as hand from './ladder-by-hand.js';
import { recordByHand, type Answer, type SearchByHand } from './ladder-by-hand.js';

/*
 * The search by hand in two libraries that hold state, each by its pure transition. Both get a fresh snapshot and
 * an event and give a snapshot; neither knows of refusals, so that a refused event leaves the snapshot as it was.
 */

type Assigner = (search: SearchByHand, event: Event) => SearchByHand;

const assigner: Assigner = (search, event) => recordByHand(search, event).state;

/** @xstate/store with the reducer by hand: its context is the search, and each event has an assigner. */
function storeOf(search: SearchByHand) {
  return createStore<SearchByHand, Event, never>({
    context: search,
    on: Object.fromEntries(flow.events.map((type) => [type, assigner])) as Record<Event['type'], Assigner>,
  });
}

/** One store for all searches: its transition is pure, and takes the snapshot that it is given. */
const store = storeOf(hand.startByHand({ move: '', searchingSince: 0, category: 'local' }));

export type StoreSnapshot = ReturnType<typeof store.getSnapshot>;

export function startInStore(search: SearchByHand): StoreSnapshot {
  return storeOf(search).getSnapshot();
}

export function recordInStore(snapshot: StoreSnapshot, event: Event): StoreSnapshot {
  return store.transition(snapshot, event)[0];
}

type Guard = keyof typeof flow.guards;
type Asked = { readonly context: SearchByHand; readonly event: Event };

const about = (event: Event): string | null => ('mp' in event ? event.mp : null);
const first = ({ context, event }: Asked): string | null => hand.winnerByHand(context.confirmations, event.at);
const isChosen = (event: Event): boolean => event.type === 'offer-sent' && !!event.override;
const isConfirmed = ({ context, event }: Asked): boolean =>
  hand.standsByHand(context.confirmations, about(event) ?? '', event.at);
const takesBack = ({ context, event }: Asked): boolean =>
  hand.takesBack(context, event as Answer, hand.answered(context, event as Answer).confirmations);
const isInside = ({ context, event }: Asked): boolean | null =>
  hand.insideByHand(context.impossibilityWindow as Facts['impossibilityWindow'], event.at);

const guards: Record<Guard, (asked: Asked) => boolean> = {
  'before this round': ({ context, event }) => event.at < context.searchingSince,
  'two hours or less': ({ context, event }) => hand.isTooEarlyToResend(context, event.at, defaultPolicy),
  'the first press': ({ context, event }) => hand.isFirstPress(context, event.at, defaultPolicy),
  'less than an hour': ({ context, event }) => hand.isTooEarlyForLists(context, event.at, defaultPolicy),
  'reaches nobody new': ({ context, event }) =>
    event.type === 'lists-sent' && hand.reachesNobodyNew(context, event.mps),
  'not inter': ({ context }) => context.category !== 'inter',
  inter: ({ context }) => context.category === 'inter',
  'somebody stands': ({ context, event }) => hand.isAnybodyLeft(context.confirmations, event.at),
  'before the lists': ({ context, event }) => hand.isBefore(event.at, context.listsSentAt),
  'before the lists gave nobody': ({ context, event }) => hand.isBefore(event.at, context.listsExhaustedAt),
  'before the search gave nobody': ({ context, event }) => hand.isBeforeGivenUp(context, event.at),
  'stands now': ({ context, event }) =>
    hand.standsByHand(hand.answered(context, event as Answer).confirmations, about(event) ?? '', event.at),
  'not confirmed': (asked) => !isConfirmed(asked),
  'not the first, and no reason why': (asked) => first(asked) !== about(asked.event) && !isChosen(asked.event),
  'neither agreed nor confirmed': (asked) => asked.context.agreed?.mp !== about(asked.event) && !isConfirmed(asked),
  'not the next, and no reason why': (asked) =>
    (asked.context.agreed?.mp ?? first(asked)) !== about(asked.event) && !isChosen(asked.event),
  'has the offer': ({ context, event }) => context.offer?.mp === about(event),
  'does not have the offer': ({ context, event }) => context.offer?.mp !== about(event),
  'leaves the offer': (asked) => asked.context.offer?.mp !== about(asked.event) || !takesBack(asked),
  'before what was seen last': ({ context, event }) => hand.isBeforeSeen(context.offer, event.at),
  ready: ({ context, event }) => event.type === 'checked' && event.winner === context.offer?.mp && event.chat,
  'offered at RESENT': ({ context }) => context.offeredAt === 'RESENT',
  'offered at LISTS': ({ context }) => context.offeredAt === 'LISTS',
  'offered at INTER': ({ context }) => context.offeredAt === 'INTER',
  'has the job': ({ context, event }) => context.assignedTo === about(event),
  'does not have the job': ({ context, event }) => context.assignedTo !== about(event),
  'takes the job back': (asked) => asked.context.assignedTo === about(asked.event) && takesBack(asked),
  'before the assignment': ({ context, event }) => event.at < (context.assignedAt ?? event.at),
  'reported already': ({ context }) => context.priceReportedAt !== null,
  'on new dates': ({ context }) => context.begins !== 'search',
  'window unknown': (asked) => isInside(asked) === null,
  'outside the window': (asked) => isInside(asked) === false,
  'lists first': () => defaultPolicy.researchRestart === 'lists',
  'the client was contacted': ({ context }) => hand.isContacted(context),
  'the client was contacted, lists first': ({ context }) =>
    hand.isContacted(context) && defaultPolicy.researchRestart === 'lists',
};

/** What an event that leads to a stage does to the search. */
function changed(search: SearchByHand, event: Event, to: Stage): SearchByHand {
  switch (event.type) {
    case 'resend-done':
      return hand.resent(search, event);
    case 'lists-sent':
      return hand.listed(search, event, event.mps);
    case 'lists-exhausted':
      return hand.listsFailed(search, event);
    case 'inter-offered':
      return hand.interOffered(search, event, event.mp);
    case 'inter-exhausted':
      return hand.interFailed(search, event);
    case 'mp-confirmed': {
      const next = hand.answered(search, event);
      return to === search.stage ? next : hand.backToLists(next);
    }
    case 'mp-refused':
    case 'mp-withdrew': {
      const next = hand.answered(search, event);
      if (to === search.stage) return next;
      return to === 'SEARCHING' ? hand.dropped(next, event) : hand.withoutOffer(next);
    }
    case 'offer-sent':
      return hand.offered(search, event, event.mp);
    case 'checked':
      return hand.checked(search, event, event.winner, event.chat, to === 'VERIFIED');
    case 'offer-failed':
      return hand.offerFailed(search, event, event.mp);
    case 'mp-notified':
      return hand.assigned(search, event, event.mp);
    case 'auto-assigned':
      return hand.assignedByPlatform(search, event, event.mp);
    case 'mp-dropped':
      return hand.dropped(hand.kept(search, event), event);
    case 'price-reported':
      return hand.priceReported(search, event);
    case 'window-known':
      return hand.windowKnown(search, event, event.window);
    case 'client-mail-sent':
    case 'client-called':
      return hand.contacted(search, event);
    case 'date-agreed':
      return hand.dateAgreed(search, event, event.mp, event.date);
    case 'dates-changed':
      return hand.onNewDates(search, event, event.date, defaultPolicy);
    case 'refund-done':
      return hand.refunded(search, event);
    case 'cancel':
      return hand.cancelled(search, event);
  }
}

const kit = setup({
  types: { context: {} as SearchByHand, events: {} as Event, input: {} as SearchByHand },
  guards,
  actions: {
    keep: assign(({ context, event }) => hand.kept(context, event)),
    change: assign(({ context, event }, { to }: { readonly to: Stage }) => changed(context, event, to)),
  },
});

/** The transitions of a stage: our steps, one by one; the topmost whose guard holds is taken, as ours is. */
function transitionsOf(stage: Stage) {
  const named = (event: Event['type']) =>
    flow.steps.filter((step) => [step.from].flat().includes(stage) && [step.on].flat().includes(event));
  return Object.fromEntries(
    flow.events.map((event) => [
      event,
      named(event).map((step) => ({
        ...(step.if !== undefined && { guard: step.if }),
        ...('late' in step && { actions: { type: 'keep' as const } }),
        ...('stay' in step && { actions: { type: 'change' as const, params: { to: stage } } }),
        ...('to' in step && { target: step.to, actions: { type: 'change' as const, params: { to: step.to } } }),
      })),
    ]),
  );
}

const searching = kit.createMachine({
  id: 'ladder',
  context: ({ input }) => input,
  initial: 'SEARCHING',
  // None is `final`: late answers are kept in those, too.
  states: Object.fromEntries(flow.stages.map((stage) => [stage, { on: transitionsOf(stage) }])),
} as Parameters<typeof kit.createMachine>[0]);

export type MachineSnapshot = SnapshotFrom<typeof searching>;

export function startInMachine(search: SearchByHand): MachineSnapshot {
  return initialTransition(searching, search)[0];
}

/** What is asked of every event, before the machine: the same as by hand. */
export function recordInMachine(snapshot: MachineSnapshot, event: Event): MachineSnapshot {
  const { move, seen } = snapshot.context;
  if (event.move !== move || !Number.isFinite(event.at) || seen.includes(event.id)) return snapshot;
  return transition(searching, snapshot, event)[0];
}
