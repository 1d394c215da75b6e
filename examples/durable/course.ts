import * as contact from 'pauta/contact';
import { fixedClock, type Instant } from 'pauta/kernel';
import * as ladder from 'pauta/ladder';
import type { Act, Performed } from './outside-world.js';
import { policies } from './policies.js';
import { dutyAct, recordsOf, searchAct, talkAct, type Happened } from './steps.js';

/** What a workflow knows of its move. Plain JSON, and made of what was recorded alone: a replay makes the same. */
export interface Course {
  readonly search: ladder.Search;
  /** `null`: the ladder has not handed the client over yet. */
  readonly talk: contact.Contact | null;
  /** The keys of what was done. */
  readonly done: readonly string[];
}

/** What is to be done now, and when to look again. */
export interface Due {
  /** One after the other: after each the question is put anew. */
  readonly acts: readonly Act[];
  /** Until when this holds if nothing happens; `null`: until something happens. */
  readonly wake: Instant | null;
  readonly isOver: boolean;
}

/** How a move ended. */
export interface Ending {
  readonly search: ladder.Stage;
  readonly round: number;
  readonly talk: contact.Stage | null;
  readonly mp: string | null;
  readonly moveDate: string | null;
}

export function begin(beginning: ladder.Beginning): Course {
  return { search: ladder.start(beginning), talk: null, done: [] };
}

/**
 * Keeps what people did. What the rules refuse is passed over, as it would be on the telephone. What a client says
 * before we have contacted them is not of this contact.
 */
export function hear(course: Course, { search = [], talk = [] }: Happened): Course {
  return {
    ...course,
    search: search.reduce(
      (state, event) => ladder.record(state, event, { policy: policies.search }).state,
      course.search,
    ),
    talk:
      course.talk &&
      talk.reduce((state, event) => contact.record(state, event, { policy: policies.talk }).state, course.talk),
  };
}

/** Keeps what we did. It was due, so it cannot be refused; if it is, nothing more is done: a person must look. */
export function conclude(course: Course, act: Act, performed: Performed): Course {
  const records = recordsOf(act, performed, course.search.facts.clientContactedAt != null);
  return { ...mustKeep(course, records), done: [...course.done, act.key] };
}

function mustKeep(course: Course, { search = [], talk = [] }: Happened): Course {
  let next = course;
  for (const event of search) {
    const { state, status, code } = ladder.record(next.search, event, { policy: policies.search });
    if (status !== 'applied') throw new Error(`${event.id}: ${event.type} is ${status} (${code ?? 'no code'})`);
    next = { ...next, search: state };
  }
  for (const event of talk) {
    if (next.talk === null) throw new Error(`${event.id}: ${event.type}, but no contact has begun`);
    const { state, status, code } = contact.record(next.talk, event, { policy: policies.talk });
    if (status !== 'applied') throw new Error(`${event.id}: ${event.type} is ${status} (${code ?? 'no code'})`);
    next = { ...next, talk: state };
  }
  return next;
}

function decisions({ search, talk }: Course, now: Instant) {
  const clock = fixedClock(now);
  return {
    searching: ladder.decide(search.facts, { clock, policy: policies.search }),
    duties: ladder.duties(search.facts, { clock, policy: policies.search }),
    talking: talk && contact.decide(talk.facts, { clock, policy: policies.talk }),
  };
}

/** What the two machines must be told of each other ("Together with `ladder`" on the page of `contact`). */
export function advance(course: Course, now: Instant): Course {
  const told = news(course, now);
  return told === null ? course : advance(told, now);
}

function news(course: Course, now: Instant): Course | null {
  const { searching, talking } = decisions(course, now);
  const { search, talk } = course;
  const { move, round, facts } = search;
  const at = (what: string) => ({ id: `${move}/${what}/${round}`, at: now, move });
  if (talk === null || talking === null) {
    if (searching.outcome.action !== 'contact-client') return null;
    const { moveDate, zone } = facts;
    return { ...course, talk: contact.start({ move, moveDate, zone, availability: searching.outcome.availability }) };
  }
  const { outcome } = talking;
  if (outcome.action === 'restart-broadcast' && outcome.dates !== null) {
    return mustKeep(course, {
      talk: [{ ...at('broadcast'), type: 'broadcast-restarted' }],
      search: [{ ...at('broadcast'), type: 'dates-changed', date: outcome.dates.date }],
    });
  }
  if (searching.outcome.action === 'tell-contact' && outcome.action === 'await-search') {
    return mustKeep(course, { talk: [{ ...at('not-found'), type: 'mp-not-found' }] });
  }
  if (searching.outcome.action !== 'none' || searching.outcome.reason !== 'assigned') return null;
  const mp = searching.outcome.mp ?? '';
  switch (outcome.action) {
    case 'await-search':
      return mustKeep(course, { talk: [{ ...at('found'), type: 'mp-found', mp }] });
    case 'assign-mp':
    case 'assign-available-mp':
      return mustKeep(course, { talk: [{ ...at('assigned'), type: 'mp-assigned', mp }] });
    default:
      return talk.facts.course === 'asking' && outcome.action !== 'send-call-record-mail'
        ? mustKeep(course, { talk: [{ ...at('elsewhere'), type: 'assigned-elsewhere', mp }] })
        : null;
  }
}

/** What is due, by the rules alone. */
export function due(course: Course, now: Instant): Due {
  const { searching, duties, talking } = decisions(course, now);
  const { search, talk, done } = course;
  const next =
    talk === null || talking === null || isLadders(searching, talk, talking)
      ? searchAct(search, searching.outcome, done)
      : talkAct(talk, talking.outcome, done);
  // What is open beside the next step comes first: it lapses when the search ends.
  const acts = [...duties.open.map((duty) => dutyAct(search, duty)), ...(next === null ? [] : [next])].filter(
    ({ key }) => !done.includes(key),
  );
  const boundaries = [searching, duties, talking].flatMap((one) => one?.validUntil ?? []);
  return {
    acts,
    wake: boundaries.length === 0 ? null : Math.min(...boundaries),
    isOver:
      acts.length === 0 &&
      searching.outcome.action === 'none' &&
      searching.outcome.reason !== 'with-client' &&
      (talking === null || talking.outcome.action === 'none'),
  };
}

/** The ladder has the word while movers are looked for or assigned, and when one turns up for the old date. */
function isLadders(
  { outcome }: ladder.LadderDecision,
  { facts }: contact.Contact,
  talking: contact.ContactDecision,
): boolean {
  switch (talking.outcome.action) {
    case 'send-call-record-mail':
      return false;
    case 'none':
    case 'assign-available-mp':
    case 'await-search':
      return true;
    default:
      return (
        facts.course === 'asking' &&
        ['send-offer', 'check-offer', 'recheck-offer', 'confirm-to-mp'].includes(outcome.action)
      );
  }
}

export function ending({ search, talk }: Course): Ending {
  const { stage, round, facts } = search;
  return {
    search: stage,
    round,
    talk: talk?.stage ?? null,
    mp: facts.assignedTo ?? null,
    moveDate: facts.moveDate ?? null,
  };
}
