import fc from 'fast-check';
import type { CivilDate } from '../../kernel/calendar.js';
import type { Instant } from '../../kernel/clock.js';
import * as requirement from '../../requirement/index.js';

const DAY = 86_400_000;

/** Around the two nights of 2024 on which Chile changes its clocks, and around one on which it does not. */
export const instant: fc.Arbitrary<Instant> = fc
  .tuple(
    fc.constantFrom('2024-04-06T12:00:00-03:00', '2024-09-07T12:00:00-04:00', '2024-05-13T12:00:00-04:00'),
    fc.integer({ min: -3 * DAY, max: 3 * DAY }),
  )
  .map(([around, offset]) => Date.parse(around) + offset);

/** A civil date of those days. */
export const civilDate: fc.Arbitrary<CivilDate> = fc.constantFrom(
  ...['2024-04-05', '2024-04-06', '2024-04-07', '2024-09-06', '2024-09-07', '2024-09-08', '2024-05-12', '2024-05-13'],
);

/** A maximum date: a civil date, at times an instant, at times not known. */
export const deadline: fc.Arbitrary<requirement.Deadline | null> = fc.oneof(
  { weight: 6, arbitrary: civilDate },
  { weight: 2, arbitrary: instant },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** A line of product, or none that is known. */
export const product = fc.constantFrom<requirement.Product | null>('meter', 'bottled', 'bulk', null);

/** What the client makes of the last answer. */
export const stance = fc.constantFrom<requirement.Stance>('unaware', 'dissatisfied', 'satisfied');

const kind = fc.constantFrom<requirement.InsistenceKind>('late-answer', 'disagreement');

/** A ticket that insists on an earlier one. */
export const insistence: fc.Arbitrary<requirement.Insistence> = fc.record({ kind, answered: fc.boolean(), deadline });

/** Any facts, with up to three insistences. */
export const facts: fc.Arbitrary<requirement.Facts> = fc.record(
  {
    product,
    initial: fc.option(fc.record({ answered: fc.boolean(), deadline }), { nil: null, freq: 12 }),
    insistences: fc.array(insistence, { maxLength: 3 }),
    client: stance,
  },
  { requiredKeys: ['product', 'initial'] },
);

/** Facts in which every term is known. */
export const knownFacts: fc.Arbitrary<requirement.Facts> = facts.filter(
  ({ initial, insistences = [] }) =>
    initial?.deadline !== null && insistences.every((ticket) => ticket.deadline !== null),
);

/** Any policy that a business may choose. */
export const policy: fc.Arbitrary<requirement.Policy> = fc
  .record({
    zone: fc.constantFrom('America/Santiago', 'America/Bogota', 'Atlantic/Azores'),
    deadlineInclusive: fc.boolean(),
    insistenceKinds: fc.constantFrom('both', 'disagreement'),
    meterFiling: fc.constantFrom('client', 'contact-centre'),
    collections: fc.constantFrom(requirement.defaultPolicy.collections, {
      ...requirement.defaultPolicy.collections,
      category1: 'Granel',
      priority: 'Media',
    }),
    inPersonAs: fc.constantFrom('Llamada telefónica', 'Correo Electrónico', 'Redes sociales'),
  } satisfies { [Field in keyof requirement.Policy]: fc.Arbitrary<requirement.Policy[Field]> })
  .map((choices) => requirement.policy(choices));

/** One of a few ids, so that the same one is drawn again. */
const id = fc.nat({ max: 11 }).map(String);

const created = fc.record({ type: fc.constant('initial-created'), id, at: instant, deadline });

/** Any event. */
export const event: fc.Arbitrary<requirement.Event> = fc.oneof(
  { weight: 1, arbitrary: created },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('insistence-created'), id, at: instant, kind, deadline }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'initial-answered',
        'insistence-answered',
        'client-asks',
        'client-disagrees',
        'client-satisfied',
      ),
      id,
      at: instant,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('collections-created', 'cancel'), id, at: instant }) },
) satisfies fc.Arbitrary<requirement.Event>;

/** Events in the order in which a host might send them, sensible or not, each with an id of its own. */
export const events: fc.Arbitrary<readonly requirement.Event[]> = fc
  .tuple(fc.option(created, { nil: null, freq: 8 }), fc.array(event, { maxLength: 11, size: 'medium' }))
  .map(([first, rest]) =>
    [...(first === null ? [] : [first]), ...rest].map((one, index) => ({ ...one, id: `${index}` })),
  );

/** A stored requirement: what any events make of it. */
export const state: fc.Arbitrary<requirement.Requirement> = fc
  .tuple(product, events, policy)
  .map(([line, happened, chosen]) =>
    happened.reduce((made, one) => requirement.record(made, one, { policy: chosen }).state, requirement.start(line)),
  );
