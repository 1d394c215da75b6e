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
import type { Shape } from './form.js';

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

/** The fields of a system's policy that a form can show: durations, choices, numbers, texts, yes or no. */
export function policyShape(system: System): Shape {
  const whole = z.toJSONSchema(schemas[system], { io: 'input', unrepresentable: 'any' }) as Shape;
  const simple = Object.entries(whole.properties ?? {}).filter(([, shape]) => isSimple(shape));
  return { type: 'object', properties: Object.fromEntries(simple.map(([field, shape]) => [field, elapsing(shape)])) };
}

/** A wait as time that elapses: working time would need a calendar, which no form here can show. */
function elapsing(shape: Shape): Shape {
  if (!isSpan(shape.properties)) return shape;
  const parts = Object.entries(shape.properties ?? {}).filter(([part]) => part !== 'of');
  return { ...shape, properties: Object.fromEntries(parts) };
}

function isSimple({ type, enum: values, properties, anyOf }: Shape): boolean {
  if (anyOf !== undefined || values !== undefined) return values !== undefined;
  return isSpan(properties) || type === 'boolean' || type === 'integer' || type === 'number' || type === 'string';
}

function isSpan(properties: Shape['properties']): boolean {
  return properties !== undefined && 'minutes' in properties && 'seconds' in properties;
}

/** The manual's value of a field, as the door takes it. */
export function manualValue(system: System, field: string, shape: Shape): Json {
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
