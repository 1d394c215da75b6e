import { handlerOf } from './handler.js';
import { readFacts } from './their-door.js';
import { theirs } from './theirs.js';

export const handler = handlerOf((body) => {
  const facts = readFacts(body);
  return 'faults' in facts ? facts : theirs(facts, Date.now());
});
