import * as z from 'zod';
import { refusing } from '../kernel/faults-schema.js';
import { isFilled } from '../kernel/filled.js';
import { calendarSchema, idSchema, instantSchema, waitsAgree, waitSchema, zoneSchema } from '../kernel/schema.js';
import { contradictionsOf, loadingContradictionsOf } from './consistency.js';
import type { IntakeFacts } from './intake.js';
import { loadingFlow, type Loading, type LoadingEvent } from './loading.js';
import { flow } from './machine.js';
import type { Conversation, Event, Facts } from './model.js';
import { faultsOf } from './faults.js';
import { defaultPolicy, policy, roles, type Policy, type PolicyChoices } from './policy.js';

export { read, type Problem, type Read } from '../kernel/schema.js';

const instantOrNull = instantSchema.nullable().exactOptional();
const text = z.string({ error: 'a text' });
const nameOrNull = text.nullable().exactOptional();
const message = z.strictObject({ id: idSchema, at: instantSchema });
const reach = z
  .strictObject({
    at: instantSchema,
    ids: z.array(idSchema).refine(isFilled, { error: 'one id at least' }).meta({ minItems: 1 }),
  })
  .nullable()
  .exactOptional();

const closingSteps = ['standard-reply', 'reactivate-bot', 'click-close'] as const;
const courses = ['open', 'support', 'investigating', 'solved', 'closed-out'] as const;

/** The facts of a conversation, from outside. */
export const factsSchema: z.ZodType<Facts> = z.strictObject({
  section: nameOrNull,
  agent: nameOrNull,
  department: nameOrNull,
  tags: z.array(text, { error: 'a list of tags' }).exactOptional(),
  course: z.enum(courses).exactOptional(),
  heldBy: idSchema.nullable().exactOptional(),
  botAnsweredAt: instantOrNull,
  botSilentAt: instantOrNull,
  hookedAt: instantOrNull,
  commentedAt: instantOrNull,
  openComments: z.array(idSchema, { error: 'a list of ids' }).exactOptional(),
  calledAt: instantOrNull,
  locatedAt: instantOrNull,
  caseTextSentAt: instantOrNull,
  solvedAt: instantOrNull,
  closing: z.array(z.enum(closingSteps), { error: 'a list of closing steps' }).exactOptional(),
  closedOutAt: instantOrNull,
  lastMessage: reach,
  botSeen: reach,
  handedOffAt: instantOrNull,
});

const common = { id: idSchema, at: instantSchema, contact: idSchema };

/** An event of a conversation, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('user-message'), ...common, notSolved: z.boolean().exactOptional() }),
    z.strictObject({ type: z.literal('bot-answered'), ...common, to: message.exactOptional() }),
    z.strictObject({
      type: z.enum([
        'bot-silent',
        'hooked',
        'comment-question',
        'support-ticket',
        'user-called',
        'user-located',
        'no-immediate-solution',
        'case-text-sent',
      ]),
      ...common,
    }),
    z.strictObject({ type: z.literal('comment-answered'), ...common, comment: idSchema }),
    z.strictObject({ type: z.literal('section-set'), ...common, section: text.nullable() }),
    z.strictObject({ type: z.literal('agent-set'), ...common, agent: text.nullable(), department: nameOrNull }),
    z.strictObject({ type: z.literal('tags-set'), ...common, tags: z.array(text, { error: 'a list of tags' }) }),
    z.strictObject({
      type: z.enum(['solved', 'standard-reply-sent', 'click-close']),
      ...common,
      by: idSchema,
    }),
    z.strictObject({
      type: z.literal('bot-reactivated'),
      ...common,
      by: idSchema,
      after: idSchema.nullable().exactOptional(),
    }),
    z.strictObject({
      type: z.enum(['taken-over', 'given-back']),
      ...common,
      by: idSchema,
      after: idSchema.nullable(),
    }),
  ],
  { error: `a type of event: ${flow.events.map((type) => `"${type}"`).join(', ')}` },
);

const version = z.literal(1, { error: 'version 1, the only one that this release of pauta knows' });

/**
 * A stored conversation. A version that this release does not know is refused, and so is a stage that the facts do not
 * tell, or a conversation that was closed out and still has an agent, or lacks a step: `decide` reads the facts and
 * `record` the stage, and they must agree.
 */
export const stateSchema: z.ZodType<Conversation> = z
  .strictObject({
    version,
    contact: idSchema,
    stage: z.enum(flow.stages),
    facts: factsSchema,
    seen: z.array(idSchema),
  })
  .check(refusing(contradictionsOf));

/** The facts of a contact's way into the CRM, from outside. */
export const intakeFactsSchema: z.ZodType<IntakeFacts> = z.strictObject({
  contact: idSchema,
  hasWelcomeEvents: z.boolean().exactOptional(),
  endedAt: instantOrNull,
  wroteAgainAt: instantOrNull,
  taggedByHandAt: instantOrNull,
  isKnown: z.boolean().exactOptional(),
  uploadFlag: nameOrNull,
  failedAt: instantOrNull,
  taggedAt: instantOrNull,
  askedAt: instantOrNull,
  answeredAt: instantOrNull,
  surveySentAt: instantOrNull,
  surveyAnsweredAt: instantOrNull,
  loadedAt: instantOrNull,
});

/** An event on a contact's way into the CRM, from outside. */
export const loadingEventSchema: z.ZodType<LoadingEvent> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      type: z.enum([
        'user-message',
        'tag-added',
        'contact-requested',
        'data-given',
        'contact-known',
        'automation-failed',
        'survey-sent',
        'survey-answered',
        'loaded',
      ]),
      ...common,
    }),
    z.strictObject({ type: z.literal('conversation-ended'), ...common, hasWelcomeEvents: z.boolean() }),
    z.strictObject({ type: z.literal('tag-added-by-hand'), ...common, tag: text }),
    z.strictObject({ type: z.literal('upload-flag-set'), ...common, value: text.nullable() }),
  ],
  { error: `a type of event: ${loadingFlow.events.map((type) => `"${type}"`).join(', ')}` },
);

/**
 * A stored way of a contact into the CRM. Refused is, beside a version that is unknown, a stage that the facts do not
 * tell.
 */
export const loadingSchema: z.ZodType<Loading> = z
  .strictObject({
    version,
    stage: z.enum(loadingFlow.stages),
    facts: intakeFactsSchema,
    wroteAt: z.array(instantSchema),
    seen: z.array(idSchema),
  })
  .check(refusing(loadingContradictionsOf));

const someText = z.string().refine(isFilled, { error: 'a text that is not empty' });
const names = z.array(someText, { error: 'a list of names' });
const hour = z.int({ error: 'a whole hour, 0 to 23' }).min(0).max(23);
const greeting = z.strictObject({ from: hour, text: someText }).exactOptional();
const user = z.strictObject({
  name: someText,
  role: z.enum(roles),
  topics: names,
  supervisor: someText.exactOptional(),
});

/**
 * What a business may choose, from outside: `{ "centralPhone": "…", "crmDelay": { "minutes": 30 } }`. Comes out as a
 * policy.
 */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    zone: zoneSchema.exactOptional(),
    forbiddenSections: names.exactOptional(),
    classifyClosedOut: z.boolean().exactOptional(),
    hookSnippet: z.int({ error: 'the number of a snippet' }).min(1).exactOptional(),
    closeOrder: z.enum(['strict', 'any']).exactOptional(),
    closers: z.enum(['assigned-agent', 'assigned-agent-or-administrator']).exactOptional(),
    crmDelay: waitSchema.exactOptional(),
    calendar: calendarSchema.exactOptional(),
    crmTag: someText.exactOptional(),
    uploadFlag: someText.exactOptional(),
    resumption: z.enum(['restarts', 'goes-on']).exactOptional(),
    manualTag: z.enum(['at-once', 'after-delay']).exactOptional(),
    centralPhone: someText.nullable().exactOptional(),
    networks: names.exactOptional(),
    users: z.array(user).exactOptional(),
    templates: z
      .strictObject({
        'case-3': someText.exactOptional(),
        closing: someText.exactOptional(),
        'contact-request': someText.exactOptional(),
        'capture-call': someText.exactOptional(),
        'central-phone': someText.exactOptional(),
      })
      .exactOptional(),
    greetings: z.strictObject({ morning: greeting, afternoon: greeting, night: greeting }).exactOptional(),
  })
  .check(
    refusing(({ users = defaultPolicy.users, templates, greetings }: PolicyChoices) =>
      faultsOf({
        users,
        templates: { ...defaultPolicy.templates, ...templates },
        greetings: { ...defaultPolicy.greetings, ...greetings },
      }),
    ),
  )
  .check(waitsAgree)
  .transform((choices) => policy(choices));
