import * as door from 'pauta/kernel/schema';
import { department } from 'pauta/messaging';
import { channel, subjectOf } from 'pauta/requirement';
import { defaultPolicy, faultOf, normalised, otherSpelling, policy } from 'pauta/routing';
import { phonesIn } from 'pauta/routing/phones';
import { pick, type Random } from '../random.js';
import { isPlain, problemSigns, type Door } from './door.js';

const countries = ['CL', 'MX', 'AR', 'BR', 'US'].map(phonesIn);
const cleanings = [
  defaultPolicy,
  policy({ emailCase: 'domain-only' }),
  ...countries.map((phones) => policy({ phones })),
];
const schemas = {
  instant: door.instantSchema,
  isoInstant: door.isoInstantSchema,
  isoDuration: door.isoDurationSchema,
  civilDate: door.civilDateSchema,
  zone: door.zoneSchema,
  id: door.idSchema,
} as const;

/** One text at each of the doors that texts of one kind go through. */
function taken(input: unknown): readonly string[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const result = door.read<unknown>(schema, input);
    if (!result.ok) return problemSigns(result.problems);
    isPlain(result.value);
    if (typeof result.value === 'number' && !Number.isFinite(result.value)) {
      throw new Error(`${name}: came out as ${result.value}.`);
    }
    return [name];
  });
}

/** A cell of an upload: an identifier in its one spelling, or why it is none. */
function cleaned(input: unknown, random: Random): readonly string[] {
  const text = input as string;
  const cleaning = pick(random, cleanings);
  const kind = pick(random, ['whatsapp', 'email'] as const);
  const one = normalised(text, kind, cleaning);
  cleaning.phones?.isAmbiguous(text);
  if (one === null) return [faultOf(text, kind, cleaning)];
  if (normalised(one, kind, { ...cleaning, phones: null }) !== one) throw new Error(`${one} is not its own spelling.`);
  return [kind, `${otherSpelling(one) === null}`];
}

/** Words that people say: topics, titles, channels. */
function said(input: unknown): readonly string[] {
  const text = input as string;
  return [department(text).rule, channel(text).rule, subjectOf(text) ?? 'none'];
}

/** Doors for a single text. */
export const textDoors: readonly Door[] = [
  {
    name: 'instants, dates, zones',
    kind: 'text',
    seeds: [
      '2026-05-13T10:00:00-04:00',
      '2026-05-13',
      'America/Santiago',
      'PT1H30M',
      'P3DT2.5S',
      '-000001-01-01T00:00Z',
    ],
    call: taken,
  },
  {
    name: 'identifiers',
    kind: 'text',
    seeds: [
      '+56 9 1234 5678',
      '(02) 2345-6789',
      'ana.p+x@mail.example.com',
      'ñandú@xn--and-6ma.cl',
      '5.69E+10',
      '@SUMA(A1)',
    ],
    call: cleaned,
  },
  { name: 'words', kind: 'text', seeds: ['Ventas', 'Correo Electrónico', 'Reclamo por medidor'], call: said },
  {
    name: 'countries',
    kind: 'text',
    seeds: ['CL', 'cl', 'ZZ', 'constructor'],
    call: (input) => [phonesIn(input as string).country],
    mayThrow: (error) => error instanceof RangeError && error.message.startsWith('country: '),
  },
];
