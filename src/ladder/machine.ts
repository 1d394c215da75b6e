import { machine } from '../kernel/machine.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

/** The machine of a search. It orders what the host does; what is due, `decide` says. */
export const flow = /* @__PURE__ */ machine({
  name: 'ladder',
  stages: [
    'SEARCHING',
    'RESENT',
    'LISTS',
    'INTER',
    'OFFERED',
    'VERIFIED',
    'ASSIGNED',
    'EXHAUSTED',
    'CONTACT',
    'CANCELLED',
    'REFUNDED',
  ],
  final: ['CANCELLED', 'REFUNDED'],
  events: [
    'resend-done',
    'lists-sent',
    'lists-exhausted',
    'mp-confirmed',
    'mp-refused',
    'mp-withdrew',
    'inter-offered',
    'inter-exhausted',
    'offer-sent',
    'checked',
    'offer-failed',
    'mp-notified',
    'auto-assigned',
    'mp-dropped',
    'price-reported',
    'window-known',
    'client-mail-sent',
    'client-called',
    'date-agreed',
    'dates-changed',
    'refund-done',
    'cancel',
  ],
  guards,
  steps,
});
