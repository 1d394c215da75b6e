import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import { chatSchema, ticketSchema, type ChatRecord, type TicketRecord } from './formats.js';
import { faultIn } from './json-fault.js';
import { moveSchema, type MoveRecord } from './move-format.js';
import { problemsOf, shown, written, type ExpectedWord, type Problem } from './problem.js';

/** What could be read of a folder, and all that is wrong with the rest. */
export interface Records {
  readonly tickets: readonly TicketRecord[];
  readonly chats: readonly ChatRecord[];
  readonly moves: readonly MoveRecord[];
  readonly problems: readonly Problem[];
}

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

/** Whether a path is a folder whose files can be listed. */
export function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Reads `tickets`, `chats` and `moves`, each `.json` or `.jsonl`. It never throws for what is in them. */
export function readFolder(folder: string): Records {
  const names = new Set(readdirSync(folder));
  const filesOf = (kind: string): readonly string[] =>
    [`${kind}.json`, `${kind}.jsonl`].filter((name) => names.has(name));
  const tickets = readKind(folder, filesOf('tickets'), ticketSchema, 'numero', 'tickets.json', 'ticket-file');
  const chats = readKind(folder, filesOf('chats'), chatSchema, 'chat', 'chats.jsonl', 'chat-file');
  const moves = readKind(folder, filesOf('moves'), moveSchema, 'mudanza', 'moves.jsonl', 'move-file');
  return {
    tickets: tickets.values,
    chats: chats.values,
    moves: moves.values,
    problems: [...tickets.problems, ...chats.problems, ...moves.problems],
  };
}

function readKind<T extends { readonly id: string }>(
  folder: string,
  files: readonly string[],
  schema: z.ZodType<T>,
  idField: string,
  usualName: string,
  missing: ExpectedWord,
): FileRead<T> {
  if (files.length === 0) return { values: [], problems: [wholeFile(usualName, null, missing)] };
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
  try {
    const bytes = readFileSync(join(folder, file));
    // A spreadsheet puts a byte order mark in front, which the decoder leaves out; one in Latin-1 would garble names.
    return badText(file, bytes) ?? new TextDecoder().decode(bytes);
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

function wholeFile(file: string, seen: string | null, expected: ExpectedWord): Problem {
  return { file, line: null, column: null, path: '', seen, expected };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
