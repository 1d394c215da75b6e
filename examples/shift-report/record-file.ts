import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { faultIn } from './json-fault.js';
import { problemsOf, shown, written, type ExpectedWord, type Problem } from './problem.js';

/** A value of a file, and where it stands. */
interface Placed {
  readonly value: unknown;
  readonly line: number | null;
  readonly path: readonly PropertyKey[];
}

/** Values, or problems: a file is used whole or not at all. */
interface FileRead<T> {
  readonly values: readonly T[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the records of a kind from its files. It never throws for what is in them.
 *
 * @param missing what to expect where there is no file; `null`: nothing, for there need be none.
 */
export function readKind<T extends { readonly id: string }>(
  folder: string,
  files: readonly string[],
  schema: z.ZodType<T>,
  idField: string,
  usualName: string,
  missing: ExpectedWord | null,
): FileRead<T> {
  if (files.length === 0) {
    return { values: [], problems: missing === null ? [] : [wholeFile(usualName, null, missing)] };
  }
  const ids = new Set<string>();
  const reads = files.map((file) => readFile(folder, file, schema, idField, ids));
  return { values: reads.flatMap(({ values }) => values), problems: reads.flatMap(({ problems }) => problems) };
}

function readFile<T extends { readonly id: string }>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  idField: string,
  ids: Set<string>,
): FileRead<T> {
  const content = contentOf(folder, file);
  if (typeof content !== 'string') return { values: [], problems: [content] };
  const { values: placed, problems: broken } = file.endsWith('.jsonl') ? linesOf(file, content) : listOf(file, content);
  const problems = [...broken];
  const values: T[] = [];
  for (const { value, line, path } of placed) {
    const result = schema.safeParse(value);
    if (!result.success) problems.push(...problemsOf(result.error, value, { file, line, path }));
    else if (ids.has(result.data.id)) {
      const place = { file, line, column: null, path: written([...path, idField]) };
      problems.push({ ...place, seen: shown(result.data.id), expected: 'unique-id' });
    } else {
      ids.add(result.data.id);
      values.push(result.data);
    }
  }
  return problems.length === 0 ? { values, problems } : { values: [], problems: inOrder(problems) };
}

/** Broken lines are found before wrong ones; a reader goes through the file from its top. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function contentOf(folder: string, file: string): string | Problem {
  const bytes = bytesOf(folder, file);
  if (!(bytes instanceof Uint8Array)) return bytes;
  // A spreadsheet puts a byte order mark in front, which the decoder leaves out; one in Latin-1 would garble names.
  return badText(file, bytes) ?? new TextDecoder().decode(bytes);
}

/** A file as it is, or why it cannot be read. */
export function bytesOf(folder: string, file: string): Uint8Array | Problem {
  try {
    return readFileSync(join(folder, file));
  } catch (error) {
    return wholeFile(file, JSON.stringify(codeOf(error)), 'readable-file');
  }
}

/** The first line that is not UTF-8; `null`: all are. */
function badText(file: string, bytes: Uint8Array): Problem | null {
  if (isUtf8(bytes)) return null;
  for (let line = 1, from = 0; ; line++) {
    const next = bytes.indexOf(0x0a, from);
    const part = bytes.subarray(from, next === -1 ? undefined : next);
    if (!isUtf8(part)) {
      const text = new TextDecoder().decode(part);
      const seen = shown(text.slice(Math.max(0, text.indexOf('\uFFFD') - 20)));
      return { file, line, column: null, path: '', seen, expected: 'utf-8' };
    }
    from = next + 1;
  }
}

function listOf(file: string, content: string): FileRead<Placed> {
  const parsed = parse(content);
  if ('fault' in parsed) return { values: [], problems: [{ file, path: '', ...parsed.fault }] };
  if (!Array.isArray(parsed.value)) return { values: [], problems: [wholeFile(file, shown(parsed.value), 'list')] };
  return { values: parsed.value.map((value: unknown, index) => ({ value, line: null, path: [index] })), problems: [] };
}

function linesOf(file: string, content: string): FileRead<Placed> {
  const values: Placed[] = [];
  const problems: Problem[] = [];
  content.split(/\r?\n/).forEach((text, index) => {
    if (text.trim() === '') return;
    const parsed = parse(text);
    if ('fault' in parsed) problems.push({ file, path: '', ...parsed.fault, line: index + 1 });
    else values.push({ value: parsed.value, line: index + 1, path: [] });
  });
  return { values, problems };
}

function parse(
  text: string,
): { readonly value: unknown } | { readonly fault: NonNullable<ReturnType<typeof faultIn>> } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const fault = faultIn(text);
    if (fault === null) throw error;
    return { fault };
  }
}

/** A problem of the file, and not of a place in it. */
export function wholeFile(file: string, seen: string | null, expected: Problem['expected']): Problem {
  return { file, line: null, column: null, path: '', seen, expected };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
