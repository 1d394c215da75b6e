import type { System } from 'pauta/catalogue';
import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';
import { policySchema as contactSchema } from 'pauta/contact/schema';
import { policySchema as ladderSchema } from 'pauta/ladder/schema';
import { policySchema as messagingSchema } from 'pauta/messaging/schema';
import { policySchema as pendingSchema } from 'pauta/pending/schema';
import { policySchema as requirementSchema } from 'pauta/requirement/schema';
import { policySchema as routingSchema } from 'pauta/routing/schema';
import type { Json } from 'pauta/spec';
import * as z from 'zod';
import type { Path } from './edits.js';
import { isRecord, type Shape } from './form.js';
import { instantIn, isoText } from './times.js';

const DAY = 86_400_000;

const schemas: Readonly<Record<System, z.ZodType>> = {
  contact: contactSchema,
  ladder: ladderSchema,
  messaging: messagingSchema,
  pending: pendingSchema,
  requirement: requirementSchema,
  routing: routingSchema,
};

const manual: Readonly<Record<System, object>> = {
  contact: contact.policy(),
  ladder: ladder.policy(),
  messaging: messaging.policy(),
  pending: pending.policy(),
  requirement: requirement.policy(),
  routing: routing.policy(),
};

const shift: Shape = {
  type: 'object',
  properties: { from: { type: 'string', format: 'time' }, to: { type: 'string', format: 'time' } },
  required: ['from', 'to'],
  default: { from: '09:00', to: '18:00' },
};
const shifts: Shape = { type: 'array', items: shift };
const officeHours: Json = [{ from: '09:00', to: '18:00' }];

/** A business calendar, of which the door's JSON Schema says nothing: it looks at the whole at once. */
const calendar: Shape = {
  type: 'object',
  properties: {
    zone: { type: 'string' },
    week: {
      type: 'object',
      properties: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, { ...shifts, default: officeHours }]),
      ),
    },
    holidays: { type: 'array', items: { type: 'string' } },
    days: { type: 'object', additionalProperties: shifts },
  },
  required: ['zone', 'week'],
  default: {
    zone: 'America/Santiago',
    week: { mon: officeHours, tue: officeHours, wed: officeHours, thu: officeHours, fri: officeHours },
  },
};

/** The fields of a policy that are business calendars. */
const calendars = ['calendar', 'callingHours'];

/** The fields of a system's policy that a form can show: waits, calendars, choices, numbers, texts, yes or no. */
export function policyShape(system: System): Shape {
  const whole = z.toJSONSchema(schemas[system], { io: 'input', unrepresentable: 'any' }) as Shape;
  const shown = Object.entries(whole.properties ?? {}).flatMap(([field, shape]): [string, Shape][] => {
    if (calendars.includes(field)) return [[field, calendar]];
    return isSimple(shape) ? [[field, shape]] : [];
  });
  return { type: 'object', properties: Object.fromEntries(shown) };
}

/** The versions of a system's policy, each as a form shows it; of each value a note may say where it comes from. */
export function versionsShape(system: System): Shape {
  const policy = policyShape(system);
  const notes = Object.keys(policy.properties ?? {}).map((field): [string, Shape] => [field, { type: 'string' }]);
  const version: Shape = {
    type: 'object',
    properties: {
      version: { type: 'string' },
      from: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'number' }, { type: 'null' }] },
      policy,
      sources: { type: 'object', properties: Object.fromEntries(notes) },
    },
    required: ['version', 'from', 'policy'],
  };
  return {
    type: 'object',
    properties: { versions: { type: 'array', items: version, minItems: 1 }, by: { enum: ['wait', 'decision'] } },
    required: ['versions'],
  };
}

/** What is chosen of a policy, as a policy with two versions: one of ever, and one from an instant on. */
export function inVersions(policy: Readonly<Record<string, Json>>, now: string): Readonly<Record<string, Json>> {
  return {
    versions: [
      { version: '1', from: null, policy },
      { version: '2', from: now, policy },
    ],
  };
}

/** One version more, with a name that is free, from an instant that the others leave: of what it chooses, nothing yet. */
export function nextVersion(versions: Json | undefined, now: number, zone: string): Json {
  const others = (Array.isArray(versions) ? (versions as readonly Json[]) : []).filter(isRecord);
  const names = others.map(({ version }) => version);
  let number = others.length + 1;
  while (names.includes(String(number))) number += 1;
  const last = Math.max(...others.map(({ from }) => instantIn(from) ?? Number.NEGATIVE_INFINITY));
  return { version: String(number), from: isoText(last < now ? now : last + DAY, zone), policy: {} };
}

/** What the last version has chosen of a policy. */
export function latestOf({ versions }: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> {
  const last = Array.isArray(versions) ? (versions as readonly Json[]).at(-1) : undefined;
  const policy = isRecord(last) ? last['policy'] : undefined;
  return isRecord(policy) ? policy : {};
}

/** Whether a path leads to where fields of a policy stand, or notes about them. */
export function holdsPolicy(path: Path): boolean {
  const [root, , index, part] = path;
  if (root !== 'policies') return root === 'policy' && path.length === 1;
  return typeof index === 'number' && path.length === 4 && (part === 'policy' || part === 'sources');
}

function isSimple({ type, enum: values, properties, anyOf }: Shape): boolean {
  if (anyOf !== undefined || values !== undefined) return values !== undefined;
  return isSpan(properties) || type === 'boolean' || type === 'integer' || type === 'number' || type === 'string';
}

function isSpan(properties: Shape['properties']): boolean {
  return properties !== undefined && 'minutes' in properties && 'seconds' in properties;
}

/** The manual's value of a field, as the door takes it; a calendar, for the manual has none, begins as office hours. */
export function manualValue(system: System, field: string, shape: Shape): Json {
  if (shape.default !== undefined) return shape.default;
  const value = (manual[system] as Readonly<Record<string, Json>>)[field] ?? '';
  return typeof value === 'number' && isSpan(shape.properties) ? spanOf(value) : value;
}

/** Milliseconds as a duration of the door: hours and minutes, seconds where there are any. */
function spanOf(milliseconds: number): Json {
  const seconds = milliseconds / 1_000;
  const parts = {
    hours: Math.floor(seconds / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    seconds: seconds % 60,
  };
  const given = Object.entries(parts).filter(([, amount]) => amount > 0);
  return given.length === 0 ? { minutes: 0 } : Object.fromEntries(given);
}
