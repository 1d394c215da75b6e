import { messaging } from 'pauta';
import { eventSchema, loadingEventSchema } from 'pauta/messaging/schema';
import * as z from 'zod';
import { customer, expects, id, type Customer } from './formats.js';
import type { ExpectedWord } from './problem.js';

/** What happens with a contact: in the conversation, on the way into the CRM, or both. */
export type ConversationEvent = messaging.Event | messaging.LoadingEvent;

/** A contact who writes to the bot. */
export interface ConversationRecord {
  readonly id: string;
  readonly customer: Customer;
  /** Where they write. */
  readonly channel: string;
  /** As they were delivered: late, twice and out of order too. */
  readonly events: readonly ConversationEvent[];
}

const inTalk: ReadonlySet<string> = new Set(messaging.flow.events);
const inLoading: ReadonlySet<string> = new Set(messaging.loadingFlow.events);

/** Whether an event is one of the conversation. What the client writes is, and is one of the way into the CRM as well. */
export function isOfTalk(event: ConversationEvent): event is messaging.Event {
  return inTalk.has(event.type);
}

export function isOfLoading(event: ConversationEvent): event is messaging.LoadingEvent {
  return inLoading.has(event.type);
}

/** Each event by the schema that knows its type: tried by both, a bad one would be told twice. */
const event = z.looseObject({}, expects('object')).transform((value, context): ConversationEvent => {
  const type = String(value['type']);
  const schema = inTalk.has(type) ? eventSchema : inLoading.has(type) ? loadingEventSchema : null;
  if (schema === null) {
    const types = [...new Set([...inTalk, ...inLoading])].join('|');
    context.issues.push({ code: 'custom', message: types, path: ['type'], input: value });
    return z.NEVER;
  }
  const { data, error } = schema.safeParse(value);
  for (const issue of error?.issues ?? []) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
  return data ?? z.NEVER;
});

export const conversationSchema: z.ZodType<ConversationRecord> = z
  .strictObject({ contacto: id, cliente: customer, canal: id, eventos: z.array(event, expects('list')) })
  .check(({ value, issues }) => {
    const message: ExpectedWord = 'same-contact';
    value.eventos.forEach(({ contact }, index) => {
      if (contact === value.contacto) return;
      issues.push({ code: 'custom', message, path: ['eventos', index, 'contact'], input: value });
    });
  })
  .transform(({ contacto, cliente, canal, eventos }) => ({
    id: contacto,
    customer: cliente,
    channel: canal,
    events: eventos,
  }));
