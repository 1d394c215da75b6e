import { factsSchema, read } from 'pauta/pending/schema';
import { handlerOf } from './handler.js';
import { ours } from './ours.js';

export const handler = handlerOf((body) => {
  const facts = read(factsSchema, body);
  return facts.ok ? ours(facts.value) : { faults: facts.problems };
});
