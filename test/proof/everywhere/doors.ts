import { read } from 'pauta/kernel/schema';
import type { Chance } from './chance.js';
import type { Ledger } from './ledger.js';

/** What nobody meant to send, and what is nearly right. */
const odd: readonly unknown[] = [
  ...[
    '',
    ' ',
    'x',
    'cliente',
    '__proto__',
    '2026-05-13T10:00:00',
    '2026-05-13T10:00:00-04:00',
    '2026-02-30',
    'ñ\ud800',
  ],
  ...[-1, 0, 1.5, -0, 8.64e15 + 1, Number.NaN, Number.POSITIVE_INFINITY, true, null, undefined, [], [null], {}],
  ...[{ hours: 1 }, { hours: -1 }, { mp: 'a', date: '2026-05-13' }],
];

/** The value with one field of it, at any depth, replaced by something odd, left out, or with one too many. */
export function garbled(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null) return chance.of(odd);
  const names = Object.keys(value);
  if (names.length === 0) return Array.isArray(value) ? [chance.of(odd)] : { surplus: chance.of(odd) };
  const name = chance.of(names);
  const inner = (value as Readonly<Record<string, unknown>>)[name];
  const isDeeper = typeof inner === 'object' && inner !== null && !chance.once(3);
  const changed = isDeeper ? garbled(inner, chance) : chance.of(odd);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === name ? changed : item));
  if (chance.once(6)) return Object.fromEntries(Object.entries(value).filter(([field]) => field !== name));
  return { ...value, [name]: changed };
}

/** A door: `read` of a schema of the library. */
export type Door = Parameters<typeof read>[0];

/** Shows a value at a door as it comes out of JSON, and garbled; not each, for a door takes longer than what is behind it. */
export function knock(ledger: Ledger, chance: Chance, name: string, door: Door, value: unknown): void {
  if (!chance.once(5)) return;
  const plain: unknown = JSON.parse(JSON.stringify(value));
  ledger.answered(`door ${name}`, read(door, plain));
  const shown = garbled(plain, chance);
  ledger.drawn(shown);
  ledger.answered(`door ${name}, garbled`, read(door, shown));
}
