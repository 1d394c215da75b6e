import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as requirement from '../../requirement/index.js';
import type { Answer, Question, World } from '../case.js';
import { firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  analyseGiven,
  channelGiven,
  transitionGiven,
  typifyGiven,
  type AnalyseGiven,
  type ChannelGiven,
  type TransitionGiven,
  type TypifyGiven,
} from './schema.js';

/** The questions that a case may ask of `requirement`. */
export const questions: Readonly<Record<string, Question>> = {
  analyse: question(analyseGiven, analyse),
  channel: question(channelGiven, channel),
  typify: question(typifyGiven, typify),
  transition: question(transitionGiven, transition),
};

const products = { medidor: 'meter', envasado: 'bottled', granel: 'bulk' } as const;
const kinds = { inconformidad: 'disagreement', 'respuesta-fuera-de-plazo': 'late-answer' } as const;
const subjects = { disagreement: 'inconformidad', 'late-answer': 'respuesta-fuera-de-plazo' } as const;

function analyse(given: AnalyseGiven, { now, zone }: World): Answer {
  const { product, initial, insistences, client } = given;
  const facts: requirement.Facts = {
    product: product == null ? null : products[product],
    initial: initial && { answered: initial.answered, deadline: initial.deadline ?? null },
    insistences: (insistences ?? []).map(({ kind, answered, deadline }) => ({
      kind: kinds[kind],
      answered,
      deadline: deadline ?? null,
    })),
    client: client ?? 'unaware',
  };
  const { outcome, rule, situation } = requirement.decide(facts, {
    clock: fixedClock(now),
    policy: requirement.policy({ zone }),
  });
  return { outcome: code(outcome), fired: [rule, ...rulesBehind(situation)] };
}

function rulesBehind(situation: requirement.Seen): readonly string[] {
  const fired = firedBy(requirement.table, situation);
  const { product, meterFiling } = situation;
  if (product === undefined || meterFiling === undefined) return fired;
  return [...fired, ...firedBy(requirement.filingTable, { product, meterFiling })];
}

function code(outcome: requirement.Outcome): Answer['outcome'] {
  switch (outcome.action) {
    case 'create-ticket':
    case 'tell-client-to-file':
      return [outcome.case, `${outcome.action}:${subjects[outcome.subject]}`];
    case 'escalate-supervisor':
      return [outcome.case, `${outcome.action}+no-new-requirement`];
    case 'not-covered':
      return [`NC:${outcome.gap}`, outcome.action];
    default:
      return [outcome.case, outcome.action];
  }
}

function channel(given: ChannelGiven): Answer {
  const { outcome, situation } = requirement.channel(given.channel);
  const fired = firedBy(requirement.channelTable, situation);
  return { outcome: outcome.action === 'refuse' ? outcome.code : outcome.channel, fired };
}

/** A case that gives a text asks for the description, one that does not for the typification. */
function typify({ subject, channel: by, name, phone, email, text }: TypifyGiven): Answer {
  if (text != null) {
    const { outcome, rule } = requirement.describe({ name: name ?? '', phone: phone ?? '', email: email ?? '', text });
    return { outcome: outcome.text, fired: [rule] };
  }
  const { outcome, situation } = requirement.typify({ subject, channel: by ?? '' });
  const fired = firedBy(requirement.typifyTable, situation);
  if (outcome.action === 'typify') return { outcome: { ...outcome.ticket }, fired };
  return { outcome: outcome.action === 'refuse' ? outcome.code : `${outcome.action}:${outcome.code}`, fired };
}

const DAY = 86_400_000;

function transition(given: TransitionGiven, { now, zone }: World): Answer {
  const policy = requirement.policy({ zone });
  const before = stateOf(given, now);
  const { state, status, code: why = '', rule = '' } = requirement.record(before, eventOf(given, now), { policy });
  if (status === 'refused') return { outcome: `illegal:${why}`, fired: [rule] };
  if (status === 'no-effect') return { outcome: `noop:${why}`, fired: [rule] };
  if (status === 'late') return { outcome: 'late', fired: [rule] };
  const asksForAnalysis = given.event === 'client-asks' || given.event === 'client-disagrees';
  if (!asksForAnalysis) return { outcome: `ok:${state.stage}`, fired: [rule] };
  const { outcome, rule: deciding, situation } = requirement.decide(state.facts, { clock: fixedClock(now), policy });
  const fired = [rule, deciding, ...rulesBehind(situation)] as const;
  if (state.stage !== before.stage) return { outcome: `ok:${state.stage}`, fired };
  return {
    outcome: outcome.action === 'not-covered' ? `not-covered:${outcome.gap}` : `ok:case-${outcome.case}`,
    fired,
  };
}

/** A requirement at the stage asked for. What is not given does not stand in the event's way. */
function stateOf(given: TransitionGiven, now: Instant): requirement.Requirement {
  const { state: stage, event } = given;
  const overdue = given.overdue ?? (stage === 'INITIAL_OPEN' && event === 'insistence-created');
  const deadline = overdue ? now - DAY : now + DAY;
  const answered = isInitialAnswered(given);
  const initial = stage === 'NONE' ? null : { answered, deadline };
  const insistence = {
    kind: answered ? 'disagreement' : 'late-answer',
    answered: stage === 'INSISTENCE_ANSWERED',
    deadline: stage === 'ESCALATED' ? now - DAY : deadline,
  } as const;
  const hasInsistence = stage === 'INSISTENCE_OPEN' || stage === 'INSISTENCE_ANSWERED' || stage === 'ESCALATED';
  const facts: requirement.Facts = {
    product: 'bulk',
    initial,
    insistences: hasInsistence ? [insistence] : [],
    client: 'unaware',
  };
  return { version: 1, stage, facts, seen: [] };
}

/** Of a requirement with an insistence, `kind` is that of the insistence: one for lateness insists on what was not answered. */
function isInitialAnswered({ state, event, kind }: TransitionGiven): boolean {
  if (state === 'NONE' || state === 'INITIAL_OPEN' || event === 'initial-answered') return state === 'INITIAL_ANSWERED';
  if (state === 'INITIAL_ANSWERED' || event === 'insistence-created') return true;
  return kind !== 'respuesta-fuera-de-plazo' && !(state === 'INSISTENCE_ANSWERED' && event === 'client-asks');
}

function eventOf({ state, event, kind }: TransitionGiven, at: Instant): requirement.Event {
  const id = 'the-event';
  const deadline = at + DAY;
  if (event === 'initial-created') return { type: event, id, at, deadline };
  if (event !== 'insistence-created') return { type: event, id, at };
  const fitting = state === 'INITIAL_OPEN' ? 'late-answer' : 'disagreement';
  return { type: event, id, at, kind: kind == null ? fitting : kinds[kind], deadline };
}
