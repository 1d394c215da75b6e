import type { ExpectedWord } from './problem.js';

/** Where a text stops being JSON. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  /** What stands there, as JSON; `null`: the text ends. */
  readonly seen: string | null;
  readonly expected: ExpectedWord;
}

type Awaited = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

const space = /[ \t\n\r]*/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds the first place at which a text is not JSON; `null`: it is. `JSON.parse` tells the position only in some of
 * its messages, and in other words in each version of Node, so it is asked first and this only when it refuses.
 * It keeps its own stack: a file of a million brackets must not end the program.
 */
export function faultIn(text: string): Fault | null {
  const open: ('{' | '[')[] = [];
  let awaited = 'value' as Awaited;
  let offset = 0;

  const closed = (): Awaited => (open.length === 0 ? 'end' : 'comma');
  const fault = (at: number, expected: ExpectedWord): Fault => ({ ...positionOf(text, at), expected });

  for (;;) {
    offset = endOf(space, text, offset) ?? offset;
    const next = text[offset];
    const container = open.at(-1);
    if (awaited === 'end') return next === undefined ? null : fault(offset, 'json-end');

    if ((awaited === 'first-key' && next === '}') || (awaited === 'first-value' && next === ']')) {
      open.pop();
      awaited = closed();
      offset += 1;
    } else if (awaited === 'comma') {
      if (next === (container === '{' ? '}' : ']')) {
        open.pop();
        awaited = closed();
      } else if (next === ',') awaited = container === '{' ? 'key' : 'value';
      else return fault(offset, container === '{' ? 'json-comma-or-brace' : 'json-comma-or-bracket');
      offset += 1;
    } else if (awaited === 'colon') {
      if (next !== ':') return fault(offset, 'json-colon');
      awaited = 'value';
      offset += 1;
    } else if (next === '"') {
      const { end, isWhole } = stringFrom(text, offset);
      if (!isWhole) return fault(end, 'json-string');
      awaited = awaited === 'key' || awaited === 'first-key' ? 'colon' : closed();
      offset = end;
    } else if (awaited === 'key' || awaited === 'first-key') {
      return fault(offset, 'json-key');
    } else if (next === '{' || next === '[') {
      open.push(next);
      awaited = next === '{' ? 'first-key' : 'first-value';
      offset += 1;
    } else {
      const end = endOf(scalar, text, offset);
      if (end === null) return fault(offset, 'json-value');
      awaited = closed();
      offset = end;
    }
  }
}

function endOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** The end of the string that begins at an offset, or the place at which it breaks off. */
function stringFrom(text: string, from: number): { readonly end: number; readonly isWhole: boolean } {
  let at = from + 1;
  for (;;) {
    const character = text[at];
    if (character === '"') return { end: at + 1, isWhole: true };
    if (character === undefined || character < ' ') return { end: at, isWhole: false };
    const after = character === '\\' ? endOf(escape, text, at) : at + 1;
    if (after === null) return { end: at, isWhole: false };
    at = after;
  }
}

function positionOf(text: string, offset: number): Pick<Fault, 'line' | 'column' | 'seen'> {
  const before = text.slice(0, offset).split('\n');
  const rest = text.slice(offset, offset + 20).split('\n')[0] ?? '';
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    seen: offset === text.length ? null : JSON.stringify(rest === '' ? '\n' : rest),
  };
}
