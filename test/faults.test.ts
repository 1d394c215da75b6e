import { describe, expect, it } from 'vitest';
import type { Flaw } from './proof/faults/host.js';
import { roomNames, type RoomName } from './proof/faults/rooms.js';
import { foundOut, tallyOf } from './proof/faults/tally.js';

/** The short form of `npm run prove -- faults`. A seed that fails: `FAULTS_LIFE=ladder:12 npm run prove -- faults`. */
const LIVES = 60;

const worse: readonly (readonly [Flaw, RoomName])[] = [
  ['forgets which events it has seen', 'ladder'],
  ['forgets what it passed over', 'messaging'],
  ['writes down no intention', 'contact'],
  ['lets the timer decide', 'contact'],
  ['does not tell duplicates', 'ladder'],
  ['stamps events on arrival', 'pending'],
  ['acknowledges before it stores', 'ladder'],
];

describe('a host that loses, repeats, delays, reorders and restarts', () => {
  for (const room of roomNames) {
    it(`ends as the undisturbed one does, and does nothing twice: ${room}`, () => {
      const { lives, failures, later, deliveries, events, mishaps, settled } = tallyOf(room, 1, LIVES + 1);
      expect(failures).toEqual([]);
      expect(lives).toBe(LIVES);
      // Something did go wrong: events came more often than they were sent, acts late, and some just before a crash.
      expect(deliveries).toBeGreaterThan(events);
      expect(later).toBeGreaterThan(LIVES / 2);
      expect(settled).toBeGreaterThan(0);
      const { ahead, ...always } = mishaps;
      expect(Object.values(always).every((times) => times > 0)).toBe(true);
      expect(ahead > 0).toBe(room === 'pending');
    });
  }

  for (const [flaw, room] of worse) {
    it(`is found out where it ${flaw}`, () => {
      expect(foundOut(room, flaw, 25)).not.toBeNull();
    });
  }
});
