import type { Decision } from '../kernel/decision.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Timeless } from './model.js';
import type { SendMessage } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';

const space = { answers: ['right', 'wrong', 'unjudged'], user: ['served', 'lost'] } as const;

/** What is done when the bot is watched. */
export type WatchStep =
  | 'let-bot-answer'
  | 'send-capture-call-message'
  | 'notify-for-dialogflow'
  | 'send-info-manually'
  | 'send-central-phone-message'
  | 'offer-mail-or-chat';

const rows: readonly Row<typeof space, RuleId, WatchStep>[] = [
  // L100: the bot informs, and only then is a call attempted. Nobody is captured before they are helped (ME-25).
  { rule: 'messaging/eva-right-let', when: { answers: 'right', user: 'served' }, then: 'let-bot-answer' },
  {
    rule: 'messaging/eva-right-capture-call',
    when: { answers: 'right', user: 'served' },
    then: 'send-capture-call-message',
  },
  // L96: both.
  { rule: 'messaging/eva-wrong-notify', when: { answers: 'wrong' }, then: 'notify-for-dialogflow' },
  { rule: 'messaging/eva-wrong-send', when: { answers: 'wrong' }, then: 'send-info-manually' },
  // L104: the switchboard, and for who does not want to call, mail or chat.
  {
    rule: 'messaging/eva-lost-phone',
    when: { user: 'lost' },
    then: 'send-central-phone-message',
    applies: ['messaging/eva-lost-template'],
  },
  { rule: 'messaging/eva-lost-alternatives', when: { user: 'lost' }, then: 'offer-mail-or-chat' },
];

/** What follows from watching the bot: 6 situations, each with all that fits it. */
export const monitoringTable = /* @__PURE__ */ decisionTable({
  name: 'messaging/monitoring',
  hit: 'collect',
  facts: space,
  rows,
});

/** How the bot answered, and whether the user is lost: a situation of `monitoringTable`. */
export type MonitoringSeen = (typeof monitoringTable.situations)[number];

/** One thing to do, and the rule that asks for it. Two of them are messages that `message` composes. */
export type Watch = { readonly rule: RuleId } & (
  | {
      readonly action: 'let-bot-answer' | 'notify-for-dialogflow' | 'send-info-manually' | 'offer-mail-or-chat';
    }
  | (Omit<SendMessage, 'action'> & {
      readonly action: 'send-capture-call-message' | 'send-central-phone-message';
    })
);

/** All that is to be done, in order; or nothing, for nobody has looked yet, nor is the user lost. */
export type MonitoringOutcome =
  | { readonly action: 'take-steps'; readonly steps: readonly Watch[] }
  | { readonly action: 'none'; readonly reason: 'unjudged' };
/** What `monitoring` answers; `rule` is that of the first step. Time changes nothing here: `validUntil` is `null`. */
export type MonitoringDecision = Decision<MonitoringOutcome, RuleId, MonitoringSeen>;

/** What was found when a conversation of the bot was read. */
export interface Judgement {
  /** Whether the bot answered rightly; `unjudged`: nobody has looked yet. */
  readonly answers: 'right' | 'wrong' | 'unjudged';
  /** Whether the user does not know how to talk to the bot. */
  readonly isLost: boolean;
  /** Who writes to the user; a placeholder of the messages. */
  readonly agent?: string | null;
}

const unjudged = /* @__PURE__ */ Object.freeze({ action: 'none', reason: 'unjudged' } as const);

/**
 * What to do about a conversation of the bot: everything that follows, in order. Whom to notify the manual does not say
 * (ME-29), and the capture call is attempted whatever interest was shown (ME-26). Not judged yet: there is only the
 * duty to read it, as in `round`.
 *
 * Source: messaging L88–106.
 */
export function monitoring(
  { answers, isLost, agent = null }: Judgement,
  { policy = defaultPolicy }: Timeless = {},
): MonitoringDecision {
  const { at, matching, situations } = monitoringTable;
  const address = at.answers[answers] + (isLost ? at.user.lost : at.user.served);
  const steps = matching(address).map(({ rule, then }) => watchOf(then, rule, agent, policy));
  const [first] = steps;
  return {
    outcome: first === undefined ? unjudged : { action: 'take-steps', steps },
    rule: first === undefined ? 'messaging/monitor-verify' : first.rule,
    situation: situations[address] as MonitoringSeen,
    validUntil: null,
  };
}

function watchOf(action: WatchStep, rule: RuleId, agent: string | null, { centralPhone }: Policy): Watch {
  switch (action) {
    case 'send-capture-call-message':
      return { action, template: 'capture-call', data: { agent }, rule };
    case 'send-central-phone-message':
      return { action, template: 'central-phone', data: { agent, centralPhone }, rule };
    default:
      return { action, rule };
  }
}

/** What is done on a round of watching, in order. */
export type RoundStep = 'review' | 'read' | 'verify' | 'classify' | 'load-to-crm';

/** Where to look on a round, and what to do there, in order. Source: messaging L12–15, L88–92. */
export interface RoundOutcome {
  readonly action: 'watch';
  /** Where: the inbox, and the networks beside it. */
  readonly places: readonly string[];
  readonly steps: readonly { readonly action: RoundStep; readonly rule: RuleId }[];
}

/** What `round` answers. Time changes nothing here: `validUntil` is `null`. */
export type RoundDecision = Decision<RoundOutcome, RuleId, { readonly places: 'inbox-and-networks' }>;

const roundSteps = [
  // L14, L91–92: what the client is interested in, or troubled by; and whether the bot was right.
  { action: 'review', rule: 'messaging/eva-review' },
  { action: 'read', rule: 'messaging/monitor-read' },
  { action: 'verify', rule: 'messaging/monitor-verify' },
  // L15.
  { action: 'classify', rule: 'messaging/eva-classify-and-crm' },
  { action: 'load-to-crm', rule: 'messaging/eva-classify-and-crm' },
] as const satisfies RoundOutcome['steps'];

/**
 * A round of watching the bot: where to look, and what to do there. How often, the manual does not say.
 *
 * Source: messaging L12–15, L88–92.
 */
export function round({ policy = defaultPolicy }: Timeless = {}): RoundDecision {
  const places = ['Respond.io', ...policy.networks];
  return {
    outcome: { action: 'watch', places, steps: roundSteps },
    rule: 'messaging/monitor-where',
    situation: { places: 'inbox-and-networks' },
    validUntil: null,
  };
}
