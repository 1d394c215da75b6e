import type { Facts } from 'pauta/pending';
import { handlerOf } from './handler.js';
import { theirs } from './theirs.js';

export const handler = handlerOf((body) => theirs(body as Facts, Date.now()));
