import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { suiteIn, type Loaded, type Suite } from './suite.js';
import type { Collected } from './vitest.js';

/** What Stryker's instrumented sources ask, and keep, as they run. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { readonly static: Hits; readonly perTest: Readonly<Record<string, Hits>> };
}
type Hits = Readonly<Record<string, number>>;

/** What the dry run saw: the milliseconds that each test took, and which tests come upon each mutant. */
interface Seen {
  readonly times: Readonly<Record<string, number>>;
  readonly covering: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds until the tests of a file are collected. */
  readonly loads: Readonly<Record<string, number>>;
}

/**
 * A mutant that is still alive after so many milliseconds of processor time has survived: none is called killed that no
 * test killed.
 */
const PATIENCE = Number(process.env['MUTATION_PATIENCE'] ?? 6_000);
/** A test that takes longer is left out. */
const LONGEST = 6_000;
/** Where the dry run leaves what it saw to the other processes: beside the sources, in Stryker's copy of the project. */
const SEEN = 'seen-by-the-suite.json';

/**
 * Runs the tests for Stryker in one process: thousands of mutants in the time in which a runner that starts afresh for
 * each tries hundreds. A mutant that acts while its module is loaded (a row of a table) gets the modules evaluated
 * anew; any other is switched on beneath loaded ones, and its killer must pass again once it is switched off.
 */
class Runner implements TestRunner {
  private suite: Suite | null = null;
  private loaded: Loaded | null = null;
  private seen: Seen | null = null;
  /** The tests that killed the last mutants of a source: they are likely to kill the next. */
  private readonly killers = new Map<string, string[]>();

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.suite = await suiteIn(process.cwd());
  }

  async dryRun({ files: mutated = [] }: DryRunOptions): Promise<DryRunResult> {
    const suite = this.ready();
    const sources = mutated.map((path) => relative(process.cwd(), path));
    const loaded = suite.evaluate();
    const tests: TestResult[] = [];
    const loads: Record<string, number> = {};
    for (const [file, rests] of suite.files) {
      if (!sources.some((source) => rests.has(source))) continue;
      for (const test of loaded.tests(file)) tests.push(await firstRun(test));
      // Alone, with all that it imports: so it is loaded for a mutant that acts at load.
      const began = performance.now();
      suite.evaluate().tests(file);
      loads[file] = performance.now() - began;
    }
    const { perTest = {}, static: loading = {} } = instrumented().mutantCoverage ?? {};
    const seen = seenIn(tests, perTest, loads);
    writeFileSync(SEEN, JSON.stringify(seen));
    this.seen = seen;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { perTest, static: loading } };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, sandboxFileName, testFilter, hitLimit, mutantActivation } = options;
    const source = relative(process.cwd(), sandboxFileName);
    const began = performance.now();
    const state = instrumented();
    state.hitLimit = hitLimit;
    state.hitCount = hitLimit === undefined ? undefined : 0;
    // To a process that is still fresh Stryker does not say that it is to load anew: it has nothing loaded yet.
    const result =
      mutantActivation === 'static'
        ? await this.tryLoading(activeMutant.id, source)
        : await this.trySwitching(activeMutant.id, source, testFilter ?? []);
    state.activeMutant = undefined;
    const duration = performance.now() - began;
    const { hitCount } = state;
    if (hitCount !== undefined && hitLimit !== undefined && hitCount > hitLimit) {
      return { status: MutantRunStatus.Timeout, reason: `Came by ${hitCount} times, ${hitLimit} at most`, duration };
    }
    if (result.killer === null) return { status: MutantRunStatus.Survived, nrOfTests: result.tried, duration };
    const [killer, failureMessage] = result.killer;
    const before = this.killers.get(source) ?? [];
    this.killers.set(source, [killer, ...before.filter((id) => id !== killer)].slice(0, 6));
    return { status: MutantRunStatus.Killed, killedBy: [killer], failureMessage, nrOfTests: result.tried, duration };
  }

  /** The mutant acts from the first line that is loaded. */
  private async tryLoading(mutant: string, source: string): Promise<Trial> {
    const suite = this.ready();
    this.loaded = null;
    instrumented().activeMutant = mutant;
    const loaded = suite.evaluate();
    return this.tried(this.candidates(mutant, source, null), (id) => testOf(loaded, id));
  }

  /** The mutant acts beneath what is loaded already, and once more where what was loaded has lost its innocence. */
  private async trySwitching(mutant: string, source: string, filter: readonly string[]): Promise<Trial> {
    const candidates = this.candidates(mutant, source, filter);
    for (const isFresh of [this.loaded === null, true]) {
      const loaded = isFresh || this.loaded === null ? this.ready().evaluate() : this.loaded;
      this.loaded = loaded;
      const state = instrumented();
      state.activeMutant = undefined;
      for (const file of new Set(candidates.map(fileOf))) loaded.tests(file);
      state.activeMutant = mutant;
      const trial = await this.tried(candidates, (id) => testOf(loaded, id));
      state.activeMutant = undefined;
      if (trial.killer === null) return trial;
      const [killer] = trial.killer;
      if ((await failureOf(testOf(loaded, killer))) === null) return trial;
      // The killer fails without its mutant too: something that is remembered between tests was spoilt.
      this.loaded = null;
      if (isFresh) return trial;
    }
    throw new Error('Unreachable: the second try is fresh.');
  }

  private async tried(candidates: readonly string[], find: (id: string) => Collected | null): Promise<Trial> {
    const began = process.cpuUsage();
    let tried = 0;
    for (const id of candidates) {
      const { user, system } = process.cpuUsage(began);
      if (user + system > PATIENCE * 1_000) break;
      tried += 1;
      let test: Collected | null;
      try {
        test = find(id);
      } catch (error) {
        return { killer: [id, `The file does not load: ${textOf(error)}`], tried };
      }
      const failure = await failureOf(test);
      if (failure !== null) return { killer: [id, failure], tried };
    }
    return { killer: null, tried };
  }

  /** Which tests to try, those first that are the most likely to fail soon. `filter`: those that come upon the mutant. */
  private candidates(mutant: string, source: string, filter: readonly string[] | null): readonly string[] {
    const { files } = this.ready();
    this.seen ??= existsSync(SEEN)
      ? (JSON.parse(readFileSync(SEEN, 'utf8')) as Seen)
      : { times: {}, covering: {}, loads: {} };
    const { times, covering, loads } = this.seen;
    const related = filter ?? Object.keys(times).filter((id) => files.get(fileOf(id))?.has(source) === true);
    const isCovering = new Set(covering[mutant] ?? []);
    const isKiller = new Set(this.killers.get(source) ?? []);
    const room = source.split('/')[1] ?? '';
    const cost = (id: string): number => {
      const own = (times[id] ?? 0) + (filter === null ? (loads[fileOf(id)] ?? 0) : 0);
      if (isKiller.has(id)) return own / 10;
      return isCovering.has(id) ? own : own + 400 + (id.includes(room) ? 0 : 400);
    };
    return related.filter((id) => id in times).toSorted((a, b) => cost(a) - cost(b));
  }

  private ready(): Suite {
    if (this.suite === null) throw new Error('Stryker calls init first.');
    return this.suite;
  }
}

interface Trial {
  /** The test that failed, and what it said. */
  readonly killer: readonly [id: string, failure: string] | null;
  readonly tried: number;
}

function instrumented(): Instrumented {
  const globals = globalThis as { __stryker__?: Instrumented };
  globals.__stryker__ ??= {};
  return globals.__stryker__;
}

/** Without a mutant: what does not pass here, or takes too long, tells nothing of mutants. */
async function firstRun(test: Collected): Promise<TestResult> {
  const began = performance.now();
  instrumented().currentTestId = test.id;
  const failure = await failureOf(test);
  instrumented().currentTestId = undefined;
  const timeSpentMs = performance.now() - began;
  const isLeftOut = failure !== null || timeSpentMs > LONGEST;
  if (isLeftOut)
    console.log(`left out: ${test.id}: ${failure?.split('\n')[0] ?? `took ${Math.round(timeSpentMs)} ms`}`);
  return {
    id: test.id,
    name: test.id,
    fileName: fileOf(test.id),
    timeSpentMs,
    status: isLeftOut ? TestStatus.Skipped : TestStatus.Success,
  };
}

function seenIn(tests: readonly TestResult[], perTest: Readonly<Record<string, Hits>>, loads: Seen['loads']): Seen {
  const told = tests.filter(({ status }) => status === TestStatus.Success);
  const covering: Record<string, string[]> = {};
  for (const { id } of told) {
    for (const mutant of Object.keys(perTest[id] ?? {})) (covering[mutant] ??= []).push(id);
  }
  return { times: Object.fromEntries(told.map(({ id, timeSpentMs }) => [id, timeSpentMs])), covering, loads };
}

/** What a test says as it fails; `null` where it passes. A mutant may also do away with the test itself. */
async function failureOf(test: Collected | null): Promise<string | null> {
  if (test === null) return 'The test is gone.';
  try {
    await test.run();
    return null;
  } catch (error) {
    return textOf(error);
  }
}

function testOf(loaded: Loaded, id: string): Collected | null {
  return loaded.tests(fileOf(id)).find((test) => test.id === id) ?? null;
}

function fileOf(id: string): string {
  return id.split(' > ', 1)[0] ?? '';
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'pauta', Runner)];
