/** The program in a page: `answer` takes the order and gives the report. */
import { run } from './program.js';

Object.assign(globalThis, { answer: run });
