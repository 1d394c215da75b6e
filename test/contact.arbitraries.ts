import * as contact from 'pauta/contact';
import { arbitraries } from 'pauta/testing';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const MOVE = arbitraries.contact.move;

export function start(place: arbitraries.contact.Place): contact.Contact {
  return contact.start({ move: MOVE, ...place });
}
