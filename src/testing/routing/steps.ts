import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import * as routing from '../../routing/index.js';
import { around, MAIL, WA } from './fixed.js';

/** An event without its id and instant. */
type Sketch<Event> = Event extends unknown ? Omit<Event, 'id' | 'at'> : never;
export type UploadSketch = Sketch<routing.Event>;
export type ConfigurationSketch = Sketch<routing.ConfigurationEvent>;

const HOUR = 3_600_000;
const LENGTH = 12;

const who = fc.constantFrom<routing.Actor | undefined>(undefined, undefined, undefined, 'administrator', 'agent');

/** Who does something: nobody named, more often than not. */
function by<Drawn extends object>(drawn: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn & { by?: routing.Actor }> {
  return fc.tuple(drawn, who).map(([event, actor]) => (actor === undefined ? event : { ...event, by: actor }));
}

const often = fc.nat({ max: 4 }).map((die) => die > 0);
const few = fc.constantFrom(0, 0, 0, 1, 7);

/** Anything that may be tried while a file is loaded; without its id and instant. */
export const step: fc.Arbitrary<UploadSketch> = by(
  fc.oneof(
    fc.record({
      type: fc.constant('select-account' as const),
      account: fc.constantFrom(WA, MAIL, '__proto__'),
      kind: fc.constantFrom<routing.AccountKind>('whatsapp', 'email'),
    }),
    fc.record({
      type: fc.constant('choose-file' as const),
      fileName: fc.constantFrom('cartera.csv', 'CARTERA.CSV ', 'cartera.xlsx', 'csv', ''),
    }),
    fc.record({ type: fc.constant('map-columns' as const), complete: often }),
    fc.record({ type: fc.constant('validate' as const), badRows: few, conflicts: few }),
    fc.record({ type: fc.constantFrom('upload', 'view', 'cancel') }),
  ),
);

/** Anything that may be tried with the configuration of a user; without its id and instant. */
export const change: fc.Arbitrary<ConfigurationSketch> = by(
  fc.oneof(
    fc.record({ type: fc.constantFrom('toggle', 'save', 'leave') }),
    fc.record({
      type: fc.constant('set-mode' as const),
      account: fc.constantFrom(WA, MAIL, 'constructor'),
      mode: fc.constantFrom<routing.Mode>('off', 'enabled', 'auto-assign'),
    }),
  ),
);

/** The steps by which a file is loaded and looked at, where all goes well. */
const course: readonly UploadSketch[] = [
  { type: 'select-account', account: WA, kind: 'whatsapp' },
  { type: 'choose-file', fileName: 'cartera.csv' },
  { type: 'map-columns', complete: true },
  { type: 'validate', badRows: 0, conflicts: 0 },
  { type: 'upload' },
  { type: 'view' },
];

interface Occurrence {
  readonly id: string;
  readonly at: Instant;
}

/** One of a few ids, so that the same one is drawn again, and an instant. */
const occurrence: fc.Arbitrary<Occurrence> = fc.record({
  id: fc.nat({ max: LENGTH }).map(String),
  at: fc.nat({ max: HOUR }).map((offset) => around + offset),
});

/** The sketches as what happened one after the other. */
function happened<Drawn extends object>(sketches: readonly Drawn[]): readonly (Drawn & Occurrence)[] {
  return sketches.map((sketch, index) => ({ ...sketch, id: `${index}`, at: around + index * 60_000 }));
}

/** Any event of an upload. */
export const event: fc.Arbitrary<routing.Event> = fc
  .tuple(step, occurrence)
  .map(([sketch, when]) => ({ ...sketch, ...when }));

/** Events of an upload in the order in which a host might send them, sensible or not, each with an id of its own. */
export const events: fc.Arbitrary<readonly routing.Event[]> = fc
  .tuple(fc.nat({ max: course.length }), fc.array(step, { maxLength: LENGTH }))
  .map(([far, rest]) => happened([...course.slice(0, far), ...rest]));

/** A stored upload: what any events make of it. */
export const state: fc.Arbitrary<routing.Upload> = events.map((all) =>
  all.reduce((upload, each) => routing.record(upload, each).state, routing.start()),
);

/** Any event of the configuration of a user. */
export const configurationEvent: fc.Arbitrary<routing.ConfigurationEvent> = fc
  .tuple(change, occurrence)
  .map(([sketch, when]) => ({ ...sketch, ...when }));

/** Events of a configuration in the order in which a host might send them, each with an id of its own. */
export const configurationEvents: fc.Arbitrary<readonly routing.ConfigurationEvent[]> = fc
  .array(change, { maxLength: LENGTH })
  .map(happened);

/** A stored configuration: what any changes make of that of a new user. */
export const configuration: fc.Arbitrary<routing.Configuration> = fc
  .tuple(configurationEvents, fc.boolean())
  .map(([all, newUserEnabled]) =>
    all.reduce((user, each) => routing.configure(user, each).state, routing.newUser('ana', { newUserEnabled })),
  );
