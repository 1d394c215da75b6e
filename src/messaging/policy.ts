import { isZone } from '../kernel/calendar.js';
import { chosen } from '../kernel/choices.js';
import type { BusinessCalendar } from '../kernel/business-calendar.js';
import { faultText } from '../kernel/fault.js';
import { waitOf, type Wait, type WaitChoice } from '../kernel/wait.js';
import { faultsOf } from './faults.js';
import type { TemplateName } from './placeholders.js';

export const roles = [
  'administrator',
  'departments',
  'general-support',
  'sales-supervision',
  'regional-sales',
  'sales',
  'store',
] as const;

/** What a user of the inbox is there for. It says by which rule cases are theirs. */
export type Role = (typeof roles)[number];

/** A user of the inbox: a post, not a person. */
export interface User {
  readonly name: string;
  readonly role: Role;
  /** What their cases are about, in any letter case and with or without accents. No two users share a topic. */
  readonly topics: readonly string[];
  /** The user who supervises them; absent: nobody does. */
  readonly supervisor?: string;
}

/** How the client is greeted from an hour of their day on. */
export interface Greeting {
  /** A whole hour of the local day, 0 to 23. */
  readonly from: number;
  readonly text: string;
}

/** The greetings of a day. Each begins after the one before; the night's lasts until the morning's. */
export interface Greetings {
  readonly morning: Greeting;
  readonly afternoon: Greeting;
  readonly night: Greeting;
}

/** The parameters of `messaging`, ready for deciding. Make one with `policy()`. */
export interface Policy {
  /** The IANA zone of clients whose own is not known (ME-28). */
  readonly zone: string;
  /** The sections in which a conversation is not yet filed, in any letter case (ME-6). */
  readonly forbiddenSections: readonly string[];
  /** Whether a conversation that was closed out must be classified, too; it has no agent then (ME-2). */
  readonly classifyClosedOut: boolean;
  /** The number of the snippet that hooks the bot (ME-18). */
  readonly hookSnippet: number;
  /** Whether the closing steps are taken in the manual's order, or in any (ME-4). */
  readonly closeOrder: 'strict' | 'any';
  /** Who may solve and close: the assigned agent alone, or an administrator too (ME-5). */
  readonly closers: 'assigned-agent' | 'assigned-agent-or-administrator';
  /** How long after the end of a conversation the CRM automation starts: milliseconds, or such of working time. */
  readonly crmDelay: Wait;
  /** The tag that starts it, letter by letter (ME-16). */
  readonly crmTag: string;
  /** The value of the field "¿subir a CRM manualmente? R3" that loads a known contact (ME-12). */
  readonly uploadFlag: string;
  /** Whether the wait starts anew when the client writes within it, or goes on (ME-9). */
  readonly resumption: 'restarts' | 'goes-on';
  /** Whether a tag set by hand starts the automation at once, or when the wait is over (ME-10). */
  readonly manualTag: 'at-once' | 'after-delay';
  /** The number of the switchboard; `null`: not known, and a message that needs it cannot be composed. */
  readonly centralPhone: string | null;
  /** Where the bot is watched, beside the inbox itself. */
  readonly networks: readonly string[];
  readonly users: readonly User[];
  /** The standard messages; `{name}` is a placeholder. The wording is ours: put yours in its place. */
  readonly templates: Readonly<Record<TemplateName, string>>;
  readonly greetings: Greetings;
}

/** What a business may choose; what it leaves out stays as the manual has it. */
export interface PolicyChoices extends Partial<Omit<Policy, 'crmDelay' | 'templates' | 'greetings'>> {
  readonly crmDelay?: WaitChoice;
  /** By which a wait `of: 'working-time'` is counted: one made by `businessCalendar` of `pauta/kernel`. */
  readonly calendar?: BusinessCalendar;
  readonly templates?: Partial<Policy['templates']>;
  readonly greetings?: Partial<Greetings>;
}

/** The manual's own values; the wording of the messages and the hours of the greetings are ours. */
export const defaultPolicy: Policy = /* @__PURE__ */ frozen({
  zone: 'America/Caracas',
  forbiddenSections: ['ALL', 'NEW'], // L49
  classifyClosedOut: false, // L76
  hookSnippet: 2, // L41
  closeOrder: 'strict', // L71–76
  closers: 'assigned-agent', // L69
  crmDelay: 3_600_000, // L82
  crmTag: 'admision y ventas', // L82
  uploadFlag: 'si', // L84
  resumption: 'restarts', // L82
  manualTag: 'at-once', // L83
  centralPhone: null, // L104
  networks: ['Facebook', 'Instagram', 'Google My Business'], // L90
  users: [
    { name: 'Supervisor', role: 'administrator', topics: [] }, // L19
    {
      name: 'CCO IDEA', // L20–25
      role: 'departments',
      topics: ['Administración', 'Académico', 'Planificación', 'Operaciones de Vuelo', 'CCA'],
      supervisor: 'Soporte General',
    },
    { name: 'Soporte General', role: 'general-support', topics: ['Soporte general'] }, // L26
    { name: 'Ventas 1', role: 'sales-supervision', topics: ['Supervisión de ventas'] }, // L27
    { name: 'Ventas 2', role: 'regional-sales', topics: ['Ventas Maracaibo'], supervisor: 'Ventas 1' }, // L28
    { name: 'Ventas 3', role: 'sales', topics: [], supervisor: 'Ventas 1' }, // L29
    { name: 'Ventas 4', role: 'sales', topics: [], supervisor: 'Ventas 1' }, // L30
    { name: 'Tienda IDEA', role: 'store', topics: ['Tienda'] }, // L31
  ],
  templates: {
    'case-3':
      'Su caso sigue abierto: en {department}, {agent} continúa buscando la solución. Disculpe la espera; le escribiremos apenas haya novedades.',
    closing:
      'De parte del equipo de soporte, fue un gusto ayudarle con su caso. Para lo que necesite, escríbanos por aquí.',
    'contact-request': 'Para continuar con su atención, ¿nos indica su nombre, su teléfono y su correo electrónico?',
    'capture-call': '{greeting}, le saluda {agent}. ¿Le parece bien si le hacemos una llamada para contarle más?',
    'central-phone':
      '{greeting}, le saluda {agent}. Si nos deja su teléfono le hacemos una llamada, o puede llamarnos al {centralPhone}; si prefiere no hablar por teléfono, le enviamos la información por este chat o por correo.',
  },
  greetings: {
    morning: { from: 5, text: 'Buenos días' },
    afternoon: { from: 12, text: 'Buenas tardes' },
    night: { from: 19, text: 'Buenas noches' },
  },
});

/**
 * A policy of one's own: `policy({ centralPhone: '0800-000', crmDelay: { minutes: 30 } })`. Make it once, at start-up.
 * For values from outside use `policySchema` of `pauta/messaging/schema`.
 *
 * @throws RangeError that names the field: for a zone that does not exist, a `crmDelay` with a part that is negative or
 * not a finite number, or of working time without a calendar, a topic or a name that two users share, a supervisor who is no user, a blank message or
 * greeting, a template with a stray brace or without a placeholder that its rule demands, and greetings that do not
 * begin at whole hours, one after the other.
 */
export function policy(choices: PolicyChoices = {}): Policy {
  const { crmDelay, calendar, templates, greetings, ...rest } = chosen(choices);
  const made: Policy = {
    ...defaultPolicy,
    ...rest,
    crmDelay: crmDelay === undefined ? defaultPolicy.crmDelay : waitOf('crmDelay', crmDelay, calendar),
    forbiddenSections: (rest.forbiddenSections ?? defaultPolicy.forbiddenSections).map((section) => section.trim()),
    templates: { ...defaultPolicy.templates, ...chosen(templates ?? {}) },
    greetings: { ...defaultPolicy.greetings, ...chosen(greetings ?? {}) },
  };
  if (!isZone(made.zone)) {
    throw new RangeError(`zone: saw ${JSON.stringify(made.zone)}, expected an IANA zone that this runtime knows.`);
  }
  const [fault] = faultsOf(made);
  if (fault !== undefined) throw new RangeError(faultText(fault));
  // A calendar is more than its data.
  return Object.freeze({ ...frozen({ ...made, crmDelay: 0 }), crmDelay: made.crmDelay });
}

/** A copy that is frozen to the bottom: whoever gave the value may go on changing theirs. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozen)
    : Object.fromEntries(Object.entries(value).map(([field, part]) => [field, frozen<unknown>(part)]));
  return Object.freeze(copy) as Value;
}
