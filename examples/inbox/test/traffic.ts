import { account, echo, failed, text, webhook } from './meta.js';

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A request that is made of the inbox: a webhook of Meta's, or what the bot tells. */
export type Request = { readonly webhook: string } | { readonly events: readonly object[] };

/**
 * What happens in a day, in its order: clients write in bursts, also several in one second; the bot is switched on and
 * off and writes; sellers answer, some answers are not delivered; messages are deleted, and reacted to. Most webhooks
 * hold one thing, some a batch of several clients.
 */
export function trafficOf(count: number, seed: number, from: number): readonly Request[] {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const clients = Array.from({ length: Math.ceil(count / 20) }, (_, n) => String(56900000001 + n));
  const lastOf = new Map<string, string>();
  const requests: Request[] = [];
  let at = from;
  for (let n = 0; requests.length < count; n++) {
    // Some at the very same second: Meta tells no more of an instant.
    at += Math.floor(random() * 4) * 700;
    const client = pick(clients);
    const id = `wamid.${seed}.${n}`;
    const last = lastOf.get(client) ?? id;
    const chance = random();
    if (chance < 0.4) {
      const second = pick(clients);
      const messages = [text(client, id, at), ...(random() < 0.2 ? [text(second, `${id}b`, at)] : [])];
      const contacts = [{ wa_id: client, profile: { name: `Cliente ${client}` } }];
      requests.push({ webhook: webhook({ contacts, messages }) });
      lastOf.set(client, id);
    } else if (chance < 0.6) {
      requests.push({ webhook: webhook({ message_echoes: [echo(client, id, at)] }) });
      lastOf.set(client, id);
    } else if (chance < 0.66) {
      requests.push({ webhook: webhook({ statuses: [failed(client, last, at)] }) });
    } else if (chance < 0.72) {
      const revoke = { original_message_id: last };
      requests.push({ webhook: webhook({ messages: [{ ...text(client, id, at), type: 'revoke', revoke }] }) });
    } else if (chance < 0.76) {
      requests.push({ webhook: webhook({ messages: [{ ...text(client, id, at), type: 'reaction' }] }) });
    } else {
      const type = pick(['ai-message', 'ai-message', 'ai-on', 'ai-off', 'action-flagged']);
      // What the bot tells is exact: no two of its instants are the same, nor the beginning or the end of a second.
      const exact = at - (at % 1000) + 1 + (n % 997);
      requests.push({ events: [{ account, client, event: { type, id: `bot.${seed}.${n}`, at: exact } }] });
    }
  }
  return requests;
}

/** All of them twice, in any order. */
export function twiceAndShuffled<T>(of: readonly T[], seed: number): readonly T[] {
  const random = randomOf(seed);
  const all = [...of, ...of];
  for (let place = all.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    [all[place], all[other]] = [all[other] as T, all[place] as T];
  }
  return all;
}
