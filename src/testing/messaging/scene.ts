import type { Instant } from '../../kernel/clock.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The contact whose conversations, and whose way into the CRM, are drawn. */
export const CONTACT = 'contact-1';

/** The instant at which every history begins, and around which all instants are drawn. */
export const T: Instant = Date.parse('2026-05-13T10:00:00-04:00');

export const SECTIONS = ['ALL', 'NEW', 'all', ' New ', 'Ventas', 'Soporte', 'nuevos', '  ', ''] as const;
export const AGENTS = ['Soporte General', 'CCO IDEA', 'Supervisor'] as const;
export const CLOSING_STEPS = ['standard-reply', 'reactivate-bot', 'click-close'] as const;
/** The user of the manual who may close whatever is others', where the policy lets administrators close. */
export const ADMINISTRATOR = 'Supervisor';
/** A zone that no runtime knows. */
export const NOWHERE = 'Nowhere/At_All';
/** The standard messages. */
export const TEMPLATES = ['case-3', 'closing', 'contact-request', 'capture-call', 'central-phone'] as const;
