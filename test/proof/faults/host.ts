import type { Instant } from 'pauta/kernel';
import type { Faults } from './faults.js';
import type { Ledger, Performed } from './ledger.js';
import type { Act, Happened, Life } from './room.js';

/** Something that must never be. */
export class Fault extends Error {}

/** What a host keeps in its database, in one row: written whole, or not at all. */
export interface Row<State> {
  readonly state: State;
  /** The keys of what was done. */
  readonly done: readonly string[];
  /** The ids of events that were refused or had no effect: the state does not know them, and a copy might fit later. */
  readonly passed: readonly string[];
  /** What is about to be done: written before it is. */
  readonly intended: Act | null;
}

/** How a host may be told to be a worse one: each of these must be found out. */
export type Flaw =
  | 'forgets which events it has seen'
  | 'forgets what it passed over'
  | 'writes down no intention'
  | 'lets the timer decide'
  | 'does not tell duplicates'
  | 'stamps events on arrival'
  | 'acknowledges before it stores';

/** No host takes so many steps at one go. */
const MOST_STEPS = 40;

/** A host, as the guide has it: one row that is read through the door, one timer, and an answer to whatever wakes it. */
export class Host<State, Event extends Happened> {
  timer: Instant | null = null;
  /** How often an act that was intended turned out, after a crash, to have been done. */
  settled = 0;
  /** What each act was recorded as. */
  readonly recorded: string[] = [];
  /** What the database has. */
  private stored: Row<State>;
  private memory: Row<State> | null = null;
  private planned: readonly Act[] = [];
  private readonly life: Life<State, Event>;
  private readonly ledger: Ledger;
  private readonly faults: Faults | null;
  private readonly flaw: Flaw | null;
  private readonly log: ((text: string) => void) | undefined;
  private lives = 0;
  private receipts = 0;

  constructor(
    life: Life<State, Event>,
    ledger: Ledger,
    faults: Faults | null,
    flaw: Flaw | null,
    log: ((text: string) => void) | undefined,
  ) {
    this.life = life;
    this.ledger = ledger;
    this.faults = faults;
    this.flaw = flaw;
    this.log = log;
    this.stored = { state: life.start, done: [], passed: [], intended: null };
  }

  get state(): State {
    return this.row.state;
  }

  private get row(): Row<State> {
    if (this.memory === null) throw new Fault('the host was asked while it was down');
    return this.memory;
  }

  /** The process is gone, with all that it remembered. */
  die(): void {
    this.memory = null;
    this.timer = null;
    this.planned = [];
  }

  /** Begins (again) from what is stored: settles what it may have done, decides anew, sets its timer. */
  boot(now: Instant): void {
    // Nothing of a row is ever changed in place, so it is as good to write it here, where it is read.
    const { state, ...rest } = JSON.parse(JSON.stringify(this.stored)) as Row<unknown>;
    const read = this.life.load(this.flaw === 'forgets which events it has seen' ? forgetful(state) : state);
    if (!read.ok) throw new Fault(`the door refuses what was stored: ${JSON.stringify(read.problems)}`);
    this.memory = { ...rest, state: read.value };
    this.lives += 1;
    this.settle(now);
    this.work(now);
  }

  /** An event arrives. It is acknowledged by returning. `onKept`: it is stored. */
  receive(event: Event, now: Instant, onKept: () => void): void {
    if (this.flaw !== 'acknowledges before it stores') this.faults?.at('event not stored', now);
    const { state: before, passed } = this.row;
    if (passed.includes(event.id)) {
      onKept();
      return;
    }
    const { state, status, code } = this.life.record(before, this.asReceived(event, now), now);
    this.log?.(`  ${status}${code === undefined ? '' : ` (${code})`}`);
    const isPassed = state === before && status !== 'duplicate' && this.flaw !== 'forgets what it passed over';
    this.keep({
      ...this.row,
      state: this.faults === null ? state : (this.life.compact?.(state, now) ?? state),
      passed: isPassed ? [...passed, event.id] : passed,
    });
    onKept();
    this.faults?.at('event stored, not acknowledged', now);
  }

  private asReceived(event: Event, now: Instant): Event {
    this.receipts += 1;
    if (this.flaw === 'does not tell duplicates') return { ...event, id: `${event.id}/${this.receipts}` };
    return this.flaw === 'stamps events on arrival' ? { ...event, at: now } : event;
  }

  /** The timer fired. */
  wake(now: Instant): void {
    if (this.flaw === 'lets the timer decide') {
      for (const act of this.planned) if (!this.row.done.includes(act.key)) this.perform(act, now);
    }
    this.work(now);
  }

  /** Decides, and does what is due, until nothing is. Then sets one timer. */
  work(now: Instant): void {
    for (let steps = 0; ; steps++) {
      if (steps === MOST_STEPS) throw new Fault('the host does not come to rest');
      const { state, done } = this.row;
      const clock = Math.max(now, this.ledger.entries.at(-1)?.at ?? now);
      const { acts, wake } = this.life.due(state, done, clock);
      const again = acts.find(({ key }) => done.includes(key) && this.life.once.some((kind) => key.startsWith(kind)));
      if (again !== undefined) throw new Fault(`${again.key} is due again, though it was done and recorded`);
      const act = acts.find(({ key }) => !done.includes(key));
      if (act === undefined) {
        if (wake !== null && !(wake > clock)) throw new Fault(`the answer of ${clock} holds only until ${wake}`);
        this.timer = wake;
        if (this.flaw === 'lets the timer decide' && wake !== null)
          this.planned = this.life.due(state, done, wake).acts;
        return;
      }
      this.perform(act, now);
    }
  }

  /** First the intention is stored, then the act is done, then it is recorded. */
  private perform(act: Act, now: Instant): void {
    const tried = this.flaw === 'writes down no intention' ? { ...act, key: `${act.key}?${this.lives}` } : act;
    if (this.flaw !== 'writes down no intention') this.keep({ ...this.row, intended: act });
    this.faults?.at('act intended', now);
    const performed = this.ledger.perform(tried, now);
    this.log?.(`  does ${act.key}`);
    this.faults?.at('act done, not recorded', now);
    this.conclude(act, performed, now);
  }

  private conclude(act: Act, performed: Performed, now: Instant): void {
    const { state, done } = this.row;
    const event = this.life.report(state, act, performed);
    const fate = event === null ? null : this.life.record(state, event, Math.max(now, performed.at));
    const told = fate === null ? 'remembered' : `${fate.status}${fate.code === undefined ? '' : ` (${fate.code})`}`;
    this.recorded.push(`${act.key}: ${told}`);
    this.log?.(`  records ${act.key}: ${told}`);
    this.keep({ ...this.row, state: fate?.state ?? state, done: [...done, act.key], intended: null });
    this.faults?.at('act recorded', now);
  }

  /** What was intended may have been done. Whoever was to do it is asked, before anything else is listened to. */
  private settle(now: Instant): void {
    const { intended } = this.row;
    if (intended === null) return;
    const performed = this.ledger.find(intended.key);
    this.log?.(`  had intended ${intended.key}: ${performed === undefined ? 'not done' : 'done'}`);
    if (performed === undefined) this.keep({ ...this.row, intended: null });
    else {
      this.settled += 1;
      this.conclude(intended, performed, now);
    }
  }

  private keep(row: Row<State>): void {
    this.memory = row;
    this.stored = row;
  }
}

/** A state as a host would keep it that thinks the facts are enough. */
function forgetful(state: unknown): unknown {
  if (Array.isArray(state) || typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(
    Object.entries(state).map(([field, value]: [string, unknown]) => [
      field,
      field === 'seen' || field === 'pages' || field === 'tail' ? [] : field === 'facts' ? value : forgetful(value),
    ]),
  );
}
