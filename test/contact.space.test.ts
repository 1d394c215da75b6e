import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { dayAt, dayOf, startOfDay } from '../src/kernel/calendar.js';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import * as contact from 'pauta/contact';

const ZONE = 'America/Santiago';
const HOUR = 3_600_000;

/** The cells of a table of the catalogue, row by row. */
function cellsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(' | '));
}

/** The outcome as the catalogue writes it. */
function written(outcome: contact.Outcome): string {
  return outcome.action === 'not-covered' ? `not-covered:${outcome.gap}` : outcome.action;
}

function decideAt(facts: contact.Facts, now: Instant): contact.ContactDecision {
  return contact.decide(facts, { clock: fixedClock(now) });
}

/** What has been done by now; the move is on 2024-05-15 in America/Santiago. */
interface History {
  readonly now: Instant;
  readonly mails: readonly Instant[];
  readonly records: readonly Instant[];
  readonly calls: readonly contact.Call[];
  readonly replies: readonly Instant[];
}

const MOVE = '2024-05-15';
const moveDay = DateTime.fromISO(MOVE, { zone: ZONE });
/** The first instant of the day before the move. */
const eve = moveDay.minus({ days: 1 }).startOf('day').toMillis();

/** Civil days to the move, counted apart from the library. */
function daysAt(instant: Instant): number {
  const { year, month, day } = DateTime.fromMillis(instant, { zone: ZONE });
  return (Date.UTC(2024, 4, 15) - Date.UTC(year, month - 1, day)) / 86_400_000;
}

interface Looked extends History {
  readonly d: number;
  /** When the call falls due: `null` without a help mail that waits. */
  readonly due: Instant | null;
  /** The last call made since the move is tomorrow. */
  readonly near: contact.Call | undefined;
  readonly heard: boolean;
  readonly owed: boolean;
}

function look(history: History): Looked {
  const { now, mails, records, calls, replies } = history;
  const letters = [...mails, ...records];
  const first = Math.min(...letters, ...calls.map(({ at }) => at));
  const answered = calls.filter((call) => call.answered);
  const [mail] = mails.filter((at) => daysAt(at) >= 2);
  const wait = mail !== undefined && daysAt(mail) <= 3 ? 5 : 24;
  return {
    ...history,
    d: daysAt(now),
    due: mail === undefined ? null : Math.min(mail + wait * HOUR, eve),
    near: calls.findLast(({ at }) => daysAt(at) <= 1),
    heard: replies.some((at) => at >= first) || answered.length > 0,
    owed: answered.some((call) => !letters.some((at) => at >= call.at)),
  };
}

/** The catalogue's table, row by row; the first that holds decides. */
const catalogue: readonly (readonly [number, (seen: Looked) => boolean, string])[] = [
  [1, ({ owed }) => owed, 'send-call-record-mail'],
  [2, ({ heard }) => heard, 'handle-reply'],
  [3, ({ d }) => d < 0, 'not-covered:move-date-passed'],
  [4, ({ d, near }) => d === 1 && near === undefined, 'call-now'],
  [5, ({ d, near }) => d === 0 && near === undefined, 'call-now'],
  [
    6,
    ({ d, near, mails }) => d <= 1 && near?.answered === false && !mails.some((at) => at >= near.at),
    'send-help-mail',
  ],
  [7, ({ d, near }) => d <= 1 && near?.answered === false, 'await-reply'],
  [8, ({ mails }) => mails.length === 0, 'send-help-mail'],
  [9, ({ now, due }) => due !== null && now < due, 'wait'],
  [10, ({ mails, calls }) => !calls.some(({ at }) => at >= Math.min(...mails)), 'call-now'],
  [11, () => true, 'not-covered:unanswered-call-after-mail'],
];

const days = [-1, 0, 1, 2, 3, 5] as const;
const helpMails = ['none', 'waiting', 'limit reached'] as const;
const yesNo = ['no', 'yes'] as const;
const lastCalls = ['none', 'unanswered', 'answered'] as const;
const space = days.flatMap((d) =>
  helpMails.flatMap((mail) =>
    yesNo.flatMap((reply) => lastCalls.flatMap((call) => yesNo.map((owed) => [d, mail, reply, call, owed] as const))),
  ),
);
type Point = (typeof space)[number];

/** Every way in which a point of the space comes about: when the help mail was sent, and the call made. */
function historiesOf([d, mail, reply, call, owed]: Point): readonly History[] {
  const now = moveDay.minus({ days: d }).plus({ hours: 12 }).toMillis();
  const sent: Readonly<Record<Point[1], readonly Instant[]>> = {
    none: [],
    waiting: [now - 2 * HOUR, now - 4.5 * HOUR],
    // Near the move a mail of that day has no wait to be over, and the call is due at once.
    'limit reached': d > 1 ? [now - 30 * HOUR, now - 72 * HOUR] : [now - 2 * HOUR, now - 72 * HOUR, now - 100 * HOUR],
  };
  return (mail === 'none' ? [null] : sent[mail]).flatMap((mailAt): readonly History[] => {
    const mails = mailAt === null ? [] : [mailAt];
    const calledAt = call === 'none' ? [null] : [now - HOUR, ...mails, ...mails.map((at) => at - HOUR)];
    return calledAt.map((at): History => {
      const calls = at === null ? [] : [{ at, answered: call === 'answered' }];
      const records = at === null || call !== 'answered' || owed === 'yes' ? [] : [Math.max(at, ...mails) + 1];
      return { now, mails, records, calls, replies: reply === 'yes' ? [now - HOUR / 2] : [] };
    });
  });
}

/** Whether a history is what its point says. */
function isOf([d, mail, reply, call, owed]: Point, history: History): boolean {
  const seen = look(history);
  const isWaiting = mail !== 'waiting' || (seen.due !== null && seen.now < seen.due);
  const isOver = mail !== 'limit reached' || seen.due === null || seen.now >= seen.due;
  const isReply = reply === 'no' || seen.mails.length + seen.calls.length > 0;
  return (
    seen.d === d &&
    isWaiting &&
    isOver &&
    isReply &&
    seen.owed === (owed === 'yes') &&
    (owed === 'no' || call === 'answered')
  );
}

const possible = space
  .map((point) => [point, historiesOf(point).filter((history) => isOf(point, history))] as const)
  .filter(([, histories]) => histories.length > 0);

describe('contact, over the whole space of facts', () => {
  it('has 216 combinations, of which 114 can occur', () => {
    expect(space).toHaveLength(216);
    expect(possible).toHaveLength(114);
  });

  it.each(possible.map(([point, histories]) => [...point, histories] as const))(
    'd = %i, mail %s, reply %s, call %s, record owed %s',
    (_, __, ___, ____, _____, histories) => {
      for (const history of histories) {
        const seen = look(history);
        const { now, mails, records, calls, replies } = history;
        const facts: contact.Facts = {
          moveDate: MOVE,
          helpMailsAt: mails,
          otherMailsAt: records,
          calls,
          clientRepliesAt: replies,
        };
        const { outcome } = decideAt(facts, now);
        const [, , action] = catalogue.find(([, holds]) => holds(seen)) as (typeof catalogue)[number];
        expect(written(outcome)).toBe(action);
        if (outcome.action === 'wait') expect(outcome.until).toBe(seen.due);
      }
    },
  );

  it('has each of the eleven rows decide somewhere', () => {
    const deciding = possible.flatMap(([, histories]) =>
      histories.map((history) => catalogue.find(([, holds]) => holds(look(history)))?.[0]),
    );
    expect(new Set(deciding)).toEqual(new Set(catalogue.map(([number]) => number)));
  });
});

/**
 * The catalogue's tables of days, as they stand there: local now | UTC | d | bucket | first action |
 * to start of move day | 72-h reading | d if UTC dates.
 */
const buckets: readonly (readonly [string, string, string])[] = [
  [
    'ordinary days (offset −04:00)',
    '2024-05-15',
    `
2024-05-10T12:00:00-04:00 | 2024-05-10T16:00:00Z | 5 | over-3 | send-help-mail | 108:00:00.000 | > 72 h | same
2024-05-11T23:59:59.999-04:00 | 2024-05-12T03:59:59.999Z | 4 | over-3 | send-help-mail | 72:00:00.001 | > 72 h | 3
2024-05-12T00:00:00-04:00 | 2024-05-12T04:00:00Z | 3 | exactly-3 | send-help-mail | 72:00:00.000 | = 72 h | same
2024-05-12T00:00:00.001-04:00 | 2024-05-12T04:00:00.001Z | 3 | exactly-3 | send-help-mail | 71:59:59.999 | < 72 h | same
2024-05-12T12:00:00-04:00 | 2024-05-12T16:00:00Z | 3 | exactly-3 | send-help-mail | 60:00:00.000 | < 72 h | same
2024-05-12T23:59:59.999-04:00 | 2024-05-13T03:59:59.999Z | 3 | exactly-3 | send-help-mail | 48:00:00.001 | < 72 h | 2
2024-05-13T00:00:00-04:00 | 2024-05-13T04:00:00Z | 2 | under-3 | send-help-mail | 48:00:00.000 | < 72 h | same
2024-05-13T19:59:59-04:00 | 2024-05-13T23:59:59Z | 2 | under-3 | send-help-mail | 28:00:01.000 | < 72 h | same
2024-05-13T20:00:00-04:00 | 2024-05-14T00:00:00Z | 2 | under-3 | send-help-mail | 28:00:00.000 | < 72 h | 1
2024-05-13T23:59:59.999-04:00 | 2024-05-14T03:59:59.999Z | 2 | under-3 | send-help-mail | 24:00:00.001 | < 72 h | 1
2024-05-14T00:00:00-04:00 | 2024-05-14T04:00:00Z | 1 | tomorrow | call-now | 24:00:00.000 | tomorrow | same
2024-05-14T23:59:59.999-04:00 | 2024-05-15T03:59:59.999Z | 1 | tomorrow | call-now | 0:00:00.001 | tomorrow | 0
2024-05-15T00:00:00-04:00 | 2024-05-15T04:00:00Z | 0 | today | call-now | 0:00:00.000 | started | same
2024-05-15T23:59:59.999-04:00 | 2024-05-16T03:59:59.999Z | 0 | today | call-now | −23:59:59.999 | started | -1
2024-05-16T00:00:00-04:00 | 2024-05-16T04:00:00Z | -1 | past | not-covered:move-date-passed | −24:00:00.000 | past/started | same
`,
  ],
  [
    'a day of 23 hours',
    '2024-09-09',
    `
2024-09-05T23:59:59.999-04:00 | 2024-09-06T03:59:59.999Z | 4 | over-3 | send-help-mail | 71:00:00.001 | < 72 h | 3
2024-09-06T00:00:00-04:00 | 2024-09-06T04:00:00Z | 3 | exactly-3 | send-help-mail | 71:00:00.000 | < 72 h | same
2024-09-06T23:59:59.999-04:00 | 2024-09-07T03:59:59.999Z | 3 | exactly-3 | send-help-mail | 47:00:00.001 | < 72 h | 2
2024-09-07T00:00:00-04:00 | 2024-09-07T04:00:00Z | 2 | under-3 | send-help-mail | 47:00:00.000 | < 72 h | same
2024-09-07T22:30:00-04:00 | 2024-09-08T02:30:00Z | 2 | under-3 | send-help-mail | 24:30:00.000 | < 72 h | 1
2024-09-07T23:59:59.999-04:00 | 2024-09-08T03:59:59.999Z | 2 | under-3 | send-help-mail | 23:00:00.001 | < 72 h | 1
2024-09-08T01:00:00-03:00 | 2024-09-08T04:00:00Z | 1 | tomorrow | call-now | 23:00:00.000 | tomorrow | same
2024-09-08T12:00:00-03:00 | 2024-09-08T15:00:00Z | 1 | tomorrow | call-now | 12:00:00.000 | tomorrow | same
2024-09-08T23:59:59.999-03:00 | 2024-09-09T02:59:59.999Z | 1 | tomorrow | call-now | 0:00:00.001 | tomorrow | 0
2024-09-09T00:00:00-03:00 | 2024-09-09T03:00:00Z | 0 | today | call-now | 0:00:00.000 | started | same
`,
  ],
  [
    'a move on the day without midnight',
    '2024-09-08',
    `
2024-09-04T23:59:59.999-04:00 | 2024-09-05T03:59:59.999Z | 4 | over-3 | send-help-mail | 72:00:00.001 | > 72 h | 3
2024-09-05T00:00:00-04:00 | 2024-09-05T04:00:00Z | 3 | exactly-3 | send-help-mail | 72:00:00.000 | = 72 h | same
2024-09-05T23:59:59.999-04:00 | 2024-09-06T03:59:59.999Z | 3 | exactly-3 | send-help-mail | 48:00:00.001 | < 72 h | 2
2024-09-06T00:00:00-04:00 | 2024-09-06T04:00:00Z | 2 | under-3 | send-help-mail | 48:00:00.000 | < 72 h | same
2024-09-06T23:59:59.999-04:00 | 2024-09-07T03:59:59.999Z | 2 | under-3 | send-help-mail | 24:00:00.001 | < 72 h | 1
2024-09-07T00:00:00-04:00 | 2024-09-07T04:00:00Z | 1 | tomorrow | call-now | 24:00:00.000 | tomorrow | same
2024-09-07T23:59:59.999-04:00 | 2024-09-08T03:59:59.999Z | 1 | tomorrow | call-now | 0:00:00.001 | tomorrow | 0
2024-09-08T01:00:00-03:00 | 2024-09-08T04:00:00Z | 0 | today | call-now | 0:00:00.000 | started | same
`,
  ],
  [
    'a day of 25 hours, 2024-04-06',
    '2024-04-08',
    `
2024-04-05T12:00:00-03:00 | 2024-04-05T15:00:00Z | 3 | exactly-3 | send-help-mail | 61:00:00.000 | < 72 h | same
2024-04-06T00:00:00-03:00 | 2024-04-06T03:00:00Z | 2 | under-3 | send-help-mail | 49:00:00.000 | < 72 h | same
2024-04-06T22:59:59.999-03:00 | 2024-04-07T01:59:59.999Z | 2 | under-3 | send-help-mail | 26:00:00.001 | < 72 h | 1
2024-04-06T23:30:00-03:00 | 2024-04-07T02:30:00Z | 2 | under-3 | send-help-mail | 25:30:00.000 | < 72 h | 1
2024-04-06T23:30:00-04:00 | 2024-04-07T03:30:00Z | 2 | under-3 | send-help-mail | 24:30:00.000 | < 72 h | 1
2024-04-06T23:59:59.999-04:00 | 2024-04-07T03:59:59.999Z | 2 | under-3 | send-help-mail | 24:00:00.001 | < 72 h | 1
2024-04-07T00:00:00-04:00 | 2024-04-07T04:00:00Z | 1 | tomorrow | call-now | 24:00:00.000 | tomorrow | same
2024-04-07T23:59:59.999-04:00 | 2024-04-08T03:59:59.999Z | 1 | tomorrow | call-now | 0:00:00.001 | tomorrow | 0
2024-04-08T00:00:00-04:00 | 2024-04-08T04:00:00Z | 0 | today | call-now | 0:00:00.000 | started | same
`,
  ],
  [
    'a move on the day after the repeated hour',
    '2024-04-07',
    `
2024-04-05T23:59:59.999-03:00 | 2024-04-06T02:59:59.999Z | 2 | under-3 | send-help-mail | 25:00:00.001 | < 72 h | 1
2024-04-06T00:00:00-03:00 | 2024-04-06T03:00:00Z | 1 | tomorrow | call-now | 25:00:00.000 | tomorrow | same
2024-04-06T23:30:00-03:00 | 2024-04-07T02:30:00Z | 1 | tomorrow | call-now | 1:30:00.000 | tomorrow | 0
2024-04-06T23:30:00-04:00 | 2024-04-07T03:30:00Z | 1 | tomorrow | call-now | 0:30:00.000 | tomorrow | 0
2024-04-07T00:00:00-04:00 | 2024-04-07T04:00:00Z | 0 | today | call-now | 0:00:00.000 | started | same
`,
  ],
];

const daysOf: Readonly<Record<string, contact.OutreachSeen['days']>> = {
  'over-3': 'over-three',
  'exactly-3': 'exactly-three',
  'under-3': 'under-three',
  tomorrow: 'tomorrow',
  today: 'today',
  past: 'past',
};

/** A length of time as the catalogue writes it: `−23:59:59.999`. */
function lengthOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace('−', '').split(':').map(Number);
  return (text.startsWith('−') ? -1 : 1) * Math.round(((hours * 60 + minutes) * 60 + seconds) * 1_000);
}

describe('the days to the move, to the millisecond, in America/Santiago', () => {
  describe.each(buckets)('%s: a move on %s', (_, moveDate, table) => {
    it.each(cellsOf(table))('%s (%s): %s, %s: %s', (local, utc, d, bucket, action, toStart, reading, ifUtc) => {
      const now = Date.parse(local);
      expect(now).toBe(Date.parse(utc));
      const { outcome, situation } = decideAt({ moveDate, zone: ZONE }, now);
      expect(written(outcome)).toBe(action);
      expect(situation.days).toBe(daysOf[bucket]);
      expect(dayOf(moveDate) - dayAt(now, ZONE)).toBe(Number(d));
      const left = startOfDay(dayOf(moveDate), ZONE) - now;
      expect(left).toBe(lengthOf(toStart));
      // The two counts that the catalogue warns of: hours, and the dates of Greenwich.
      if (/^[<=>]/.test(reading)) expect(Math.sign(left - 72 * HOUR)).toBe('<=>'.indexOf(reading.charAt(0)) - 1);
      expect(dayOf(moveDate) - Math.floor(now / (24 * HOUR))).toBe(Number(ifUtc === 'same' ? d : ifUtc));
    });
  });
});

/** mail sent | move | d at mail | wait h | call due | from | without override | wall-clock addition (wrong). */
const callDue = `
2024-05-13T10:00:00-04:00 | 2024-05-15 | 2 | 5 | 2024-05-13T15:00:00-04:00 | mail + wait | 2024-05-13T15:00:00-04:00 | 2024-05-13T15:00:00
2024-05-13T18:59:00-04:00 | 2024-05-15 | 2 | 5 | 2024-05-13T23:59:00-04:00 | mail + wait | 2024-05-13T23:59:00-04:00 | 2024-05-13T23:59:00
2024-05-13T19:00:00-04:00 | 2024-05-15 | 2 | 5 | 2024-05-14T00:00:00-04:00 | mail + wait | 2024-05-14T00:00:00-04:00 | 2024-05-14T00:00:00
2024-05-13T22:00:00-04:00 | 2024-05-15 | 2 | 5 | 2024-05-14T00:00:00-04:00 | override (day before the move begins) | 2024-05-14T03:00:00-04:00 | 2024-05-14T03:00:00
2024-05-12T10:00:00-04:00 | 2024-05-15 | 3 | 5 | 2024-05-12T15:00:00-04:00 | mail + wait | 2024-05-12T15:00:00-04:00 | 2024-05-12T15:00:00
2024-05-12T23:59:00-04:00 | 2024-05-15 | 3 | 5 | 2024-05-13T04:59:00-04:00 | mail + wait | 2024-05-13T04:59:00-04:00 | 2024-05-13T04:59:00
2024-05-11T23:59:59-04:00 | 2024-05-15 | 4 | 24 | 2024-05-12T23:59:59-04:00 | mail + wait | 2024-05-12T23:59:59-04:00 | 2024-05-12T23:59:59
2024-05-10T10:00:00-04:00 | 2024-05-15 | 5 | 24 | 2024-05-11T10:00:00-04:00 | mail + wait | 2024-05-11T10:00:00-04:00 | 2024-05-11T10:00:00
2024-09-07T12:00:00-04:00 | 2024-09-11 | 4 | 24 | 2024-09-08T13:00:00-03:00 | mail + wait | 2024-09-08T13:00:00-03:00 | 2024-09-08T12:00:00
2024-09-07T21:00:00-04:00 | 2024-09-10 | 3 | 5 | 2024-09-08T03:00:00-03:00 | mail + wait | 2024-09-08T03:00:00-03:00 | 2024-09-08T02:00:00
2024-09-07T20:00:00-04:00 | 2024-09-09 | 2 | 5 | 2024-09-08T01:00:00-03:00 | override (day before the move begins) | 2024-09-08T02:00:00-03:00 | 2024-09-08T01:00:00
2024-09-07T18:59:00-04:00 | 2024-09-09 | 2 | 5 | 2024-09-07T23:59:00-04:00 | mail + wait | 2024-09-07T23:59:00-04:00 | 2024-09-07T23:59:00
2024-04-06T12:00:00-03:00 | 2024-04-12 | 6 | 24 | 2024-04-07T11:00:00-04:00 | mail + wait | 2024-04-07T11:00:00-04:00 | 2024-04-07T12:00:00
2024-04-06T15:00:00-03:00 | 2024-04-08 | 2 | 5 | 2024-04-06T20:00:00-03:00 | mail + wait | 2024-04-06T20:00:00-03:00 | 2024-04-06T20:00:00
2024-04-06T18:30:00-03:00 | 2024-04-09 | 3 | 5 | 2024-04-06T23:30:00-03:00 | mail + wait | 2024-04-06T23:30:00-03:00 | 2024-04-06T23:30:00
2024-04-06T20:00:00-03:00 | 2024-04-08 | 2 | 5 | 2024-04-07T00:00:00-04:00 | mail + wait | 2024-04-07T00:00:00-04:00 | 2024-04-07T01:00:00
2024-04-06T21:00:00-03:00 | 2024-04-08 | 2 | 5 | 2024-04-07T00:00:00-04:00 | override (day before the move begins) | 2024-04-07T01:00:00-04:00 | 2024-04-07T02:00:00
2024-04-06T23:30:00-03:00 | 2024-04-09 | 3 | 5 | 2024-04-07T03:30:00-04:00 | mail + wait | 2024-04-07T03:30:00-04:00 | 2024-04-07T04:30:00
2024-04-06T23:30:00-04:00 | 2024-04-09 | 3 | 5 | 2024-04-07T04:30:00-04:00 | mail + wait | 2024-04-07T04:30:00-04:00 | 2024-04-07T04:30:00
`;

/** wait | now | no reply | a reply stamped now is | action with that reply. */
const limits = `
5 h | 2024-05-13T14:00:00-04:00 | wait | in time | handle-reply
5 h | 2024-05-13T14:59:00-04:00 | wait | in time | handle-reply
5 h | 2024-05-13T14:59:59.999-04:00 | wait | in time | handle-reply
5 h | 2024-05-13T15:00:00-04:00 | call-now | in time | handle-reply
5 h | 2024-05-13T15:00:00.001-04:00 | call-now | late (call lapses by default) | handle-reply
5 h | 2024-05-13T15:01:00-04:00 | call-now | late (call lapses by default) | handle-reply
24 h | 2024-05-11T09:00:00-04:00 | wait | in time | handle-reply
24 h | 2024-05-11T09:59:00-04:00 | wait | in time | handle-reply
24 h | 2024-05-11T09:59:59.999-04:00 | wait | in time | handle-reply
24 h | 2024-05-11T10:00:00-04:00 | call-now | in time | handle-reply
24 h | 2024-05-11T10:00:00.001-04:00 | call-now | late (call lapses by default) | handle-reply
24 h | 2024-05-11T10:01:00-04:00 | call-now | late (call lapses by default) | handle-reply
`;

describe('when the call falls due', () => {
  it.each(cellsOf(callDue))(
    'a mail of %s, a move on %s, %s days, %s hours: %s, by %s',
    (mail, move, d, wait, due, from, unbridled, wall) => {
      const mailAt = Date.parse(mail);
      const moveDate = move;
      const until = Date.parse(due);
      const facts: contact.Facts = { moveDate, zone: ZONE, helpMailsAt: [mailAt] };
      expect(dayOf(moveDate) - dayAt(mailAt, ZONE)).toBe(Number(d));
      const { outcome, situation, validUntil } = decideAt(facts, mailAt);
      expect(outcome).toEqual({ action: 'wait', until });
      expect(situation.mail).toBe(from === 'mail + wait' ? (wait === '5' ? 'short' : 'long') : 'eve');
      expect(validUntil).toBe(until);
      expect(decideAt(facts, until - 1).outcome).toEqual({ action: 'wait', until });
      expect(decideAt(facts, until).outcome).toEqual({ action: 'call-now' });
      const policy = contact.policy({ tomorrowOverride: false });
      const held = contact.decide(facts, { clock: fixedClock(mailAt), policy });
      expect(held.outcome).toEqual({ action: 'wait', until: Date.parse(unbridled) });
      // What adding on the wall clock would give is not what is given, where the two part.
      const added = DateTime.fromMillis(mailAt, { zone: ZONE })
        .setZone('utc', { keepLocalTime: true })
        .plus({ hours: Number(wait) });
      expect(added.toFormat("yyyy-MM-dd'T'HH:mm:ss")).toBe(wall);
    },
  );

  it.each(cellsOf(limits))('after %s, at %s: %s; a reply then is %s: %s', (wait, local, silent, stamped, action) => {
    const now = Date.parse(local);
    const mailAt = Date.parse(wait === '5 h' ? '2024-05-13T10:00:00-04:00' : '2024-05-10T10:00:00-04:00');
    const facts: contact.Facts = { moveDate: MOVE, zone: ZONE, helpMailsAt: [mailAt] };
    expect(written(decideAt(facts, now).outcome)).toBe(silent);
    expect(written(decideAt({ ...facts, clientRepliesAt: [now] }, now).outcome)).toBe(action);
    const { outcome } = decideAt(facts, mailAt);
    expect(outcome.action === 'wait' && now <= outcome.until).toBe(stamped === 'in time');
  });
});

/** All of the tables above as questions, with what the catalogue answers. */
const questions = [
  ...buckets.flatMap(([, moveDate, table]) =>
    cellsOf(table).map(([local, , , , action]) => ({ facts: { moveDate, zone: ZONE }, now: local, answer: action })),
  ),
  ...cellsOf(callDue).flatMap(([mail, moveDate, , , due]) => {
    const facts = { moveDate, zone: ZONE, helpMailsAt: [Date.parse(mail as string)] };
    return [
      { facts, now: mail, answer: `wait ${Date.parse(due as string)}` },
      { facts, now: due, answer: 'call-now' },
    ];
  }),
];

describe('the time zone of the host', () => {
  const hosts = {
    UTC: 0,
    'America/Santiago': 180,
    'America/Caracas': 240,
    'Pacific/Kiritimati': -840,
    'Pacific/Pago_Pago': 660,
    'Asia/Kolkata': -330,
  };

  it.each(Object.entries(hosts))('changes nothing: %s', { timeout: 60_000 }, async (TZ, offset) => {
    const script = `
      import { decide } from './src/contact/index.ts';
      const asked = JSON.parse(process.env.ASKED);
      const answers = asked.map(({ facts, now }) => {
        const { outcome } = decide(facts, { clock: { now: () => Date.parse(now) } });
        const gap = outcome.gap === undefined ? '' : ':' + outcome.gap;
        return outcome.action + gap + (outcome.until === undefined ? '' : ' ' + outcome.until);
      });
      console.log(JSON.stringify([new Date(2024, 0, 1).getTimezoneOffset(), answers]));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {
        cwd: fileURLToPath(new URL('..', import.meta.url)),
        env: { ...process.env, TZ, ASKED: JSON.stringify(questions) },
      },
    );
    expect(JSON.parse(stdout)).toEqual([offset, questions.map(({ answer }) => answer)]);
  });
});

describe('the count of days', () => {
  const zones = [
    'America/Santiago',
    'America/Punta_Arenas',
    'America/Caracas',
    'America/Bogota',
    'America/Mexico_City',
  ];

  it.each([...zones, 'America/Havana', 'Atlantic/Azores', 'Pacific/Auckland'])(
    'agrees in %s with a walk by the half hour from 2023 to 2027',
    (zone) => {
      const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
      const inWords = [
        'today',
        'tomorrow',
        'under-three',
        'exactly-three',
        'over-three',
        'over-three',
        'past',
      ] as const;
      const dateOf = (day: number): string => new Date(day * 24 * HOUR).toISOString().slice(0, 10);
      const differences: string[] = [];
      const look = (when: Instant, today: number): void => {
        if (dayAt(when, zone) !== today) differences.push(`${when}: not ${dateOf(today)}`);
        inWords.forEach((word, index) => {
          // The moves of the next days, and that of the day before.
          const moveDate = dateOf(today + (word === 'past' ? -1 : index));
          const seen = decideAt({ moveDate, zone }, when).situation.days;
          if (seen !== word) differences.push(`${when}: ${seen} to ${moveDate}`);
        });
      };
      let steps = 0;
      let yesterday = Number.NaN;
      for (let when = Date.UTC(2023, 0); when < Date.UTC(2028, 0); when += HOUR / 2) {
        const today = Date.parse(wall.format(when)) / (24 * HOUR);
        const isWithin = startOfDay(today, zone) <= when && when < startOfDay(today + 1, zone);
        if (!isWithin) differences.push(`${when}: not in ${dateOf(today)}`);
        // A new day: its first half hour, and the last one of the day before.
        if (today !== yesterday) look(when, today);
        if (today > yesterday) look(when - 1, yesterday);
        yesterday = today;
        steps += 1;
      }
      expect(differences).toEqual([]);
      expect(steps).toBe(1_826 * 48);
    },
  );
});

/** The catalogue's table of answers: alternative | stance | refund asked | dates given | outcome. */
const answers = `
1 | accepts | no | any | chat-note>change-date>assign-available-mp | contact/alt1-accept-chat-note
1 | accepts | yes | any | not-covered:contradictory | contact/alt1-accept-chat-note
1 | rejects | yes | no | refund-template>reverso | contact/alt1-reject-refund
1 | rejects | yes | yes | refund-template>reverso | contact/alt1-reject-refund
1 | rejects | no | yes | ack-search>update-dates>rebroadcast | contact/alt2-flexible-ack
1 | rejects | no | no | not-covered:rejects-without-refund | contact/alt1-reject-refund
2 | flexible | no | yes | ack-search>update-dates>rebroadcast | contact/research-starts
2 | flexible | no | no | ack-search>await-dates | contact/alt2-flexible-ack
2 | flexible | yes | any | not-covered:contradictory | contact/alt2-flexible-ack
2 | not-flexible | yes | no | refund-template>reverso | contact/alt2-not-flexible-refund
2 | not-flexible | yes | yes | refund-template>reverso | contact/alt2-not-flexible-refund
2 | not-flexible | no | any | not-covered:not-flexible-without-refund | contact/alt2-not-flexible-refund
`;

describe('the answers of a client', () => {
  const dates = { date: '2024-05-18' };
  const each = cellsOf(answers).flatMap(([alternative, stance, refund, given, outcome, rule]) =>
    (given === 'any' ? ['yes', 'no'] : [given]).map(
      (one) => [alternative, stance, refund, one, outcome, rule] as const,
    ),
  );

  it('are sixteen', () => {
    expect(new Set(each.map((row) => row.slice(0, 4).join())).size).toBe(16);
  });

  it.each(each)(
    'alternative %s, %s, refund asked %s, dates given %s: %s',
    (number, stance, refund, given, expected, rule) => {
      const decision = contact.clientAnswer(number === '1' ? 1 : 2, {
        stance: stance as contact.Stance,
        refund: refund === 'yes',
        dates: given === 'yes' ? dates : null,
      });
      const { outcome } = decision;
      expect(outcome.action === 'take-steps' ? outcome.steps.join('>') : `not-covered:${outcome.gap}`).toBe(expected);
      expect(decision).toMatchObject({ rule, validUntil: null });
      const asksAgain = expected === 'not-covered:contradictory';
      if (outcome.action === 'not-covered') expect(outcome.nearest).toEqual(asksAgain ? { action: 'ask-again' } : null);
    },
  );
});

describe('the alternative offered', () => {
  it.each<[string, readonly contact.Availability[] | null, string, string]>([
    ['yes', [{ mp: 'a', date: '2024-05-18' }], 'alternative-1', 'contact/alt1-precondition'],
    ['no', [], 'alternative-2', 'contact/alt2-precondition'],
    ['unknown', null, 'alternative-2', 'contact/alt2-precondition'],
  ])('a team on another date, %s', (team, availability, action, rule) => {
    const now = Date.parse('2024-05-13T10:00:00-04:00');
    const decision = contact.alternative({ moveDate: MOVE, availability }, { clock: fixedClock(now) });
    expect(decision).toMatchObject({ outcome: { action }, rule, situation: { team } });
    const { outcome } = decideAt({ moveDate: MOVE, availability }, now);
    expect(outcome).toMatchObject({ action: 'send-help-mail', paragraph: action === 'alternative-1' ? 1 : 2 });
  });
});
