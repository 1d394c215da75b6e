import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import { guards } from '../src/ladder/guards.js';
import * as ladder from 'pauta/ladder';
import { read, stateSchema } from 'pauta/ladder/schema';
import { arbitraries } from 'pauta/testing';
import { HOUR, MOVE, start, T } from './ladder.arbitraries.js';
import { everyStepOf, nameOf, watch } from './steps-taken.js';

const { draw, eventOf, history } = arbitraries.ladder;

const stepOf = watch(guards);
const everyStep = everyStepOf(ladder.flow);

interface Taken {
  readonly recorded: ladder.LadderRecorded;
  /** The step of the machine; `null`: the event did not come so far. */
  readonly step: string | null;
}

function take(search: ladder.Search, event: ladder.Event, policy?: ladder.Policy): Taken {
  const [recorded, step] = stepOf(search.stage, event.type, () => ladder.record(search, event, policy && { policy }));
  return { recorded, step };
}

const movers = ['a', 'b'];
const listsFirst = ladder.policy({ researchRestart: 'lists' });

/** Every event that may be tried at a search, at one instant. */
function alphabetAt(at: Instant): readonly ladder.Event[] {
  const base = { id: '', move: MOVE, at } as const;
  const single = ['resend-done', 'lists-exhausted', 'inter-exhausted', 'price-reported', 'client-mail-sent'] as const;
  const ofMover = [
    'mp-confirmed',
    'mp-withdrew',
    'offer-failed',
    'mp-notified',
    'auto-assigned',
    'mp-dropped',
  ] as const;
  return [
    ...[...single, 'client-called', 'refund-done', 'cancel'].map((type) => ({ ...base, type }) as ladder.Event),
    ...movers.flatMap((mp): readonly ladder.Event[] => [
      ...ofMover.map((type): ladder.Event => ({ ...base, type, mp })),
      { ...base, type: 'mp-refused', mp },
      { ...base, type: 'lists-sent', mps: [mp] },
      { ...base, type: 'inter-offered', mp, fit: 'chain-out' },
      { ...base, type: 'offer-sent', mp },
      { ...base, type: 'checked', winner: mp, chat: true },
      { ...base, type: 'date-agreed', mp, date: '2024-05-18' },
    ]),
    { ...base, type: 'window-known', window: true },
    { ...base, type: 'window-known', window: false },
    { ...base, type: 'dates-changed', date: '2024-05-18' },
  ];
}

/** What a search looks like to the guards, instants aside. */
function shapeOf({ stage, facts, offeredAt }: ladder.Search): string {
  const { begins, confirmations = [], offer, agreed, assignedTo, impossibilityWindow, priceReportedAt } = facts;
  const first = confirmations.find(({ until }) => until === null)?.mp;
  const window = stage === 'EXHAUSTED' ? impossibilityWindow : null;
  return JSON.stringify([
    stage,
    begins,
    facts.contactedBefore,
    offeredAt,
    first,
    offer?.mp,
    agreed?.mp,
    assignedTo,
    window,
    priceReportedAt != null,
  ]);
}

/** Walks from a search to every other one that some event leads to, and names the steps taken. */
function walk(of: ladder.Facts['category']): ReadonlySet<string | null> {
  const taken = new Set<string | null>();
  const found = new Map([['', { search: start(of), now: T }]]);
  for (const { search, now } of found.values()) {
    for (const at of [now + 2 * HOUR + 1, now, now - 1, search.facts.searchingSince - 1]) {
      for (const event of alphabetAt(at)) {
        for (const policy of event.type === 'dates-changed' ? [ladder.defaultPolicy, listsFirst] : [undefined]) {
          const { recorded, step } = take({ ...search, seen: [] }, event, policy);
          taken.add(step);
          if (recorded.status !== 'applied') continue;
          const shape = shapeOf(recorded.state);
          if (!found.has(shape)) found.set(shape, { search: recorded.state, now: Math.max(now, at) });
        }
      }
    }
  }
  return taken;
}

/** What a walk by shapes passes by: three movers, offers that failed, and a policy that changes on the way. */
function stray(): ReadonlySet<string | null> {
  const histories = fc.sample(history, { numRuns: 4_000, seed: 19 });
  const taken = new Set<string | null>();
  histories.forEach(({ beginning, events }, number) => {
    let search = ladder.start(beginning);
    events.forEach((event, index) => {
      const { recorded, step } = take(search, event, (number + index) % 5 === 0 ? listsFirst : ladder.defaultPolicy);
      taken.add(step);
      search = recorded.state;
    });
  });
  return taken;
}

describe('the graph of ladder', () => {
  const taken = new Set([...walk('inter'), ...walk('local'), ...stray()]);
  taken.delete(null);

  it('has every step taken by a real history, whether arrow, refusal, late or without effect, and no other', () => {
    expect([...taken].toSorted()).toEqual(everyStep.toSorted());
  });

  it('has every arrow taken', () => {
    for (const { from, on, if: condition } of ladder.flow.graph) expect(taken).toContain(nameOf(from, on, condition));
  });

  it('comes to every stage, and ends only where the move was given up or refunded', () => {
    const reached = new Set(['SEARCHING']);
    for (const stage of reached) {
      for (const { from, to } of ladder.flow.graph) if (from === stage) reached.add(to);
    }
    expect(reached).toEqual(new Set(ladder.flow.stages));
    const left = new Set(ladder.flow.graph.filter(({ from, to }) => from !== to).map(({ from }) => from));
    expect(ladder.flow.stages.filter((stage) => !left.has(stage))).toEqual(['CANCELLED', 'REFUNDED']);
  });
});

/** The catalogue's machine, read apart from the library; events come in the order in which they happened. */
interface Model {
  stage: ladder.Stage;
  now: Instant;
  since: Instant;
  resentAt: Instant | null;
  onNewDates: boolean;
  listsFirst: boolean;
  /** Who stands, in order. */
  standing: readonly string[];
  failed: readonly string[];
  reached: readonly string[];
  offer: { readonly mp: string; readonly from: ladder.Stage } | null;
  agreed: string | null;
  holder: string | null;
  window: boolean | ladder.ImpossibilityWindow | null;
  reported: boolean;
  /** Whether the client was ever contacted. */
  contacted: boolean;
  readonly category: ladder.Facts['category'];
}

const FINAL = ['CANCELLED', 'REFUNDED'];
const COLLECTING = ['RESENT', 'LISTS', 'INTER'];

function verdictAfterTheSearch(model: Model, event: ladder.Event): string | null {
  const { stage, holder } = model;
  const who = 'mp' in event ? event.mp : null;
  if (FINAL.includes(stage)) {
    if (event.type === (stage === 'CANCELLED' ? 'cancel' : 'refund-done')) return 'noop';
    const late = /^mp-(confirmed|refused|withdrew|dropped)$|^(auto-assigned|price-reported|window-known)$/;
    return late.test(event.type) ? 'late' : 'illegal:closed';
  }
  if (stage !== 'ASSIGNED') return event.type === 'mp-dropped' ? 'illegal:not-assigned' : null;
  switch (event.type) {
    case 'cancel':
      return 'ok:CANCELLED';
    case 'window-known':
      return 'ok:ASSIGNED';
    case 'resend-done':
    case 'checked':
      return 'noop';
    case 'price-reported':
    case 'mp-confirmed':
      return 'late';
    case 'mp-refused':
    case 'mp-withdrew':
      return who === holder ? 'ok:SEARCHING' : 'late';
    case 'mp-dropped':
      return who === holder ? 'ok:SEARCHING' : 'illegal:not-assigned';
    case 'offer-sent':
    case 'mp-notified':
    case 'auto-assigned':
      return who === holder ? 'noop' : 'illegal:already-assigned';
    default:
      return 'illegal:already-assigned';
  }
}

function verdictOf(model: Model, event: ladder.SearchEvent): string {
  const { stage, offer, standing, category, onNewDates } = model;
  const decided = verdictAfterTheSearch(model, event);
  if (decided !== null) return decided;
  const same = `ok:${stage}`;
  const who = 'mp' in event ? event.mp : null;
  const isOut = offer !== null;
  const withClient = model.contacted;
  switch (event.type) {
    case 'cancel':
      return 'ok:CANCELLED';
    case 'auto-assigned':
      return 'ok:ASSIGNED';
    case 'window-known':
      return same;
    case 'price-reported':
      return model.reported ? 'noop' : same;
    case 'resend-done':
      if (stage !== 'SEARCHING') return 'noop';
      return onNewDates || event.at - model.since > 2 * HOUR ? 'ok:RESENT' : 'illegal:too-early';
    case 'lists-sent': {
      if (stage === 'SEARCHING') return 'illegal:step-skipped';
      if (isOut) return 'illegal:offer-pending';
      if (stage === 'CONTACT') return 'illegal:client-contacted';
      if (stage !== 'RESENT') return event.mps.some((mp) => !model.reached.includes(mp)) ? 'ok:LISTS' : 'noop';
      return event.at - (model.resentAt ?? -Infinity) >= HOUR ? 'ok:LISTS' : 'illegal:too-early';
    }
    case 'lists-exhausted':
      if (stage === 'SEARCHING' || stage === 'RESENT') return 'illegal:step-skipped';
      if (isOut || (stage === 'LISTS' && standing.length > 0)) return 'illegal:candidates-left';
      return stage !== 'LISTS' ? 'noop' : category === 'inter' ? 'ok:INTER' : 'ok:EXHAUSTED';
    case 'inter-offered':
    case 'inter-exhausted': {
      const isOffer = event.type === 'inter-offered';
      if (category !== 'inter') return 'illegal:not-inter';
      if (['SEARCHING', 'RESENT', 'LISTS'].includes(stage)) return 'illegal:step-skipped';
      if (isOut) return isOffer ? 'illegal:offer-pending' : 'illegal:candidates-left';
      if (stage === 'CONTACT') return isOffer ? 'illegal:client-contacted' : 'noop';
      if (isOffer) return 'ok:INTER';
      if (stage === 'EXHAUSTED') return 'noop';
      return standing.length > 0 ? 'illegal:candidates-left' : 'ok:EXHAUSTED';
    }
    case 'mp-confirmed':
      return stage === 'EXHAUSTED' && !model.failed.includes(event.mp) ? 'ok:LISTS' : same;
    case 'mp-refused':
    case 'mp-withdrew':
      return offer?.mp === who ? `ok:${offer.from}` : same;
    case 'offer-sent': {
      if (stage === 'SEARCHING') return 'illegal:step-skipped';
      if (isOut) return offer.mp === who ? 'noop' : 'illegal:offer-pending';
      if (stage === 'EXHAUSTED' || (model.agreed !== who && !standing.includes(event.mp)))
        return 'illegal:not-confirmed';
      const isNext = (model.agreed ?? standing[0]) === who;
      return isNext || event.override !== undefined ? 'ok:OFFERED' : 'illegal:not-first';
    }
    case 'checked': {
      if (!isOut) return 'illegal:not-offered';
      if (event.winner !== offer.mp || !event.chat) return 'ok:OFFERED';
      return stage === 'VERIFIED' ? 'noop' : 'ok:VERIFIED';
    }
    case 'offer-failed':
      return offer?.mp === who ? `ok:${offer.from}` : 'illegal:not-offered';
    case 'mp-notified':
      if (stage !== 'VERIFIED') return 'illegal:not-verified';
      return offer?.mp === who ? 'ok:ASSIGNED' : 'illegal:not-offered';
    case 'client-mail-sent':
    case 'client-called': {
      if (stage === 'CONTACT') return 'noop';
      if (stage !== 'EXHAUSTED') return 'illegal:step-skipped';
      const { window } = model;
      if (onNewDates) return 'ok:CONTACT';
      if (window === null) return 'illegal:need-fact';
      const isInside = typeof window === 'boolean' ? window : event.at >= (window.from as Instant);
      return isInside ? 'ok:CONTACT' : 'illegal:outside-window';
    }
    case 'date-agreed':
      if (isOut) return 'illegal:offer-pending';
      return withClient ? 'ok:CONTACT' : 'illegal:not-with-client';
    case 'dates-changed':
      return withClient ? (model.listsFirst ? 'ok:RESENT' : 'ok:SEARCHING') : 'illegal:not-with-client';
    case 'refund-done':
      return withClient ? 'ok:REFUNDED' : 'illegal:not-with-client';
    case 'mp-dropped':
      return 'illegal:not-assigned';
  }
}

/** What the model remembers of an event that was taken. */
function remember(model: Model, event: ladder.Event, stage: ladder.Stage): void {
  const isRefusal = event.type === 'mp-refused' || event.type === 'mp-withdrew';
  const isDrop = event.type === 'mp-dropped' || (isRefusal && model.stage === 'ASSIGNED');
  if (event.type === 'dates-changed' || isDrop) {
    Object.assign(model, {
      since: event.at,
      resentAt: null,
      onNewDates: !isDrop,
      standing: [],
      failed: [],
      reached: [],
    });
    Object.assign(model, { offer: null, agreed: null, holder: null, reported: false, stage });
    if (!isDrop) model.window = null;
    return;
  }
  if (event.type === 'resend-done') model.resentAt = event.at;
  if (event.type === 'lists-sent') model.reached = [...model.reached, ...event.mps];
  if (event.type === 'inter-offered') model.reached = [...model.reached, event.mp];
  if (event.type === 'mp-confirmed' && !model.failed.includes(event.mp) && !model.standing.includes(event.mp)) {
    model.standing = [...model.standing, event.mp];
  }
  if (isRefusal || event.type === 'offer-failed') {
    model.standing = model.standing.filter((mp) => mp !== event.mp);
    if (model.agreed === event.mp) model.agreed = null;
    if (model.offer?.mp === event.mp) model.offer = null;
  }
  if (event.type === 'offer-failed') model.failed = [...model.failed, event.mp];
  if (event.type === 'offer-sent') model.offer = { mp: event.mp, from: model.stage };
  if (event.type === 'auto-assigned' || event.type === 'mp-notified') model.holder = event.mp;
  if (event.type === 'auto-assigned') model.offer = null;
  if (event.type === 'date-agreed') model.agreed = event.mp;
  if (event.type === 'window-known') model.window = event.window;
  if (event.type === 'price-reported') model.reported = true;
  if (stage === 'CONTACT') model.contacted = true;
  model.stage = stage;
}

/** What may be due at each stage. */
const due: Readonly<Record<ladder.Stage, readonly ladder.Outcome['action'][]>> = {
  SEARCHING: ['wait', 'resend-to-mps'],
  RESENT: ['wait', 'send-broadcast-lists', 'send-offer'],
  LISTS: ['collect-replies', 'send-offer'],
  INTER: ['search-inter-mps', 'send-offer'],
  OFFERED: ['check-offer', 'recheck-offer'],
  VERIFIED: ['confirm-to-mp'],
  ASSIGNED: ['none'],
  EXHAUSTED: ['contact-client', 'hold', 'need-fact', 'tell-contact'],
  CONTACT: ['none', 'send-offer'],
  CANCELLED: ['none'],
  REFUNDED: ['none'],
};

class Tell implements fc.Command<Model, { search: ladder.Search }> {
  readonly draw: arbitraries.ladder.Draw;
  constructor(draw: arbitraries.ladder.Draw) {
    this.draw = draw;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: { search: ladder.Search }): void {
    const before = real.search;
    const at = model.now + Math.max(0, this.draw.after);
    const event = eventOf(before, this.draw, `${before.seen.length} ${at}`, at);
    const policy = model.listsFirst ? listsFirst : ladder.defaultPolicy;
    const expected = verdictOf(model, event);
    const { state, status, code = '' } = ladder.record(before, event, { policy });
    const words = {
      applied: `ok:${state.stage}`,
      late: 'late',
      refused: `illegal:${code}`,
      'no-effect': 'noop',
      duplicate: '',
    };
    expect(`${before.stage} ${event.type} ${words[status]}`).toBe(`${before.stage} ${event.type} ${expected}`);
    if (status === 'applied') remember(model, event, state.stage);
    else if (status !== 'late') expect(state).toBe(before);
    model.now = at;
    // What was taken and comes again changes nothing.
    if (state !== before) expect(ladder.record(state, event, { policy })).toEqual({ state, status: 'duplicate' });
    // Every prefix can be stored, and goes on from there.
    const stored = read(stateSchema, JSON.parse(JSON.stringify(state)));
    expect(stored).toEqual({ ok: true, value: state });
    if (stored.ok) real.search = stored.value;
    const { outcome } = ladder.decide(state.facts, { clock: fixedClock(at), policy });
    const isPassed = outcome.action === 'not-covered' && !['ASSIGNED', ...FINAL].includes(state.stage);
    if (!isPassed) expect(due[state.stage]).toContain(outcome.action);
    if (outcome.action === 'send-offer') expect(outcome.mp).toBe(model.agreed ?? model.standing[0]);
    if (COLLECTING.includes(state.stage) && model.standing.length > 0 && !isPassed)
      expect(outcome.action).toBe('send-offer');
    // No dead end: what is not over can be given up.
    const cancelled = ladder.record(state, { id: 'end', move: MOVE, at, type: 'cancel' }).state.stage;
    expect(cancelled).toBe(state.stage === 'REFUNDED' ? 'REFUNDED' : 'CANCELLED');
  }
  toString(): string {
    return JSON.stringify(this.draw);
  }
}

describe('the machine and its model', () => {
  it.each(['inter', 'local'] as const)(
    'agree on every event of every history: %s',
    { timeout: 120_000 },
    (category) => {
      const commands = fc.commands([draw.map((drawn) => new Tell(drawn))], { maxCommands: 40, size: 'max' });
      fc.assert(
        fc.property(commands, fc.boolean(), (told, isListsFirst) => {
          const model: Model = {
            stage: 'SEARCHING',
            now: T,
            since: T,
            resentAt: null,
            onNewDates: false,
            listsFirst: isListsFirst,
            standing: [],
            failed: [],
            reached: [],
            offer: null,
            agreed: null,
            holder: null,
            window: null,
            reported: false,
            contacted: false,
            category,
          };
          fc.modelRun(() => ({ model, real: { search: start(category) } }), told);
        }),
        { numRuns: 1_000 },
      );
    },
  );

  it('refuse with every code of the catalogue, and no other', () => {
    const codes = ladder.flow.steps.flatMap((step) => ('refuse' in step ? [step.refuse] : []));
    expect([...new Set(codes)].toSorted()).toEqual(
      [
        ...['too-early', 'step-skipped', 'not-inter', 'not-confirmed', 'not-first', 'offer-pending', 'not-verified'],
        ...['candidates-left', 'outside-window', 'need-fact'],
        // Of our own, where the catalogue says nothing.
        ...['already-assigned', 'client-contacted', 'closed', 'not-assigned', 'not-offered', 'not-with-client'],
      ].toSorted(),
    );
  });
});
