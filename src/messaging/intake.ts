import { Now, type Instant } from '../kernel/clock.js';
import { changesAt, type Decision } from '../kernel/decision.js';
import { kindOf } from '../kernel/wait.js';
import {
  automationTable,
  fallbackTable,
  intakeTable,
  type AutomationSeen,
  type AutomationStep,
  type FallbackAnswer,
  type FallbackSeen,
  type RunAnswer,
  type TriggerAnswer,
  type TriggersSeen,
} from './automation.js';
import type { Context } from './model.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';
import { automationAddress, fallbackAddress, intakeAddress, startOf } from './triggers.js';

/**
 * What is known of a contact's way into the CRM. Instants count from their instant on. Left out, or `null`: it has not
 * happened; left out, or `false`: it is not so.
 */
export interface IntakeFacts {
  /** The id of the contact. */
  readonly contact: string;
  /** Whether the conversation that ended had welcome events. */
  readonly hasWelcomeEvents?: boolean;
  /** When the conversation last ended: an event of its own, not the last message (ME-8). */
  readonly endedAt?: Instant | null;
  /** When the client first wrote after that end. */
  readonly wroteAgainAt?: Instant | null;
  /** When somebody set the tag by hand. */
  readonly taggedByHandAt?: Instant | null;
  /** Whether the contact is known, because they wrote by WhatsApp. */
  readonly isKnown?: boolean;
  /** The field "¿subir a CRM manualmente? R3". */
  readonly uploadFlag?: string | null;
  /** When somebody, or the system, said that the automation failed (ME-14). */
  readonly failedAt?: Instant | null;
  /** When the automation set its tag, asked for the contact data, and had them: given, or known already. */
  readonly taggedAt?: Instant | null;
  readonly askedAt?: Instant | null;
  readonly answeredAt?: Instant | null;
  /** When the survey was sent, and answered. */
  readonly surveySentAt?: Instant | null;
  readonly surveyAnsweredAt?: Instant | null;
  /** When the contact was loaded: an instant ahead of the clock counts, too, for nobody is to be loaded twice. */
  readonly loadedAt?: Instant | null;
}

/** What to do so that a contact gets into the CRM: once, by whichever way. Source: messaging L80–86. */
export type IntakeOutcome =
  | { readonly action: 'none'; readonly reason: 'already-loaded' | 'no-trigger' | 'conversation-resumed' }
  | {
      /** At `until` the automation starts. */
      readonly action: 'wait';
      readonly until: Instant;
      /** The wait is counted in working time. Absent: time just passes. */
      readonly of?: 'working-time';
    }
  | {
      readonly action: 'run-automation';
      /** The steps that are left, in order. Take the first, record it, and ask again: the load waits for the data. */
      readonly steps: readonly AutomationStep[];
      readonly tag: string;
      /** The message that asks for the contact data. */
      readonly template: 'contact-request';
      /** What the load is to be sent with. */
      readonly key: string;
    }
  | {
      readonly action: 'load-to-crm';
      /** The same for every load of the contact, whatever triggers it: a CRM that knows it loads once. */
      readonly key: string;
    }
  | { readonly action: 'await-data' | 'await-survey' }
  | {
      /** The snippet and the survey; the texts of both are the host's. */
      readonly action: 'send-survey';
      readonly steps: readonly ['snippet', 'survey'];
    }
  | {
      readonly action: 'not-covered';
      readonly gap: 'contact-unknown';
      readonly question: 'ME-13';
      readonly nearest: { readonly action: 'ask-contact' };
    };

/** What was seen of the triggers; and of the automation, or of what stands in for it. */
export type IntakeSeen = TriggersSeen & Partial<AutomationSeen> & Partial<FallbackSeen>;

/** What `intake` answers. `validUntil`: the wait is over, or a fact dated ahead changes the answer; `null`: neither. */
export type IntakeDecision = Decision<IntakeOutcome, RuleId, IntakeSeen>;

/** An answer that the facts still have to give its data. */
type Answer = Exclude<TriggerAnswer, 'run' | 'fall-back'> | RunAnswer | FallbackAnswer;

/** What is answered, and by which rule. */
export interface Answered {
  readonly rule: RuleId;
  readonly then: Answer;
}

/** The outcomes that carry nothing of the contact, and are handed out again and again. */
const plain = {
  'already-loaded': Object.freeze({ action: 'none', reason: 'already-loaded' }),
  'no-trigger': Object.freeze({ action: 'none', reason: 'no-trigger' }),
  resumed: Object.freeze({ action: 'none', reason: 'conversation-resumed' }),
  'await-data': Object.freeze({ action: 'await-data' }),
  'await-survey': Object.freeze({ action: 'await-survey' }),
  'send-survey': Object.freeze({ action: 'send-survey', steps: Object.freeze(['snippet', 'survey'] as const) }),
  'contact-unknown': Object.freeze({
    action: 'not-covered',
    gap: 'contact-unknown',
    question: 'ME-13',
    nearest: Object.freeze({ action: 'ask-contact' } as const),
  }),
} as const satisfies Readonly<Partial<Record<Extract<Answer, string>, IntakeOutcome>>>;

/** The answers after which there is something to do. */
export function isDue(answer: Answer): boolean {
  if (typeof answer === 'object') return true;
  return answer === 'load' || answer === 'send-survey' || answer === 'contact-unknown';
}

/**
 * Whether a contact is to be loaded into the CRM now, how, and until when that holds. It is loaded once: after that, no
 * trigger does anything. `validUntil` is the end of the wait, or the instant of a fact dated ahead.
 *
 * Source: messaging L80–86.
 */
export function intake(facts: IntakeFacts, { clock, policy = defaultPolicy }: Context): IntakeDecision {
  const now = new Now(clock.now());
  const address = intakeAddress(facts, policy, now);
  const triggers = intakeTable.situations[address] as TriggersSeen;
  const answer = answerAt(address, facts, now);
  const situation = seenAt(address, triggers, facts, now);
  const validUntil = expiryOf(answer, facts, policy, now);
  return { outcome: outcomeOf(answer.then, facts, policy), rule: answer.rule, situation, validUntil };
}

/** The first instant at which another answer is given than at `now`. */
function expiryOf({ rule, then }: Answered, facts: IntakeFacts, policy: Policy, now: Now): Instant | null {
  return changesAt(now, (later) => {
    const next = answerAt(intakeAddress(facts, policy, later), facts, later);
    return next.rule === rule && next.then === then;
  });
}

/** The row that answers, of whichever table has it. */
export function answerAt(address: number, facts: IntakeFacts, now: Now): Answered {
  const row = intakeTable.row(address);
  if (row.then === 'run') return automationTable.row(automationAddress(facts, now));
  if (row.then === 'fall-back') return fallbackTable.row(fallbackAddress(facts, now));
  return row as Answered; // every other answer is the last
}

function seenAt(address: number, triggers: TriggersSeen, facts: IntakeFacts, now: Now): IntakeSeen {
  switch (intakeTable.row(address).then) {
    case 'run':
      return { ...triggers, ...automationTable.situations[automationAddress(facts, now)] };
    case 'fall-back':
      return { ...triggers, ...fallbackTable.situations[fallbackAddress(facts, now)] };
    default:
      return triggers;
  }
}

/** An answer with the data of its contact. */
export function outcomeOf(answer: Answer, facts: IntakeFacts, policy: Policy): IntakeOutcome {
  if (typeof answer === 'object') {
    return {
      action: 'run-automation',
      steps: answer,
      tag: policy.crmTag,
      template: 'contact-request',
      key: keyOf(facts),
    };
  }
  if (answer === 'load') return { action: 'load-to-crm', key: keyOf(facts) };
  return answer === 'wait'
    ? { action: 'wait', until: startOf(facts, policy), ...kindOf(policy.crmDelay) }
    : plain[answer];
}

/** ME-11: of the contact alone, so that no two triggers make two keys. */
function keyOf({ contact }: IntakeFacts): string {
  return `crm-load:${contact}`;
}
