import type { Words } from '../words.js';
import { contact } from './contact.js';
import { frame } from './frame.js';
import { ladder } from './ladder.js';
import { messaging } from './messaging.js';
import { pending } from './pending.js';
import { requirement } from './requirement.js';
import { routing } from './routing.js';

/** Everything that is said in English. */
export const en: Words = { frame, systems: { contact, ladder, messaging, pending, requirement, routing } };
