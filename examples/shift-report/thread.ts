import { kernel, messaging } from 'pauta';
import { isOfLoading, isOfTalk, type ConversationRecord } from './conversation-format.js';

/** A conversation as it stands at one instant, and the contact's way into the CRM. */
export interface Thread {
  readonly record: ConversationRecord;
  readonly talk: messaging.Conversation;
  readonly loading: messaging.Loading;
  /** What became of each event. */
  readonly statuses: readonly messaging.ConversationRecorded['status'][];
  /** When the first of the events that are dated ahead happens; `null`: there is none. */
  readonly next: kernel.Instant | null;
}

/** The library's messaging looks at no clock to keep an event: what has not happened yet is kept from it. */
export function threadAt(record: ConversationRecord, at: kernel.Instant): Thread {
  let talk = messaging.start(record.id);
  let loading = messaging.newContact(record.id);
  const statuses: messaging.ConversationRecorded['status'][] = [];
  for (const event of record.events.filter((one) => one.at <= at)) {
    const loaded = isOfLoading(event) ? messaging.recordLoading(loading, event) : null;
    loading = loaded?.state ?? loading;
    const talked = isOfTalk(event) ? messaging.record(talk, event) : null;
    talk = talked?.state ?? talk;
    // What the client writes is both; the conversation is where it may come late.
    const kept = talked ?? loaded;
    if (kept !== null) statuses.push(kept.status);
  }
  const ahead = record.events.map((event) => event.at).filter((instant) => instant > at);
  return { record, talk, loading, statuses, next: ahead.length === 0 ? null : Math.min(...ahead) };
}

/** What the library says of a thread. */
export interface Said {
  readonly next: messaging.MessagingDecision;
  readonly duties: readonly messaging.Duty[];
  readonly intake: messaging.IntakeDecision;
  /** The first instant at which any of it may be another; `null`: never, by time alone. */
  readonly until: kernel.Instant | null;
}

export function saidOf({ talk, loading, next }: Thread, at: kernel.Instant): Said {
  const intake = messaging.intake(loading.facts, { clock: kernel.fixedClock(at) });
  const boundaries = [next, intake.validUntil].filter((instant) => instant !== null);
  return {
    next: messaging.decide(talk.facts),
    duties: messaging.duties(talk.facts).open,
    intake,
    until: boundaries.length === 0 ? null : Math.min(...boundaries),
  };
}
