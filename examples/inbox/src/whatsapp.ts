import type { pending } from 'pauta';
import * as z from 'zod';

/** Something that happened in a chat. */
export interface Happening {
  /** The id of the business phone number that the client writes to. */
  readonly account: string;
  /** The client's number, digits only. */
  readonly client: string;
  /** The name in their profile, where it came along. */
  readonly name: string | null;
  readonly event: pending.Event;
}

/** Something that we were sent and do not understand. */
export interface SetAside {
  readonly kind: string;
  readonly reason: string;
  readonly body: unknown;
}

/** What a webhook says. */
export interface Delivery {
  readonly happenings: readonly Happening[];
  readonly setAside: readonly SetAside[];
  /** What we know and need not keep, by its kind: how often. */
  readonly ignored: Readonly<Record<string, number>>;
}

/** PostgreSQL holds neither a NUL nor half a surrogate pair in a text. */
export const storableText = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'text without NUL or broken characters');

/** A telephone number, with or without the plus; some webhooks write it, others do not. */
const phone = z
  .string()
  .regex(/^\+?\d{5,20}$/)
  .transform((number) => number.replace('+', ''));

/** Whole seconds since 1970, as a text. */
const seconds = z
  .string()
  .regex(/^\d{1,11}$/)
  .transform(Number);

const webhook = z.object({ entry: z.array(z.object({ changes: z.array(z.unknown()) })) });
const change = z.object({
  field: z.string(),
  value: z.object({
    metadata: z.object({ phone_number_id: storableText }),
    contacts: z.array(z.unknown()).default([]),
    messages: z.array(z.unknown()).default([]),
    message_echoes: z.array(z.unknown()).default([]),
    statuses: z.array(z.unknown()).default([]),
  }),
});
const contact = z.object({ wa_id: phone, profile: z.object({ name: storableText }) });
const revoke = z.object({ original_message_id: storableText }).optional();
const message = z.object({ id: storableText, timestamp: seconds, type: z.string(), revoke });
const received = message.extend({ from: phone });
const echo = message.extend({ to: phone });
const status = z.object({ id: storableText, timestamp: seconds, status: z.string(), recipient_id: phone });

/** Kinds of content that somebody wrote. */
const written = new Set(
  'text image audio video document sticker location contacts interactive button order template unsupported'.split(' '),
);
/** Kinds that are known, and neither a message nor of any effect on one. */
const withoutEffect = new Set(['edit', 'request_welcome']);
const statusesWithoutEffect = new Set(['sent', 'delivered', 'read', 'played']);

/**
 * Meta tells whole seconds, so it is not known in which part of a second something happened. What a client does counts
 * as done at its end, what a seller does at its beginning: of two messages of one second the client's is the last, and a
 * client who writes in the second in which the chat is resolved reopens it. Losing a client is the costlier error.
 */
const endOf = (second: number): number => second * 1000 + 999;
const beginningOf = (second: number): number => second * 1000;

/** Reads a webhook of the WhatsApp Cloud API. Whatever it is, nothing is thrown, and nothing of it is lost. */
export function readWebhook(body: unknown): Delivery {
  const happenings: Happening[] = [];
  const setAside: SetAside[] = [];
  const ignored: Record<string, number> = {};
  const aside = (kind: string, reason: string, what: unknown): void => void setAside.push({ kind, reason, body: what });
  const ignore = (kind: string): void => void (ignored[kind] = (ignored[kind] ?? 0) + 1);

  function readChange(given: unknown): void {
    const read = change.safeParse(given);
    if (!read.success) return aside('change', reasonOf(read.error), given);
    const { field, value } = read.data;
    const isKnown = field === 'messages' || field === 'smb_message_echoes';
    if (!isKnown) return aside(`field ${field}`, 'a field that the inbox does not know', given);
    const account = value.metadata.phone_number_id;
    const contacts = value.contacts.flatMap((one) => contact.safeParse(one).data ?? []);
    const names = new Map(contacts.map(({ wa_id, profile }) => [wa_id, profile.name]));
    const happened = (client: string, event: pending.Event): void =>
      void happenings.push({ account, client, name: names.get(client) ?? null, event });
    // Beside what is set aside stands the account: without it nobody could tell whose it is.
    const asideOf = (kind: string, reason: string, what: unknown): void =>
      aside(kind, reason, { account, value: what });

    for (const one of value.messages) {
      const { data, error } = received.safeParse(one);
      if (data === undefined) asideOf('message', reasonOf(error), one);
      else readMessage(data, one);
    }
    for (const one of value.message_echoes) {
      const { data, error } = echo.safeParse(one);
      if (data === undefined) asideOf('echo', reasonOf(error), one);
      else readEcho(data, one);
    }
    for (const one of value.statuses) {
      const { data, error } = status.safeParse(one);
      if (data === undefined) asideOf('status', reasonOf(error), one);
      else readStatus(data, one);
    }

    function readMessage({ from, id, timestamp, type, revoke }: z.infer<typeof received>, whole: unknown): void {
      const at = endOf(timestamp);
      if (type === 'reaction') return happened(from, { type: 'client-message', id, at, kind: 'reaction' });
      if (withoutEffect.has(type)) return ignore(type);
      if (type === 'revoke' && revoke !== undefined) {
        return happened(from, { type: 'message-deleted', id, at, messageId: revoke.original_message_id });
      }
      // Meta speaks here, not the client: they changed their number, for example.
      if (type === 'system' || type === 'revoke') return asideOf(type, 'somebody should look at it', whole);
      // A kind that was invented after this was written is a message until somebody says otherwise.
      if (!written.has(type)) asideOf(`message ${type}`, 'an unknown kind, taken for a message', whole);
      happened(from, { type: 'client-message', id, at });
    }

    function readEcho({ to, id, timestamp, type, revoke }: z.infer<typeof echo>, whole: unknown): void {
      const at = beginningOf(timestamp);
      if (type === 'reaction') return happened(to, { type: 'seller-message', id, at, kind: 'reaction' });
      if (withoutEffect.has(type)) return ignore(type);
      if (type === 'revoke' && revoke !== undefined) {
        return happened(to, { type: 'message-deleted', id, at, messageId: revoke.original_message_id });
      }
      // The other way round than above: what may be no answer must not take a client off the queue.
      if (!written.has(type)) return asideOf(`echo ${type}`, 'an unknown kind, not taken for an answer', whole);
      happened(to, { type: 'seller-message', id, at });
    }

    function readStatus(read: z.infer<typeof status>, whole: unknown): void {
      const { id, timestamp, status: kind, recipient_id } = read;
      if (statusesWithoutEffect.has(kind)) return ignore(`status ${kind}`);
      if (kind !== 'failed') return asideOf(`status ${kind}`, 'an unknown kind', whole);
      // What was not delivered counts as never written: the client is still waiting.
      const at = endOf(timestamp);
      happened(recipient_id, { type: 'message-deleted', id: `failed:${id}`, at, messageId: id });
    }
  }

  const read = webhook.safeParse(body);
  if (!read.success) aside('webhook', reasonOf(read.error), body);
  else for (const { changes } of read.data.entry) changes.forEach(readChange);
  return { happenings, setAside, ignored };
}

function reasonOf(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
