import { policySchema } from 'pauta/pending/schema';
import * as z from 'zod';

const secret = z.string({ error: 'is missing' }).min(16, 'must have 16 characters or more');

/** What is set from outside. Secrets come from the environment and nowhere else. */
const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.string().optional(),
  /** The folder of the embedded database; `memory://` keeps nothing. */
  STORE: z.string().default('store'),
  /** The folder with `agents.json` and `portfolio/<account>.csv`. */
  DESK: z.string().default('data'),
  APP_SECRET: secret,
  VERIFY_TOKEN: secret,
  BOT_TOKEN: secret,
  INBOX_USER: z.string().min(1).default('inbox'),
  INBOX_PASSWORD: secret,
  PENDING_POLICY: z
    .string()
    .default('{}')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('must be JSON: {"aiWindow":{"minutes":5}}');
        return z.NEVER;
      }
    })
    .pipe(policySchema),
});

export type Settings = z.infer<typeof schema>;

/** Reads the environment, or says everything that is wrong with it. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings | readonly string[] {
  // A line such as `DATABASE_URL=` in an environment file means: not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  return result.success ? result.data : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
}
