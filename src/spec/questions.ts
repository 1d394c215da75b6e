import { systems, type System } from '../catalogue/index.js';
import type { Json, Question } from './case.js';
import { questions as contact } from './contact/answer.js';
import { questions as ladder } from './ladder/answer.js';
import { questions as messaging } from './messaging/answer.js';
import { questions as pending } from './pending/answer.js';
import { questions as requirement } from './requirement/answer.js';
import { questions as routing } from './routing/answer.js';

const questions: Readonly<Record<System, Readonly<Record<string, Question>>>> = {
  contact,
  ladder,
  messaging,
  pending,
  requirement,
  routing,
};

/** Whether a text is the name of a system. */
export function isSystem(name: string): name is System {
  return systems.some((system) => system === name);
}

/** What a case may ask of a system. */
export function decisionsOf(system: System): readonly string[] {
  return Object.keys(questions[system]);
}

/** One question of a system; `undefined`: it has none of that name. */
export function questionNamed(system: System, decision: string): Question | undefined {
  // Never what an object inherits: a case may ask for `constructor`.
  return Object.hasOwn(questions[system], decision) ? questions[system][decision] : undefined;
}

/**
 * What may stand in the `given` of a case, as JSON Schema: for forms, editors and checks in other languages.
 * `null`: the system has no such question.
 *
 * @example
 * ```ts
 * import { givenSchema } from 'pauta/spec';
 *
 * console.log(givenSchema('pending', 'goal')); // { …, properties: { pending: …, toQuote: … }, … }
 * ```
 */
export function givenSchema(system: System, decision: string): Json {
  return questionNamed(system, decision)?.shape() ?? null;
}
