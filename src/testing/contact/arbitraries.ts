/** What can be drawn of `contact`: the contact with the client of a move that has no mover. */
export { facts, mp, policy, scene, silentScene, stance, type Scene, type Silent } from './facts.js';
export { draw, event, eventOf, events, history, move, state, type Draw, type History } from './histories.js';
export { dayBefore, place, type Place } from './place.js';
