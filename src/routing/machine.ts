import { machine } from '../kernel/machine.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

/** The machine of an upload. It orders what the administrator does; what becomes of the file, its validation says. */
export const flow = /* @__PURE__ */ machine({
  name: 'routing',
  stages: ['IDLE', 'ACCOUNT_SELECTED', 'FILE_CHOSEN', 'MAPPED', 'VALIDATED', 'REJECTED', 'LOADED', 'VERIFIED'],
  final: [],
  events: ['select-account', 'choose-file', 'map-columns', 'validate', 'upload', 'view', 'cancel'],
  guards,
  steps,
});
