import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guards } from '../src/contact/guards.js';
import { dayAt, dayOf } from '../src/kernel/calendar.js';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';
import { read, stateSchema } from 'pauta/contact/schema';
import { arbitraries } from 'pauta/testing';
import { dueAt, wordOf } from '../src/testing/contact/due.js';
import { HOUR, MOVE, start } from './contact.arbitraries.js';
import { everyStepOf, nameOf, watch } from './steps-taken.js';

const { dayBefore, draw, eventOf, history, place: anyPlace, policy: anyPolicy } = arbitraries.contact;
type Draw = arbitraries.contact.Draw;
type Place = arbitraries.contact.Place;

const stepOf = watch(guards);
const everyStep = everyStepOf(contact.flow);

interface Taken {
  readonly recorded: contact.ContactRecorded;
  /** The step of the machine; `null`: the event did not come so far. */
  readonly step: string | null;
}

function take(state: contact.Contact, event: contact.Event, policy = contact.defaultPolicy): Taken {
  const [recorded, step] = stepOf(state.stage, event.type, () => contact.record(state, event, { policy }));
  return { recorded, step };
}

const place: Place = { zone: 'America/Santiago', moveDate: '2024-05-15' };
const FAR_DATE = '2024-06-15';
const eve = dayBefore(place, 1);
/** Three instants far from the move, and three near it. */
const grid = [-70, -60, -50, 1, 2, 3].map((hours) => eve + hours * HOUR);
const stances = ['accepts', 'rejects', 'flexible', 'not-flexible'] as const;

/** An event without its id and move; the instant is a place in the grid. */
type Sketch = readonly [type: contact.Event['type'], at: number, rest?: object];

function drawn([type, at, rest = {}]: Sketch): contact.Event {
  return { id: '', move: MOVE, at: grid[at], type, ...rest } as contact.Event;
}

/** What else an event of a type may say. */
function variantsOf(type: contact.Event['type']): readonly object[] {
  switch (type) {
    case 'mail-sent':
      return [{ offered: { alternative: 1, mp: 'a', date: '2024-05-18' } }, { offered: { alternative: 2 } }];
    case 'client-answered':
      return stances.flatMap((stance) =>
        [true, false].flatMap((refund) => [{ date: '2024-05-20' }, null].map((dates) => ({ stance, refund, dates }))),
      );
    case 'mp-assigned':
    case 'mp-found':
    case 'assigned-elsewhere':
      return [{ mp: 'a' }, { mp: 'b' }];
    case 'mp-available':
      return [{ mp: 'a', date: '2024-05-18' }];
    case 'move-date-changed':
      return [{ date: place.moveDate }, { date: FAR_DATE }];
    default:
      return [{}];
  }
}

const alphabet = contact.flow.events.flatMap((type) =>
  variantsOf(type).flatMap((rest) => grid.map((_, at) => drawn([type, at, rest]))),
);

const nearer: Sketch = ['move-date-changed', 1, { date: place.moveDate }];
const farther: Sketch = ['move-date-changed', 1, { date: FAR_DATE }];
const mail: Sketch = ['mail-sent', 2, { offered: { alternative: 2 } }];
const offer: Sketch = ['mail-sent', 2, { offered: { alternative: 1, mp: 'a', date: '2024-05-18' } }];
const reply: Sketch = ['client-reply', 2];
/** Heard; and since then called in vain, mailed, and called in vain again. */
const talk: readonly Sketch[] = [reply, ['call-unanswered', 3], ['mail-sent', 4], ['call-unanswered', 5]];
const answer = (stance: contact.Stance, dates: object | null = null, refund = false): Sketch => [
  'client-answered',
  5,
  { stance, dates, refund },
];
const spoken: Sketch = ['call-answered', 5];
const accepted: readonly Sketch[] = [nearer, offer, reply, answer('accepts')];
const searching: readonly Sketch[] = [nearer, mail, ...talk, answer('flexible', { date: '2024-05-20' })];
const refunding: readonly Sketch[] = [nearer, mail, ...talk, answer('not-flexible', null, true)];

/** Histories that lead to every stage, by ways that a history seldom takes too. */
const plays: readonly (readonly Sketch[])[] = [
  [nearer, ['client-reply', 3]],
  [mail, ['client-reply', 1]],
  [['mail-sent', 4]],
  [farther, ['call-unanswered', 3]],
  [farther, mail, ['call-unanswered', 3]],
  [nearer, mail, ['call-unanswered', 4]],
  [['call-answered', 0], nearer, ['client-reply', 3]],
  [['call-answered', 0], nearer, ['client-reply', 3], ['call-unanswered', 4]],
  [nearer, mail, ...talk, spoken],
  [...accepted, ['chat-note-written', 5], ['date-changed', 5], ['mp-assigned', 5, { mp: 'a' }]],
  [...accepted, ...talk.slice(1)],
  [nearer, mail, ...talk, answer('flexible'), ['ack-sent', 5]],
  [...searching, ['ack-sent', 5], ['system-updated', 5], ['broadcast-restarted', 5], spoken],
  [...searching, ['mp-found', 5, { mp: 'a' }], ['found-mail-sent', 5], ['mp-assigned', 5, { mp: 'a' }]],
  [...searching, ['mp-assigned', 5, { mp: 'a' }], ['found-mail-sent', 5], spoken],
  [...searching, ['mp-not-found', 5], spoken, ['not-found-mail-sent', 5]],
  [...refunding, ['refund-mail-sent', 5], ['reverso-applied', 5], spoken],
  [...accepted, spoken],
  [...refunding, spoken],
  [['cancel', 5], spoken],
];

/** The steps that every event takes, tried after every beginning of every play. */
function walk(): ReadonlySet<string | null> {
  const taken = new Set<string | null>();
  for (const play of plays) {
    let state = start(place);
    for (const sketch of [...play, null]) {
      for (const event of alphabet) taken.add(take({ ...state, seen: [] }, event).step);
      if (sketch !== null) state = take({ ...state, seen: [] }, drawn(sketch)).recorded.state;
    }
  }
  return taken;
}

/** The steps that histories take which follow one another as they might. */
function stray(): ReadonlySet<string | null> {
  const taken = new Set<string | null>();
  for (const played of fc.sample(history, { numRuns: 1_000, seed: 3 })) {
    let state = contact.start(played.beginning);
    for (const event of played.events) {
      const { recorded, step } = take(state, event, played.policy);
      taken.add(step);
      state = recorded.state;
    }
  }
  return taken;
}

describe('the graph of contact', () => {
  const taken = new Set([...walk(), ...stray()]);
  taken.delete(null);

  it('has every step taken by a real history, whether arrow, refusal, late or without effect, and no other', () => {
    expect([...taken].toSorted()).toEqual(everyStep.toSorted());
  });

  it('has every arrow taken', () => {
    for (const { from, on, if: condition } of contact.flow.graph) expect(taken).toContain(nameOf(from, on, condition));
  });

  it('comes to every stage, and ends only where the move is assigned, refunded or given up', () => {
    const reached = new Set<string>(['DUE']);
    for (const stage of reached) {
      for (const { from, to } of contact.flow.graph) if (from === stage) reached.add(to);
    }
    expect(reached).toEqual(new Set(contact.flow.stages));
    const left = new Set(contact.flow.graph.filter(({ from, to }) => from !== to).map(({ from }) => from));
    expect(contact.flow.stages.filter((stage) => !left.has(stage))).toEqual(['ASSIGNED', 'REFUNDED', 'CANCELLED']);
  });
});

/** The catalogue's machine, read apart from the library; events come in the order in which they happened. */
interface Model {
  stage: contact.Stage;
  now: Instant;
  moveDate: string;
  /** Mails, calls and replies of the contact as it began (anew). */
  mails: readonly Instant[];
  bounced: Instant;
  reachedOut: boolean;
  owed: boolean;
  /** The mover whose date was offered; `null`: the client was asked for dates. */
  offered: string | null;
  done: readonly contact.Event['type'][];
  found: string | null;
  /** The date that the client gave last. */
  date: string | null;
  readonly place: Place;
  readonly policy: contact.Policy;
}

const ASKING = ['DUE', 'CALLED_UNANSWERED', 'MAIL_SENT'];
const FINAL = ['ASSIGNED', 'REFUNDED', 'CANCELLED'];
const again: Readonly<Record<string, readonly string[]>> = {
  ASSIGNED: ['mp-assigned', 'assigned-elsewhere'],
  REFUNDED: ['reverso-applied'],
  CANCELLED: ['cancel'],
};

function daysLeft({ place: { zone }, moveDate }: Model, at: Instant): number {
  return dayOf(moveDate) - dayAt(at, zone);
}

/** Where an answer leads; `null`: nowhere that the manual names. */
function ledTo(isDate: boolean, { stance, refund, dates }: contact.Statement): contact.Stage | null {
  const isYes = stance === 'accepts' || stance === 'flexible';
  if (refund) return isYes ? null : 'REFUNDING';
  if (isDate && stance === 'accepts') return 'DATE_ACCEPTED';
  if (dates !== null && (stance === 'flexible' || isDate)) return 'RE_SEARCH';
  return stance === 'flexible' ? 'AWAIT_DATES' : null;
}

function verdictOnTalk(model: Model, event: contact.Event): string | null {
  const { stage, mails, bounced, owed } = model;
  const same = `ok:${stage}`;
  switch (event.type) {
    case 'mail-bounced':
    case 'reply-read':
    case 'mp-available':
      return same;
    case 'record-mail-sent':
      return owed ? same : 'noop';
    case 'mail-sent':
      if (stage === 'DUE') return daysLeft(model, event.at) >= 2 ? 'ok:MAIL_SENT' : same;
      if (stage === 'MAIL_SENT') return mails.some((at) => at > bounced) ? 'noop' : same;
      return stage === 'CALLED_UNANSWERED' ? 'ok:MAIL_SENT' : same;
    case 'call-answered':
      return ASKING.includes(stage) ? 'ok:DIALOGUE' : same;
    case 'call-unanswered':
      return ASKING.includes(stage) && daysLeft(model, event.at) <= 1 ? 'ok:CALLED_UNANSWERED' : same;
    case 'client-reply':
      return ASKING.includes(stage) && model.reachedOut ? 'ok:DIALOGUE' : same;
    case 'client-answered': {
      const { stance, refund = false, dates = null } = event;
      const isDate = model.offered !== null;
      if (ASKING.includes(stage)) return 'illegal:no-reply';
      if (isDate ? stance === 'flexible' && dates === null : stance === 'accepts') return 'illegal:wrong-alternative';
      const next = ledTo(isDate, { stance, refund, dates }) ?? 'DIALOGUE';
      if (next === 'RE_SEARCH' && stage === next && dates?.date === model.date) return 'noop';
      return next === stage && (next === 'REFUNDING' || next === 'DATE_ACCEPTED') ? 'noop' : `ok:${next}`;
    }
    default:
      return null;
  }
}

function verdictOf(model: Model, event: contact.Event): string {
  const { stage, done, found, owed } = model;
  const same = `ok:${stage}`;
  const once = done.includes(event.type) ? 'noop' : same;
  if (FINAL.includes(stage)) {
    if (again[stage]?.includes(event.type)) return 'noop';
    if (event.type === 'call-answered' || event.type === 'record-mail-sent')
      return owed || event.type === 'call-answered' ? same : 'noop';
    return /^(mail-sent|mail-bounced|call-unanswered|client-reply|reply-read|mp-available|client-answered)$/.test(
      event.type,
    )
      ? 'late'
      : 'illegal:closed';
  }
  const talk = verdictOnTalk(model, event);
  if (talk !== null) return talk;
  const isAccepted = stage === 'DATE_ACCEPTED';
  const isSearch = stage === 'RE_SEARCH';
  switch (event.type) {
    case 'cancel':
      return 'ok:CANCELLED';
    case 'assigned-elsewhere':
      return 'ok:ASSIGNED';
    case 'move-date-changed':
      return 'ok:DUE';
    case 'chat-note-written':
      return isAccepted ? once : 'illegal:no-date-accepted';
    case 'date-changed':
      if (!isAccepted) return 'illegal:no-date-accepted';
      return done.includes('chat-note-written') ? once : 'illegal:chat-note-first';
    case 'mp-assigned':
      if (isSearch && found !== null && done.includes('found-mail-sent')) return 'ok:ASSIGNED';
      if (isSearch) return done.includes('mp-assigned') && found === event.mp ? 'noop' : same;
      if (!isAccepted) return 'illegal:no-date-accepted';
      if (!done.includes('date-changed')) return 'illegal:date-first';
      return model.offered === event.mp ? 'ok:ASSIGNED' : 'illegal:wrong-mp';
    case 'ack-sent':
      return isSearch || stage === 'AWAIT_DATES' ? once : 'illegal:not-flexible';
    case 'system-updated':
      return isSearch ? once : 'illegal:not-searching';
    case 'broadcast-restarted':
      if (!isSearch) return 'illegal:not-searching';
      return done.includes('system-updated') ? once : 'illegal:update-first';
    case 'mp-found':
      if (isSearch && found === event.mp) return 'noop';
      return isSearch || stage === 'REFUND_OFFERED' ? 'ok:RE_SEARCH' : 'illegal:not-searching';
    case 'mp-not-found':
      if (stage === 'REFUND_OFFERED') return 'noop';
      return isSearch ? 'ok:REFUND_OFFERED' : 'illegal:not-searching';
    case 'found-mail-sent':
      if (!isSearch || found === null) return 'illegal:nobody-found';
      return once === same && done.includes('mp-assigned') ? 'ok:ASSIGNED' : once;
    case 'not-found-mail-sent':
      return stage === 'REFUND_OFFERED' ? once : 'illegal:search-not-failed';
    case 'refund-mail-sent':
      return stage === 'REFUNDING' ? once : 'illegal:no-refund-asked';
    case 'reverso-applied':
      if (stage !== 'REFUNDING') return 'illegal:no-refund-asked';
      return done.includes('refund-mail-sent') ? 'ok:REFUNDED' : 'illegal:template-first';
    default:
      return '';
  }
}

/** A mail reaches the client, though it was one too many. */
function rememberMail(model: Model, event: contact.Event): void {
  if (event.type === 'mail-sent') {
    model.mails = [...model.mails, event.at];
    const isAsking = [...ASKING, 'DIALOGUE'].includes(model.stage);
    if (isAsking) model.offered = event.offered?.alternative === 1 ? event.offered.mp : null;
  }
  if (event.type === 'mail-sent' || event.type === 'record-mail-sent') {
    model.owed = false;
    model.reachedOut = true;
  }
}

/** What the model remembers of an event that was taken. */
function remember(model: Model, event: contact.Event, stage: contact.Stage): void {
  const news = ['mp-assigned', 'found-mail-sent', 'not-found-mail-sent'];
  const forget = (types: readonly string[]): void => {
    model.done = model.done.filter((type) => !types.includes(type));
  };
  if (event.type === 'move-date-changed') {
    Object.assign(model, { stage, moveDate: event.date, mails: [], reachedOut: false, offered: null });
    Object.assign(model, { done: [], found: null, date: null });
    return;
  }
  rememberMail(model, event);
  if (event.type === 'mail-bounced') model.bounced = event.at;
  if (event.type === 'call-answered') model.owed = true;
  if (event.type.startsWith('call-')) model.reachedOut = true;
  if (event.type === 'client-answered') {
    const wasTold = model.stage === 'AWAIT_DATES' && (stage === 'AWAIT_DATES' || stage === 'RE_SEARCH');
    model.done = wasTold ? model.done.filter((type) => type === 'ack-sent') : [];
    model.found = null;
    model.date = event.dates?.date ?? null;
    if (stage === 'RE_SEARCH') model.offered = null;
  }
  if (event.type === 'mp-found' || event.type === 'mp-not-found') forget(news);
  if (event.type === 'mp-found') model.found = event.mp;
  if (event.type === 'mp-not-found') model.found = null;
  if (event.type === 'mp-assigned') {
    forget(news);
    model.found = event.mp;
  }
  model.done = [...model.done, event.type];
  model.stage = stage;
}

class Tell implements fc.Command<Model, { state: contact.Contact }> {
  readonly draw: Draw;
  constructor(draw: Draw) {
    this.draw = draw;
  }
  check(): boolean {
    // Which date is offered to whom is not the model's to know.
    return this.draw.type !== 'mp-available';
  }
  run(model: Model, real: { state: contact.Contact }): void {
    const before = real.state;
    const { policy } = model;
    // No two events are of one instant: which of them was first would be anybody's guess.
    const at = model.now + Math.max(1, this.draw.after);
    const event = eventOf(before, this.draw, model.place, `${before.seen.length} ${at}`, at);
    const expected = verdictOf(model, event);
    const { state, status, code = '' } = contact.record(before, event, { policy });
    const words = {
      applied: `ok:${state.stage}`,
      late: 'late',
      refused: `illegal:${code}`,
      'no-effect': 'noop',
      duplicate: '',
    };
    expect(`${before.stage} ${event.type} ${words[status]}`).toBe(`${before.stage} ${event.type} ${expected}`);
    if (status === 'applied') remember(model, event, state.stage);
    else if (status === 'no-effect') rememberMail(model, event);
    if (status === 'refused') expect(state).toBe(before);
    if (status === 'applied' && state.facts.moveDate !== null) model.moveDate = state.facts.moveDate;
    model.now = at;
    // What was taken and comes again changes nothing.
    if (state !== before) expect(contact.record(state, event, { policy })).toEqual({ state, status: 'duplicate' });
    // Every prefix can be stored, and goes on from there.
    const stored = read(stateSchema, JSON.parse(JSON.stringify(state)));
    expect(stored).toEqual({ ok: true, value: state });
    if (stored.ok) real.state = stored.value;
    const { outcome } = contact.decide(state.facts, { clock: fixedClock(at), policy });
    expect(dueAt[state.stage]).toContain(wordOf(outcome));
    expect(outcome.action === 'send-call-record-mail').toBe(model.owed);
    // No dead end: what is not over can be given up.
    const cancelled = contact.record(state, { id: 'end', move: MOVE, at, type: 'cancel' }, { policy }).state.stage;
    expect(cancelled).toBe(FINAL.includes(state.stage) ? state.stage : 'CANCELLED');
  }
  toString(): string {
    return JSON.stringify(this.draw);
  }
}

describe('the machine of contact, against a model of it', () => {
  it('answers every event as the catalogue does, keeps its laws after each, and can be stored at any time', () => {
    const commands = fc.commands([draw.map((drawn) => new Tell(drawn))], { maxCommands: 30, size: 'max' });
    const hours = fc.constantFrom(160, 100, 73, 60, 49, 45, 30, 20, 3);
    fc.assert(
      fc.property(anyPlace, anyPolicy, hours, commands, (where, policy, before, cmds) => {
        const now = dayBefore(where, 0) - before * HOUR;
        const model: Model = {
          ...{ stage: 'DUE', now, moveDate: where.moveDate, mails: [], bounced: -Infinity, reachedOut: false },
          ...{ owed: false, offered: null, done: [], found: null, date: null, place: where, policy },
        };
        fc.modelRun(() => ({ model, real: { state: start(where) } }), cmds);
      }),
      { numRuns: 1_000 },
    );
  });
});
