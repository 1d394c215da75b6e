/** What can be drawn of `ladder`: the search for a mover. */
export {
  category,
  date,
  facts,
  instant,
  move,
  mp,
  offset,
  policy,
  reason,
  replies,
  reply,
  searchingSince,
  undatedFacts,
} from './facts.js';
export { beginning, draw, event, eventOf, events, history, state, type Draw, type History } from './histories.js';
export { interDate, interMove, job, mover, region, service, volume } from './movers.js';
