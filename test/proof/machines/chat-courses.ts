import fc from 'fast-check';
import * as messaging from 'pauta/messaging';
import * as routing from 'pauta/routing';
import { arbitraries } from 'pauta/testing';
import type { Course } from './course.js';
import type { Order } from './courses.js';

const MINUTE = 60_000;

type Of<Drawn> = Drawn extends fc.Arbitrary<infer Value> ? Value : never;
type Draw<Type> = arbitraries.messaging.Draw<Type>;

const { around, contact: CONTACT, draw, eventOf, loadingDraw, loadingEventOf, policy } = arbitraries.messaging;
const { change, step } = arbitraries.routing;

/** Any event at all; what may be heard of late, at any instant. */
function asideOf<Type>(from: fc.Arbitrary<Draw<Type>>, types: readonly Type[]): fc.Arbitrary<Draw<Type>> {
  const after = fc.constantFrom(0, 1, MINUTE, 120 * MINUTE, -1, -20 * MINUTE, -600 * MINUTE);
  return fc
    .record({ draw: from, type: fc.constantFrom(...types), after })
    .map(({ draw: drawn, ...rest }) => ({ ...drawn, ...rest }));
}

const filing: readonly messaging.Event['type'][] = ['section-set', 'agent-set', 'tags-set'];

/**
 * What comes from outside may be heard of late in every walk: the catalogue's machine has a place for it. `some-late`:
 * what people file, too.
 */
export function conversationCourse(
  order: Order,
): Course<messaging.Conversation, messaging.Event, messaging.Policy, Draw<messaging.Event['type']>> {
  return {
    scene: policy,
    draw,
    aside: asideOf(draw, messaging.flow.events),
    begin: () => messaging.start(CONTACT),
    from: () => around,
    make: (state, drawn, _policy, id, present) => {
      const event = eventOf(state, drawn, id, present);
      const isLate = order === 'some-late' && filing.includes(event.type);
      return isLate ? { ...event, at: present + drawn.after } : event;
    },
    record: (state, event, chosen) => messaging.record(state, event, { policy: chosen }),
    ends: [],
    share: 2,
  };
}

export interface LoadingScene {
  readonly policy: messaging.Policy;
  /** Under which what is asked aside is asked: a policy may change while a contact waits. */
  readonly other: messaging.Policy;
}

export function loadingCourse(
  order: Order,
): Course<messaging.Loading, messaging.LoadingEvent, LoadingScene, Draw<messaging.LoadingEvent['type']>> {
  return {
    scene: fc.record({ policy, other: policy }),
    draw: loadingDraw,
    aside: asideOf(loadingDraw, messaging.loadingFlow.events),
    begin: () => messaging.newContact(CONTACT),
    from: () => around,
    make: (state, drawn, _scene, id, present) => loadingEventOf(state, drawn, id, present),
    record: (state, event, { policy: chosen, other }, isAside) =>
      messaging.recordLoading(state, event, { policy: isAside && order === 'some-late' ? other : chosen }),
    ends: ['LOADED'],
    share: 1,
  };
}

interface UploadDraw {
  readonly sketch: Of<typeof step>;
  /** Whether, at the end of the way, the next step of it is taken instead of what was drawn. */
  readonly goesOn: boolean;
}

/** The step that each stage of an upload is waiting for. */
const due: Readonly<Record<routing.Stage, Of<typeof step>>> = {
  IDLE: { type: 'select-account', account: 'wa', kind: 'whatsapp' },
  ACCOUNT_SELECTED: { type: 'choose-file', fileName: 'cartera.csv' },
  FILE_CHOSEN: { type: 'map-columns', complete: true },
  MAPPED: { type: 'validate', badRows: 0, conflicts: 0 },
  VALIDATED: { type: 'upload' },
  REJECTED: { type: 'choose-file', fileName: 'cartera.csv' },
  LOADED: { type: 'view' },
  VERIFIED: { type: 'select-account', account: 'mail', kind: 'email' },
};

export const uploadCourse: Course<routing.Upload, routing.Event, null, UploadDraw> = {
  scene: fc.constant(null),
  draw: fc.record({ sketch: step, goesOn: fc.boolean() }),
  begin: routing.start,
  from: () => around,
  make: ({ stage }, { sketch, goesOn }, _scene, id, present) => ({
    ...(goesOn ? due[stage] : sketch),
    id,
    at: present + MINUTE,
  }),
  record: (state, event) => routing.record(state, event),
  ends: [],
  share: 1,
};

export const configurationCourse: Course<
  routing.Configuration,
  routing.ConfigurationEvent,
  boolean,
  Of<typeof change>
> = {
  scene: fc.boolean(),
  draw: change,
  begin: (newUserEnabled) => routing.newUser('ana', { newUserEnabled }),
  from: () => around,
  make: (_state, sketch, _scene, id, present) => ({ ...sketch, id, at: present + MINUTE }),
  record: (state, event) => routing.configure(state, event),
  ends: [],
  share: 1,
};
