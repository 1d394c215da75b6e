import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOnShift, nextChange, type Shift } from '../src/shifts.js';

const zone = 'America/Santiago';
const at = (text: string): number => Date.parse(text);
const day: Shift = { days: ['wed'], from: '09:00', to: '18:00' };
const night: Shift = { days: ['sat'], from: '22:00', to: '06:00' };

describe('shifts', () => {
  it('begin at their first minute and end before their last', () => {
    assert.equal(isOnShift([day], at('2026-05-13T08:59:59.999-04:00'), zone), false);
    assert.equal(isOnShift([day], at('2026-05-13T09:00:00-04:00'), zone), true);
    assert.equal(isOnShift([day], at('2026-05-13T17:59:59.999-04:00'), zone), true);
    assert.equal(isOnShift([day], at('2026-05-13T18:00:00-04:00'), zone), false);
    assert.equal(isOnShift([day], at('2026-05-14T10:00:00-04:00'), zone), false);
  });

  it('go on past midnight, and by the clock on the wall when it is put forward', () => {
    // On 8 September 2024 there was no hour from 0 to 1 in Santiago.
    assert.equal(isOnShift([night], at('2024-09-08T01:30:00-03:00'), zone), true);
    assert.equal(isOnShift([night], at('2024-09-08T05:59:59-03:00'), zone), true);
    assert.equal(isOnShift([night], at('2024-09-08T06:00:00-03:00'), zone), false);
  });

  it('tell when the next one comes or goes', () => {
    assert.equal(nextChange([[day], [night]], at('2026-05-13T08:00:00-04:00'), zone), at('2026-05-13T09:00:00-04:00'));
    assert.equal(nextChange([[day], [night]], at('2026-05-13T09:00:00-04:00'), zone), at('2026-05-13T18:00:00-04:00'));
    assert.equal(nextChange([[day], [night]], at('2026-05-13T18:00:00-04:00'), zone), at('2026-05-16T22:00:00-04:00'));
    assert.equal(nextChange([[], []], at('2026-05-13T18:00:00-04:00'), zone), null);
  });
});
