import {
  catalogue,
  machines,
  rowsFor,
  rowsOf,
  systems,
  tables,
  type MachineName,
  type Policies,
  type RowRef,
  type System,
  type TableName,
} from '../catalogue/index.js';
import type { Step } from '../kernel/machine.js';
import type { Problem } from '../kernel/schema.js';
import { ask } from './asking.js';
import type { Answer, Case, Told } from './case.js';
import { idOf } from './check.js';

/** What cases exercise of one kind of thing, and what they miss; each named, in the order of the catalogue. */
export interface Covered {
  readonly hit: readonly string[];
  readonly missed: readonly string[];
}

/** What a set of cases exercises of one system. */
export interface SystemCoverage {
  /** How many cases ask it. */
  readonly cases: number;
  /** The rules that decide something, by their ids: motives and given-up practices are none of them. */
  readonly rules: Covered;
  /** The rows of its tables: `ladder/offer row 3 (ladder/assign-verify-chat)`. */
  readonly rows: Covered;
  /** What its machines take: `ladder: SEARCHING, resend-done → RESENT`. */
  readonly transitions: Covered;
  /** What its machines refuse, pass over or take too late: `ladder: SEARCHING, lists-sent ✗ step-skipped`. */
  readonly refusals: Covered;
}

/** What a set of cases exercises. */
export interface Coverage {
  /** The systems that the cases ask, in the order of the catalogue. */
  readonly systems: Readonly<Partial<Record<System, SystemCoverage>>>;
  /** The cases that could not be asked, and why. */
  readonly malformed: readonly { readonly id: string; readonly problems: readonly Problem[] }[];
}

/**
 * Which rules, rows, transitions and refusals a set of cases exercises, so that a team sees what its own cases miss.
 * Whether the expected answers are right is not looked at: that is `check`'s.
 *
 * `policies`: a company's own, under which the cases are asked; absent: the manual's values.
 *
 * @example
 * ```ts
 * import { cases, coverage } from 'pauta/spec';
 *
 * const { systems } = coverage(cases('pending').slice(0, 5));
 * console.log(systems.pending?.rules.missed); // [ 'pending/definition-action', … ]
 * ```
 */
export function coverage(cases: readonly Case[], policies: Partial<Policies> = {}): Coverage {
  const malformed: Coverage['malformed'][number][] = [];
  const answers = new Map<string, Answer[]>(systems.map((system) => [system, []]));
  for (const one of cases) {
    const asking = ask(one, policies);
    if (asking.ok) answers.get(one.system)?.push(asking.answer);
    else malformed.push({ id: idOf(one), problems: asking.problems });
  }
  const covered = systems.flatMap((system) => {
    const given = answers.get(system) as readonly Answer[];
    return given.length === 0 ? [] : [[system, coverageOf(system, given)] as const];
  });
  return { systems: Object.fromEntries(covered), malformed };
}

function coverageOf(system: System, answers: readonly Answer[]): SystemCoverage {
  const fired = new Set<string>(answers.flatMap((answer) => answer.fired));
  const rows = new Set(answers.flatMap(rowsBehind).map(rowName));
  const told = new Set(answers.flatMap(({ recorded }) => (recorded === undefined ? [] : [toldName(recorded)])));
  const steps = namesOf(machines, system).flatMap(stepNames);
  const rules = catalogue.filter((entry) => entry.system === system && entry.normative).map(({ id }) => id);
  return {
    cases: answers.length,
    rules: split(rules, fired),
    rows: split(
      namesOf(tables, system).flatMap((name) => rowsFor(name).map(rowName)),
      rows,
    ),
    transitions: split(steps.filter(isTaken), told),
    refusals: split(
      steps.filter((name) => !isTaken(name)),
      told,
    ),
  };
}

function split(all: readonly string[], hit: ReadonlySet<string>): Covered {
  return { hit: all.filter((name) => hit.has(name)), missed: all.filter((name) => !hit.has(name)) };
}

/** The names of a record that belong to a system: its own, and those of its further tables or machines. */
function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>, system: System): readonly Name[] {
  return (Object.keys(record) as Name[]).filter((name) => name === system || name.startsWith(`${system}/`));
}

function rowsBehind({ decisions = [], rows = [] }: Answer): readonly RowRef[] {
  return [...decisions.flatMap(rowsOf), ...rows];
}

function rowName({ table, row, rule }: RowRef): string {
  return `${table satisfies TableName} row ${row} (${rule})`;
}

/** What a machine may do with each event at each stage, once each. */
function stepNames(machine: MachineName): readonly string[] {
  const { stages, events, steps } = machines[machine] as unknown as AnyFlow;
  const names = stages.flatMap((stage) =>
    events.flatMap((event) => {
      const answering = steps.filter(({ from, on }) => [from].flat().includes(stage) && [on].flat().includes(event));
      const certain = answering.findIndex((step) => step.if === undefined);
      return answering.slice(0, certain + 1).map((step) => `${machine}: ${stage}, ${event} ${resultOf(step, stage)}`);
    }),
  );
  return [...new Set(names)];
}

interface AnyFlow {
  readonly stages: readonly string[];
  readonly events: readonly string[];
  readonly steps: readonly Step<string, string, string, string>[];
}

function resultOf(step: AnyFlow['steps'][number], stage: string): string {
  if ('to' in step) return `→ ${step.to}`;
  if ('stay' in step) return `→ ${stage}`;
  if ('late' in step) return '✗ late';
  return `✗ ${'refuse' in step ? step.refuse : step.ignore}`;
}

function toldName({ machine, stage, event, to, became: { status, code } }: Told): string {
  const result = status === 'applied' ? `→ ${to}` : `✗ ${code ?? status}`;
  return `${machine}: ${stage}, ${event} ${result}`;
}

function isTaken(name: string): boolean {
  return name.includes(' → ');
}
