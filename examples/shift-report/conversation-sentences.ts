import type { messaging } from 'pauta';
import type { ConversationWords } from './conversation-words.js';
import type { ConversationEntry, LoadingStep, TalkStep } from './conversations.js';
import { statementOf, untilSentence, type Sentences } from './sentences.js';
import type { Language, When } from './when.js';
import { wordsIn } from './words.js';

/** What is due in a conversation, as people read it. */
export interface ConversationSentences extends Sentences {
  /** What to do, as it is in other conversations too. */
  readonly step: string;
  /** What is this conversation's own: what is missing, the message, the key; `null`: nothing. */
  readonly detail: string | null;
}

export function conversationSentences(entry: ConversationEntry, language: Language, when: When): ConversationSentences {
  const words = wordsIn(language);
  const { outcome, rule, validUntil } = entry.decision;
  const step = stepOf(entry, words.conversations);
  const detail = detailOf(entry, words.conversations);
  const statement = statementOf(rule, language);
  return {
    action: detail === null ? step : `${step}: ${detail}`,
    step,
    detail,
    reason: outcome.action === 'not-covered' ? words.nearestRule(statement) : statement,
    until: untilSentence(validUntil, words, when),
  };
}

/** The places of a round, why, and what is done there. */
export interface RoundSentences {
  readonly heading: string;
  readonly reason: string;
  readonly steps: readonly string[];
}

export function roundSentences({ outcome, rule }: messaging.RoundDecision, language: Language): RoundSentences {
  const { conversations: words } = wordsIn(language);
  return {
    heading: words.round(outcome.places),
    reason: statementOf(rule, language),
    steps: outcome.steps.map(({ action, rule: asking }) => `${words.roundSteps[action]} (${asking})`),
  };
}

function stepOf(entry: ConversationEntry, words: ConversationWords): string {
  return entry.system === 'talk' ? talkStep(entry.decision.outcome, words) : loadingStep(entry.decision.outcome, words);
}

function talkStep(step: TalkStep, words: ConversationWords): string {
  switch (step.action) {
    case 'hook':
      return words.hook(step.snippet);
    case 'send-message':
      return words.messages[step.template];
    case 'need-fact':
      return words.needs[step.fact];
    case 'classify':
      return words.classify;
    default:
      return words.talkSteps[step.action];
  }
}

function loadingStep(step: LoadingStep, words: ConversationWords): string {
  switch (step.action) {
    case 'run-automation':
      return words.runAutomation(step.steps.map((one) => words.automationSteps[one](step.tag)).join(', '));
    case 'not-covered':
      return words.judge(words.gaps[step.gap]);
    default:
      return words.loadingSteps[step.action];
  }
}

/** The data that an outcome carries. */
function detailOf({ decision: { outcome }, text }: ConversationEntry, words: ConversationWords): string | null {
  if (text !== null) return words.quoted(text);
  switch (outcome.action) {
    case 'classify':
      return words.missing(outcome.missing.map((part) => words.parts[part]).join(', '));
    case 'reply-comment':
      return outcome.comment === null ? null : words.comment(outcome.comment);
    case 'run-automation':
    case 'load-to-crm':
      return words.key(outcome.key);
    case 'not-covered':
      return words.nearest[outcome.nearest.action];
    default:
      return null;
  }
}
