import { fixedClock } from '../../kernel/clock.js';
import { addressOf, type CollectTable, type Situation, type Space } from '../../kernel/table.js';
import * as messaging from '../../messaging/index.js';
import type { Answer, Json, Question, World } from '../case.js';
import { firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  classificationGiven,
  closeGiven,
  crmGiven,
  departmentGiven,
  evaMonitoringGiven,
  hookGiven,
  supportGiven,
  transitionGiven,
  type ClassificationGiven,
  type CloseGiven,
  type CrmGiven,
  type DepartmentGiven,
  type EvaMonitoringGiven,
  type HookGiven,
  type SupportGiven,
} from './schema.js';
import { transition } from './transition.js';

/** The questions that a case may ask of `messaging`. */
export const questions: Readonly<Record<string, Question>> = {
  classification: question(classificationGiven, classification),
  close: question(closeGiven, close),
  crm: question(crmGiven, crm),
  department: question(departmentGiven, department),
  'eva-monitoring': question(evaMonitoringGiven, evaMonitoring),
  hook: question(hookGiven, hook),
  support: question(supportGiven, support),
  transition: question(transitionGiven, transition),
};

/** The rules of all rows that a situation fires. */
function firedByAll<S extends Space>(
  table: CollectTable<S, messaging.RuleId, unknown>,
  situation: Situation<S>,
): readonly messaging.RuleId[] {
  return table.matching(addressOf(table, situation)).flatMap(({ rule, applies = [] }) => [rule, ...applies]);
}

function classification({ section, agent, tags }: ClassificationGiven): Answer {
  const facts: messaging.Facts = { section: section ?? null, agent: agent ?? null, tags: tags ?? [] };
  const { outcome, rule, situation } = messaging.classification(facts);
  const missing = outcome.action === 'classify' ? `not-classified:${outcome.missing.join('+')}` : outcome.reason;
  const lacking = firedByAll(messaging.classificationTable, situation);
  return { outcome: missing, fired: [rule, 'messaging/classify-every', ...lacking] };
}

function close({ assignedAgent, actor, solved, done }: CloseGiven): Answer {
  const { outcome, situation } = messaging.closing({
    solved: solved ?? false,
    agent: assignedAgent ?? null,
    actor: actor ?? assignedAgent ?? '',
    done: done ?? [],
  });
  return { outcome: closingCode(outcome), fired: firedBy(messaging.closingTable, situation) };
}

function closingCode(outcome: messaging.ClosingOutcome): string {
  switch (outcome.action) {
    case 'refuse':
      return `refuse:${outcome.code}`;
    case 'none':
      return `complete:bot-${outcome.bot},${outcome.conversation}-blue,unassigned`;
    case 'send-message':
      return `next:${outcome.step}`;
    default:
      return `next:${outcome.action}`;
  }
}

function crm(given: CrmGiven, { now }: World): Answer {
  const at = (isSo: boolean | null | undefined): number | null => (isSo === true ? now : null);
  const facts: messaging.IntakeFacts = {
    contact: 'the-contact',
    hasWelcomeEvents: given.welcomeEvents ?? false,
    endedAt: given.endedAt ?? null,
    wroteAgainAt: given.clientWroteAgainAt ?? null,
    taggedByHandAt: at(given.tagAddedManually),
    isKnown: given.contactKnownFromWhatsApp ?? false,
    uploadFlag: given.manualUploadFlag ?? null,
    loadedAt: at(given.alreadyLoaded),
    failedAt: at(given.automationFailed),
  };
  const { outcome, rule, situation } = messaging.intake(facts, { clock: fixedClock(now) });
  const fired = [rule, ...intakeRules(situation)] as const;
  if (outcome.action === 'wait') return { outcome: 'wait', until: outcome.until, fired };
  return { outcome: intakeCode(outcome), fired };
}

/** The rules of the rows that answered, table by table. */
function intakeRules(seen: messaging.IntakeSeen): readonly string[] {
  const { began, progress, survey } = seen;
  const fired = firedBy(messaging.intakeTable, seen);
  if (survey !== undefined) return [...fired, ...firedBy(messaging.fallbackTable, { survey })];
  return began === undefined || progress === undefined
    ? fired
    : [...fired, ...firedBy(messaging.automationTable, { began, progress })];
}

function intakeCode(outcome: messaging.IntakeOutcome): string {
  switch (outcome.action) {
    case 'none':
      return `none:${outcome.reason}`;
    case 'run-automation':
      return outcome.steps.join('>');
    case 'send-survey':
      return outcome.steps.join('+');
    case 'not-covered':
      return `not-covered:${outcome.gap}`;
    default:
      return outcome.action;
  }
}

function department({ topic }: DepartmentGiven): Answer {
  const { outcome, situation } = messaging.department(topic);
  return {
    outcome: outcome.action === 'assign' ? outcome.user : outcome.action,
    fired: firedBy(messaging.departmentTable, situation),
  };
}

const answers = { correct: 'right', incorrect: 'wrong', unjudged: 'unjudged' } as const;

function evaMonitoring({ eva, userCannotUseBot }: EvaMonitoringGiven): Answer {
  const judgement = { answers: answers[eva], isLost: userCannotUseBot ?? false };
  const { outcome, rule, situation } = messaging.monitoring(judgement);
  return {
    outcome: outcome.action === 'none' ? 'none' : outcome.steps.map(({ action }) => action).join('+'),
    fired: [rule, ...firedByAll(messaging.monitoringTable, situation)],
  };
}

function hook({ botAnswered, source }: HookGiven): Answer {
  const { outcome, situation } = messaging.hooking({ botAnswered: botAnswered ?? false, source: source ?? 'chat' });
  const fired = firedBy(messaging.hookTable, situation);
  if (outcome.action === 'none') return { outcome: 'none', fired };
  const steps = outcome.steps.map((step) =>
    step.action === 'hook' ? `hook:snippet-${step.snippet}` : 'reply-comment-with-emojis',
  );
  return { outcome: steps.join('+'), fired };
}

/** What the user is called, located and monitored by, in the words of the format. */
const duties = { 'call-user': 'call', 'locate-user': 'locate', 'monitor-case': 'monitor' } as const;

function support({ case: number, solved, department: of, agent }: SupportGiven): Answer {
  const { outcome, situation } = messaging.support({
    case: number,
    isSolved: solved ?? false,
    department: of ?? null,
    agent: agent ?? null,
  });
  return { outcome: supportCode(outcome), fired: firedBy(messaging.supportTable, situation) };
}

function supportCode(outcome: messaging.SupportOutcome): Json {
  switch (outcome.action) {
    case 'take-steps':
      return outcome.steps.map((step) => duties[step]).join('+');
    case 'send-message':
      return { template: outcome.template, ...outcome.data };
    case 'need-fact':
      return `need-fact:${outcome.fact}`;
    default:
      return outcome.action;
  }
}
