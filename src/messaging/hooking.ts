import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Timeless } from './model.js';
import type { Hook, ReplyComment } from './outcome.js';
import { defaultPolicy } from './policy.js';
import type { RuleId } from './rules.js';

const space = { source: ['chat', 'comment'], bot: ['answered', 'silent'] } as const;

/** What the table answers: nothing, or one or both of the two acts. */
export type HookAnswer = readonly ('hook' | 'reply-comment')[];

const rows: readonly Row<typeof space, RuleId, HookAnswer>[] = [
  { rule: 'messaging/hook-when-silent', when: { source: 'chat', bot: 'answered' }, then: [] },
  // L41: with the second snippet above all; others will do (ME-18).
  {
    rule: 'messaging/hook-snippet-2',
    when: { source: 'chat', bot: 'silent' },
    then: ['hook'],
    applies: ['messaging/hook-when-silent'],
  },
  // L43: both, whether or not the bot answered (ME-19).
  {
    rule: 'messaging/hook-comments',
    when: { source: 'comment' },
    then: ['hook', 'reply-comment'],
    applies: ['messaging/comment-reply-emojis', 'messaging/hook-snippet-2'],
  },
];

/** Whether the bot is hooked by hand: 4 situations. */
export const hookTable = /* @__PURE__ */ decisionTable({ name: 'messaging/hook', hit: 'unique', facts: space, rows });

/** Where somebody wrote, and whether the bot answered: a situation of `hookTable`. */
export type HookSeen = (typeof hookTable.situations)[number];
/** What to do by hand; or nothing, for the bot has answered the chat. */
export type HookOutcome =
  | { readonly action: 'none'; readonly reason: 'bot-answered' }
  | { readonly action: 'take-steps'; readonly steps: readonly (Hook | ReplyComment)[] };
/** What `hooking` answers. Time changes nothing here: `validUntil` is `null`. */
export type HookDecision = Decision<HookOutcome, RuleId, HookSeen>;

const botAnswered = /* @__PURE__ */ Object.freeze({ action: 'none', reason: 'bot-answered' } as const);

/**
 * Whether the bot is to be hooked to somebody who wrote, and with which snippet. Who asks by a comment is hooked *and*
 * answered where they asked. What the snippet says is the host's (ME-17).
 *
 * Source: messaging L39–43.
 */
export function hooking(
  asked: { readonly source: 'chat' | 'comment'; readonly botAnswered: boolean },
  { policy = defaultPolicy }: Timeless = {},
): HookDecision {
  const { source, bot } = hookTable.at;
  const address = source[asked.source] + (asked.botAnswered ? bot.answered : bot.silent);
  const { rule, then } = hookTable.row(address);
  const situation = hookTable.situations[address] as HookSeen;
  const steps = then.map((step): Hook | ReplyComment =>
    step === 'hook'
      ? { action: 'hook', snippet: policy.hookSnippet }
      : { action: 'reply-comment', comment: null, emojis: true },
  );
  const outcome: HookOutcome = steps.length === 0 ? botAnswered : { action: 'take-steps', steps };
  return { outcome, rule, situation, validUntil: null };
}
