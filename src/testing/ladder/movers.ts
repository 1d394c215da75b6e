import fc from 'fast-check';
import type { CivilDate } from '../../kernel/calendar.js';
import type * as ladder from '../../ladder/index.js';
import { mp } from './facts.js';

/** A region, by name: of three. */
export const region: fc.Arbitrary<string> = fc.constantFrom('Metropolitana', 'Biobío', 'Coquimbo');

/** A date of a move between regions, or of a job: of five, two days apart. */
export const interDate: fc.Arbitrary<CivilDate> = fc.constantFrom(
  '2024-06-08',
  '2024-06-10',
  '2024-06-12',
  '2024-06-14',
  '2024-06-16',
);

/** A move between regions, for which movers under way are looked for. Its last date may be before its first. */
export const interMove: fc.Arbitrary<ladder.InterMove> = fc.record({
  origin: region,
  destination: region,
  country: fc.constant('CL'),
  dateFrom: interDate,
  dateTo: interDate,
});

/** A job that a mover has already: most fit the filters, some are of another country, status or category. */
export const job: fc.Arbitrary<ladder.ScheduledJob> = fc.record({
  mp,
  origin: region,
  destination: region,
  country: fc.constantFrom('CL', 'CL', 'PE'),
  date: interDate,
  status: fc.constantFrom('awaiting-move', 'awaiting-move', 'searching'),
  category: fc.constantFrom('inter', 'inter', 'local'),
});

/** A size of move. */
export const volume: fc.Arbitrary<ladder.VolumeClass> = fc.constantFrom('mini', 'light', 'full', 'black');

/** A mover, as far as the lists look at one. */
export const mover: fc.Arbitrary<ladder.Mover> = fc.record({ mp, volumes: fc.uniqueArray(volume), region });

/** A service to be offered by lists. */
export const service: fc.Arbitrary<ladder.Service> = fc.record({ volume, regions: fc.uniqueArray(region) });
