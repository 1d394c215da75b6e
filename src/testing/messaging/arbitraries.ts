export { delivered, endsAndMessages, messages } from './delivery.js';
export { draw, loadingDraw, type Draw } from './draw.js';
export { event, eventOf } from './event.js';
export { facts, instant, intakeFacts, judgement, message } from './facts.js';
export { events, history, loading, loadingEvents, loadingHistory, state, type History } from './history.js';
export { loadingEvent, loadingEventOf } from './loading-event.js';
export { greetings, policy } from './policy.js';
export { CONTACT as contact, T as around } from './scene.js';
