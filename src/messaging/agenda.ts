import { Now, type Instant } from '../kernel/clock.js';
import { changesAt } from '../kernel/decision.js';
import { answerAt, isDue, outcomeOf, type Answered, type IntakeFacts, type IntakeOutcome } from './intake.js';
import { classify, decideAt, isQuiet } from './decide.js';
import type { Context, Facts } from './model.js';
import type { Outcome } from './outcome.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { RuleId } from './rules.js';
import { intakeAddress, isLoaded } from './triggers.js';

/** What is to be done, and the rule that asks for it. */
export interface Open<Outcome> {
  readonly outcome: Outcome;
  readonly rule: RuleId;
}

/** A conversation in which somebody, or the automation, has something to do. */
export interface Due<Chat> {
  readonly chat: Chat;
  /** What `decide` names; `null`: nothing. */
  readonly next: Open<Outcome> | null;
  /** What `intake` asks for now; `null`: nothing, or to wait. */
  readonly intake: Open<IntakeOutcome> | null;
}

/** All that is due. */
export interface Agenda<Chat> {
  /** In the order in which the conversations were given: the manual names none. */
  readonly due: readonly Due<Chat>[];
  /** The first instant at which the agenda will be another if nothing is recorded; `null`: never, by time alone. */
  readonly validUntil: Instant | null;
}

/** How an agenda is asked for. */
export interface AgendaContext<Chat> extends Context {
  /** Where the facts of a conversation are. */
  readonly factsOf: (chat: Chat) => Facts;
  /** Where those of its contact's way into the CRM are; absent, or `null`: they are not looked at. */
  readonly intakeOf?: (chat: Chat) => IntakeFacts | null;
}

/**
 * In which conversations something is due, and what: those that lack classification or an answer, cases and closings
 * under way, contacts to be loaded. The clock is read once for all. A case that is only to be monitored is among them;
 * a wait is not.
 *
 * Source: messaging L12–15, L39–86.
 */
export function agenda<Chat>(chats: Iterable<Chat>, context: AgendaContext<Chat>): Agenda<Chat> {
  const { factsOf, intakeOf, policy = defaultPolicy } = context;
  const at = context.clock.now();
  const due: Due<Chat>[] = [];
  let nearest: Instant = Number.POSITIVE_INFINITY;
  for (const chat of chats) {
    const next = nextOf(factsOf(chat), policy);
    let open: Open<IntakeOutcome> | null = null;
    const contact = intakeOf?.(chat) ?? null;
    // Most contacts of an inbox are loaded: no more is asked of those.
    if (contact !== null && !isLoaded(contact)) {
      const now = new Now(at);
      const answer = answerAt(intakeAddress(contact, policy, now), contact, now);
      // No answer changes before its boundary: one that is no nearer than what was found is not followed.
      if ((now.boundary ?? nearest) < nearest) {
        nearest = Math.min(nearest, turnOf(answer, contact, policy, now) ?? nearest);
      }
      if (isDue(answer.then)) open = { outcome: outcomeOf(answer.then, contact, policy), rule: answer.rule };
    }
    if (next !== null || open !== null) due.push({ chat, next, intake: open });
  }
  return { due, validUntil: nearest === Number.POSITIVE_INFINITY ? null : nearest };
}

/**
 * The first instant at which something else is due of a contact than at `now`. A wait that begins changes no agenda.
 */
function turnOf(answer: Answered, contact: IntakeFacts, policy: Policy, now: Now): Instant | null {
  return changesAt(now, (later) => {
    const next = answerAt(intakeAddress(contact, policy, later), contact, later);
    return isDue(answer.then) ? next.rule === answer.rule && next.then === answer.then : !isDue(next.then);
  });
}

function nextOf(facts: Facts, policy: Policy): Open<Outcome> | null {
  const address = classify(facts, policy);
  if (isQuiet(address)) return null;
  const { outcome, rule } = decideAt(address, facts, policy);
  return { outcome, rule };
}
