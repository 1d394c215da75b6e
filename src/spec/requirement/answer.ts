import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as requirement from '../../requirement/index.js';
import { factsSchema } from '../../requirement/schema.js';
import type { Answer, Question, World } from '../case.js';
import { decided, firedBy, told } from '../fired.js';
import { question } from '../schema.js';
import {
  analyseGiven,
  channelGiven,
  collectionsGiven,
  sourcesGiven,
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
  collections: question(collectionsGiven, (notice) => decided(requirement.collections(notice))),
  sources: question(sourcesGiven, ({ stp, crm }) => decided(requirement.reconcile(stp ?? null, crm ?? null))),
  typify: question(typifyGiven, typify),
  transition: question(transitionGiven, transition),
  decide: question(factsSchema, (facts, { now, policies }) =>
    decided(requirement.decide(facts, { clock: fixedClock(now), policy: policies.requirement })),
  ),
};

const products = { medidor: 'meter', envasado: 'bottled', granel: 'bulk' } as const;
const kinds = { inconformidad: 'disagreement', 'respuesta-fuera-de-plazo': 'late-answer' } as const;
const subjects = { disagreement: 'inconformidad', 'late-answer': 'respuesta-fuera-de-plazo' } as const;

function analyse(given: AnalyseGiven, { now, zone, policies }: World): Answer {
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
  const policy = { ...policies.requirement, zone };
  const decision = requirement.decide(facts, { clock: fixedClock(now), policy });
  const { outcome, rule, situation } = decision;
  return { outcome: code(outcome), fired: [rule, ...rulesBehind(situation)], decisions: [decision] };
}

function rulesBehind(situation: requirement.Seen): readonly requirement.RuleId[] {
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

function channel(given: ChannelGiven, { policies }: World): Answer {
  const decision = requirement.channel(given.channel, { policy: policies.requirement });
  const { outcome, situation } = decision;
  const fired = firedBy(requirement.channelTable, situation);
  return { outcome: outcome.action === 'refuse' ? outcome.code : outcome.channel, fired, decisions: [decision] };
}

/** A case that gives a text asks for the description, one that does not for the typification. */
function typify({ subject, channel: by, name, phone, email, text }: TypifyGiven, { policies }: World): Answer {
  if (text != null) {
    const decision = requirement.describe({ name: name ?? '', phone: phone ?? '', email: email ?? '', text });
    return { outcome: decision.outcome.text, fired: [decision.rule], decisions: [decision] };
  }
  const decision = requirement.typify({ subject, channel: by ?? '' }, { policy: policies.requirement });
  const { outcome, situation } = decision;
  const told = { fired: firedBy(requirement.typifyTable, situation), decisions: [decision] } as const;
  if (outcome.action === 'typify') return { outcome: { ...outcome.ticket }, ...told };
  return { outcome: outcome.action === 'refuse' ? outcome.code : `${outcome.action}:${outcome.code}`, ...told };
}

const DAY = 86_400_000;

function transition(given: TransitionGiven, { asked, now, zone, policies }: World): Answer {
  const policy = { ...policies.requirement, zone };
  const before = stateOf(given, asked);
  const event = eventOf(given, asked);
  const became = requirement.record(before, event, { policy });
  const { state, status, code: why } = became;
  const taken = told('requirement', before, event, became);
  if (status === 'refused') return { outcome: `illegal:${why}`, ...taken };
  if (status === 'no-effect') return { outcome: `noop:${why}`, ...taken };
  if (status === 'late') return { outcome: 'late', ...taken };
  const asksForAnalysis = given.event === 'client-asks' || given.event === 'client-disagrees';
  if (!asksForAnalysis) return { outcome: `ok:${state.stage}`, ...taken };
  const decision = requirement.decide(state.facts, { clock: fixedClock(now), policy });
  const { outcome, rule: deciding, situation } = decision;
  const analysed: Omit<Answer, 'outcome'> = {
    ...taken,
    fired: [...taken.fired, deciding, ...rulesBehind(situation)],
    decisions: [decision],
  };
  if (state.stage !== before.stage) return { outcome: `ok:${state.stage}`, ...analysed };
  return {
    outcome: outcome.action === 'not-covered' ? `not-covered:${outcome.gap}` : `ok:case-${outcome.case}`,
    ...analysed,
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
