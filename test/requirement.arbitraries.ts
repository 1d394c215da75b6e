import fc from 'fast-check';
import type { Instant } from '../src/kernel/clock.js';
import * as requirement from 'pauta/requirement';

const DAY = 86_400_000;

/** Around the two nights of 2024 on which Chile changes its clocks, and around one on which it does not. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.constantFrom('2024-04-06T12:00:00-03:00', '2024-09-07T12:00:00-04:00', '2024-05-13T12:00:00-04:00'),
    fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  )
  .map(([around, offset]) => Date.parse(around) + offset);

const civilDate = fc.constantFrom(
  ...['2024-04-05', '2024-04-06', '2024-04-07', '2024-09-06', '2024-09-07', '2024-09-08', '2024-05-12', '2024-05-13'],
);

const deadline: fc.Arbitrary<requirement.Deadline | null> = fc.oneof(
  { weight: 6, arbitrary: civilDate },
  { weight: 2, arbitrary: anyInstant },
  { weight: 1, arbitrary: fc.constant(null) },
);

export const product = fc.constantFrom<requirement.Product | null>('meter', 'bottled', 'bulk', null);
export const stance = fc.constantFrom<requirement.Stance>('unaware', 'dissatisfied', 'satisfied');
const kind = fc.constantFrom<requirement.InsistenceKind>('late-answer', 'disagreement');

export const insistence: fc.Arbitrary<requirement.Insistence> = fc.record({ kind, answered: fc.boolean(), deadline });

/** Any facts, with up to three insistences. */
export const anyFacts: fc.Arbitrary<requirement.Facts> = fc.record({
  product,
  initial: fc.option(fc.record({ answered: fc.boolean(), deadline }), { nil: null, freq: 12 }),
  insistences: fc.array(insistence, { maxLength: 3 }),
  client: stance,
});

/** Facts in which every term is known: what the catalogue's laws speak of. */
export const knownFacts: fc.Arbitrary<requirement.Facts> = anyFacts.filter(
  ({ initial, insistences = [] }) =>
    initial?.deadline !== null && insistences.every((ticket) => ticket.deadline !== null),
);

/** Any policy that a business may choose. */
export const anyPolicy: fc.Arbitrary<requirement.Policy> = fc
  .record({
    zone: fc.constantFrom('America/Santiago', 'America/Bogota', 'Atlantic/Azores'),
    deadlineInclusive: fc.boolean(),
    insistenceKinds: fc.constantFrom('both', 'disagreement'),
    meterFiling: fc.constantFrom('client', 'contact-centre'),
  } as const)
  .map((choices) => requirement.policy(choices));

/** Events in the order in which a host might send them, sensible or not. */
export const anyEvents: fc.Arbitrary<readonly requirement.Event[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'initial-created',
        'initial-answered',
        'insistence-created',
        'insistence-answered',
        'client-asks',
        'client-disagrees',
        'client-satisfied',
        'collections-created',
        'cancel',
      ),
      anyInstant,
      kind,
      deadline,
    ),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(([type, at, ofKind, until], index): requirement.Event => {
      const id = `${index}`;
      if (type === 'initial-created') return { type, id, at, deadline: until };
      return type === 'insistence-created' ? { type, id, at, kind: ofKind, deadline: until } : { type, id, at };
    }),
  );
