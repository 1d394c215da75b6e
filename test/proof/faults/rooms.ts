import type { Room, Happened } from './room.js';
import { contactRoom } from './rooms/contact.js';
import { ladderRoom } from './rooms/ladder.js';
import { messagingRoom } from './rooms/messaging.js';
import { pendingRoom } from './rooms/pending.js';

/** The systems of which a life is long enough for something to go wrong in it. */
export const roomNames = ['ladder', 'contact', 'pending', 'messaging'] as const;

export type RoomName = (typeof roomNames)[number];

/** What a caller who takes any of them knows of a room. */
type AnyRoom = Room<never, Happened>;

export const rooms = {
  ladder: ladderRoom,
  contact: contactRoom,
  pending: pendingRoom,
  messaging: messagingRoom,
} as unknown as Readonly<Record<RoomName, AnyRoom>>;
