import type { contact, ladder } from 'pauta';
import { stateSchema as contactSchema } from 'pauta/contact/schema';
import { stateSchema as searchSchema } from 'pauta/ladder/schema';
import * as z from 'zod';
import { customer, id, type Customer } from './formats.js';
import type { ExpectedWord } from './problem.js';

/** A move as it is stored: how far the search for a mover has come, and the contact with the client. */
export interface MoveRecord {
  readonly id: string;
  readonly customer: Customer;
  readonly search: ladder.Search;
  /** `null`: the client has not been contacted. */
  readonly contact: contact.Contact | null;
}

export const moveSchema: z.ZodType<MoveRecord> = z
  .strictObject({ mudanza: id, cliente: customer, ladder: searchSchema, contact: contactSchema.exactOptional() })
  .check(({ value, issues }) => {
    const expect = (message: ExpectedWord, ...path: string[]): void => {
      issues.push({ code: 'custom', message, path, input: value });
    };
    const { mudanza, ladder, contact } = value;
    if (ladder.move !== mudanza) expect('same-move', 'ladder', 'move');
    if (contact !== undefined && contact.move !== mudanza) expect('same-move', 'contact', 'move');
    if (contact === undefined && ladder.facts.clientContactedAt != null) expect('contact-state', 'contact');
  })
  .transform(({ mudanza, cliente, ladder, contact }) => ({
    id: mudanza,
    customer: cliente,
    search: ladder,
    contact: contact ?? null,
  }));
