import fc from 'fast-check';
import { endOfDate } from '../../kernel/calendar.js';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import { demand, demandSame, law, type Law } from '../law.js';
import { category, date, instant, move } from './facts.js';
import { region } from './movers.js';
import { decideAt, outcomeAt, run, type Subject } from './subject.js';

const HOUR = 3_600_000;

/** A wait of a policy, to the millisecond. */
const wait = fc.integer({ min: 1, max: 30 * HOUR });
const segmentBy = fc.constantFrom('volume', 'region', 'either' as const);

/** What a law demands of a decision: all but what was seen. */
type Expected = Omit<ladder.LadderDecision, 'situation'>;

function demandDecided(decision: ladder.LadderDecision, expected: Expected, what: string): void {
  const { outcome, rule, validUntil } = decision;
  demandSame({ outcome, rule, validUntil }, expected, what);
}

function demandStatus(recorded: ladder.LadderRecorded, expected: object, what: string): void {
  const { status, code, rule } = recorded;
  demandSame({ status, code, rule }, expected, what);
}

const searchTime = (subject: Subject): Law =>
  law(
    'the re-send is due, and taken, strictly after the time of search that was chosen',
    fc.property(instant, category, wait, (searchingSince, of, ms) => {
      const policy = ladder.policy({ searchThreshold: { seconds: ms / 1_000 } });
      const begun = subject.start({ move, searchingSince, category: of });
      const until = searchingSince + ms;
      for (const at of [searchingSince, until - 1, until]) {
        const expected: Expected = {
          outcome: { action: 'wait', for: 'resend', until },
          rule: 'ladder/start-after-2h',
          validUntil: until + 1,
        };
        demandDecided(decideAt(subject, begun.facts, at, policy), expected, `${until - at} ms before the end`);
        const early = subject.record(begun, { id: 'resent', at, move, type: 'resend-done' }, { policy });
        demandStatus(early, { status: 'refused', code: 'too-early', rule: 'ladder/start-after-2h' }, 'a re-send then');
      }
      const due: Expected = { outcome: { action: 'resend-to-mps' }, rule: 'ladder/resend-first', validUntil: null };
      demandDecided(decideAt(subject, begun.facts, until + 1, policy), due, '1 ms after the end');
      const done = subject.record(begun, { id: 'resent', at: until + 1, move, type: 'resend-done' }, { policy });
      demandStatus(done, { status: 'applied', rule: 'ladder/resend-first' }, 'a re-send then');
    }),
    300,
  );

const listsTime = (subject: Subject): Law =>
  law(
    'the lists are due, and taken, from the very instant at which the wait that was chosen is over',
    fc.property(instant, category, wait, segmentBy, (searchingSince, of, ms, by) => {
      const policy = ladder.policy({ resendWait: { seconds: ms / 1_000 }, segmentBy: by });
      const resentAt = searchingSince + 3 * HOUR;
      const resend: ladder.Event = { id: 'resent', at: resentAt, move, type: 'resend-done' };
      const { state } = subject.record(subject.start({ move, searchingSince, category: of }), resend, { policy });
      const until = resentAt + ms;
      for (const at of [resentAt, until - 1]) {
        const outcome: ladder.Outcome = { action: 'wait', for: 'lists', until };
        const expected: Expected = { outcome, rule: 'ladder/lists-after-1h', validUntil: until };
        demandDecided(decideAt(subject, state.facts, at, policy), expected, `${until - at} ms before the end`);
        const early = subject.record(state, { id: 'lists', at, move, type: 'lists-sent', mps: ['a'] }, { policy });
        demandStatus(early, { status: 'refused', code: 'too-early', rule: 'ladder/lists-after-1h' }, 'lists then');
      }
      const outcome: ladder.Outcome = { action: 'send-broadcast-lists', segmentBy: by };
      const due: Expected = { outcome, rule: 'ladder/lists-after-1h', validUntil: null };
      demandDecided(decideAt(subject, state.facts, until, policy), due, 'at the end');
      const done = subject.record(state, { id: 'lists', at: until, move, type: 'lists-sent', mps: ['a'] }, { policy });
      demandStatus(done, { status: 'applied', rule: 'ladder/lists-after-1h' }, 'lists then');
    }),
    300,
  );

const someZone = fc.constantFrom('America/Santiago', 'America/Caracas', 'Pacific/Kiritimati', 'Pacific/Honolulu');

const zones = (subject: Subject): Law =>
  law(
    'the date of a move is over when its day is, in its own zone, or else in the one that was chosen',
    fc.property(date, someZone, fc.option(someZone, { nil: undefined }), (moveDate, chosen, own) => {
      const over = endOfDate(moveDate, own ?? chosen);
      const facts: ladder.Facts = { searchingSince: over, category: 'local', moveDate };
      const policy = ladder.policy({ zone: chosen });
      const [before, after] = [over - 1, over].map((at) =>
        decideAt(subject, own === undefined ? facts : { ...facts, zone: own }, at, policy),
      );
      demandSame(before?.outcome.action, 'wait', 'in the last millisecond of the day');
      const passed = { action: 'not-covered', gap: 'move-date-passed', question: 'LA-28', nearest: null };
      demandSame([after?.outcome, after?.rule], [passed, 'ladder/scope'], 'in the first one after it');
    }),
    300,
  );

/** The date that the client gives anew. */
const newDate = '2024-06-01';

/** A search of which all was tried, the client contacted, and new dates given at the last instant. */
function onNewDates(subject: Subject, searchingSince: Instant, policy: ladder.Policy): ladder.LadderRecorded {
  const after = (hours: number): { readonly at: Instant; readonly move: string } => ({
    at: searchingSince + hours * HOUR,
    move,
  });
  const events: readonly ladder.Event[] = [
    { ...after(3), id: 'resent', type: 'resend-done' },
    { ...after(5), id: 'lists', type: 'lists-sent', mps: ['a'] },
    { ...after(6), id: 'nobody', type: 'lists-exhausted' },
    { ...after(7), id: 'window', type: 'window-known', window: true },
    { ...after(8), id: 'mail', type: 'client-mail-sent' },
  ];
  const contacted = run(subject, events, subject.start({ move, searchingSince, category: 'local' }));
  const given: ladder.Event = { ...after(9), id: 'dates', type: 'dates-changed', date: newDate };
  return subject.record(contacted, given, { policy });
}

const begun = {
  resend: {
    stage: 'SEARCHING',
    step: 'ladder/resend-first',
    wait: 'ladder/start-after-2h',
    due: { action: 'resend-to-mps' },
  },
  lists: {
    stage: 'RESENT',
    step: 'ladder/lists-after-1h',
    wait: 'ladder/lists-after-1h',
    due: { action: 'send-broadcast-lists', segmentBy: 'volume' },
  },
} as const;

const restart = (subject: Subject): Law =>
  law(
    'on new dates the search begins at once, with the step that was chosen, and whether it found anybody is told to the client',
    fc.property(instant, fc.constantFrom('resend', 'lists'), (searchingSince, researchRestart) => {
      const policy = ladder.policy({ researchRestart });
      const recorded = onNewDates(subject, searchingSince, policy);
      const { stage, step, wait: waiting, due } = begun[researchRestart];
      demandStatus(recorded, { status: 'applied', rule: step }, 'new dates');
      demandSame(recorded.state.stage, stage, 'the stage');
      const { facts } = recorded.state;
      const at = searchingSince + 9 * HOUR;
      const early: Expected = {
        outcome: { action: 'wait', for: researchRestart, until: at },
        rule: waiting,
        validUntil: at,
      };
      demandDecided(decideAt(subject, facts, at - 1, policy), early, '1 ms before');
      const over = endOfDate(newDate, policy.zone);
      demandDecided(decideAt(subject, facts, at, policy), { outcome: due, rule: step, validUntil: over }, 'at once');
      const failed = outcomeAt(subject, { ...facts, listsExhaustedAt: at }, at, policy);
      demandSame(failed, { action: 'tell-contact', news: 'mp-not-found' }, 'where the lists gave nobody');
      const found = outcomeAt(subject, { ...facts, assignedTo: 'a', assignedAt: at }, at, policy);
      demandSame(found, { action: 'none', reason: 'assigned', mp: 'a', news: 'mp-found' }, 'where somebody has it');
    }),
    200,
  );

const contactedBefore = (subject: Subject): Law =>
  law(
    'what the client decides is taken at any stage of any later round, and before they were contacted at none',
    fc.property(instant, fc.constantFrom('resend', 'lists'), fc.boolean(), (searchingSince, first, isThird) => {
      const policy = ladder.policy({ researchRestart: first });
      const base = { id: 'said', at: searchingSince + 12 * HOUR, move } as const;
      const said: readonly ladder.Event[] = [
        { ...base, type: 'date-agreed', mp: 'a', date: '2024-06-02' },
        { ...base, type: 'dates-changed', date: '2024-06-02' },
        { ...base, type: 'refund-done' },
      ];
      const fresh = subject.start({ move, searchingSince, category: 'local' });
      const dropped: readonly ladder.Event[] = [
        { ...base, id: 'has it', at: searchingSince + 10 * HOUR, type: 'auto-assigned', mp: 'a' },
        { ...base, id: 'gives it back', at: searchingSince + 11 * HOUR, type: 'mp-dropped', mp: 'a' },
      ];
      const second = onNewDates(subject, searchingSince, policy).state;
      const search = isThird ? run(subject, dropped, second) : second;
      for (const event of said) {
        const early = subject.record(fresh, event, { policy });
        const refusal = { status: 'refused', code: 'not-with-client', rule: 'ladder/handoff-to-client-mail' };
        demandStatus(early, refusal, `${event.type}, of who was not contacted`);
        demandSame(subject.record(search, event, { policy }).status, 'applied', `${event.type}, of who was`);
      }
    }),
    200,
  );

const several = (subject: Subject): Law =>
  law(
    'refusals for the price are reported from as many movers on as were chosen',
    fc.property(instant, fc.integer({ min: 1, max: 6 }), (at, many) => {
      const context = { clock: fixedClock(at), policy: ladder.policy({ several: many }) };
      const mps = Array.from({ length: many }, (_, index) => `mp-${index}`);
      const replies = mps.map((mp): ladder.Reply => ({ mp, at, answer: 'no', reason: 'price' }));
      const { outcome, rule } = subject.priceReport(replies, context);
      demandSame(outcome, { action: 'report-price', to: ['team-leader', 'head'], mps }, `${many} refusals`);
      demandSame(rule, 'ladder/price-refusals-report', 'the rule');
      const fewer = subject.priceReport(replies.slice(1), context).outcome;
      demandSame(fewer, { action: 'none', reason: 'too-few' }, `${many - 1} refusals`);
      const facts: ladder.Facts = { searchingSince: at, category: 'local', replies };
      const isOpen = ({ open }: ladder.Duties): boolean => open.some(({ action }) => action === 'report-price');
      demand(isOpen(subject.duties(facts, context)), 'the report is no duty');
      demand(!isOpen(subject.duties({ ...facts, replies: replies.slice(1) }, context)), 'it is one too early');
    }),
    200,
  );

const threeRegions = fc.uniqueArray(region, { minLength: 3, maxLength: 3 });

const matchMode = (subject: Subject): Law =>
  law(
    'a job that shares but one end fits where either end was chosen, and not where a chain was',
    fc.property(threeRegions, date, fc.boolean(), (regions, day, isOrigin) => {
      const [one = '', two = '', three = ''] = regions;
      const ends = { origin: one, destination: two };
      const wanted: ladder.InterMove = { ...ends, country: 'CL', dateFrom: day, dateTo: day };
      const other = isOrigin ? { origin: one, destination: three } : { origin: three, destination: two };
      const job = { ...other, mp: 'a', country: 'CL', date: day, status: 'awaiting-move', category: 'inter' };
      const [either, chain] = (['either-end', 'chain'] as const).map((mode) =>
        subject.fitOf(wanted, job, { policy: ladder.policy({ matchMode: mode }) }),
      );
      demandSame(either?.outcome, { action: 'offer-directly', fit: 'shared-end' }, 'either end');
      demandSame(chain?.outcome, { action: 'none', reason: 'no-fit' }, 'a chain');
      demandSame([either?.rule, chain?.rule], ['ladder/inter-match', 'ladder/inter-match'], 'the rule');
    }),
    200,
  );

/** What a company chooses is what counts: the boundary stands where it was set. */
export function choices(subject: Subject): readonly Law[] {
  const lawsOf = [searchTime, listsTime, zones, restart, contactedBefore, several, matchMode];
  return lawsOf.map((lawOf) => lawOf(subject));
}
