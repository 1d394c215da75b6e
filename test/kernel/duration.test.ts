import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisecondsOf } from '../../src/kernel/duration.js';

describe('the milliseconds of a duration', () => {
  it('are the sum of its parts', () => {
    expect(millisecondsOf('window', { minutes: 5 })).toBe(300_000);
    expect(millisecondsOf('window', { hours: 1, minutes: 30 })).toBe(5_400_000);
    expect(millisecondsOf('window', { minutes: 90 })).toBe(5_400_000);
    expect(millisecondsOf('window', { minutes: 0.5 })).toBe(30_000);
    expect(millisecondsOf('window', { seconds: 0 })).toBe(0);
    const part = fc.nat(10_000);
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, seconds) => {
        const expected = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
        expect(millisecondsOf('window', { days, hours, minutes, seconds })).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('do not exist where a part is negative or not a finite number: the error names field and part', () => {
    for (const wrong of [-1, -0.001, NaN, Infinity, -Infinity]) {
      const message = `aiWindow.minutes: expected a number, 0 or more; saw ${wrong}.`;
      expect(() => millisecondsOf('aiWindow', { hours: 1, minutes: wrong })).toThrow(new RangeError(message));
    }
  });

  it('are 100,000,000 days at most, as far as a date reaches: the error names the field', () => {
    expect(millisecondsOf('aiWindow', { days: 100_000_000 })).toBe(8.64e15);
    const message = 'aiWindow: expected a duration of 100,000,000 days at most; saw more.';
    expect(() => millisecondsOf('aiWindow', { days: 100_000_000, seconds: 1 })).toThrow(new RangeError(message));
  });

  it('are whole, and not one less than what was written', () => {
    expect(millisecondsOf('window', { minutes: 0.03 })).toBe(1_800);
    const none = 'window: expected a duration with at least one part, as { minutes: 5 }; saw none.';
    expect(() => millisecondsOf('window', {})).toThrow(new RangeError(none));
    // Milliseconds, from JavaScript.
    expect(() => millisecondsOf('window', 300_000 as never)).toThrow(new RangeError(none));
  });
});
