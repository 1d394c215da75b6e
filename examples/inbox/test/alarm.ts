import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manualClock } from 'pauta/kernel';
import { Alarm } from '../src/alarm.js';

describe('the alarm', () => {
  it('rings at the instant set last, once, and not at all where there is none', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const clock = manualClock(1_000);
    let rung = 0;
    const alarm = new Alarm(clock, () => rung++);
    alarm.set(5_000);
    alarm.set(3_000);
    t.mock.timers.tick(1_999);
    assert.equal(rung, 0);
    t.mock.timers.tick(1);
    assert.equal(rung, 1);
    t.mock.timers.tick(10_000);
    assert.equal(rung, 1);
    alarm.set(clock.now() - 1);
    t.mock.timers.tick(0);
    assert.equal(rung, 2);
    alarm.set(20_000);
    alarm.set(null);
    t.mock.timers.tick(100_000);
    assert.equal(rung, 2);
  });

  it('holds instants that are further away than a timer can hold', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const day = 86_400_000;
    const clock = manualClock(0);
    const rung: number[] = [];
    // As the board does it: whoever is rung too early sets it again.
    const alarm: Alarm = new Alarm(clock, () => {
      rung.push(clock.now());
      if (clock.now() < 60 * day) alarm.set(60 * day);
    });
    alarm.set(60 * day);
    for (let passed = 0; passed < 60; passed++) {
      clock.advance(day);
      t.mock.timers.tick(day);
    }
    assert.equal(rung.at(-1), 60 * day);
    assert.equal(rung.length, 3);
  });
});
