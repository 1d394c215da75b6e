import type { IntakeFacts } from './intake.js';
import type { Loading, LoadingStage } from './loading.js';
import type { Conversation, Course, Stage } from './model.js';

/** Where a stored state contradicts itself, and what was expected there. */
export interface Contradiction {
  readonly path: readonly string[];
  readonly expected: string;
}

const stagesOf: Readonly<Record<Course, readonly Stage[]>> = {
  open: ['NEW', 'BOT', 'CLASSIFIED'],
  support: ['SUPPORT'],
  investigating: ['INVESTIGATING'],
  solved: ['SOLVED'],
  'closed-out': ['CLOSED_OUT'],
};

/** Where the facts of a stored conversation and its stage contradict each other. */
export function contradictionsOf({ stage, facts }: Conversation): readonly Contradiction[] {
  const { course = 'open', agent = null, heldBy = null, closing = [], closedOutAt = null } = facts;
  const found: Contradiction[] = [];
  const expect = (holds: boolean, expected: string, ...path: readonly string[]): void => {
    if (!holds) found.push({ path, expected });
  };
  const told = stagesOf[course];
  const isClosedOut = course === 'closed-out';
  const steps = new Set(closing).size;
  expect(told.includes(stage), `${told.map((one) => `"${one}"`).join(' or ')}, the stage that the facts tell`, 'stage');
  expect(heldBy === null || course === 'open', 'null: only an open conversation is held', 'facts', 'heldBy');
  expect(steps === closing.length, 'each closing step once', 'facts', 'closing');
  expect(course !== 'solved' || steps < 3, 'two steps or fewer: after the third it is closed out', 'facts', 'closing');
  expect(!isClosedOut || agent === null, "null: closed out, it is nobody's", 'facts', 'agent');
  expect(!isClosedOut || steps === 3, 'all three closing steps', 'facts', 'closing');
  expect(!isClosedOut || closedOutAt !== null, 'the instant of the last closing step', 'facts', 'closedOutAt');
  return found;
}

/** Where the facts of a contact's stored way into the CRM and its stage contradict each other. */
export function loadingContradictionsOf({ stage, facts, wroteAt }: Loading): readonly Contradiction[] {
  const told = loadingStagesOf(facts);
  const expected = `${told.map((one) => `"${one}"`).join(' or ')}, the stage that the facts tell`;
  const isInOrder = wroteAt.every((at, index) => at >= (wroteAt[index - 1] ?? at));
  return [
    ...(told.includes(stage) ? [] : [{ path: ['stage'], expected }]),
    ...(isInOrder ? [] : [{ path: ['wroteAt'], expected: 'instants, the earliest first' }]),
  ];
}

/** The stages that go with the facts. Whether a wait has begun is for the policy to say. */
function loadingStagesOf(facts: IntakeFacts): readonly LoadingStage[] {
  if (facts.loadedAt != null) return ['LOADED'];
  const hasData = facts.answeredAt != null || facts.surveyAnsweredAt != null;
  if (facts.failedAt != null) return hasData ? ['FAILED', 'LOADED'] : ['FAILED'];
  if (hasData) return ['LOADED'];
  if (facts.askedAt != null) return ['ASKED'];
  if (facts.taggedAt != null) return ['TAGGED'];
  const byHand: readonly LoadingStage[] = facts.taggedByHandAt == null ? [] : ['TAGGED'];
  const waiting: readonly LoadingStage[] = facts.endedAt != null && facts.hasWelcomeEvents === true ? ['WAITING'] : [];
  return ['IDLE', ...waiting, ...byHand];
}
