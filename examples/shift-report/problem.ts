import type { kernel } from 'pauta';
import type * as z from 'zod';

/** What should have been there, in a form that both languages have words for. */
export type ExpectedWord =
  | 'ticket-file'
  | 'chat-file'
  | 'move-file'
  | 'agent-file'
  | 'portfolio-file'
  | 'readable-file'
  | 'utf-8'
  | 'list'
  | 'object'
  | 'text'
  | 'id'
  | 'unique-id'
  | 'instant'
  | 'deadline'
  | 'boolean'
  | 'same-move'
  | 'same-contact'
  | 'contact-state'
  | 'no-such-field'
  | 'json-value'
  | 'json-key'
  | 'json-colon'
  | 'json-comma-or-brace'
  | 'json-comma-or-bracket'
  | 'json-string'
  | 'json-end';

/** One thing that is wrong with an export. */
export interface Problem {
  readonly file: string;
  /** Counted from 1; `null`: the path says where. */
  readonly line: number | null;
  /** Counted from 1; only for broken JSON. */
  readonly column: number | null;
  /** `[12].plazo`; empty for the whole. */
  readonly path: string;
  /** As JSON; `null`: there was nothing. */
  readonly seen: string | null;
  /**
   * A list: one of these values. What a schema of the library expects stands in its own words, which are English; of a
   * portfolio, it says in both languages what to do.
   */
  readonly expected: ExpectedWord | readonly string[] | { readonly byLibrary: string } | kernel.Sentence;
}

/** Something that was used, and should be looked at all the same. */
export interface Notice {
  readonly file: string;
  readonly lines: readonly number[];
  /** As JSON; `null`: the lines themselves. */
  readonly about: string | null;
  readonly note: kernel.Sentence;
}

/** Where a problem is: `tickets.json [12].plazo`, `chats.jsonl:45 eventos[3].cuando`, `tickets.json:87:14`. */
export function placeOf({ file, line, column, path }: Problem): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return path === '' ? place : `${place} ${path}`;
}

/** `portfolio.csv:12,15,40`, cut to a readable length. */
export function placesOf({ file, lines }: Notice): string {
  return `${file}:${lines.slice(0, 5).join(',')}${lines.length > 5 ? ',…' : ''}`;
}

/** What zod found, without zod's words: those are in English only. */
export function problemsOf(
  error: z.ZodError,
  input: unknown,
  at: Pick<Problem, 'file' | 'line'> & { readonly path: readonly PropertyKey[] },
): readonly Problem[] {
  const problem = (path: readonly PropertyKey[], expected: Problem['expected']): Problem => ({
    file: at.file,
    line: at.line,
    column: null,
    path: written([...at.path, ...path]),
    seen: shown(valueAt(input, path)),
    expected,
  });
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => problem([...issue.path, key], 'no-such-field'))
      : [problem(issue.path, expectationOf(issue))],
  );
}

/**
 * Our schemas give an `ExpectedWord` as their message, or values with bars between, where zod has no list of them;
 * those of the library give a sentence; and where neither says anything, zod's own words begin with "Invalid".
 */
function expectationOf(issue: z.core.$ZodIssue): Problem['expected'] {
  const { message } = issue;
  if (!message.startsWith('Invalid')) {
    if (message.includes('|')) return message.split('|');
    return message.includes(' ') ? { byLibrary: message } : (message as ExpectedWord);
  }
  if (issue.code === 'invalid_value') return issue.values.map(String);
  const types: Readonly<Record<string, ExpectedWord>> = { object: 'object', array: 'list', boolean: 'boolean' };
  return (issue.code === 'invalid_type' ? types[issue.expected] : undefined) ?? { byLibrary: message };
}

/** `[12].plazo` */
export function written(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (Object(value) as Record<PropertyKey, unknown>)[step], input);
}

/** A value as JSON, cut to a readable length; `null` for what is not there. */
export function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
