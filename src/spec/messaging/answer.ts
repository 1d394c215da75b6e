import { fixedClock } from '../../kernel/clock.js';
import { addressOf, type CollectTable, type Situation, type Space } from '../../kernel/table.js';
import * as messaging from '../../messaging/index.js';
import { factsSchema, intakeFactsSchema } from '../../messaging/schema.js';
import type { Answer, Json, Question, World } from '../case.js';
import { decided, firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  classificationGiven,
  closeGiven,
  crmGiven,
  departmentGiven,
  evaMonitoringGiven,
  greetingGiven,
  hookGiven,
  messageGiven,
  roundGiven,
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
import { transition, transitionWait } from './transition.js';

/** The questions that a case may ask of `messaging`. */
export const questions: Readonly<Record<string, Question>> = {
  classification: question(classificationGiven, classification),
  close: question(closeGiven, close),
  crm: question(crmGiven, crm, ({ endedAt }) => endedAt ?? null),
  department: question(departmentGiven, department),
  'eva-monitoring': question(evaMonitoringGiven, evaMonitoring),
  hook: question(hookGiven, hook),
  support: question(supportGiven, support),
  transition: question(transitionGiven, transition, transitionWait),
  decide: question(factsSchema, (facts, { policies }) =>
    decided(messaging.decide(facts, { policy: policies.messaging })),
  ),
  intake: question(
    intakeFactsSchema,
    (facts, { now, policies }) =>
      decided(messaging.intake(facts, { clock: fixedClock(now), policy: policies.messaging })),
    messaging.waitBegan,
  ),
  greeting: question(greetingGiven, (_, { now, zone, policies }) =>
    decided(messaging.greeting({ clock: fixedClock(now), zone, policy: policies.messaging })),
  ),
  message: question(messageGiven, ({ template, data }, { now, zone, policies }) =>
    decided(messaging.message(template, data ?? {}, { clock: fixedClock(now), zone, policy: policies.messaging })),
  ),
  round: question(roundGiven, round),
};

/** The rules of all rows that a situation fires. */
function firedByAll<S extends Space>(
  table: CollectTable<S, messaging.RuleId, unknown>,
  situation: Situation<S>,
): readonly messaging.RuleId[] {
  return table.matching(addressOf(table, situation)).flatMap(({ rule, applies = [] }) => [rule, ...applies]);
}

function classification({ section, agent, tags }: ClassificationGiven, { policies }: World): Answer {
  const facts: messaging.Facts = { section: section ?? null, agent: agent ?? null, tags: tags ?? [] };
  const decision = messaging.classification(facts, { policy: policies.messaging });
  const { outcome, rule, situation } = decision;
  const missing = outcome.action === 'classify' ? `not-classified:${outcome.missing.join('+')}` : outcome.reason;
  const lacking = firedByAll(messaging.classificationTable, situation);
  return { outcome: missing, fired: [rule, 'messaging/classify-every', ...lacking], decisions: [decision] };
}

function close({ assignedAgent, actor, solved, done }: CloseGiven, { policies }: World): Answer {
  const closing = {
    solved: solved ?? false,
    agent: assignedAgent ?? null,
    actor: actor ?? assignedAgent ?? '',
    done: done ?? [],
  };
  const decision = messaging.closing(closing, { policy: policies.messaging });
  const { outcome, situation } = decision;
  return { outcome: closingCode(outcome), fired: firedBy(messaging.closingTable, situation), decisions: [decision] };
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

function crm(given: CrmGiven, { asked, now, policies }: World): Answer {
  const at = (isSo: boolean | null | undefined): number | null => (isSo === true ? asked : null);
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
  const decision = messaging.intake(facts, { clock: fixedClock(now), policy: policies.messaging });
  const { outcome, rule, situation } = decision;
  const told = { fired: [rule, ...intakeRules(situation)], decisions: [decision] } as const;
  if (outcome.action === 'wait') return { outcome: 'wait', until: outcome.until, ...told };
  return { outcome: intakeCode(outcome), ...told };
}

/** The rules of the rows that answered, table by table. */
function intakeRules(seen: messaging.IntakeSeen): readonly messaging.RuleId[] {
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

function department({ topic }: DepartmentGiven, { policies }: World): Answer {
  const decision = messaging.department(topic, { policy: policies.messaging });
  const { outcome, situation } = decision;
  return {
    outcome: outcome.action === 'assign' ? outcome.user : outcome.action,
    fired: firedBy(messaging.departmentTable, situation),
    decisions: [decision],
  };
}

const answers = { correct: 'right', incorrect: 'wrong', unjudged: 'unjudged' } as const;

function evaMonitoring({ eva, userCannotUseBot }: EvaMonitoringGiven, { policies }: World): Answer {
  const judgement = { answers: answers[eva], isLost: userCannotUseBot ?? false };
  const decision = messaging.monitoring(judgement, { policy: policies.messaging });
  const { outcome, rule, situation } = decision;
  return {
    outcome: outcome.action === 'none' ? 'none' : outcome.steps.map(({ action }) => action).join('+'),
    fired: [rule, ...firedByAll(messaging.monitoringTable, situation)],
    decisions: [decision],
  };
}

function hook({ botAnswered, source }: HookGiven, { policies }: World): Answer {
  const asked = { botAnswered: botAnswered ?? false, source: source ?? 'chat' } as const;
  const decision = messaging.hooking(asked, { policy: policies.messaging });
  const { outcome, situation } = decision;
  const told = { fired: firedBy(messaging.hookTable, situation), decisions: [decision] } as const;
  if (outcome.action === 'none') return { outcome: 'none', ...told };
  const steps = outcome.steps.map((step) =>
    step.action === 'hook' ? `hook:snippet-${step.snippet}` : 'reply-comment-with-emojis',
  );
  return { outcome: steps.join('+'), ...told };
}

/** What the user is called, located and monitored by, in the words of the format. */
const duties = { 'call-user': 'call', 'locate-user': 'locate', 'monitor-case': 'monitor' } as const;

function support({ case: number, solved, department: of, agent }: SupportGiven): Answer {
  const decision = messaging.support({
    case: number,
    isSolved: solved ?? false,
    department: of ?? null,
    agent: agent ?? null,
  });
  const { outcome, situation } = decision;
  return { outcome: supportCode(outcome), fired: firedBy(messaging.supportTable, situation), decisions: [decision] };
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

/** Each step of a round has a rule of its own. */
function round(_: unknown, { policies }: World): Answer {
  const decision = messaging.round({ policy: policies.messaging });
  const { fired, ...answer } = decided(decision);
  return { ...answer, fired: [...fired, ...decision.outcome.steps.map(({ rule }) => rule)] };
}
