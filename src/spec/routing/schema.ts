import * as z from 'zod';
import { isFilled } from '../../kernel/filled.js';
import { flow, type configurationFlow } from '../../routing/index.js';
import { optional } from '../schema.js';

const channel = z.enum(['whatsapp', 'email']);
const id = z.string().refine(isFilled, { error: 'a text that is not empty' });
const clientsToAgents = z.record(z.string(), id);

/** The three modes, as the platform spells them. */
export const modes = {
  off: 'off',
  habilitado: 'enabled',
  'habilitado+autoasignacion': 'auto-assign',
} as const;

export const routeGiven = z.strictObject({
  account: id,
  channel,
  identifier: z.string(),
  /** The agent of the conversation that is still open; absent: a new one begins. */
  openWith: optional(id),
  assignments: z.record(
    z.string(),
    z.array(z.strictObject({ identifier: z.string(), principal: id, backup: optional(id), supervisor: optional(id) })),
  ),
  agents: z.record(
    z.string(),
    z.strictObject({
      enabled: z.boolean(),
      accountMode: z.enum(Object.keys(modes) as (keyof typeof modes)[]),
      saved: z.boolean(),
      connected: z.boolean(),
      available: z.boolean(),
    }),
  ),
});

const mode = optional(z.enum(['merge', 'replace']));
/** Absent: an administrator, as is every word that begins like it. */
const role = optional(z.string());

export const uploadGiven = z.strictObject({
  channel,
  csv: z.string(),
  role,
  fileName: optional(z.string()),
  current: optional(clientsToAgents),
  mode,
});

export const reuploadGiven = z.strictObject({
  current: clientsToAgents,
  /** `null`: no usable file. */
  file: clientsToAgents.nullable(),
  mode,
});

/** The conditions of a user that an event may meet. */
export const userStates = [
  'USER_DISABLED',
  'USER_ENABLED',
  'OFF',
  'ENABLED',
  'ENABLED_AUTO',
  'DIRTY',
  'SAVED',
] as const;

/** The events of a user, as the catalogue spells them, and the machine's own. */
export const userEvents = {
  toggle: 'toggle',
  'toggle "Ejecutivo desactivado"': 'toggle',
  'account-auto-assign-on': 'set-mode',
  save: 'save',
  leave: 'leave',
  'leave without save': 'leave',
  'leave-without-save': 'leave',
} as const satisfies Record<string, (typeof configurationFlow.events)[number]>;

const uploadStep = z.strictObject({
  state: z.enum(flow.stages),
  event: z.enum(flow.events),
  role,
  actor: role,
  badIdentifiers: optional(z.int()),
  conflicts: optional(z.int()),
  fileName: optional(z.string()),
  mapped: optional(z.boolean()),
});

const userStep = z.strictObject({
  state: z.enum(userStates),
  event: z.enum(Object.keys(userEvents) as (keyof typeof userEvents)[]),
  role,
  actor: role,
});

export const transitionGiven = z.discriminatedUnion('state', [uploadStep, userStep], {
  error: `a stage of an upload, or a condition of a user: ${[...flow.stages, ...userStates].join(', ')}`,
});

export type RouteGiven = z.output<typeof routeGiven>;
export type UploadGiven = z.output<typeof uploadGiven>;
export type ReuploadGiven = z.output<typeof reuploadGiven>;
export type UploadStep = z.output<typeof uploadStep>;
export type UserStep = z.output<typeof userStep>;
export type TransitionGiven = UploadStep | UserStep;
