/**
 * What the tests import as `vitest` while mutants are tried: the same words, and vitest's own `expect`, but the tests
 * are only collected. The runner runs them itself, in one process, as often as there are mutants.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
  GLOBAL_EXPECT,
} from '@vitest/expect';
import * as chai from 'chai';

/** A test as it was collected. */
export interface Collected {
  readonly id: string;
  readonly run: () => unknown;
}

/** Thrown by what cannot be done while mutants are tried: the test that wanted it is left out. */
export class LeftOut extends Error {}

type Run = (...given: readonly unknown[]) => unknown;
type Told = (name: string, first: Run | object, second?: Run | number) => void;

const path: string[] = [];
let collected: Collected[] = [];

/** Collects the tests of a file; what its loading throws is thrown. */
export function collect(file: string, load: () => unknown): readonly Collected[] {
  collected = [];
  path.splice(0, Infinity, file);
  load();
  return collected;
}

export const describe: Told & { each: typeof eachGroup } = Object.assign(group, { each: eachGroup });
export const it: Told & { each: typeof eachTest } = Object.assign(test, { each: eachTest });

function group(name: string, first: Run | object, second?: Run | number): void {
  path.push(name);
  runOf(first, second)();
  path.pop();
}

function test(name: string, first: Run | object, second?: Run | number): void {
  const title = [...path, name].join(' > ');
  const same = collected.filter(({ id }) => id === title || id.startsWith(`${title} #`)).length;
  collected.push({ id: same === 0 ? title : `${title} #${same + 1}`, run: runOf(first, second) });
}

function eachGroup(table: readonly unknown[]): Told {
  return (name, first, second) => {
    forEach(table, name, runOf(first, second), group);
  };
}

function eachTest(table: readonly unknown[]): Told {
  return (name, first, second) => {
    forEach(table, name, runOf(first, second), test);
  };
}

function forEach(table: readonly unknown[], name: string, run: Run, told: Told): void {
  for (const row of table) {
    const given: readonly unknown[] = Array.isArray(row) ? row : [row];
    told(format(name, ...given.filter((one) => typeof one !== 'object')), () => run(...given));
  }
}

/** Options may stand before what a test does. */
function runOf(first: Run | object, second?: Run | number): Run {
  const run = [first, second].find((one) => typeof one === 'function');
  if (run === undefined) throw new Error(`A test without anything to do: ${path.join(' > ')}.`);
  return run as Run;
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
chai.use((_, { addMethod }: { addMethod: (proto: object, name: string, run: FileSnapshot) => void }) => {
  // The tests that keep texts in files all stand in `test`, which the files are named from.
  addMethod(chai.Assertion.prototype, 'toMatchFileSnapshot', function (file) {
    expect(chai.util.flag(this, 'object')).toBe(readFileSync(join('test', file), 'utf8'));
  });
});

type FileSnapshot = (this: object, file: string) => void;
type Globals = Record<symbol, object>;
const globals = globalThis as unknown as Globals;
const state = { assertionCalls: 0, isExpectingAssertions: false };

export const expect = Object.assign((value: unknown, message?: string) => chai.expect(value, message), {
  ...chai.expect,
  ...globals[ASYMMETRIC_MATCHERS_OBJECT],
  hasAssertions: () => undefined,
});
setState(state, expect as never);
globals[GLOBAL_EXPECT] = expect;

/** Types are not looked at here. */
export const expectTypeOf = (): unknown => anything;
const anything: unknown = new Proxy(() => anything, { get: () => anything });

/** The example's tests alone use these, and are no part of this. */
export const afterAll = leftOut;
export const beforeAll = leftOut;

function leftOut(): never {
  throw new LeftOut('No test that needs this is run while mutants are tried.');
}
