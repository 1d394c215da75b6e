import { systems, type System } from 'pauta/catalogue';
import { languages, type Lang } from 'pauta/render';
import type { Asked, Json } from 'pauta/spec';
import { isRecord } from './form.js';

/** All that a page shows: a case being edited, and the language that it is told in. */
export interface State {
  readonly system: System;
  readonly decision: string;
  readonly given: Readonly<Record<string, Json>>;
  /** ISO 8601 with an offset, unless somebody wrote something else. */
  readonly now: string;
  readonly zone: string;
  /** What is chosen of the system's policy, as its door takes it. */
  readonly policy: Readonly<Record<string, Json>>;
  /** A policy with versions in its place; `null`: it has none. */
  readonly policies: Readonly<Record<string, Json>> | null;
  readonly lang: Lang;
}

/** What a state asks of the library. */
export function askedBy({ system, decision, given, now, zone, policy, policies }: State): Asked {
  return { system, decision, given, now, zone, ...(policies === null ? { policy } : { policies }) };
}

/** A state as the part of an address after `#`: base64 in the letters that an address may have. */
export function addressOf({ system, decision, given, now, zone, policy, policies, lang }: State): string {
  const whole = [1, system, decision, given, now, zone, policy, lang, ...(policies === null ? [] : [policies])];
  const bytes = new TextEncoder().encode(JSON.stringify(whole));
  // In pieces: a function takes only so many arguments.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 4096) }, (_, piece) =>
    String.fromCharCode(...bytes.subarray(piece * 4096, (piece + 1) * 4096)),
  );
  return btoa(pieces.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The state of an address, with or without its `#`; `null` for what no page of ours has written. */
export function stateOf(address: string): State | null {
  const whole = decoded(address.replace(/^#/, ''));
  if (!Array.isArray(whole) || whole.length < 8 || whole.length > 9 || whole[0] !== 1) return null;
  const [, system, decision, given, now, zone, policy, lang, policies = null] = whole as readonly unknown[];
  const known = systems.find((name) => name === system);
  const spoken = languages.find((name) => name === lang);
  if (known === undefined || spoken === undefined || !isRecord(given) || !isRecord(policy)) return null;
  if (typeof decision !== 'string' || typeof now !== 'string' || typeof zone !== 'string') return null;
  if (policies !== null && !isRecord(policies)) return null;
  return { system: known, decision, given, now, zone, policy, policies, lang: spoken };
}

function decoded(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
