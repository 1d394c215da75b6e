import type { Door } from './door.js';
import { answerDoors } from './answers.js';
import { calendarDoors } from './calendars.js';
import { fileDoors } from './files.js';
import { messagingDoors, routingDoors } from './rooms.js';
import { systemDoors } from './systems.js';
import { textDoors } from './texts.js';

export { UNREADABLE, type Door, type Kind } from './door.js';

/** Every way in from outside. */
export const doors: readonly Door[] = [
  ...systemDoors,
  ...messagingDoors,
  ...routingDoors,
  ...answerDoors,
  ...fileDoors,
  ...textDoors,
  ...calendarDoors,
];
