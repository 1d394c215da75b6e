import { contact, ladder } from 'pauta';
import type { Clock, Instant } from '../../src/kernel/clock.js';

/** A move as a host stores it: the two states, and nothing else. */
export interface Job {
  readonly ladder: ladder.Search;
  /** `null`: the ladder has not handed over yet. */
  readonly contact: contact.Contact | null;
}

export type Due = ladder.LadderDecision | contact.ContactDecision;

/** An event as a story tells it: the host stamps id, instant and move. */
type Told<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'move'> : never;
export type LadderTold = Told<ladder.Event>;
export type ContactTold = Told<contact.Event>;

const policies = { ladder: ladder.defaultPolicy, contact: contact.policy({ mcAddress: 'mc@example.com' }) };

/**
 * What is due: the ladder has the word until the client is contacted, while movers are looked for or assigned, and
 * when it found one for the old date after all; the contact has it otherwise, until it is over.
 */
export function due(job: Job, clock: Clock): Due {
  const search = ladder.decide(job.ladder.facts, { clock, policy: policies.ladder });
  if (job.contact === null) return search;
  const talk = contact.decide(job.contact.facts, { clock, policy: policies.contact });
  const { course = 'asking' } = job.contact.facts;
  switch (talk.outcome.action) {
    case 'send-call-record-mail':
      return talk;
    case 'none':
    case 'assign-available-mp':
    case 'await-search':
      return search;
    default:
      return course === 'asking' && isFound(search) ? search : talk;
  }
}

/** A mover confirmed, or has the job, while the client is being waited for. */
function isFound({ outcome }: ladder.LadderDecision): boolean {
  return outcome.action === 'none'
    ? outcome.reason === 'assigned'
    : ['send-offer', 'check-offer', 'recheck-offer', 'confirm-to-mp'].includes(outcome.action);
}

/** Keeps what happened, and says what follows from it for the other of the two: all that a host must know. */
export class Host {
  job: Job;
  private count = 0;

  constructor(beginning: ladder.Beginning) {
    this.job = { ladder: ladder.start(beginning), contact: null };
  }

  due(at: Instant): Due {
    return due(this.job, { now: () => at });
  }

  /** The ladder hands over: the client is to be contacted. */
  handOver(): void {
    const { move, facts } = this.job.ladder;
    const { moveDate, zone, availability } = facts;
    this.job = { ...this.job, contact: contact.start({ move, moveDate, zone, availability }) };
  }

  tellLadder(at: Instant, told: LadderTold): void {
    const event = { ...told, ...this.stamp(at) } as ladder.Event;
    const { state, status, code } = ladder.record(this.job.ladder, event, { policy: policies.ladder });
    if (status !== 'applied') throw new Error(`${told.type} at ${at}: ${status} ${code ?? ''}`);
    this.job = { ...this.job, ladder: state };
  }

  tellContact(at: Instant, told: ContactTold): void {
    if (this.job.contact === null) this.handOver();
    const event = { ...told, ...this.stamp(at) } as contact.Event;
    const { state, status, code } = contact.record(this.job.contact as contact.Contact, event, {
      policy: policies.contact,
    });
    if (status !== 'applied') throw new Error(`${told.type} at ${at}: ${status} ${code ?? ''}`);
    this.job = { ...this.job, contact: state };
  }

  private stamp(at: Instant): { id: string; at: Instant; move: string } {
    this.count += 1;
    return { id: `${this.job.ladder.move}-${this.count}`, at, move: this.job.ladder.move };
  }
}
