import type { Facts } from 'pauta/pending';
import { handlerOf } from './handler.js';
import { ours } from './ours.js';

export const handler = handlerOf((body) => ours(body as Facts));
