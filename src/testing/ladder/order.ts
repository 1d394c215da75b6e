import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import type * as ladder from '../../ladder/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { instant, nearTheClient, offset, searchingSince, undatedFacts } from './facts.js';
import { history } from './histories.js';
import { decideAt, FAR, outcomeAt, playsOf, searchOf, type Subject } from './subject.js';

const HOUR = 3_600_000;

function isPast(at: Instant | null | undefined, now: Instant): boolean {
  return at != null && at <= now;
}

const firstRound = (subject: Subject): Law =>
  law(
    'in the first round nothing but waiting is due for two hours',
    fc.property(history, fc.integer({ min: 0, max: 2 * HOUR }), (drawn, after) => {
      const { round, facts } = searchOf(subject, drawn);
      fc.pre(round === 1);
      const { action } = outcomeAt(subject, facts, searchingSince + after);
      demand(action === 'wait' || action === 'none', `${action} is due within two hours`);
    }),
  );

const lists = (subject: Subject): Law =>
  law(
    'the lists are never due without a re-send, nor less than an hour after it',
    fc.property(undatedFacts, instant, (facts, now) => {
      if (outcomeAt(subject, facts, now).action !== 'send-broadcast-lists' || facts.begins === 'lists') return;
      const { resentAt } = facts;
      demand(resentAt != null, 'the lists are due without a re-send');
      demand(now >= resentAt + HOUR, 'the lists are due less than an hour after the re-send');
    }),
  );

function demandOrder({ facts }: ladder.Search): void {
  const { category, begins, searchingSince: since, resentAt, listsSentAt, listsExhaustedAt, interExhaustedAt } = facts;
  // A client who was contacted in an earlier round may settle on a mover's date at any stage.
  const clientContactedAt = facts.contactedBefore === true ? null : facts.clientContactedAt;
  const steps = [since, resentAt, listsSentAt, listsExhaustedAt, interExhaustedAt, clientContactedAt];
  const done = steps.filter((at) => at != null);
  demandSame(
    done,
    done.toSorted((a, b) => a - b),
    'the steps of a round are in order of time',
  );
  if (listsSentAt != null && begins !== 'lists') demand(resentAt != null, 'lists without a re-send');
  if (listsExhaustedAt != null) demand(listsSentAt != null, 'lists were exhausted that were not sent');
  if (interExhaustedAt != null || clientContactedAt != null)
    demand(listsExhaustedAt != null, 'the lists were left before they were exhausted');
  if (clientContactedAt != null && category === 'inter')
    demand(interExhaustedAt != null, 'the client was contacted before the search by zones was exhausted');
}

const sequence = (subject: Subject): Law =>
  law(
    'in any history: re-send, then lists, then the search by zones, then the client, and no earlier in time',
    fc.property(history, (drawn) => {
      for (const { recorded } of playsOf(subject, drawn)) demandOrder(recorded.state);
    }),
  );

const interOnly = (subject: Subject): Law =>
  law(
    'no step of the inter search is taken, or due, for a service that is not inter',
    fc.property(history, offset, ({ beginning, events, end }, after) => {
      for (const { event, recorded } of playsOf(subject, { beginning: { ...beginning, category: 'local' }, events })) {
        const { status, state } = recorded;
        demand(!event.type.startsWith('inter-') || status !== 'applied', `${event.type} was taken`);
        demand(state.stage !== 'INTER', 'the search is at the stage INTER');
        const { action } = outcomeAt(subject, state.facts, end + after);
        demand(action !== 'search-inter-mps', 'the search by zones is due');
      }
    }),
  );

/** Of what was taken before a mover was told: the offer, and after it the check that showed everything ready. */
function demandChecked(mp: string, toldAt: Instant, before: readonly ladder.Event[]): void {
  const offered = before.findLast((event) => event.type === 'offer-sent');
  demand(offered?.mp === mp, 'told without an offer');
  const checked = before.findLast((event) => event.type === 'checked');
  demand(checked?.winner === mp && checked.chat, 'told without being shown as winner with the chat enabled');
  demand(before.indexOf(checked) > before.indexOf(offered), 'told without a look since the offer');
  demand(toldAt >= checked.at && checked.at >= offered.at, 'told, looked and offered are out of order');
}

const notified = (subject: Subject): Law =>
  law(
    'a mover is told only after the offer, and once that mover is shown as winner with the chat enabled',
    fc.property(history, (drawn) => {
      const taken: ladder.Event[] = [];
      for (const { event, recorded } of playsOf(subject, drawn)) {
        if (recorded.status !== 'applied') continue;
        if (event.type === 'mp-notified') demandChecked(event.mp, event.at, taken);
        taken.push(event);
      }
    }),
  );

const oneMover = (subject: Subject): Law =>
  law(
    'a round has at most one mover to whom the move is assigned',
    fc.property(history, (drawn) => {
      const assigned = new Map<number, string>();
      for (const { recorded } of playsOf(subject, drawn)) {
        const { round, facts } = recorded.state;
        if (facts.assignedTo == null) continue;
        demandSame(facts.assignedTo, assigned.get(round) ?? facts.assignedTo, `the mover of round ${round}`);
        assigned.set(round, facts.assignedTo);
      }
    }),
  );

const clientLast = (subject: Subject): Law =>
  law(
    'the client is contacted only with all that applies exhausted, and within the window',
    fc.property(nearTheClient, instant, (facts, now) => {
      if (outcomeAt(subject, facts, now).action !== 'contact-client') return;
      demand(isPast(facts.listsExhaustedAt, now), 'the lists are not exhausted');
      demand(facts.category !== 'inter' || isPast(facts.interExhaustedAt, now), 'the search by zones is not exhausted');
      const { impossibilityWindow: window } = facts;
      if (typeof window !== 'object' || window === null) demand(window === true, 'nobody has opened the window');
      else {
        demand(window.from === null || window.from <= now, 'the window is not open yet');
        demand(window.until == null || now < window.until, 'the window is closed');
      }
    }),
  );

const over = (subject: Subject): Law =>
  law(
    'once assigned or cancelled, nothing is due at any later instant',
    fc.property(
      undatedFacts,
      instant,
      fc.nat({ max: FAR }),
      fc.constantFrom('assignedAt', 'cancelledAt'),
      (facts, at, after, ended) => {
        demandSame(outcomeAt(subject, { ...facts, [ended]: at }, at + after).action, 'none');
      },
    ),
  );

/** The facts with every instant moved. */
function shifted(facts: ladder.Facts, by: number): ladder.Facts {
  return JSON.parse(JSON.stringify(facts), (key, value: unknown) =>
    typeof value === 'number' && /At$|^at$|Since$|^(since|until|from)$/.test(key) ? value + by : value,
  ) as ladder.Facts;
}

const shift = (subject: Subject): Law => {
  const zones = fc.constantFrom('America/Santiago', 'Pacific/Kiritimati', 'Atlantic/Azores');
  return law(
    'shifting all instants and the clock alike shifts the answer, and the zone is irrelevant',
    fc.property(undatedFacts, instant, fc.integer({ min: -1e12, max: 1e12 }), zones, (facts, now, by, zone) => {
      const { outcome, rule, validUntil } = decideAt(subject, facts, now);
      const until = outcome.action === 'wait' && outcome.until !== null ? { until: outcome.until + by } : {};
      const moved = decideAt(subject, { ...shifted(facts, by), zone }, now + by);
      demandSame([moved.outcome, moved.rule], [{ ...outcome, ...until }, rule], `shifted by ${by}`);
      demandSame(moved.validUntil, validUntil === null ? null : validUntil + by, `validUntil, shifted by ${by}`);
    }),
  );
};

const noReturn = (subject: Subject): Law => {
  const later = fc.array(fc.nat({ max: 12 * HOUR }), { minLength: 2, maxLength: 8 });
  return law(
    'with nothing new recorded, what is due does not turn into waiting again',
    fc.property(history, later, (drawn, instants) => {
      const { facts } = searchOf(subject, drawn);
      const actions = instants
        .toSorted((a, b) => a - b)
        .map((after) => outcomeAt(subject, facts, drawn.end + after).action);
      const due = actions.findIndex((action) => action !== 'wait');
      demand(due === -1 || !actions.includes('wait', due), `${actions.join(', ')}: a wait after what was due`);
    }),
  );
};

/** The steps of a search: in which order, and not before their time. */
export function order(subject: Subject): readonly Law[] {
  return [firstRound, lists, sequence, interOnly, notified, oneMover, clientLast, over, shift, noReturn].map((lawOf) =>
    lawOf(subject),
  );
}
