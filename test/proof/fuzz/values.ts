import { deepFreeze } from '../../deep-freeze.js';
import { anyOddity, Deep, isHostile, isLarge, made, Oddity } from './oddities.js';
import { chance, few, pick, whole, type Random } from './random.js';
import { mutatedText } from './texts.js';

/** What mutations are made of: words of the library, and values of other inputs. */
export interface Material {
  /** The library's own literals: fields, codes, stages. */
  readonly words: readonly string[];
  /** Any other input of the same door. */
  readonly other: () => unknown;
}

type Path = readonly (string | number)[];

const numbers = [
  0,
  1,
  -1,
  0.5,
  2,
  59,
  60,
  1e3,
  86_400_000,
  1_778_680_800_000,
  -62_135_596_800_000,
  8.64e15,
  -8.64e15,
  8.64e15 + 1,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  2 ** 53 - 1,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  1e21,
  1e-7,
];
const texts = [
  '', ' ', '0', '-', 'null', 'true', '\0', '\ufeff', '\ud800', '\udfff', '😀', 'ﬃ', 'İ', '{}', '[]', '{id}', '{', '}',
  '2026-05-13', '2026-02-30', '0000-01-01', '9999-12-31', '2026-05-13T10:00:00-04:00', '2026-05-13T24:00:00Z',
  '+275760-09-13T00:00:00Z', '2026-05-13T10:00:00.123456789+14:00', 'America/Santiago', 'UTC', 'Etc/GMT+12',
  'america/santiago', '+05:30', 'PT1H30M', 'P1W', 'P1M', 'PT0.5S', 'PT99999999999999999999H', '+56912345678', 'CL', 'cl',
]; // prettier-ignore
const dangerous = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON', 'length', 'then', '']; // prettier-ignore
/** What would be seen on every object if it were written to a prototype. */
const payload = (): object => ({ polluted: true, then: null, isAdmin: true, ok: true });

/** An input, a little other than it was. The one given stays as it is. */
export function mutated(input: unknown, random: Random, material: Material): unknown {
  const tree = input instanceof Deep ? input.tree : input;
  let next = tree;
  for (let left = 1 + few(random, 6); left > 0; left--)
    next = changedAt(next, somePath(next, random), random, material);
  if (!chance(random, 0.004)) return next;
  const path = somePath(next, random);
  if (path.length === 0) return next;
  // All that stands beside the way is there once more on each level: an input is not to be larger than a machine.
  return new Deep(next, path, Math.min(pick(random, [50, 1_000, 20_000]), Math.floor(LARGEST / sizeOf(next, LARGEST))));
}

/** So many values and letters an input has at most, some single texts and oddities apart. */
export const LARGEST = 400_000;

/** How many values and letters an input holds, or `limit`, if there are more. */
export function sizeOf(input: unknown, limit: number): number {
  if (typeof input === 'string' || input instanceof Uint8Array) return Math.min(input.length + 1, limit);
  if (input instanceof Deep) return Math.min(input.times * sizeOf(input.tree, limit), limit);
  if (!isNode(input)) return input instanceof Oddity && isLarge(input) ? Math.min(LARGEST / 2, limit) : 1;
  let size = 1;
  for (const [key, value] of Object.entries(input)) {
    if (size >= limit) return limit;
    size += key.length + sizeOf(value, limit - size);
  }
  return Math.min(size, limit);
}

/** The way to some place in a tree. */
function somePath(tree: unknown, random: Random): Path {
  const path: (string | number)[] = [];
  for (let node = tree; ;) {
    const keys = isNode(node) ? Object.keys(node) : [];
    if (keys.length === 0 || chance(random, 0.25)) return path;
    const key = pick(random, keys);
    path.push(Array.isArray(node) ? Number(key) : key);
    node = (node as Record<string, unknown>)[key];
  }
}

function isNode(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Oddity);
}

function changedAt(tree: unknown, [step, ...rest]: Path, random: Random, material: Material): unknown {
  if (step === undefined) return changed(tree, random, material);
  const node = tree as Record<string | number, unknown>;
  return withField(node, step, changedAt(Object.hasOwn(node, step) ? node[step] : undefined, rest, random, material));
}

/** A copy with another value in a field; `__proto__` is a field like any other, as `JSON.parse` has it. */
function withField(node: object, key: string | number, value: unknown): object {
  const copy = copied(node);
  assigned(copy, key, value);
  return copy;
}

function assigned(node: object, key: string | number, value: unknown): void {
  if (key !== '__proto__') (node as Record<string | number, unknown>)[key] = value;
  else Object.defineProperty(node, key, { value, enumerable: true, writable: true, configurable: true });
}

function copied(node: object): object {
  // To spread defines what it copies: `__proto__` stays a field.
  return Array.isArray(node) ? [...(node as unknown[])] : { ...node };
}

function changed(node: unknown, random: Random, material: Material): unknown {
  if (chance(random, 0.15)) return anyValue(random, material);
  if (typeof node === 'number') {
    return pick(random, [node + 1, node - 1, -node, node / 2, node * 1_000, node + 0.5, String(node), new Date(Number.isFinite(node) ? node % 8.64e15 : 0).toISOString()]); // prettier-ignore
  }
  if (typeof node === 'string') {
    return chance(random, 0.4) ? pick(random, material.words) : mutatedText(node, random, material.words);
  }
  if (typeof node === 'boolean') return chance(random, 0.7) ? !node : String(node);
  if (Array.isArray(node)) return changedList(node, random, material);
  return isNode(node) ? changedObject(node, random, material) : anyValue(random, material);
}

function changedList(list: readonly unknown[], random: Random, material: Material): unknown {
  const place = few(random, list.length + 1);
  const item = list[place] ?? list[0] ?? anyValue(random, material);
  switch (whole(random, 0, 6)) {
    case 0:
      return list.toSpliced(place, 1);
    case 1:
      return [...list, item];
    case 2:
      return list.toSpliced(place, 0, anyValue(random, material));
    case 3:
      return [...list].reverse();
    case 4:
      return [...list, ...new Array<unknown>(chance(random, 0.02) ? 2_000 : 8).fill(item)];
    case 5:
      return Object.fromEntries(list.entries());
    default:
      return [];
  }
}

function changedObject(node: object, random: Random, material: Material): unknown {
  const keys = Object.keys(node);
  const key = keys.length === 0 ? '' : pick(random, keys);
  const value = Object.getOwnPropertyDescriptor(node, key)?.value as unknown;
  const rest = copied(node);
  switch (whole(random, 0, 6)) {
    case 0:
      Reflect.deleteProperty(rest, key);
      return rest;
    case 1:
      Reflect.deleteProperty(rest, key);
      return withField(rest, pick(random, material.words), value);
    case 2:
      return withField(node, pick(random, material.words), chance(random, 0.5) ? value : anyValue(random, material));
    case 3:
      return withField(node, pick(random, dangerous), chance(random, 0.5) ? payload() : value);
    case 4: {
      const other = material.other();
      return isNode(other) && !Array.isArray(other) ? Object.defineProperties(rest, enumerable(other)) : other;
    }
    case 5:
      return [node];
    default:
      return chance(random, 0.3) ? withField({}, key, node) : withField(node, key, anyValue(random, material));
  }
}

/** The fields of another object, or some of them: two inputs crossed. */
function enumerable(other: object): PropertyDescriptorMap {
  return Object.getOwnPropertyDescriptors({ ...other });
}

function anyValue(random: Random, material: Material): unknown {
  switch (whole(random, 0, 9)) {
    case 0:
    case 1:
      return pick(random, numbers);
    case 2:
    case 3:
      return pick(random, texts);
    case 4:
      return pick(random, material.words);
    case 5:
      return pick<unknown>(random, [null, true, false, [], {}]);
    case 6:
      return withField({}, pick(random, dangerous), payload());
    case 7:
      return chance(random, 0.5) ? anyOddity(random) : null;
    default: {
      const other = material.other();
      return valueAt(other, somePath(other, random));
    }
  }
}

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], tree);
}

/** What a door is given: a copy of its own, in which oddities are what they name. `isFrozen`: to change it throws. */
export function realised(input: unknown, isFrozen: boolean): unknown {
  if (input instanceof Deep) return deepened(input);
  const value = realisedNode(input);
  // What fails when it is looked at cannot be frozen either.
  return isFrozen && !isHostile(input) ? deepFreeze(value) : value;
}

function realisedNode(node: unknown): unknown {
  if (node instanceof Oddity) return made(node);
  if (!isNode(node)) return node;
  if (Array.isArray(node)) return node.map(realisedNode);
  const copy = {};
  for (const [key, value] of Object.entries(node)) assigned(copy, key, realisedNode(value));
  return copy;
}

function deepened({ tree, path, times }: Deep): unknown {
  const base = realisedNode(tree);
  let deep = base;
  for (let left = times; left > 0; left--) deep = placed(base, path, deep);
  return deep;
}

function placed(tree: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined || !isNode(tree)) return value;
  return withField(tree, step, placed((tree as Record<string | number, unknown>)[step], rest, value));
}
