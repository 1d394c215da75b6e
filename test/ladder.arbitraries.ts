import * as ladder from 'pauta/ladder';
import { arbitraries } from 'pauta/testing';
import type { Instant } from '../src/kernel/clock.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** When every search of these tests begins. */
export const T: Instant = arbitraries.ladder.searchingSince;
export const MOVE = arbitraries.ladder.move;

export function start(category: ladder.Facts['category'] = 'inter'): ladder.Search {
  return ladder.start({ move: MOVE, searchingSince: T, category });
}

export function run(events: readonly ladder.Event[], from: ladder.Search): ladder.Search {
  return events.reduce((search, event) => ladder.record(search, event).state, from);
}
