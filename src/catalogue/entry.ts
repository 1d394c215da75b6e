import { questions as contactQuestions } from '../contact/questions.js';
import { rules as contactRules } from '../contact/rules.js';
import type { OpenQuestion, Rule } from '../kernel/decision.js';
import { questions as ladderQuestions } from '../ladder/questions.js';
import { rules as ladderRules } from '../ladder/rules.js';
import { questions as messagingQuestions } from '../messaging/questions.js';
import { rules as messagingRules } from '../messaging/rules.js';
import { questions as pendingQuestions } from '../pending/questions.js';
import { rules as pendingRules } from '../pending/rules.js';
import { questions as requirementQuestions } from '../requirement/questions.js';
import { rules as requirementRules } from '../requirement/rules.js';
import { questions as routingQuestions } from '../routing/questions.js';
import { rules as routingRules } from '../routing/rules.js';
import { systems, type AnyRuleId, type System } from './systems.js';

/** An open question of one system, with its code. */
export interface QuestionEntry extends OpenQuestion {
  /** As in `CO-13`. */
  readonly code: string;
  readonly system: System;
}

/** A rule of one system, with its id and the open questions that its reading answers. */
export interface Entry extends Rule {
  readonly id: AnyRuleId;
  readonly system: System;
  readonly open: readonly QuestionEntry[];
}

const rules: Readonly<Record<System, Readonly<Record<string, Rule>>>> = {
  ladder: ladderRules,
  contact: contactRules,
  requirement: requirementRules,
  routing: routingRules,
  pending: pendingRules,
  messaging: messagingRules,
};

const questions: Readonly<Record<System, Readonly<Record<string, OpenQuestion>>>> = {
  ladder: ladderQuestions,
  contact: contactQuestions,
  requirement: requirementQuestions,
  routing: routingQuestions,
  pending: pendingQuestions,
  messaging: messagingQuestions,
};

/** What the manuals leave open, in the order of the catalogue. */
export const openQuestions: readonly QuestionEntry[] = /* @__PURE__ */ systems.flatMap((system) =>
  Object.entries(questions[system]).map(([code, question]) => ({ ...question, code, system })),
);

const byCode = /* @__PURE__ */ new Map(openQuestions.map((question) => [question.code, question]));

/** The open question with a code; `undefined`: there is none. */
export function questionOf(code: string): QuestionEntry | undefined {
  return byCode.get(code);
}

/** The 212 rules of the five manuals, system by system, in the order of the catalogue. */
export const catalogue: readonly Entry[] = /* @__PURE__ */ systems.flatMap((system) =>
  Object.entries(rules[system]).map(([id, rule]) => ({
    ...rule,
    id: id as AnyRuleId,
    system,
    open: (rule.questions ?? []).map((code) => byCode.get(code) as QuestionEntry),
  })),
);

const byId = /* @__PURE__ */ new Map<string, Entry>(catalogue.map((entry) => [entry.id, entry]));

/** The rule with an id: what it says, where it is written, and what its reading rests on. */
export function ruleOf(id: AnyRuleId): Entry {
  return byId.get(id) as Entry;
}
