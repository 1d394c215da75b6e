import type { Flaw } from './host.js';
import { roomNames, type RoomName } from './rooms.js';
import { foundOut } from './tally.js';

/** What a host may do worse, and in which systems that shows. */
const flaws: readonly { readonly flaw: Flaw; readonly shows: readonly RoomName[] }[] = [
  { flaw: 'forgets which events it has seen', shows: roomNames },
  { flaw: 'forgets what it passed over', shows: ['ladder', 'contact', 'messaging'] },
  { flaw: 'writes down no intention', shows: roomNames },
  { flaw: 'lets the timer decide', shows: ['ladder', 'contact', 'messaging'] },
  { flaw: 'does not tell duplicates', shows: roomNames },
  { flaw: 'stamps events on arrival', shows: roomNames },
  { flaw: 'acknowledges before it stores', shows: roomNames },
];

/** A worse host, the systems in which it was found out, and after how many lives at most. */
export interface Exposure {
  readonly flaw: Flaw;
  readonly after: readonly { readonly room: RoomName; readonly lives: number | null }[];
}

/** Plays lives with each worse host until it is found out. */
export function exposures(most: number): readonly Exposure[] {
  return flaws.map(({ flaw, shows }) => ({
    flaw,
    after: shows.map((room) => ({ room, lives: foundOut(room, flaw, most) })),
  }));
}
