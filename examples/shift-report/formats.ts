import { DateTime } from 'luxon';
import type { kernel, pending, requirement } from 'pauta';
import * as z from 'zod';
import type { ExpectedWord } from './problem.js';

/** Somebody who waits for the help desk. */
export interface Customer {
  readonly name: string;
  readonly city: string;
}

export interface TicketRecord {
  readonly id: string;
  readonly customer: Customer;
  readonly subject: string;
  readonly openedAt: kernel.Instant;
  readonly facts: requirement.Facts;
}

export interface ChatRecord {
  readonly id: string;
  readonly customer: Customer;
  /** The account that the client wrote to; `null`: the one that the portfolio is of. */
  readonly account: string | null;
  /** The client's number, as it came; `null`: not known. */
  readonly phone: string | null;
  /** Whose chat it has been so far; empty: nobody's. */
  readonly seller: string;
  /** As they were delivered: late, twice and out of order too. */
  readonly events: readonly pending.Event[];
}

/** The message of a schema is the word for what it expects: each language has its own text for it. */
export const expects = (word: ExpectedWord): { readonly error: ExpectedWord } => ({ error: word });

/** An instant with its offset; seconds may be left out. `null`: the text is none. */
export function instantOf(text: string): kernel.Instant | null {
  // Without an offset luxon would read the host's own zone into it.
  if (!/T.*(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(text)) return null;
  const read = DateTime.fromISO(text);
  return read.isValid ? read.toMillis() : null;
}

const text = z.string(expects('text'));
export const id = z.string(expects('id')).trim().min(1, expects('id'));

const instant = z.string(expects('instant')).transform((written, context): kernel.Instant => {
  const read = instantOf(written);
  if (read === null) context.issues.push({ code: 'custom', message: 'instant', input: written });
  return read ?? Number.NaN;
});

/** A date alone is a day in the zone of the report; with a time it is an instant. */
const deadline = z
  .union([z.iso.date(), z.string().refine((written) => instantOf(written) !== null), z.null()], expects('deadline'))
  .transform((written): requirement.Deadline | null => (written === null ? null : (instantOf(written) ?? written)));

/** The help desk's word for something, as pauta's. */
export function translated<const Table extends Readonly<Record<string, string | null>>>(
  table: Table,
): z.ZodType<Table[keyof Table]> {
  return z.enum(Object.keys(table)).transform((word) => table[word] as Table[keyof Table]);
}

export const customer = z
  .strictObject({ nombre: id, ciudad: text, correo: text.exactOptional() })
  .transform(({ nombre, ciudad }): Customer => ({ name: nombre, city: ciudad }));

const insistence = z
  .strictObject({
    numero: id,
    tipo: translated({ 'fuera de plazo': 'late-answer', inconformidad: 'disagreement' }),
    creada: instant,
    estado: z.enum(['abierta', 'respondida']),
    plazo: deadline,
  })
  .transform(({ tipo, estado, plazo }): requirement.Insistence => ({
    kind: tipo,
    answered: estado === 'respondida',
    deadline: plazo,
  }));

export const ticketSchema: z.ZodType<TicketRecord> = z
  .strictObject({
    numero: id,
    cliente: customer,
    producto: translated({ medidor: 'meter', envasado: 'bottled', granel: 'bulk', desconocido: null }),
    asunto: text,
    relato: text,
    creado: instant,
    estado: z.enum(['abierto', 'respondido', 'anulado']),
    plazo: deadline,
    postura: translated({ 'no sabe': 'unaware', 'no conforme': 'dissatisfied', conforme: 'satisfied' }),
    insistencias: z.array(insistence, expects('list')),
  })
  .transform((ticket) => ({
    id: ticket.numero,
    customer: ticket.cliente,
    subject: ticket.asunto,
    openedAt: ticket.creado,
    facts: {
      product: ticket.producto,
      // RQ-15: a requirement that was annulled is none.
      initial:
        ticket.estado === 'anulado' ? null : { answered: ticket.estado === 'respondido', deadline: ticket.plazo },
      insistences: ticket.insistencias,
      client: ticket.postura,
    },
  }));

const author = translated({ cliente: 'client', ia: 'ai', vendedor: 'seller' });
const entry = { id, cuando: instant };

const message = z
  .strictObject({
    tipo: z.literal('mensaje'),
    ...entry,
    autor: author,
    texto: text,
    clase: translated({
      reacción: 'reaction',
      'nota interna': 'note',
      'no entregado': 'failed',
      masivo: 'mass',
    }).exactOptional(),
  })
  .transform(({ id, cuando, autor, clase }): pending.Event => ({
    type: `${autor}-message`,
    id,
    at: cuando,
    ...(clase === undefined ? {} : { kind: clase }),
  }));

const deletion = z
  .strictObject({ tipo: z.literal('borrado'), ...entry, mensaje: id })
  .transform(({ id, cuando, mensaje }): pending.Event => ({
    type: 'message-deleted',
    id,
    at: cuando,
    messageId: mensaje,
  }));

const resolve = z
  .strictObject({
    tipo: z.literal('resuelto'),
    ...entry,
    por: author,
    via: translated({ botón: 'button', menú: 'menu' }),
  })
  .transform(({ id, cuando, por, via }): pending.Event => ({ type: 'mark-resolved', id, at: cuando, by: por, via }));

const task = z
  .strictObject({ tipo: z.literal('tarea'), ...entry, texto: text })
  .transform(({ id, cuando }): pending.Event => ({ type: 'action-flagged', id, at: cuando }));

const plain = {
  'ia encendida': 'ai-on',
  'ia apagada': 'ai-off',
  abierto: 'opened',
  leído: 'read',
  'no leído': 'unread',
} as const;

const others = z
  .strictObject({ tipo: z.enum(Object.keys(plain) as (keyof typeof plain)[]), ...entry })
  .transform(({ tipo, id, cuando }): pending.Event => ({ type: plain[tipo], id, at: cuando }));

const eventTypes = ['mensaje', 'borrado', 'resuelto', 'tarea', ...Object.keys(plain)];

const event = z.discriminatedUnion('tipo', [message, deletion, resolve, task, others], {
  error: eventTypes.join('|'),
});

export const chatSchema: z.ZodType<ChatRecord> = z
  .strictObject({
    chat: id,
    cliente: customer,
    cuenta: id.exactOptional(),
    telefono: id.exactOptional(),
    vendedor: text.trim(),
    eventos: z.array(event, expects('list')),
  })
  .transform(({ chat, cliente, cuenta, telefono, vendedor, eventos }) => ({
    id: chat,
    customer: cliente,
    account: cuenta ?? null,
    phone: telefono ?? null,
    seller: vendedor,
    events: eventos,
  }));
