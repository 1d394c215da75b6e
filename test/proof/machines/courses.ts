import fc from 'fast-check';
import * as contact from 'pauta/contact';
import * as ladder from 'pauta/ladder';
import * as requirement from 'pauta/requirement';
import { arbitraries } from 'pauta/testing';
import type { Course } from './course.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Before all else, and now: how late what is asked aside is heard of. */
const late = fc.constantFrom(0, 0, 1, 6 * 3_600_000, -1, -1_800_000, -10_800_000, -DAY, -60 * DAY);

/** Whether what is drawn to be heard of late is heard of in its order instead. */
export type Order = 'in-order' | 'some-late';

/** What ends a history, or begins it anew: most draws of it are taken for something else, those of a low choice not. */
const ending: readonly unknown[] = ['cancel', 'assigned-elsewhere', 'move-date-changed'];

/** Any event at all, at any instant. */
function asideOf<Type, Draw extends { readonly type: Type | null; readonly after: number; readonly choice: number }>(
  draw: fc.Arbitrary<Draw>,
  types: readonly NonNullable<Type>[],
  order: Order,
): fc.Arbitrary<Draw> {
  return fc.tuple(draw, fc.constantFrom(...types), late).map(([drawn, type, after]) => ({
    ...drawn,
    type,
    choice: ending.includes(type) ? drawn.choice % 3 : drawn.choice,
    after: order === 'in-order' ? Math.max(1, after) : after,
  }));
}

type LadderScene = Pick<ladder.Facts, 'category'> & { readonly policy: ladder.Policy };

export function ladderCourse(order: Order): Course<ladder.Search, ladder.Event, LadderScene, arbitraries.ladder.Draw> {
  const { draw, eventOf, move, searchingSince } = arbitraries.ladder;
  return {
    scene: fc.record({
      category: fc.constantFrom<ladder.Facts['category']>('inter', 'inter', 'local'),
      policy: fc.constantFrom(ladder.defaultPolicy, ladder.policy({ researchRestart: 'lists' })),
    }),
    draw,
    aside: asideOf(draw, ladder.flow.events, order),
    begin: ({ category }) => ladder.start({ move, searchingSince, category }),
    from: () => searchingSince,
    make: (search, drawn, _scene, id, present) =>
      eventOf(search, drawn, id, present + (order === 'in-order' ? Math.max(0, drawn.after) : drawn.after)),
    record: (search, event, { policy }) => ladder.record(search, event, { policy }),
    ends: ladder.flow.final,
    share: 3,
  };
}

export interface ContactScene {
  readonly place: arbitraries.contact.Place;
  readonly policy: contact.Policy;
  readonly hours: number;
}

/** What may be heard of in any order. */
const outreach = ['mail-sent', 'record-mail-sent', 'call-answered', 'call-unanswered', 'client-reply'] as const;

export function contactCourse(
  order: Order,
): Course<contact.Contact, contact.Event, ContactScene, arbitraries.contact.Draw> {
  const { dayBefore, draw, eventOf, move, place, policy } = arbitraries.contact;
  // Another date of the move is rare, and what is heard of late after it rarer still.
  const moved = fc
    .tuple(draw, fc.nat({ max: 2 }))
    .map(([drawn, choice]): arbitraries.contact.Draw => ({ ...drawn, type: 'move-date-changed', choice }));
  const heardOf = fc
    .tuple(draw, fc.constantFrom(...outreach), late)
    .map(([drawn, type, after]): arbitraries.contact.Draw => ({ ...drawn, type, after }));
  const inOrder = fc.oneof(
    { weight: 9, arbitrary: draw.filter(({ type }) => type !== 'mp-available') },
    { weight: 1, arbitrary: moved },
  );
  const anyOrder = fc.oneof(
    { weight: 9, arbitrary: draw },
    { weight: 1, arbitrary: moved },
    { weight: 2, arbitrary: heardOf },
  );
  return {
    scene: fc.record({ place, policy, hours: fc.constantFrom(160, 100, 73, 60, 49, 45, 30, 20, 3) }),
    // Which mover's date is offered, where several are known, a table of its own says: in order, nobody names any.
    draw: order === 'in-order' ? inOrder : anyOrder,
    aside: asideOf(
      draw,
      order === 'in-order'
        ? contact.flow.events.filter((type) => type !== 'mp-available')
        : [...contact.flow.events, ...Array<'move-date-changed'>(6).fill('move-date-changed')],
      order,
    ),
    begin: ({ place: where }) => contact.start({ move, ...where }),
    from: ({ place: where, hours }) => dayBefore(where, 0) - hours * 60 * MINUTE,
    // No two events of one instant: which of them was first would be anybody's guess.
    make: (state, drawn, { place: where }, id, present) =>
      eventOf(state, drawn, where, id, present + (order === 'in-order' ? Math.max(1, drawn.after) : drawn.after)),
    record: (state, event, { policy: chosen }) => contact.record(state, event, { policy: chosen }),
    ends: contact.flow.final,
    share: 4,
  };
}

interface RequirementDraw {
  readonly event: requirement.Event;
  readonly after: number;
  /** Whether a requirement that is not there yet is made first. */
  readonly isSensible: boolean;
}

export interface RequirementScene {
  readonly product: requirement.Product | null;
  readonly policy: requirement.Policy;
  readonly from: number;
}

export function requirementCourse(): Course<
  requirement.Requirement,
  requirement.Event,
  RequirementScene,
  RequirementDraw
> {
  const { event, instant, policy, product } = arbitraries.requirement;
  const created = fc.record({
    type: fc.constant('initial-created' as const),
    id: fc.constant(''),
    at: instant,
    deadline: arbitraries.requirement.deadline,
  });
  return {
    scene: fc.record({ product, policy, from: instant }),
    draw: fc.record({
      event: fc.oneof({ weight: 9, arbitrary: event }, { weight: 1, arbitrary: created }),
      after: fc.constantFrom(0, 1, 3_600_000, DAY / 2, DAY),
      isSensible: fc.nat({ max: 3 }).map((die) => die > 0),
    }),
    begin: ({ product: line }) => requirement.start(line),
    from: ({ from }) => from,
    make: ({ stage }, { event: drawn, after, isSensible }, { from }, id, present) => {
      const at = present + after;
      if (stage === 'NONE' && isSensible) {
        // A maximum date near the day: not so far that no insistence is ever late enough.
        const days = drawn.at % 3;
        return { type: 'initial-created', id, at, deadline: days === 0 ? null : from + days * DAY };
      }
      // Most requirements are neither annulled nor settled at once.
      const isEnd = drawn.type === 'cancel' || drawn.type === 'client-satisfied';
      return isEnd && drawn.at % 3 > 0 ? { type: 'client-asks', id, at } : { ...drawn, id, at };
    },
    record: (state, told, { policy: chosen }) => requirement.record(state, told, { policy: chosen }),
    ends: ['CLOSED', 'ESCALATED'],
    share: 1,
  };
}
