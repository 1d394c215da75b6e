import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import { fits, type When } from '../../kernel/table.js';
import * as contact from '../../contact/index.js';
import { demand, demandSame, isSame, law, type Law } from '../law.js';
import { isMadeBy } from '../step.js';
import { mp, policy as anyPolicy, scene, stance } from './facts.js';
import { history } from './histories.js';
import { at, dateNear, instantNear } from './place.js';
import { decideAt, playsOf, takenOf, type Subject } from './subject.js';

const DAY = 24 * 3_600_000;

/** A table, as far as a law looks at one. */
interface Table {
  readonly facts: object;
  readonly rows: readonly {
    readonly rule: string;
    readonly when: When<Readonly<Record<string, readonly string[]>>>;
    readonly then: object;
  }[];
}

/** The tables that decide, each asked by one before it. */
const tables: readonly Table[] = [contact.table, contact.outreachTable, contact.courseTable, contact.answerTable];

const rows = (subject: Subject): Law =>
  law(
    'every decision names a rule that answers such a situation, and says what that rule says',
    fc.property(scene, anyPolicy, ({ facts, now }, policy) => {
      const { rule, situation, outcome } = decideAt(subject, facts, now, policy);
      const deciding = tables.filter((table) => Object.keys(table.facts).every((fact) => fact in situation));
      const said = new Map<string, unknown>(Object.entries(outcome));
      const isSaid = deciding
        .slice(-1)
        .flatMap((table) => table.rows)
        .filter((row) => row.rule === rule && fits(row.when, { ...situation }))
        .some((row) => Object.entries(row.then).every(([key, value]) => isSame(said.get(key), value)));
      demand(isSaid, `${rule} does not say ${outcome.action} of ${JSON.stringify(situation)}`);
    }),
  );

/** What a step carries: the date and mover that were offered, the client's dates, the mover found; or nothing. */
type Data = 'offer' | 'dates' | 'mover' | null;

/** A step of a course: what is due, by which rule, with what, and the fact that says it was done. */
type Step = readonly [action: string, rule: string, data: Data, done?: keyof contact.Facts];

/** What each answer of the client leads to, in its order: L26–35. */
const courses = {
  'date-accepted': [
    ['write-chat-note', 'contact/alt1-accept-chat-note', 'offer', 'chatNoteAt'],
    ['change-date', 'contact/alt1-accept-change-date', 'offer', 'dateChangedAt'],
    ['assign-available-mp', 'contact/alt1-accept-assign', 'offer'],
  ],
  'await-dates': [
    ['send-search-ack', 'contact/alt2-flexible-ack', 'dates', 'ackSentAt'],
    ['await-dates', 'contact/alt2-await-dates', null],
  ],
  'new-search': [
    ['send-search-ack', 'contact/alt2-flexible-ack', 'dates', 'ackSentAt'],
    ['update-dates', 'contact/research-update-system', 'dates', 'systemUpdatedAt'],
    ['restart-broadcast', 'contact/research-rebroadcast', 'dates', 'broadcastAt'],
    ['await-search', 'contact/research-starts', 'dates'],
  ],
  'mp-found': [
    ['send-found-mail', 'contact/research-found-mail', 'mover', 'newsSentAt'],
    ['assign-mp', 'contact/research-found-mail', 'mover'],
  ],
  'refund-offered': [
    ['send-not-found-mail', 'contact/research-not-found-mail', null, 'newsSentAt'],
    ['await-answer', 'contact/research-not-found-mail', null],
  ],
  refunding: [
    ['send-refund-template', 'contact/refund-template', null, 'refundMailAt'],
    ['apply-reverso', 'contact/refund-reverso', null],
  ],
} as const satisfies Partial<Record<contact.Course, readonly Step[]>>;

const course = fc.constantFrom(
  ...(['date-accepted', 'await-dates', 'new-search', 'mp-found', 'refund-offered', 'refunding'] as const),
);

/** The facts of a course of which no step was taken. */
const courseFacts = at((where) =>
  fc.record({
    moveDate: fc.constant(where.moveDate),
    zone: fc.constant(where.zone),
    course,
    offered: fc.record({ alternative: fc.constant(1 as const), mp, date: dateNear(where) }),
    foundMp: mp,
    answer: fc.record({
      stance: fc.constant('accepts' as const),
      refund: fc.constant(true),
      dates: fc.record({ date: dateNear(where) }),
      at: instantNear(where, -20, -9),
    }),
  }),
);

const order = (subject: Subject): Law =>
  law(
    'each step that the client’s answer leads to is due until it is done, and then the next, with what it needs',
    fc.property(courseFacts, anyPolicy, ([, drawn], policy) => {
      const { offered, foundMp, answer } = drawn;
      const data = {
        offer: { date: offered.date, mp: offered.mp },
        dates: { dates: answer.dates },
        mover: { mp: foundMp },
      };
      let facts: contact.Facts = drawn;
      let now = answer.at + DAY;
      const steps: readonly Step[] = courses[drawn.course];
      for (const [action, rule, carried, done] of steps) {
        const due = { action, ...(carried === null ? {} : data[carried]) };
        const first = decideAt(subject, facts, now, policy);
        demandSame([first.outcome, first.rule], [due, rule], 'what is due');
        if (done === undefined) continue;
        now += DAY;
        facts = { ...facts, [done]: now };
        const last = decideAt(subject, facts, now - 1, policy);
        demandSame([last.outcome, last.rule], [due, rule], '1 ms before it is done');
      }
    }),
    500,
  );

/** What the manual leaves open of an answer, where nobody asked for a refund, or who accepts did. */
const open = {
  rejects: { gap: 'rejects-without-refund', question: 'CO-18', nearest: null },
  'not-flexible': { gap: 'not-flexible-without-refund', question: null, nearest: null },
  accepts: { gap: 'contradictory', question: null, nearest: { action: 'ask-again' } },
  flexible: { gap: 'contradictory', question: null, nearest: { action: 'ask-again' } },
} as const satisfies Record<contact.Stance, object>;

const unclear = (subject: Subject): Law => {
  const drawn = at((where) => instantNear(where));
  return law(
    'a no without a refund, and a yes with one, are said to be open',
    fc.property(drawn, mp, stance, ([where, now], who, said) => {
      const isYes = said === 'accepts' || said === 'flexible';
      const isOfDate = said === 'accepts' || said === 'rejects';
      const facts: contact.Facts = {
        ...where,
        offered: isOfDate ? { alternative: 1, mp: who, date: where.moveDate } : { alternative: 2 },
        answer: { stance: said, refund: isYes, dates: null, at: now },
      };
      demandSame(decideAt(subject, facts, now).outcome, { action: 'not-covered', ...open[said] });
    }),
    200,
  );
};

const machineSteps = (subject: Subject): Law =>
  law(
    'whatever becomes of an event, a step of the machine says so of its stage: status, code and rule',
    fc.property(history, (drawn) => {
      const plays = playsOf(subject, drawn);
      for (const play of plays) {
        const { before, event, recorded } = play;
        const { status, code, rule } = recorded;
        const isMade = contact.flow.steps.some((step) => isMadeBy(step, play));
        demand(isMade, `no step makes of ${event.type} at ${before.stage}: ${status}, ${code}, ${rule}`);
      }
      for (const { before: state, event } of plays.slice(-1)) {
        const other = subject.record(state, { ...event, move: 'another' });
        demandSame(other, { state, status: 'refused', code: 'other-move' }, 'an event of another move');
        const undated = subject.record(state, { ...event, at: Number.NaN });
        demandSame(undated, { state, status: 'refused', code: 'undated' }, 'an event without an instant');
      }
    }),
  );

/** Where the facts keep the instant of an event; of some, the latest only. */
const columns: Partial<Record<contact.Event['type'], keyof contact.Facts>> = {
  'mail-sent': 'helpMailsAt',
  'record-mail-sent': 'otherMailsAt',
  'client-reply': 'clientRepliesAt',
  'mail-bounced': 'mailBouncedAt',
  'reply-read': 'readAt',
  'chat-note-written': 'chatNoteAt',
  'date-changed': 'dateChangedAt',
  'ack-sent': 'ackSentAt',
  'system-updated': 'systemUpdatedAt',
  'broadcast-restarted': 'broadcastAt',
  'found-mail-sent': 'newsSentAt',
  'not-found-mail-sent': 'newsSentAt',
  'mp-assigned': 'mpAssignedAt',
  'refund-mail-sent': 'refundMailAt',
  'move-date-changed': 'since',
};

/** The instants of an event that facts keep, of whichever column; `null`: it is kept nowhere. */
function keptOf({ type }: contact.Event, facts: contact.Facts): readonly unknown[] | null {
  if (type === 'client-answered') return [facts.answer?.at];
  if (type === 'call-answered' || type === 'call-unanswered') return [facts.calls].flat().map((call) => call?.at);
  const column = columns[type];
  return column === undefined ? null : [facts[column]].flat();
}

/** The instant that counts: of bounces and of what was read, the latest. */
function latestOf({ type, at: happenedAt }: contact.Event, { mailBouncedAt, readAt }: contact.Facts): Instant {
  if (type === 'mail-bounced') return Math.max(happenedAt, mailBouncedAt ?? happenedAt);
  return type === 'reply-read' ? Math.max(happenedAt, readAt ?? happenedAt) : happenedAt;
}

const instants = (subject: Subject): Law =>
  law(
    'what was taken is kept with its own instant; of bounces, and of what was read, the latest',
    fc.property(history, (drawn) => {
      for (const { before, event, recorded } of takenOf(subject, drawn)) {
        const kept = keptOf(event, recorded.state.facts);
        if (kept === null) continue;
        const isKept = kept.includes(latestOf(event, before.facts));
        demand(isKept, `${event.type} of ${event.at} is kept as ${kept.join(', ')}`);
      }
    }),
  );

/** What is told and kept: by which rule, with what, and when. */
export function told(subject: Subject): readonly Law[] {
  return [rows, order, unclear, machineSteps, instants].map((lawOf) => lawOf(subject));
}
