import type { Instant } from './clock.js';
import type { WithNext } from './decision.js';

/** What a journal needs to know of an event. */
export interface Entry {
  /** The sender's id. Equal id: the same event. */
  readonly id: string;
  /** When it happened, not when it arrived. */
  readonly at: Instant;
}

/** The log behind the facts. Plain JSON: store it as it is. */
export interface Journal<Event extends Entry, Facts> {
  readonly version: 1;
  /** What all events kept so far add up to. */
  readonly facts: Facts;
  /** What the events that were let go of added up to. */
  readonly base: Facts;
  /** Events before this instant were let go of, and are not taken any more; `null`: none were. */
  readonly since: Instant | null;
  /** The events, by instant and then by arrival, in pages that all later states share. */
  readonly pages: readonly (readonly Event[])[];
  /** The page that is being written. */
  readonly tail: readonly Event[];
}

/** How a system's events become facts. */
export interface JournalDefinition<Event extends Entry, Facts extends WithNext<Facts>> {
  /** The facts before anything happened. */
  readonly initial: Facts;
  /** The facts after one more event; the very object given if it changes nothing, as one that takes another back must not. */
  readonly fold: (facts: Facts, event: Event) => Facts;
  /** Where an event stands among events of the same instant: lower first, then in order of arrival. */
  readonly rank: (event: Event) => number;
  /** The id of the event that this one takes back, or `null`. The event taken back counts as never having been. */
  readonly takesBack: (event: Event) => string | null;
  /** Whether an event can be taken back at all; one that cannot stays, whatever names it. */
  readonly canBeTakenBack: (event: Event) => boolean;
}

/**
 * What became of an entry. `late`: kept, before something that was known already. `waiting`: it takes back an event
 * that is not in the log; kept, should that one still arrive. `forgotten`: dated before `since`, so not kept.
 * `undated`: its instant is not a finite number, so not kept.
 */
export interface Kept<Event extends Entry, Facts> {
  readonly state: Journal<Event, Facts>;
  readonly status: 'applied' | 'late' | 'waiting' | 'duplicate' | 'forgotten' | 'undated';
}

/** The verbs of a journal. */
export interface JournalKeeper<Event extends Entry, Facts> {
  /** An empty journal. */
  start(): Journal<Event, Facts>;
  /**
   * Keeps an event. Any order of delivery gives the same facts. An event dated ahead of `now` is kept and counts
   * from its instant on (`facts.next`); where `now` is `null`, every event counts at once.
   * In order it costs the same however long the log is; out of order, it costs one pass over the log.
   */
  record(state: Journal<Event, Facts>, event: Event, now: Instant | null): Kept<Event, Facts>;
  /**
   * Lets go of the events before an instant; the facts stay as they are. It never goes back, and a log that holds
   * an event dated ahead of its clock is left whole; so is it for an instant that is not a finite number.
   * A deletion that is let go of before its message has arrived no longer takes it back.
   */
  compact(state: Journal<Event, Facts>, before: Instant): Journal<Event, Facts>;
  /** The events in order, those taken back included. */
  events(state: Journal<Event, Facts>): readonly Event[];
}

/** So many events make a page, and so many pages of one length a longer one: a log has few pages, however long it is. */
const PAGE = 8;

/** The ids of one log, remembered beside it and handed on from each state to the one that grows from it. */
interface Index {
  /** The tail of the newest state: only for that state are the ids exact. */
  tail: readonly Entry[];
  readonly ids: Set<string>;
  readonly takenBack: Set<string>;
}

/** Makes the journal of a system. */
export function journal<Event extends Entry, Facts extends WithNext<Facts> & object>(
  definition: JournalDefinition<Event, Facts>,
): JournalKeeper<Event, Facts> {
  const { initial, fold, rank, takesBack, canBeTakenBack } = definition;

  /** A memo: what it holds can be made again from the log. Its key is an object that the states of one log share. */
  const indexes = new WeakMap<Facts, Index>();

  function indexOf(state: Journal<Event, Facts>): Index {
    const known = indexes.get(state.base);
    if (known?.tail === state.tail) return known;
    const log = events(state);
    const index = { tail: state.tail, ids: new Set(log.map(({ id }) => id)), takenBack: takenBackIn(log) };
    indexes.set(state.base, index);
    return index;
  }

  function takenBackIn(log: readonly Event[]): Set<string> {
    return new Set(log.map(takesBack).filter((id) => id !== null));
  }

  function lastOf({ tail, pages }: Journal<Event, Facts>): Event | undefined {
    const page = tail.length === 0 ? pages[pages.length - 1] : tail;
    return page?.[page.length - 1];
  }

  function precedes(earlier: Event, event: Event): boolean {
    return earlier.at < event.at || (earlier.at === event.at && rank(earlier) <= rank(event));
  }

  function foldAll(base: Facts, log: readonly Event[]): Facts {
    return standing(log).reduce(fold, base);
  }

  /** The events that nothing takes back. */
  function standing(log: readonly Event[]): readonly Event[] {
    const takenBack = takenBackIn(log);
    return takenBack.size === 0 ? log : log.filter((event) => !(takenBack.has(event.id) && canBeTakenBack(event)));
  }

  /** The facts as of now and, chained to them, those of each later instant that the log knows of already. */
  function factsAt(base: Facts, log: readonly Event[], now: Instant): Facts {
    const holding = (until: Instant): Facts =>
      foldAll(
        base,
        log.filter(({ at }) => at <= until),
      );
    const ahead = [...new Set(log.map(({ at }) => at).filter((at) => at > now))];
    const next = ahead.reduceRight<Facts['next']>((later, from) => {
      const facts = holding(from);
      return { from, facts: later == null ? facts : { ...facts, next: later } };
    }, null);
    return next == null ? holding(now) : { ...holding(now), next };
  }

  /** The pages as `append` would have made them. */
  function paged(log: readonly Event[]): Pick<Journal<Event, Facts>, 'pages' | 'tail'> {
    let length = PAGE;
    while (length * PAGE <= log.length) length *= PAGE;
    const pages: (readonly Event[])[] = [];
    let from = 0;
    for (; length >= PAGE; length /= PAGE) {
      for (; from + length <= log.length; from += length) pages.push(log.slice(from, from + length));
    }
    return { pages, tail: log.slice(from) };
  }

  function append(state: Journal<Event, Facts>, event: Event, index: Index): Journal<Event, Facts> {
    const grown = extended(state.tail, event);
    const isFull = grown.length === PAGE;
    const isFirst = grown.length === 1 && state.pages.length === 0;
    // The first event gives a log its own base, so that logs begun from one shared state do not share a memo.
    const base = isFirst ? { ...state.base } : state.base;
    const tail = isFull ? [] : grown;
    if (isFirst) {
      indexes.delete(state.base);
      indexes.set(base, { tail, ids: new Set([event.id]), takenBack: new Set() });
    } else {
      index.tail = tail;
    }
    const pages = isFull ? joined(state.pages, grown) : state.pages;
    return { version: 1, facts: fold(state.facts, event), base, since: state.since, pages, tail };
  }

  function record(state: Journal<Event, Facts>, event: Event, now: Instant | null): Kept<Event, Facts> {
    if (!Number.isFinite(event.at)) return { state, status: 'undated' };
    if (state.since !== null && event.at < state.since) return { state, status: 'forgotten' };
    const last = lastOf(state);
    const isLast = last === undefined || precedes(last, event);
    const target = takesBack(event);
    const index = indexOf(state);
    const known = index.ids.size;
    // Adding tells whether it was there: one look-up instead of two. The index is the new state's from here on.
    if (index.ids.add(event.id).size === known) return { state, status: 'duplicate' };
    const isAhead = state.facts.next != null || (now !== null && event.at > now);
    if (isLast && !isAhead && target === null && !(index.takenBack.size > 0 && index.takenBack.has(event.id))) {
      return { state: append(state, event, index), status: 'applied' };
    }
    indexes.delete(state.base);
    const log = events(state);
    const place = isLast ? log.length : log.findIndex((other) => !precedes(other, event));
    const grown = log.toSpliced(place, 0, event);
    const facts = factsAt(state.base, grown, now === null || Number.isNaN(now) ? Number.POSITIVE_INFINITY : now);
    const status = target !== null && !index.ids.has(target) ? 'waiting' : isLast ? 'applied' : 'late';
    return { state: { version: 1, facts, base: { ...state.base }, since: state.since, ...paged(grown) }, status };
  }

  function compact(state: Journal<Event, Facts>, before: Instant): Journal<Event, Facts> {
    if (state.facts.next != null || !Number.isFinite(before) || before <= (state.since ?? before - 1)) return state;
    const log = events(state);
    const later = new Set<string | null>(log.filter(({ at }) => at >= before).map(({ id }) => id));
    // An event may be taken back by one dated before it; that one is still needed.
    const kept = new Set(log.filter((event) => later.has(event.id) || later.has(takesBack(event))));
    const past = standing(log).filter((event) => !kept.has(event));
    return {
      version: 1,
      facts: state.facts,
      base: { ...past.reduce(fold, state.base) },
      since: before,
      ...paged([...kept]),
    };
  }

  function events(state: Journal<Event, Facts>): readonly Event[] {
    return concatenated([...state.pages, state.tail]);
  }

  return Object.freeze({
    start: () => ({ version: 1 as const, facts: initial, base: initial, since: null, pages: [], tail: [] }),
    record,
    compact,
    events,
  });
}

/** A copy with one more element, made to measure: a spread or a push leaves room for more, which nobody will use. */
function extended<Element>(elements: readonly Element[], last: Element): readonly Element[] {
  const copy = new Array<Element>(elements.length + 1);
  for (let index = 0; index < elements.length; index++) copy[index] = elements[index] as Element;
  copy[elements.length] = last;
  return copy;
}

/** The pages with one more, joined with those before it where there are enough of its length. */
function joined<Element>(
  pages: readonly (readonly Element[])[],
  last: readonly Element[],
): readonly (readonly Element[])[] {
  const from = pages.length - (PAGE - 1);
  if (pages[from]?.length !== last.length) return [...pages, last];
  return joined(pages.slice(0, from), concatenated([...pages.slice(from), last]));
}

/** `flat` costs ten times as much. */
function concatenated<Element>(pages: readonly (readonly Element[])[]): readonly Element[] {
  const none: readonly Element[] = [];
  return none.concat(...pages);
}
