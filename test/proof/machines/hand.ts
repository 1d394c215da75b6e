import type { Chart, Row, Sent } from './chart.js';

/** What a row has beside its stages, events and words. */
type How<Known, Event extends Sent> = Pick<Row<Known, Event>, 'when' | 'learn'>;

type Types<Event extends Sent> = Event['type'] | readonly Event['type'][];

/** The words in which rows are written by hand. */
export interface Hand<Known, Event extends Sent> {
  readonly goes: (
    from: string | readonly string[],
    on: Types<Event>,
    to: string,
    how?: How<Known, Event>,
  ) => Row<Known, Event>;
  readonly stays: (from: string | readonly string[], on: Types<Event>, how?: How<Known, Event>) => Row<Known, Event>;
  /** It is refused, has no effect or comes too late, and nothing is learnt. */
  readonly says: (
    from: string | readonly string[],
    on: Types<Event>,
    word: string,
    when?: How<Known, Event>['when'],
  ) => Row<Known, Event>;
}

/** The words for one machine. */
export function handOf<Known, Event extends Sent>(): Hand<Known, Event> {
  const both = (from: string | readonly string[], on: Types<Event>): Pick<Row<Known, Event>, 'from' | 'on'> => ({
    from: [from].flat(),
    on: [on].flat(),
  });
  return {
    goes: (from, on, to, how = {}) => ({ ...both(from, on), to, says: 'ok', ...how }),
    stays: (from, on, how = {}) => ({ ...both(from, on), says: 'ok', ...how }),
    says: (from, on, word, when) => ({ ...both(from, on), says: word, ...(when === undefined ? {} : { when }) }),
  };
}

/** A machine of what the catalogue's tables say, and of what they do not say: the tables come first. */
export function chartBy<Known, Event extends Sent>(
  name: string,
  stages: readonly string[],
  told: readonly Row<Known, Event>[],
  silences: readonly Row<Known, Event>[],
): Chart<Known, Event> {
  return { name, stages, rows: [...told, ...silences.map((row) => ({ ...row, silent: true as const }))] };
}
