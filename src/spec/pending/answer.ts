import { fixedClock, type Instant, type Now } from '../../kernel/clock.js';
import * as pending from '../../pending/index.js';
import { factsSchema } from '../../pending/schema.js';
import type { Answer, Question, Scene, World } from '../case.js';
import { decided, firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  goalGiven,
  isPendingGiven,
  transitionGiven,
  type GoalGiven,
  type IsPendingGiven,
  type TransitionGiven,
} from './schema.js';

/** The questions that a case may ask of `pending`. */
export const questions: Readonly<Record<string, Question>> = {
  'is-pending': question(isPendingGiven, isPending, (given, now, { asked }) =>
    pending.waitBegan(recorded(given, asked).chat.facts, now),
  ),
  goal: question(goalGiven, goal),
  decide: question(
    factsSchema,
    (facts, { now, policies }) => decided(pending.decide(facts, { clock: fixedClock(now), policy: policies.pending })),
    pending.waitBegan,
  ),
  transition: question(transitionGiven, transition, transitionWait),
};

/** Long before anything: "the AI was on for the whole log". */
const ALWAYS: Instant = 0;
const MINUTE = 60_000;

/** The chat that the events of a case make, and the rules that they were taken by. */
function recorded(
  given: IsPendingGiven,
  asked: Instant,
): { readonly chat: pending.Chat; readonly fired: readonly pending.RuleId[] } {
  const clock = fixedClock(asked);
  return eventsOf(given, asked).reduce<{ chat: pending.Chat; fired: readonly pending.RuleId[] }>(
    ({ chat, fired }, event) => {
      const { state, rule } = pending.record(chat, event, { clock });
      return { chat: state, fired: rule === undefined ? fired : [...fired, rule] };
    },
    { chat: pending.start(), fired: [] },
  );
}

function isPending(given: IsPendingGiven, { asked, now, policies }: World): Answer {
  const { chat, fired } = recorded(given, asked);
  const { windowMinutes } = given;
  const aiWindow = windowMinutes == null ? policies.pending.aiWindow : windowMinutes * MINUTE;
  const decision = pending.decide(chat.facts, { clock: fixedClock(now), policy: { ...policies.pending, aiWindow } });
  const { outcome, situation } = decision;
  const verdict = outcome.action === 'attend' ? 'pending' : 'not-pending';
  return {
    outcome: `${verdict}:${outcome.reason}`,
    fired: [...firedBy(pending.table, situation), ...fired],
    decisions: [decision],
  };
}

/** The facts of a case as the events that they came from, messages in their order of arrival. */
function eventsOf(given: IsPendingGiven, now: Instant): readonly pending.Event[] {
  const messages = given.messages.flatMap(({ by, at, kind, deleted }, index): pending.Event[] => {
    const id = `message-${index}`;
    const written: pending.Event = { type: `${by}-message`, id, at, kind: kind ?? 'message' };
    return deleted === true
      ? [written, { type: 'message-deleted', id: `${id}-deleted`, at, messageId: id }]
      : [written];
  });
  const { aiActive, aiActiveSince, resolvedAt, actionFlaggedAt, read } = given;
  const others: pending.Event[] = [];
  if (aiActive) others.push({ type: 'ai-on', id: 'ai-on', at: aiActiveSince ?? ALWAYS });
  if (resolvedAt != null) others.push({ type: 'mark-resolved', id: 'resolved', at: resolvedAt });
  if (actionFlaggedAt != null) others.push({ type: 'action-flagged', id: 'flagged', at: actionFlaggedAt });
  if (read != null) others.push({ type: read ? 'read' : 'unread', id: 'looked', at: now });
  return [...messages, ...others];
}

function goal(given: GoalGiven): Answer {
  const decision = pending.goal(given);
  const { outcome, situation } = decision;
  return { outcome: outcome.reached, fired: firedBy(pending.goalTable, situation), decisions: [decision] };
}

/** What becomes of the event, which happens when the case asks. */
function happened(given: TransitionGiven, asked: Instant): pending.PendingRecorded {
  const { chat, history } = before(given, asked);
  const event = eventOf(given, asked, history);
  return event === null
    ? { state: chat, status: 'applied' }
    : pending.record(chat, event, { clock: fixedClock(asked) });
}

/** When the wait began that the chat is in after the event: no event itself asks for the policy. */
function transitionWait(given: TransitionGiven, now: Now, { asked }: Scene): Instant | null {
  return pending.waitBegan(happened(given, asked).state.facts, now);
}

function transition(given: TransitionGiven, { asked, now, policies }: World): Answer {
  const became = happened(given, asked);
  const { facts } = became.state;
  const context = { clock: fixedClock(now), policy: policies.pending };
  const decision = pending.decide(facts, context);
  const deciding = became.rule ?? decision.rule;
  return {
    outcome: code(became, pending.stageOf(facts, context)),
    fired: [deciding, ...firedBy(pending.table, decision.situation)],
    decisions: [decision],
  };
}

const noEffects: Readonly<Record<string, string>> = {
  read: 'noop:read',
  'already-resolved': 'noop:duplicate',
  'nothing-to-resolve': 'noop',
};

function code({ status, code: why }: Pick<pending.PendingRecorded, 'status' | 'code'>, stage: pending.Stage): string {
  if (status === 'refused') return `illegal:${why}`;
  return noEffects[String(why)] ?? `ok:${stage}`;
}

/** A chat in the stage asked for. What is not given does not stand in the event's way. */
function before(
  { state, event, aiActive }: TransitionGiven,
  now: Instant,
): { chat: pending.Chat; history: readonly pending.Event[] } {
  const long = now - 60 * MINUTE;
  // The AI's window runs out at this very instant: it is over for a tick, and is not for anything else.
  const attended = now - 5 * MINUTE - (event === 'tick' ? 1 : 0);
  const isOn = state === 'AI_PROCESS' || (aiActive === true && event !== 'ai-on');
  const ai: pending.Event[] = isOn ? [{ type: 'ai-on', id: 'ai-on', at: ALWAYS }] : [];
  const message = (by: pending.Author, at: Instant): pending.Event => ({ type: `${by}-message`, id: `by-${by}`, at });
  const log: Record<pending.Stage, pending.Event[]> = {
    EMPTY: [],
    AI_PROCESS: [message('client', attended)],
    PENDING: [message('client', long)],
    ANSWERED: [message('seller', long)],
    RESOLVED: [message('client', long), { type: 'mark-resolved', id: 'resolved', at: long + MINUTE }],
  };
  const history = [...ai, ...log[state]];
  const chat = history.reduce((made, made1) => pending.record(made, made1).state, pending.start());
  return { chat, history };
}

/** `null`: nothing happens but that time goes by. */
function eventOf(
  { event, actor, via }: TransitionGiven,
  at: Instant,
  history: readonly pending.Event[],
): pending.Event | null {
  const id = 'the-event';
  switch (event) {
    case 'tick':
      return null;
    case 'opened-by-seller':
      return { type: 'opened', id, at };
    case 'message-deleted':
      return {
        type: event,
        id,
        at,
        messageId: history.findLast(({ type }) => type.endsWith('-message'))?.id ?? 'unknown',
      };
    case 'mark-resolved':
      return { type: event, id, at, by: actor ?? 'seller', via: via ?? 'button' };
    default:
      return { type: event, id, at };
  }
}
