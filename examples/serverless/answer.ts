import type { AnyDecision } from 'pauta/catalogue';
import type { Clock } from 'pauta/kernel';
import { explain, type Lang } from 'pauta/render';
import { admit, type Question } from './admission.js';
import type { Doors } from './doors.js';
import { languageOf } from './language.js';
import { problem, type Answer } from './problem.js';

/** The world that a request is answered in. */
export interface Service {
  /** `Date` in production. A Worker's stands still outside of requests, so nothing may be read from it beforehand. */
  readonly clock: Clock;
  readonly doors: Doors;
  readonly zone: string;
  readonly language: Lang;
  /** In bytes. */
  readonly largestBody: number;
}

/** Answers a request. A pure function of its arguments: the hosts do the reading and the writing. */
export function answer(question: Question, service: Service): Answer {
  const admitted = admit(question, service);
  if ('status' in admitted) return problem(admitted);
  const opened = admitted.door(admitted.body, service.clock);
  if (!opened.ok) {
    return problem({
      status: 422,
      title: 'These facts cannot be decided on',
      detail: 'Mend what "errors" lists: where it is, what was seen there, and what was expected.',
      errors: opened.problems,
    });
  }
  return decided(opened.decision, languageOf(question.headers['accept-language'], service.language), service.zone);
}

/**
 * `no-store`: until `validUntil` the answer holds for these very facts, but a cache on the way knows an answer by its
 * address, and everybody's facts go to the same. Who asks may keep it beside the facts, until then.
 */
function decided(decision: AnyDecision, lang: Lang, zone: string): Answer {
  const { what, why, rule, until } = explain(decision, { lang, zone });
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'content-language': lang,
      vary: 'accept-language',
      'cache-control': 'no-store',
    },
    body: JSON.stringify({ decision, sentences: { what, why, rule, until } }),
  };
}
