import { Now } from '../../src/kernel/clock.js';
import { current } from '../../src/kernel/decision.js';
import { journal, type Entry, type Journal, type JournalKeeper } from '../../src/kernel/journal.js';

/** A small system of its own for the journal's tests: what was said, in order. */
export interface Event extends Entry {
  readonly type: 'say' | 'preface' | 'noise' | 'delete';
  readonly of?: string;
}

export interface Facts {
  /** The ids of all that counts, in order: facts that any other order would make different. */
  readonly trail: string;
  readonly count: number;
  readonly next?: { readonly from: number; readonly facts: Facts } | null;
}

const initial: Facts = Object.freeze({ trail: '', count: 0 });

export function fold(facts: Facts, { type, id }: Event): Facts {
  return type === 'noise' || type === 'delete' ? facts : { ...facts, trail: facts.trail + id, count: facts.count + 1 };
}

export function rank({ type }: Event): number {
  return type === 'preface' ? 0 : 1;
}

/** A preface stays, whatever names it. */
export function canBeTakenBack({ type }: Event): boolean {
  return type !== 'preface';
}

export const diary = {
  initial,
  keeping: (by: (facts: Facts, event: Event) => Facts): JournalKeeper<Event, Facts> =>
    journal({ initial, fold: by, rank, takesBack: ({ of }) => of ?? null, canBeTakenBack }),
};

export const keeper = diary.keeping(fold);

export const say = (id: string, at: number): Event => ({ type: 'say', id, at });
export const takeBack = (id: string, at: number, of: string): Event => ({ type: 'delete', id, at, of });

/** The state after events, delivered in the order given, without a clock. */
export function deliver(events: readonly Event[], from = keeper.start()): Journal<Event, Facts> {
  return events.reduce((state, event) => keeper.record(state, event, null).state, from);
}

/** Facts without what they will be later. */
export function plain({ trail, count }: Facts): Facts {
  return { trail, count };
}

/** The facts by the plainest way: sort what counts, leave out what was taken back, fold. */
export function naive(events: readonly Event[], until = Infinity, base: Facts = initial): Facts {
  const come = events.filter(({ at }) => at <= until);
  const gone = new Set(come.map(({ of }) => of));
  const standing = come.filter((event) => !gone.has(event.id) || !canBeTakenBack(event));
  return standing.toSorted((a, b) => a.at - b.at || rank(a) - rank(b)).reduce(fold, base);
}

export function trailAt(state: Journal<Event, Facts>, at: number): string {
  return current(state.facts, new Now(at)).trail;
}

export { deepFreeze } from '../deep-freeze.js';
