import type { Instant } from 'pauta/kernel';
import { Crash, Faults, noMishaps, type Mishaps } from './faults.js';
import { cellOf, mendedBy, slotAt } from './grid.js';
import { Host, type Flaw } from './host.js';
import { Ledger } from './ledger.js';
import type { Happened, Life } from './room.js';

/** Something that is going to happen. */
type Planned<Event> = { readonly at: Instant; readonly order: number } & (
  | { readonly what: 'slot'; readonly slot: number }
  | { readonly what: 'delivery'; readonly event: Event; readonly isCopy: boolean }
  | { readonly what: 'timer'; readonly set: number }
  | { readonly what: 'death' | 'boot' | 'calm' | 'sweep' }
);

type Plan<Event> = Planned<Event> extends infer One ? (One extends unknown ? Omit<One, 'order'> : never) : never;

/** What a life came to. */
export interface Played<State> {
  readonly ledger: Ledger;
  /** The states at moments at which nothing was under way: after each slot, and at the end. */
  readonly calm: readonly State[];
  readonly recorded: readonly string[];
  /** Acts found done after a crash, and not done again. */
  readonly settled: number;
  readonly events: number;
  readonly deliveries: number;
  readonly mishaps: Mishaps;
  readonly end: Instant;
  /** When each event was taken in for the first time. */
  readonly heard: ReadonlyMap<string, Instant>;
}

export interface Telling {
  readonly faults: boolean;
  readonly flaw?: Flaw | null;
  /** When each event is heard of, by its id, and each act is done, by its key; absent: at once. */
  readonly told?: { readonly heard: ReadonlyMap<string, Instant>; readonly done: ReadonlyMap<string, Instant> };
  readonly log?: (text: string) => void;
}

/** Plays a life from its first slot to a day after its last, on a clock that jumps from one thing to the next. */
export function play<State, Event extends Happened>(
  life: Life<State, Event>,
  seed: number,
  { faults: isFaulty, flaw = null, told, log }: Telling,
): Played<State> {
  const { grid, slots } = life;
  const ledger = new Ledger(seed, told?.done);
  const faults = isFaulty ? new Faults(seed, grid, life.patience) : null;
  const mishaps = faults?.mishaps ?? noMishaps();
  const host = new Host(life, ledger, faults, flaw, log);
  const agenda: Planned<Event>[] = [];
  const calm: State[] = [];
  const heard = new Map<string, Instant>();
  let [order, events, deliveries, timersSet, waiting] = [0, 0, 0, 0, 0];
  let newest = Number.NEGATIVE_INFINITY;
  let isUp = false;
  let upAt: Instant = grid.origin;
  let timer: Instant | null = null;
  const last = slotAt(grid, slots.at(-1) ?? 0);
  const end = last + (life.patience ?? 0) + grid.cell * 150;

  const plan = (one: Plan<Event>): void => {
    const planned = { ...one, order: order++ } as Planned<Event>;
    let place = agenda.length;
    while (place > 0 && (agenda[place - 1] as Planned<Event>).at <= planned.at) place -= 1;
    agenda.splice(place, 0, planned);
  };

  const send = (event: Event, sent: Instant): void => {
    events += 1;
    if (faults === null) {
      plan({ at: told?.heard.get(event.id) ?? event.at, what: 'delivery', event, isCopy: false });
      return;
    }
    const { chance } = faults;
    const by = faults.arrivedBy(event.at);
    // Where clocks differ, an event may be heard of before its own instant.
    const isAhead = life.patience !== null && chance.is(0.2);
    let at = isAhead ? faults.between(sent, event.at - 1) : chance.is(0.5) ? event.at : faults.between(event.at, by);
    if (at > event.at) mishaps.delayed += 1;
    if (at < event.at) mishaps.ahead += 1;
    // Without an acknowledgement the sender tries again.
    for (; chance.is(0.2); mishaps.lost += 1) at = faults.between(at, by);
    plan({ at, what: 'delivery', event, isCopy: false });
    for (; chance.is(0.15); mishaps.unacknowledged += 1) {
      plan({ at: faults.between(at, by), what: 'delivery', event, isCopy: true });
    }
    // A copy may turn up at any time, much later.
    for (; chance.is(0.2); mishaps.copies += 1) {
      plan({ at: faults.between(at, end - 1), what: 'delivery', event, isCopy: true });
    }
  };

  const setTimer = (): void => {
    if (host.timer === timer) return;
    timer = host.timer;
    timersSet += 1;
    if (timer === null) return;
    const set = timersSet;
    if (faults === null) {
      plan({ at: timer, what: 'timer', set });
      return;
    }
    const { chance } = faults;
    if (chance.is(0.25)) {
      // Lost; what is left is the sweep, by which a host looks at everything now and then.
      mishaps.lostTimers += 1;
      plan({ at: Math.max(timer, mendedBy(grid, timer)), what: 'sweep' });
      return;
    }
    const isLate = chance.is(0.5);
    if (isLate) mishaps.lateTimers += 1;
    plan({ at: isLate ? faults.later(timer) : timer, what: 'timer', set });
    if (chance.is(0.2)) plan({ at: faults.between(timer, end - 1), what: 'timer', set });
  };

  const die = (now: Instant, why: string): void => {
    if (faults === null) return;
    host.die();
    timer = null;
    isUp = false;
    mishaps.restarts += 1;
    upAt = faults.later(now);
    waiting = 0;
    log?.(`  dies: ${why}; up again ${upAt - now} ms later`);
    plan({ at: upAt, what: 'boot' });
  };

  /** Lets the host work; what it does not survive, it begins again after. */
  const working = (now: Instant, work: () => void): boolean => {
    try {
      work();
      setTimer();
      return true;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      if (error.point === 'act done, not recorded') mishaps.betweenActAndRecord += 1;
      die(now, error.point);
      return false;
    }
  };

  const deliver = (event: Event, isCopy: boolean, now: Instant): void => {
    if (!isUp) {
      // One after the other, so that it can be told in which order they were heard.
      if (!isCopy) plan({ at: upAt + (waiting += 1), what: 'delivery', event, isCopy });
      return;
    }
    deliveries += 1;
    log?.(`${now - grid.origin} ${isCopy ? 'again' : 'hears'} ${JSON.stringify(event)}`);
    if (!heard.has(event.id)) {
      if (event.at < newest) mishaps.outOfOrder += 1;
      newest = Math.max(newest, event.at);
    }
    // A host that answers before it has stored is not told again.
    let isAcknowledged = flaw === 'acknowledges before it stores' || isCopy;
    const isDone = working(now, () => {
      if (flaw === 'acknowledges before it stores') faults?.at('event not stored', now);
      host.receive(event, now, () => {
        if (!heard.has(event.id)) heard.set(event.id, now);
      });
      isAcknowledged = true;
      host.work(now);
    });
    if (!isDone && !isAcknowledged) plan({ at: upAt + (waiting += 1), what: 'delivery', event, isCopy: false });
  };

  const happen = (one: Planned<Event>): void => {
    const { at: now } = one;
    switch (one.what) {
      case 'slot': {
        const bodies = life.world(one.slot, now, ledger);
        // Where events may be under way for hours, some are dated ahead of when they are first heard of.
        const within = life.patience === null ? grid.cell / 20 : grid.cell * 3;
        const step = Math.floor(within / (bodies.length + 1) / 2) * 2;
        bodies.forEach((body, index) => {
          send({ ...body, id: `${one.slot}.${index}`, at: now + step * (index + 1) } as unknown as Event, now);
        });
        if (faults?.chance.is(0.1) === true) plan({ at: faults.later(now), what: 'death' });
        return;
      }
      case 'delivery':
        deliver(one.event, one.isCopy, now);
        return;
      case 'timer':
        // Of a host to which nothing goes wrong, timers that were replaced are gone.
        if (one.set !== timersSet && faults === null) return;
        if (!isUp) return;
        if (one.set !== timersSet) mishaps.needlessTimers += 1;
        log?.(`${now - grid.origin} timer`);
        timer = null;
        working(now, () => {
          host.wake(now);
        });
        return;
      case 'sweep':
        if (!isUp) return;
        log?.(`${now - grid.origin} sweep`);
        working(now, () => {
          host.work(now);
        });
        return;
      case 'death':
        if (isUp && faults?.isOpen(now) === true) {
          log?.(`${now - grid.origin}`);
          die(now, 'of itself');
        }
        return;
      case 'boot':
        if (isUp) return;
        log?.(`${now - grid.origin} begins`);
        isUp = true;
        working(now, () => {
          host.boot(now);
        });
        return;
      case 'calm':
        calm.push(host.state);
    }
  };

  plan({ at: grid.origin, what: 'boot' });
  for (const slot of slots) {
    plan({ at: slotAt(grid, slot), what: 'slot', slot });
    if (life.patience === null) plan({ at: slotAt(grid, slot) + grid.cell * 0.45, what: 'calm' });
  }
  for (let deaths = faults?.chance.whole(0, 3) ?? 0; deaths > 0 && faults !== null; deaths--) {
    plan({ at: faults.between(grid.origin, end), what: 'death' });
  }
  plan({ at: slotAt(grid, Math.ceil(cellOf(grid, end) / 7)) + grid.cell * 0.45, what: 'calm' });
  for (let one = agenda.pop(); one !== undefined; one = agenda.pop()) if (one.at <= end + grid.cell * 8) happen(one);
  return {
    ledger,
    calm,
    recorded: host.recorded,
    settled: host.settled,
    events,
    deliveries,
    mishaps,
    end: end + grid.cell * 8,
    heard,
  };
}
