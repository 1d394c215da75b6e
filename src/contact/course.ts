import type { Instant, Now } from '../kernel/clock.js';
import { decisionTable, type Row } from '../kernel/table.js';
import type { Course, Facts, Stage } from './model.js';
import type {
  AcceptDateStep,
  AwaitDates,
  FoundStep,
  HandleReply,
  NotFoundStep,
  RefundStep,
  SearchStep,
} from './outcome.js';
import type { RuleId } from './rules.js';

const done = ['open', 'done'] as const;

const space = {
  course: ['date-accepted', 'await-dates', 'new-search', 'mp-found', 'refund-offered', 'refunding'],
  first: done,
  second: done,
  third: done,
  message: ['none', 'unread'],
} as const;

/** What was looked at where the client's answer has led somewhere. */
export interface CourseSeen {
  readonly course: 'date-accepted' | 'await-dates' | 'new-search' | 'mp-found' | 'refund-offered' | 'refunding';
  /** Whether the first step of the course was done. */
  readonly first: 'open' | 'done';
  readonly second: 'open' | 'done';
  readonly third: 'open' | 'done';
  /** Whether the client was heard since the last answer that was recorded, and nobody has read it. */
  readonly message: 'none' | 'unread';
}

/** A step of a course, without the data that it carries. */
export type CourseAnswer = Pick<
  AcceptDateStep | SearchStep | AwaitDates | FoundStep | NotFoundStep | RefundStep | HandleReply,
  'action'
>;

const rows: readonly Row<typeof space, RuleId, CourseAnswer>[] = [
  // L26: the note …
  {
    rule: 'contact/alt1-accept-chat-note',
    when: { course: 'date-accepted', first: 'open', message: 'none' },
    then: { action: 'write-chat-note' },
    applies: ['contact/alt1-accept-chat-text'],
  },
  // … then the date …
  {
    rule: 'contact/alt1-accept-change-date',
    when: { course: 'date-accepted', first: 'done', second: 'open', message: 'none' },
    then: { action: 'change-date' },
  },
  // … and the mover who has it.
  {
    rule: 'contact/alt1-accept-assign',
    when: { course: 'date-accepted', first: 'done', second: 'done', message: 'none' },
    then: { action: 'assign-available-mp' },
  },

  // L30: one answer tells both: that a team is looked for, and what happens if there is none.
  {
    rule: 'contact/alt2-flexible-ack',
    when: { course: ['await-dates', 'new-search'], first: 'open', message: 'none' },
    then: { action: 'send-search-ack' },
    applies: ['contact/alt2-flexible-warning'],
  },
  // L29: the dates are the client's to give.
  {
    rule: 'contact/alt2-await-dates',
    when: { course: 'await-dates', first: 'done', message: 'none' },
    then: { action: 'await-dates' },
  },

  // L31: before the broadcast.
  {
    rule: 'contact/research-update-system',
    when: { course: 'new-search', first: 'done', second: 'open', message: 'none' },
    then: { action: 'update-dates' },
    applies: ['contact/research-starts'],
  },
  // L32.
  {
    rule: 'contact/research-rebroadcast',
    when: { course: 'new-search', first: 'done', second: 'done', third: 'open', message: 'none' },
    then: { action: 'restart-broadcast' },
  },
  // "En breve" has no number: somebody says when it has failed (CO-25).
  {
    rule: 'contact/research-starts',
    when: { course: 'new-search', first: 'done', second: 'done', third: 'done', message: 'none' },
    then: { action: 'await-search' },
  },
  // L33: the client is told, and the mover assigned.
  {
    rule: 'contact/research-found-mail',
    when: { course: 'mp-found', first: 'open', message: 'none' },
    then: { action: 'send-found-mail' },
  },
  {
    rule: 'contact/research-found-mail',
    when: { course: 'mp-found', first: 'done', message: 'none' },
    then: { action: 'assign-mp' },
  },
  // L34: here the refund is ours to offer.
  {
    rule: 'contact/research-not-found-mail',
    when: { course: 'refund-offered', first: 'open', message: 'none' },
    then: { action: 'send-not-found-mail' },
  },
  {
    rule: 'contact/research-not-found-mail',
    when: { course: 'refund-offered', first: 'done', message: 'none' },
    then: { action: 'await-answer' },
  },

  // L27, L35: the template, and only then the reversal.
  {
    rule: 'contact/refund-template',
    when: { course: 'refunding', first: 'open', message: 'none' },
    then: { action: 'send-refund-template' },
  },
  {
    rule: 'contact/refund-reverso',
    when: { course: 'refunding', first: 'done', message: 'none' },
    then: { action: 'apply-reverso' },
  },

  // What the client says last counts: a message, or a call, since the answer is read before anything else is done.
  {
    rule: 'contact/alt1-accept-chat-note',
    nearest: true,
    when: { course: 'date-accepted', message: 'unread' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/alt2-await-dates',
    nearest: true,
    when: { course: 'await-dates', message: 'unread' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/research-starts',
    nearest: true,
    when: { course: 'new-search', message: 'unread' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/research-found-mail',
    nearest: true,
    when: { course: 'mp-found', message: 'unread' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/research-not-found-mail',
    nearest: true,
    when: { course: 'refund-offered', message: 'unread' },
    then: { action: 'handle-reply' },
  },
  {
    rule: 'contact/refund-template',
    nearest: true,
    when: { course: 'refunding', message: 'unread' },
    then: { action: 'handle-reply' },
  },
];

/** The steps that the client's answer leads to. */
export const courseTable = /* @__PURE__ */ decisionTable({
  name: 'contact/course',
  hit: 'unique',
  facts: space,
  rows,
});

/** A course that is under way. */
export type Running = CourseSeen['course'];

/** The steps of each course, in their order. */
const stepsOf = {
  'date-accepted': ['chatNoteAt', 'dateChangedAt'],
  'await-dates': ['ackSentAt'],
  'new-search': ['ackSentAt', 'systemUpdatedAt', 'broadcastAt'],
  'mp-found': ['newsSentAt', 'mpAssignedAt'],
  'refund-offered': ['newsSentAt'],
  refunding: ['refundMailAt'],
} as const satisfies Record<Running, readonly (keyof Facts)[]>;

export function courseAddress(facts: Facts, course: Running, now: Now): number {
  const { at } = courseTable;
  const [first, second, third] = stepsOf[course] as readonly (keyof Facts)[];
  const isDone = (step: keyof Facts | undefined): boolean => {
    const instant = step === undefined ? null : facts[step];
    return typeof instant === 'number' && now.hasReached(instant);
  };
  const said = Math.max(facts.answer?.at ?? Number.NEGATIVE_INFINITY, readBy(facts, now));
  const calls = (facts.calls ?? []).filter(({ answered }) => answered).map((call) => call.at);
  const isUnread = [...(facts.clientRepliesAt ?? []), ...calls].some((heard) => heard > said && now.hasReached(heard));
  return (
    at.course[course] +
    (isDone(first) ? at.first.done : at.first.open) +
    (isDone(second) ? at.second.done : at.second.open) +
    (isDone(third) ? at.third.done : at.third.open) +
    (isUnread ? at.message.unread : at.message.none)
  );
}

/** When somebody last read what the client wrote; negative infinity: never. */
function readBy({ readAt }: Facts, now: Now): Instant {
  return readAt != null && now.hasReached(readAt) ? readAt : Number.NEGATIVE_INFINITY;
}

/** Where a stage leads, once the client has answered. */
export const courses = {
  DUE: 'asking',
  CALLED_UNANSWERED: 'asking',
  MAIL_SENT: 'asking',
  DIALOGUE: 'asking',
  DATE_ACCEPTED: 'date-accepted',
  AWAIT_DATES: 'await-dates',
  RE_SEARCH: 'new-search',
  REFUND_OFFERED: 'refund-offered',
  REFUNDING: 'refunding',
  ASSIGNED: 'assigned',
  REFUNDED: 'refunded',
  CANCELLED: 'cancelled',
} as const satisfies Record<Stage, Course>;
