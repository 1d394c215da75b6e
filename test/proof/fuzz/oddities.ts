import { pick, type Random } from './random.js';

/**
 * A value that JSON cannot write, by its name: inputs stay plain data that can be copied, mutated and printed, and
 * become what they name when a door is called.
 */
export class Oddity {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** A tree that holds itself, `times` deep, in the place where `path` leads: deeper than any stack. */
export class Deep {
  readonly tree: unknown;
  readonly path: readonly (string | number)[];
  readonly times: number;
  constructor(tree: unknown, path: readonly (string | number)[], times: number) {
    this.tree = tree;
    this.path = path;
    this.times = times;
  }
}

class Instance {
  readonly type = 'client-message';
}

function thrown(): never {
  throw new Error('a trap');
}

const traps: ProxyHandler<object> = {
  get: thrown,
  has: thrown,
  ownKeys: thrown,
  getOwnPropertyDescriptor: thrown,
  getPrototypeOf: thrown,
};

/** They answer, oddly. */
const strange: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  '-Infinity': () => Number.NEGATIVE_INFINITY,
  '-0': () => -0,
  bigint: () => 2n ** 64n,
  symbol: () => Symbol('odd'),
  function: () => thrown,
  Date: () => new Date(0),
  'Invalid Date': () => new Date(Number.NaN),
  Map: () => new Map([['type', 'client-message']]),
  Set: () => new Set([1]),
  RegExp: () => /a/g,
  'boxed text': () => new String('client'),
  'boxed number': () => new Number(1),
  'typed array': () => new Uint8Array(0),
  instance: () => new Instance(),
  'null prototype': () => Object.assign(Object.create(null) as object, { type: 'client-message', id: '1', at: 0 }),
  inheriting: () => Object.create({ type: 'client-message', id: '1', at: 0 }) as unknown,
  'sparse list': () => Object.assign(new Array<unknown>(1_000), { 7: 'a' }),
  'list with fields': () => Object.assign(['a'], { type: 'x', __proto__: null }),
  thenable: () => ({ then: thrown }),
  'transparent proxy': () => new Proxy({ type: 'client-message', id: '1', at: 0 }, {}),
  'long text': () => 'x'.repeat(100_000),
  'long digits': () => '7'.repeat(100_000),
  'wide list': () => new Array<number>(20_000).fill(0),
  'wide object': () => Object.fromEntries(Array.from({ length: 5_000 }, (_, place) => [`k${place}`, place])),
};

/** They fail when they are looked at, hold themselves, or have another answer each time. */
const hostile: Readonly<Record<string, () => unknown>> = {
  'throwing getter': () => Object.defineProperty({}, 'type', { enumerable: true, get: thrown }),
  'changing getter': () => {
    let times = 0;
    return Object.defineProperty({ id: '1', at: 0 }, 'type', {
      enumerable: true,
      get: () => (times++ % 2 === 0 ? 'client-message' : 7),
    });
  },
  'throwing proxy': () => new Proxy({}, traps),
  'throwing list proxy': () => new Proxy([], traps),
  'revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'throwing toJSON': () => ({ toJSON: thrown, at: 1 }),
  'throwing toString': () => ({ toString: thrown, valueOf: thrown, [Symbol.toPrimitive]: thrown }),
  'throwing iterator': () => Object.assign([1], { [Symbol.iterator]: thrown }),
  'object that holds itself': () => {
    const self: Record<string, unknown> = { lastMessage: 'none' };
    return Object.assign(self, { facts: self, next: { from: 0, facts: self }, given: self });
  },
  'list that holds itself': () => {
    const self: unknown[] = [];
    self.push(self);
    return self;
  },
};

const names = [...Object.keys(strange), ...Object.keys(hostile)];

export function anyOddity(random: Random): Oddity {
  return new Oddity(pick(random, names));
}

/** What an oddity names. */
export function made({ name }: Oddity): unknown {
  const make = strange[name] ?? hostile[name];
  if (make === undefined) throw new Error(`No oddity is called ${name}.`);
  return make();
}

/** Whether it is thousands of times as large as its name. */
export function isLarge({ name }: Oddity): boolean {
  return /^(long|wide)/.test(name);
}

/** Whether a value holds something that fails when it is looked at, or that nothing which looks into it can bear. */
export function isHostile(input: unknown): boolean {
  if (input instanceof Deep) return true;
  if (input instanceof Oddity) return Object.hasOwn(hostile, input.name);
  return typeof input === 'object' && input !== null && Object.values(input).some(isHostile);
}
