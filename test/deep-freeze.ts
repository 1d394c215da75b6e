export { deepFreeze } from '../src/testing/frozen.js';
