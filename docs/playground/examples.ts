import type { System } from 'pauta/catalogue';
import type { Lang } from 'pauta/render';
import { cases, decisionsOf, givenSchema, type Case } from 'pauta/spec';
import { courseOf, nearest } from './course.js';
import { blank, isRecord, type Shape } from './form.js';
import { tellingOf } from './telling.js';
import { dateText, instantOf } from './times.js';
import type { State } from './url.js';

/** The question that each page opens with. */
const first: Readonly<Record<System, string>> = {
  ladder: 'next-step',
  contact: 'next-contact',
  requirement: 'analyse',
  routing: 'route',
  pending: 'is-pending',
  messaging: 'crm',
};

/** The questions of a system: the one that its page opens with before the rest. */
export function questionsOf(system: System): readonly string[] {
  return [first[system], ...decisionsOf(system).filter((name) => name !== first[system])];
}

/** The cases of a question, as examples. */
export function examplesOf(system: System, decision: string): readonly Case[] {
  return cases(system).filter((one) => one.decision === decision);
}

/** A case as what a page shows. */
export function stateFrom({ system, decision, given, now, zone, policy = {}, policies }: Case, lang: Lang): State {
  return { system: system as System, decision, given, now, zone, policy, policies: policies ?? null, lang };
}

/** The example that a question opens with: the first that has a boundary ahead; without one, the first. */
export function opening(system: System, decision: string, lang: Lang): State {
  const states = examplesOf(system, decision).map((one) => stateFrom(one, lang));
  const moving = states.find((state) => {
    const now = instantOf(state.now);
    return now !== null && nearest(courseOf(state, now), now).after !== null;
  });
  return moving ?? states[0] ?? emptyState(system, decision, lang);
}

/** What a question without examples opens with: only what it cannot do without. */
function emptyState(system: System, decision: string, lang: Lang): State {
  const [{ now, zone } = { now: '2026-05-13T10:00:00-04:00', zone: 'America/Santiago' }] = cases(system);
  const shape = shapeOf(system, decision);
  const given = blank(shape, shape, '', { now, date: dateText(instantOf(now) ?? 0, zone) });
  return { system, decision, given: isRecord(given) ? given : {}, now, zone, policy: {}, policies: null, lang };
}

/** What may be given to a question; an empty shape for a question that the system does not have. */
export function shapeOf(system: System, decision: string): Shape {
  return (givenSchema(system, decision) ?? {}) as Shape;
}

/** What an example is called in a list: by its name in English, by its answer in Spanish. */
export function titleOf(example: Case, lang: Lang): string {
  if (lang === 'en') return `${example.id}: ${example.name}`;
  const telling = tellingOf(stateFrom(example, lang));
  return telling.ok ? `${example.id}: ${shortened(telling.what)}` : example.id;
}

const LONG = 90;

function shortened(text: string): string {
  return text.length <= LONG ? text : `${text.slice(0, text.lastIndexOf(' ', LONG))} …`;
}
