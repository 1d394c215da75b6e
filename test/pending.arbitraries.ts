import { arbitraries } from 'pauta/testing';
import * as pending from 'pauta/pending';
import type { Instant } from '../src/kernel/clock.js';

export const T: Instant = arbitraries.pending.around;
export const MINUTE = 60_000;

/** The chat that a list of events, delivered in its order, makes. */
export function chatOf(events: readonly pending.Event[], clock?: { now(): Instant }): pending.Chat {
  return events.reduce((chat, event) => pending.record(chat, event, clock && { clock }).state, pending.start());
}
