import fc from 'fast-check';
import { fits, type When } from '../../kernel/table.js';
import type { Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import { demand, demandSame, isSame, law, type Law } from '../law.js';
import { isMadeBy } from '../step.js';
import { date, facts as anyFacts, instant, move, nearTheClient, policy as anyPolicy, reason } from './facts.js';
import { history } from './histories.js';
import { decideAt, playsOf, searchOf, type Subject } from './subject.js';

/** A row of either table, as far as a law looks at one. */
interface Row {
  readonly rule: string;
  readonly when: When<Readonly<Record<string, readonly string[]>>>;
  readonly then: object;
}

const rows = (subject: Subject): Law =>
  law(
    'every decision names a rule that answers such a situation, and says what that rule says',
    fc.property(anyFacts, instant, anyPolicy, (facts, now, policy) => {
      const { rule, situation, outcome } = decideAt(subject, facts, now, policy);
      const table: readonly Row[] = situation.offer === undefined ? ladder.table.rows : ladder.offerTable.rows;
      const said = new Map<string, unknown>(Object.entries(outcome));
      const answers = table.filter(({ when }) => fits(when, { ...situation }));
      const isSaid = answers.some(
        (row) => row.rule === rule && Object.entries(row.then).every(([key, value]) => isSame(said.get(key), value)),
      );
      demand(isSaid, `${rule} does not say ${outcome.action} of ${JSON.stringify(situation)}`);
    }),
  );

function isPast(at: Instant | null | undefined, now: Instant): boolean {
  return at != null && at <= now;
}

/** Who is to be offered the job, or was: the offer, then whom the client took, then the first of those who stand. */
function nextOf({ offer, agreed, confirmations = [] }: ladder.Facts, now: Instant): string | undefined {
  if (offer != null && offer.at <= now) return offer.mp;
  if (agreed != null && agreed.at <= now) return agreed.mp;
  return confirmations.find(({ since, until }) => since <= now && !isPast(until, now))?.mp;
}

/** Whether the client waits for the news of a mover, and has not settled on that very mover. */
function isAwaited({ begins, clientContactedAt, agreed, assignedTo }: ladder.Facts): boolean {
  if (begins === 'resend' || begins === 'lists') return true;
  return clientContactedAt != null && (agreed == null || agreed.mp !== assignedTo);
}

/** What an outcome must carry of the facts; `null`: nothing, or what other laws are about. */
function carriedOf(outcome: ladder.Outcome, facts: ladder.Facts, now: Instant, policy: ladder.Policy): object | null {
  switch (outcome.action) {
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
    case 'confirm-to-mp':
      return { mp: nextOf(facts, now) };
    case 'send-broadcast-lists':
      return { segmentBy: policy.segmentBy };
    case 'contact-client':
      return { availability: facts.availability ?? [] };
    case 'none':
      if (outcome.reason !== 'assigned') return null;
      return { reason: 'assigned', mp: facts.assignedTo ?? null, news: isAwaited(facts) ? 'mp-found' : null };
    default:
      return null;
  }
}

const carried = (subject: Subject): Law =>
  law(
    'what is due carries what the facts say: whose turn it is, who has the job, and every date that a mover gave',
    fc.property(fc.oneof(anyFacts, nearTheClient), instant, anyPolicy, (facts, now, policy) => {
      const { outcome } = decideAt(subject, facts, now, policy);
      const expected = carriedOf(outcome, facts, now, policy);
      if (expected !== null) demandSame(outcome, { action: outcome.action, ...expected });
    }),
    2_000,
  );

const refusal = (subject: Subject): Law =>
  law(
    'who refuses is asked why; for the date, when; and what is known already is kept, not asked',
    fc.property(reason, fc.option(date, { nil: null }), (why, availability) => {
      const { outcome, rule } = subject.onRefusal({ reason: why, availability });
      const expected = {
        none: ['ask-why', 'ladder/ask-why-on-no'],
        date: [availability === null ? 'ask-availability' : 'store-availability', 'ladder/date-refusal-availability'],
        price: ['count-price', 'ladder/price-refusals-report'],
        other: ['store-reason', 'ladder/ask-why-on-no'],
      }[why ?? 'none'];
      demandSame([outcome.action, rule], expected);
    }),
    100,
  );

const steps = (subject: Subject): Law =>
  law(
    'whatever becomes of an event, a step of the machine says so of its stage: status, code and rule',
    fc.property(history, (drawn) => {
      for (const play of playsOf(subject, drawn)) {
        const { before, event, recorded } = play;
        const { status, code, rule } = recorded;
        const isMade = ladder.flow.steps.some((step) => isMadeBy(step, play));
        demand(isMade, `no step makes of ${event.type} at ${before.stage}: ${status}, ${code}, ${rule}`);
      }
      const state = searchOf(subject, drawn);
      const event: ladder.Event = { id: 'cancel', at: drawn.end, move, type: 'cancel' };
      const other = subject.record(state, { ...event, move: 'another' });
      demandSame(other, { state, status: 'refused', code: 'other-move' }, 'an event of another move');
      const undated = subject.record(state, { ...event, at: Number.NaN });
      demandSame(undated, { state, status: 'refused', code: 'undated' }, 'an event without an instant');
    }),
  );

/** What is told: by which rule, with what, and why not. */
export function told(subject: Subject): readonly Law[] {
  return [rows, carried, refusal, steps].map((lawOf) => lawOf(subject));
}
