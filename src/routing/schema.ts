import * as z from 'zod';
import { isFilled } from '../kernel/filled.js';
import { idSchema, instantSchema } from '../kernel/schema.js';
import type { Configuration, ConfigurationEvent, Settings } from './configuration.js';
import type { Agent, Contact, Event, Mode, Stage, Team, Upload } from './model.js';
import { phonesIn } from './phones.js';
import { policy, type Policy } from './policy.js';
import type { Portfolio } from './portfolio.js';
import { fromJson } from './stored.js';

export { read, type Problem, type Read } from '../kernel/schema.js';

/** zod drops this key of a record without a word: here it is refused. */
const lost = '__proto__';

function another(of: string): string {
  return `another id: no ${of} can be kept under this one`;
}

/** A record by ids from outside. */
function byId<T>(value: z.ZodType<T>, of: string): z.ZodType<Readonly<Record<string, T>>> {
  return z
    .unknown()
    .check(({ value: input, issues }) => {
      if (typeof input === 'object' && input !== null && Object.hasOwn(input, lost)) {
        issues.push({ code: 'custom', message: another(of), path: [lost], input });
      }
    })
    .pipe(z.record(z.string(), value));
}

const mode: z.ZodType<Mode> = z.enum(['off', 'enabled', 'auto-assign']);
const modes = byId(mode, 'account');

const agentSchema: z.ZodType<Agent> = z.strictObject({
  enabled: z.boolean(),
  modes,
  saved: z.boolean(),
  connected: z.boolean(),
  available: z.boolean(),
});

/** All users by their id, from outside. */
export const teamSchema: z.ZodType<Team> = byId(agentSchema, 'agent');

/** A client who writes, from outside. Whether `from` is an identifier of the account, `decide` says. */
export const contactSchema: z.ZodType<Contact> = z.strictObject({
  account: idSchema,
  from: z.string().nullable(),
  openWith: idSchema.nullable().exactOptional(),
});

const occurrence = { id: idSchema, at: instantSchema, by: z.enum(['administrator', 'agent']).exactOptional() };
const count = z.int({ error: 'a number of rows, 0 or more' }).nonnegative();
const kind = z.enum(['whatsapp', 'email']);

/** An event of an upload, from outside. */
export const eventSchema: z.ZodType<Event> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('select-account'), ...occurrence, account: idSchema, kind }),
    z.strictObject({ type: z.literal('choose-file'), ...occurrence, fileName: z.string() }),
    z.strictObject({ type: z.literal('map-columns'), ...occurrence, complete: z.boolean() }),
    z.strictObject({ type: z.literal('validate'), ...occurrence, badRows: count, conflicts: count }),
    z.strictObject({ type: z.enum(['upload', 'view', 'cancel']), ...occurrence }),
  ],
  {
    error: 'a type of event: "select-account", "choose-file", "map-columns", "validate", "upload", "view" or "cancel"',
  },
);

const seen = z.array(idSchema);
const version = z.literal(1, { error: 'version 1, the only one that this release of pauta knows' });

/** What is known of an upload at each stage. */
const known: Readonly<Record<Stage, 'nothing' | 'account' | 'file'>> = {
  IDLE: 'nothing',
  ACCOUNT_SELECTED: 'account',
  FILE_CHOSEN: 'file',
  MAPPED: 'file',
  VALIDATED: 'file',
  REJECTED: 'file',
  LOADED: 'file',
  VERIFIED: 'file',
};

/** A stored upload. A version that this release does not know is refused, and so is one whose stage and columns disagree. */
export const stateSchema: z.ZodType<Upload> = z
  .strictObject({
    version,
    stage: z.enum(Object.keys(known) as Stage[]),
    account: idSchema.nullable(),
    kind: kind.nullable(),
    fileName: z.string().nullable(),
    seen,
  })
  .check(({ value, issues }) => {
    const expect = (field: keyof Upload, isThere: boolean): void => {
      if ((value[field] === null) !== isThere) return;
      const expected = isThere ? 'a value' : 'null';
      issues.push({
        code: 'custom',
        message: `${expected}, for the stage is ${value.stage}`,
        path: [field],
        input: value,
      });
    };
    const knows = known[value.stage];
    expect('account', knows !== 'nothing');
    expect('kind', knows !== 'nothing');
    expect('fileName', knows === 'file');
  });

const settings: z.ZodType<Settings> = z.strictObject({ enabled: z.boolean(), modes });

/** A stored configuration of a user. One that is `SAVED` shows what was saved. */
export const configurationSchema: z.ZodType<Configuration> = z
  .strictObject({ version, user: idSchema, stage: z.enum(['SAVED', 'DIRTY']), saved: settings, shown: settings, seen })
  .check(({ value, issues }) => {
    if (value.stage === 'DIRTY' || isSame(value.saved, value.shown)) return;
    issues.push({
      code: 'custom',
      message: 'the settings saved, for the stage is SAVED',
      path: ['shown'],
      input: value,
    });
  });

function isSame(a: Settings, b: Settings): boolean {
  const accounts = [...Object.keys(a.modes), ...Object.keys(b.modes)];
  return a.enabled === b.enabled && accounts.every((account) => a.modes[account] === b.modes[account]);
}

/** A configuration keeps its accounts in a record. */
const keptAccount = idSchema.refine((id) => id !== lost, { error: another('account') });

/** An event of a user's configuration, from outside. */
export const configurationEventSchema: z.ZodType<ConfigurationEvent> = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.enum(['toggle', 'save', 'leave']), ...occurrence }),
    z.strictObject({ type: z.literal('set-mode'), ...occurrence, account: keptAccount, mode }),
  ],
  { error: 'a type of event: "toggle", "set-mode", "save" or "leave"' },
);

/** A stored portfolio: what `JSON.stringify` made of it, parsed. Comes out as a portfolio. */
export const portfolioSchema: z.ZodType<Portfolio> = z.unknown().transform((value, context) => {
  const restored = fromJson(value);
  if (restored.ok) return restored.value;
  for (const { path, expected } of restored.problems) {
    const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/\d/.test(step) ? Number(step) : step));
    context.issues.push({ code: 'custom', message: expected, path: steps, input: value });
  }
  return z.NEVER;
});

const digits = z.int({ error: 'a whole number from 1 to 20' }).min(1).max(20);

const country = z.string({ error: 'a country of two letters: "CL"' }).transform((code, context) => {
  try {
    return phonesIn(code);
  } catch {
    context.addIssue('a country of two letters whose numbers are known: "CL"');
    return z.NEVER;
  }
});

/**
 * What a business may choose, from outside: `{ "country": "CL", "delimiters": [",", ";"] }`. Comes out as a policy;
 * `country` becomes `phones`.
 */
export const policySchema: z.ZodType<Policy> = z
  .strictObject({
    usable: z.enum(['connected-and-available', 'connected-or-available']).exactOptional(),
    supervisorNeedsConnection: z.boolean().exactOptional(),
    reuploadMode: z.enum(['merge', 'replace']).exactOptional(),
    duplicateConflict: z.enum(['reject', 'last-wins']).exactOptional(),
    emailCase: z.enum(['insensitive', 'domain-only']).exactOptional(),
    phoneDigits: z
      .strictObject({ min: digits, max: digits })
      .refine(({ min, max }) => min <= max, { error: 'a range: min no greater than max' })
      .exactOptional(),
    country: country.nullable().exactOptional(),
    samePerson: z.enum(['apart', 'recognised']).exactOptional(),
    newUserEnabled: z.boolean().exactOptional(),
    delimiters: z
      .array(z.enum([',', ';', '\t']))
      .refine(isFilled, { error: 'at least one delimiter' })
      .exactOptional(),
  })
  .transform(({ country: phones, ...choices }) => policy({ ...choices, ...(phones === undefined ? {} : { phones }) }));
