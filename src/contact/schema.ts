import * as z from 'zod';
import { Now } from '../kernel/clock.js';
import { isFilled } from '../kernel/filled.js';
import {
  calendarSchema,
  civilDateSchema,
  idSchema,
  instantSchema,
  waitsAgree,
  waitSchema,
  zoneSchema,
} from '../kernel/schema.js';
import { courses } from './course.js';
import { heardBy } from './heard.js';
import { flow } from './machine.js';
import type { Contact, Course, Event, Facts, Stage } from './model.js';
import { policy, type Policy } from './policy.js';

export { read, type Problem, type Read } from '../kernel/schema.js';

const instantOrNull = instantSchema.nullable().exactOptional();
const instants = z.array(instantSchema, { error: 'a list of instants' }).exactOptional();
const availability = z.strictObject({ mp: idSchema, date: civilDateSchema });
const stance = z.enum(['accepts', 'rejects', 'flexible', 'not-flexible']);

const offered = z.union(
  [
    z.strictObject({ alternative: z.literal(1), mp: idSchema, date: civilDateSchema }),
    z.strictObject({ alternative: z.literal(2) }),
  ],
  { error: '{ "alternative": 1, "mp": …, "date": … } or { "alternative": 2 }' },
);

const dates = z
  .strictObject(
    {
      date: civilDateSchema,
      from: civilDateSchema.exactOptional(),
      to: civilDateSchema.exactOptional(),
    },
    { error: '{ "date": "2026-05-18" }, perhaps with "from" and "to"' },
  )
  .check(({ value: { date, from = date, to = date }, issues }) => {
    if (from <= date && date <= to) return;
    issues.push({ code: 'custom', message: '"from" not after "date", and "to" not before it', path: [], input: date });
  });

const course = z.enum([
  'asking',
  'date-accepted',
  'await-dates',
  'new-search',
  'mp-found',
  'refund-offered',
  'refunding',
  'assigned',
  'refunded',
  'cancelled',
]);

/** The facts of a contact, from outside. */
export const factsSchema: z.ZodType<Facts> = z.strictObject({
  moveDate: civilDateSchema.nullable(),
  zone: zoneSchema.exactOptional(),
  since: instantOrNull,
  helpMailsAt: instants,
  otherMailsAt: instants,
  calls: z.array(z.strictObject({ at: instantSchema, answered: z.boolean() })).exactOptional(),
  clientRepliesAt: instants,
  readAt: instantOrNull,
  mailBouncedAt: instantOrNull,
  availability: z.array(availability).nullable().exactOptional(),
  offered: offered.nullable().exactOptional(),
  course: course.exactOptional(),
  answer: z
    .strictObject({ stance, refund: z.boolean(), dates: dates.nullable(), at: instantSchema })
    .nullable()
    .exactOptional(),
  chatNoteAt: instantOrNull,
  dateChangedAt: instantOrNull,
  ackSentAt: instantOrNull,
  systemUpdatedAt: instantOrNull,
  broadcastAt: instantOrNull,
  foundMp: idSchema.nullable().exactOptional(),
  newsSentAt: instantOrNull,
  mpAssignedAt: instantOrNull,
  refundMailAt: instantOrNull,
});

const common = { id: idSchema, at: instantSchema, move: idSchema };

/** An event of a contact, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.enum([
        'record-mail-sent',
        'mail-bounced',
        'call-answered',
        'call-unanswered',
        'client-reply',
        'reply-read',
        'chat-note-written',
        'date-changed',
        'ack-sent',
        'system-updated',
        'broadcast-restarted',
        'found-mail-sent',
        'mp-not-found',
        'not-found-mail-sent',
        'refund-mail-sent',
        'reverso-applied',
        'cancel',
      ]),
      ...common,
    }),
    z.strictObject({ type: z.literal('mail-sent'), ...common, offered: offered.exactOptional() }),
    z.strictObject({
      type: z.literal('client-answered'),
      ...common,
      stance,
      refund: z.boolean().exactOptional(),
      dates: dates.nullable().exactOptional(),
    }),
    z.strictObject({ type: z.enum(['mp-assigned', 'mp-found', 'assigned-elsewhere']), ...common, mp: idSchema }),
    z.strictObject({ type: z.literal('mp-available'), ...common, mp: idSchema, date: civilDateSchema }),
    z.strictObject({ type: z.literal('move-date-changed'), ...common, date: civilDateSchema }),
  ],
  { error: `a type of event: ${flow.events.map((type) => `"${type}"`).join(', ')}` },
);

/**
 * A stored contact. A version that this release does not know is refused, and so is a stage that the facts do not
 * tell, or a course that lacks what led to it: `decide` reads the facts and `record` the stage, and they must agree.
 */
export const stateSchema: z.ZodType<Contact> = z
  .strictObject({
    version: z.literal(1, { error: 'version 1, the only one that this release of pauta knows' }),
    move: idSchema,
    stage: z.enum(flow.stages),
    facts: factsSchema,
    seen: z.array(idSchema),
  })
  .check(({ value, issues }) => {
    const expect = (expected: string, ...path: string[]): void => {
      issues.push({ code: 'custom', message: expected, path, input: value });
    };
    const { stage, facts } = value;
    const told = stagesTold(facts);
    if (!told.includes(stage))
      expect(`${told.map((one) => `"${one}"`).join(' or ')}, the stage that the facts tell`, 'stage');
    const { course = 'asking', offered: offer, answer, foundMp } = facts;
    if (isUnderWay(course) && answer == null) expect(`the answer that led to "${course}"`, 'facts', 'answer');
    if (course === 'date-accepted' && offer?.alternative !== 1) expect('the date accepted', 'facts', 'offered');
    if (course === 'mp-found' && foundMp == null) expect('the mover who was found', 'facts', 'foundMp');
    if (facts.dateChangedAt != null && facts.chatNoteAt == null)
      expect('an instant, for the date was changed after it', 'facts', 'chatNoteAt');
  });

/** The stages that go with the facts. How near the move was is for the policy's zone to say, where the facts name none. */
function stagesTold(facts: Facts): readonly Stage[] {
  const { course = 'asking' } = facts;
  const led = course === 'mp-found' ? 'new-search' : course;
  if (led !== 'asking') return flow.stages.filter((stage) => courses[stage] === led);
  const heard = heardBy(facts, new Now(Number.POSITIVE_INFINITY));
  if (heard.reply !== null || heard.spoken !== null) return ['DIALOGUE'];
  const called: readonly Stage[] = heard.callsInVain.length > 0 ? ['CALLED_UNANSWERED'] : [];
  return heard.helpMails.length > 0 ? ['DUE', ...called, 'MAIL_SENT'] : ['DUE', ...called];
}

function isUnderWay(course: Course): boolean {
  return !['asking', 'assigned', 'refunded', 'cancelled'].includes(course);
}

const text = z.string().refine(isFilled, { error: 'a text that is not empty' });

function textWith(placeholder: string): z.ZodString {
  return text.includes(placeholder, { error: `a text with "${placeholder}" in it` });
}

/** What a business may choose, from outside: `{ "mcAddress": "mc@example.com" }`. Comes out as a policy. */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    zone: zoneSchema.exactOptional(),
    shortWait: waitSchema.exactOptional(),
    longWait: waitSchema.exactOptional(),
    calendar: calendarSchema.exactOptional(),
    callingHours: calendarSchema.nullable().exactOptional(),
    exactlyThreeDays: z.enum(['short', 'long']).exactOptional(),
    today: z.enum(['as-tomorrow', 'not-covered']).exactOptional(),
    tomorrowOverride: z.boolean().exactOptional(),
    sender: text.exactOptional(),
    helpTemplate: textWith('{id}').exactOptional(),
    refundTemplate: textWith('{id}').exactOptional(),
    chatNote: textWith('{date}').exactOptional(),
    mcAddress: text.nullable().exactOptional(),
  })
  .check(waitsAgree)
  .transform((choices) => policy(choices));
