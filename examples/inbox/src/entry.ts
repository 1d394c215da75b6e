import { routing } from 'pauta';
import type { Instant } from 'pauta/kernel';
import { decide, pendingSince, type Context, type PendingDecision } from 'pauta/pending';
import { explain, languages, type Lang } from 'pauta/render';
import type { Chat } from './chats.js';
import type { Desk } from './desk.js';

type Told = Readonly<Record<Lang, string>>;

/** A chat as the page shows it, in both languages: to choose another asks nothing of the server. */
export interface Entry {
  readonly key: string;
  readonly account: string;
  readonly client: string;
  readonly name: string | null;
  /** What the button must send back. */
  readonly version: number;
  /** `attending`: the AI is at it, within its window. */
  readonly state: 'pending' | 'attending';
  /** Oldest first. */
  readonly waitingSince: Instant | null;
  readonly pendingSince: Instant | null;
  /** When the answer will be another by time alone; `null`: never. */
  readonly validUntil: Instant | null;
  readonly rule: string;
  readonly what: Told;
  readonly why: Told;
  /** By which rule, in full. */
  readonly law: Told;
  readonly until: Told;
  readonly owner: Owner;
}

/** Whose a chat is. */
export interface Owner {
  readonly name: string | null;
  readonly role: string | null;
  /** The rule of the portfolio that says so, or, where it is nobody's, what stands against everybody. */
  readonly why: Told;
}

/** What an entry is made of: it is made again only where one of these is another. */
export interface Answer {
  readonly chat: Chat;
  readonly decision: PendingDecision;
  /** To whom it would go now; `null`: it has somebody already. */
  readonly live: routing.RoutingDecision | null;
}

/** What the rules say of a chat now. */
export function answerOf(chat: Chat, desk: Desk, context: Context): Answer {
  const decision = decide(chat.state.facts, context);
  const live = chat.agent === null ? desk.route(chat, null, context.clock.now()) : null;
  return { chat, decision, live };
}

export function isSameAnswer(one: Answer, other: Answer): boolean {
  return (
    one.chat === other.chat &&
    one.decision.rule === other.decision.rule &&
    one.decision.validUntil === other.decision.validUntil &&
    // The whole of it: the same rule may say it of somebody else, and with others passed over.
    JSON.stringify(one.live) === JSON.stringify(other.live)
  );
}

/** `null`: nobody need look at the chat, not even later on. */
export function entryOf({ chat, decision, live }: Answer, desk: Desk, context: Context): Entry | null {
  const isPending = decision.outcome.action === 'attend';
  if (!isPending && decision.validUntil === null) return null;
  const { account, client, name, version, state } = chat;
  // No clock: the page counts down by itself, and a sentence that says "in 3 minutes" would be another each second.
  const explained = told((lang) => explain(decision, { lang, zone: desk.zone }));
  return {
    key: keyOf(chat),
    account,
    client,
    name,
    version,
    state: isPending ? 'pending' : 'attending',
    waitingSince: state.facts.waitingSince,
    pendingSince: pendingSince(state.facts, context),
    validUntil: decision.validUntil,
    rule: decision.rule,
    what: told((lang) => wholeSeconds(explained[lang].what)),
    why: told((lang) => explained[lang].why),
    law: told((lang) => explained[lang].rule),
    until: told((lang) => wholeSeconds(explained[lang].until)),
    owner: ownerOf(chat, live, desk),
  };
}

export function keyOf({ account, client }: Pick<Chat, 'account' | 'client'>): string {
  return `${account}/${client}`;
}

function ownerOf(chat: Chat, live: routing.RoutingDecision | null, desk: Desk): Owner {
  if (live === null) {
    // The rules of a release to come may have other names: then the agent is told without their rule.
    const rules: Readonly<Record<string, { readonly statement: Told } | undefined>> = routing.rules;
    const rule = rules[chat.agent_rule ?? ''];
    const name = desk.nameOf(chat.agent ?? '');
    return { name, role: chat.agent_role, why: told((lang) => rule?.statement[lang] ?? '') };
  }
  const why = told((lang) => explain(live, { lang, zone: desk.zone }).what);
  return live.outcome.action === 'assign'
    ? { name: desk.nameOf(live.outcome.agent), role: live.outcome.as, why }
    : { name: null, role: null, why };
}

/** Meta tells whole seconds. The thousandths are of our own making (see whatsapp.ts), and would only puzzle whoever reads. */
function wholeSeconds(sentence: string): string {
  return sentence.replace(/(\d\d:\d\d:\d\d)[.,]\d{3}/g, '$1');
}

function told<T>(tell: (lang: Lang) => T): Readonly<Record<Lang, T>> {
  return Object.fromEntries(languages.map((lang) => [lang, tell(lang)])) as Record<Lang, T>;
}
