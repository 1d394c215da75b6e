import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { dayAt, dayOf } from '../src/kernel/calendar.js';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';
import { factsSchema, read } from 'pauta/contact/schema';
import { arbitraries, laws } from 'pauta/testing';

const RUNS = { numRuns: 1_000 };
const { scene } = arbitraries.contact;

function decideAt(facts: contact.Facts, now: Instant): contact.ContactDecision {
  return contact.decide(facts, { clock: fixedClock(now) });
}

/** Civil days to the move, counted by luxon. */
function daysAt(place: arbitraries.contact.Place, now: Instant): number {
  const today = DateTime.fromMillis(now, { zone: place.zone });
  const midnight = DateTime.utc(today.year, today.month, today.day);
  return DateTime.fromISO(place.moveDate, { zone: 'utc' }).diff(midnight, 'days').days;
}

describe('the laws of contact', () => {
  for (const { name, check } of laws.contact()) {
    it(name, () => {
      check();
    });
  }

  it('an instant is the same instant with whatever offset it is written', () => {
    const offset = fc
      .integer({ min: -12 * 4, max: 14 * 4 })
      .map(
        (quarters) =>
          `UTC${quarters < 0 ? '-' : '+'}${Math.floor(Math.abs(quarters) / 4)}:${String((Math.abs(quarters) % 4) * 15).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(scene, offset, ({ facts, now }, zone) => {
        const asText = JSON.stringify(facts, (_, value: unknown) =>
          typeof value === 'number' && value > 2 ? DateTime.fromMillis(value, { zone }).toISO() : value,
        );
        const again = read(factsSchema, JSON.parse(asText));
        if (!again.ok) throw new Error(JSON.stringify(again.problems));
        expect(decideAt(again.value, now)).toEqual(decideAt(facts, now));
      }),
      RUNS,
    );
  });

  it('the days between two dates are whole, however long the days are', () => {
    fc.assert(
      fc.property(scene, ({ place, now }) => {
        const days = dayOf(place.moveDate) - dayAt(now, place.zone);
        expect(Number.isInteger(days)).toBe(true);
        expect(days).toBe(daysAt(place, now));
        const inWords =
          days < 0 ? 'past' : (['today', 'tomorrow', 'under-three', 'exactly-three'][days] ?? 'over-three');
        expect(decideAt(place, now).situation.days).toBe(inWords);
      }),
      RUNS,
    );
  });
});
