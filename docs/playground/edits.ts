import type { Json } from 'pauta/spec';
import { isRecord } from './form.js';

/** Where a value stands in what is given: names of fields, and places in lists. */
export type Path = readonly (string | number)[];

/** A path as the door writes it: `given.insistences[0].deadline`. */
export function pathText(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The name of the field that stands in a place: of an item of a list, that of the list; empty for the whole. */
export function nameOf(path: Path): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

/** The value with another in one place. */
export function put(whole: Json, path: Path, value: Json): Json {
  return changed(whole, path, (parent, last) =>
    Array.isArray(parent)
      ? parent.map((item: Json, index) => (index === last ? value : item))
      : { ...(parent as object), [last]: value },
  );
}

/** The value without what stands in one place. */
export function drop(whole: Json, path: Path): Json {
  return changed(whole, path, (parent, last) =>
    Array.isArray(parent)
      ? parent.filter((_, index) => index !== last)
      : Object.fromEntries(Object.entries(parent as object).filter(([name]) => name !== last)),
  );
}

/** The value with one more item at the end of the list in one place. */
export function append(whole: Json, path: Path, item: Json): Json {
  return path.length === 0 ? [...(whole as Json[]), item] : put(whole, path, [...(at(whole, path) as Json[]), item]);
}

/** The value with an item of a list one place further up (-1) or down (1); the value itself at either end. */
export function move(whole: Json, path: Path, by: -1 | 1): Json {
  const index = Number(path.at(-1));
  const list = at(whole, path.slice(0, -1));
  if (!Array.isArray(list) || index + by < 0 || index + by >= list.length) return whole;
  const items = [...(list as Json[])];
  const [item = null] = items.splice(index, 1);
  items.splice(index + by, 0, item);
  return path.length === 1 ? items : put(whole, path.slice(0, -1), items);
}

/** The value with another name for one field, in its place; the value itself where the name is taken or empty. */
export function rename(whole: Json, path: Path, name: string): Json {
  return changed(whole, path, (parent, last) =>
    !isRecord(parent) || name === '' || Object.hasOwn(parent, name)
      ? parent
      : Object.fromEntries(Object.entries(parent).map(([key, value]) => [key === last ? name : key, value])),
  );
}

/** What stands in a place; `undefined` where nothing does. */
export function at(whole: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, step) =>
      Array.isArray(value) ? (value as Json[])[Number(step)] : isRecord(value) ? value[step] : undefined,
    whole,
  );
}

function changed(whole: Json, path: Path, change: (parent: Json, last: string | number) => Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return whole;
  if (rest.length === 0) return change(whole, step);
  const inner = changed(at(whole, [step]) ?? {}, rest, change);
  return put(whole, [step], inner);
}
