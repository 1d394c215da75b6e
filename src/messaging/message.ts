import { fixedClock, type Instant } from '../kernel/clock.js';
import type { Decision } from '../kernel/decision.js';
import { isNamed } from './classification.js';
import { greeting } from './greeting.js';
import type { Context } from './model.js';
import { filled, placeholdersIn, type TemplateName } from './placeholders.js';
import { defaultPolicy } from './policy.js';
import type { RuleId } from './rules.js';

const DAY_AND_MORE = 48 * 3_600_000;

const rules = {
  'case-3': 'messaging/case-3-text',
  closing: 'messaging/close-1-text',
  'contact-request': 'messaging/crm-ask-contact',
  'capture-call': 'messaging/eva-right-capture-call',
  'central-phone': 'messaging/eva-lost-template',
} as const satisfies Readonly<Record<TemplateName, RuleId>>;

/** The whole text, ready to be sent; or what it lacks, and no text. */
export type MessageOutcome =
  | { readonly action: 'send-text'; readonly template: TemplateName; readonly text: string }
  | {
      readonly action: 'need-placeholders';
      readonly template: TemplateName;
      /** Each placeholder of the template that there is nothing to put in for. */
      readonly missing: readonly string[];
    };

/** What `message` answers. `validUntil`: the greeting in it is another; `null`: it has none, or never is. */
export type MessageDecision = Decision<MessageOutcome, RuleId, { readonly template: TemplateName }>;

/** The world of a message. */
export interface MessageContext extends Context {
  /** The client's IANA zone; absent: the policy's. */
  readonly zone?: string;
}

/** What is put in for the placeholders, by their names. `null` and blank texts are nothing. */
export type MessageData = Readonly<Record<string, string | null>>;

/**
 * A standard message in the policy's words, its placeholders filled: from `data`; else `{greeting}` by the client's
 * clock, in their `zone` or the policy's, and `{centralPhone}` from the policy. No message has a hole in it: where
 * something is missing, it is named instead. `validUntil` is when the greeting is another, where the message has one.
 *
 * Source: messaging L63–65, L71–73, L82, L100–106.
 */
export function message(template: TemplateName, data: MessageData, context: MessageContext): MessageDecision {
  const { policy = defaultPolicy } = context;
  const text = policy.templates[template];
  const placeholders = placeholdersIn(text);
  const now = context.clock.now();
  const isGreeting = placeholders.includes('greeting') && !isNamed(data['greeting']);
  const greeted = isGreeting ? greetingAt(now, context) : null;
  const known = { greeting: greeted, centralPhone: policy.centralPhone };
  const given = new Map([...Object.entries(known), ...Object.entries(data)].filter(([, value]) => isNamed(value)));
  const missing = placeholders.filter((placeholder) => !given.has(placeholder));
  const outcome: MessageOutcome =
    missing.length > 0
      ? { action: 'need-placeholders', template, missing }
      : { action: 'send-text', template, text: filled(text, (placeholder) => given.get(placeholder) as string) };
  const validUntil = isGreeting && missing.length === 0 ? nextGreeting(greeted, now, context) : null;
  return { outcome, rule: rules[template], situation: { template }, validUntil };
}

function greetingAt(at: Instant, context: MessageContext): string | null {
  const { outcome } = greeting({ ...context, clock: fixedClock(at) });
  return outcome.action === 'greet' ? outcome.text : null;
}

/** When the client is greeted in other words; `null`: a business that greets all day in the same. */
function nextGreeting(said: string | null, now: Instant, context: MessageContext): Instant | null {
  let at: Instant | null = now;
  // After a day and what a change of the clocks may add, every greeting has had its turn.
  while (at !== null && at < now + DAY_AND_MORE) {
    at = greeting({ ...context, clock: fixedClock(at) }).validUntil;
    if (at !== null && greetingAt(at, context) !== said) return at;
  }
  return null;
}
