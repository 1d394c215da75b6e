/**
 * Checks a file of worked cases against the library.
 *
 *   npm run spec                                   the cases that come with the library
 *   npm run spec -- path/to/cases.json             a file of your own
 *   npm run spec -- path/to/cases.json --system pending --system requirement
 *
 * Prints every failure, then how many rules differ and which, then `N passed, N failed`. Exit code 0: all passed;
 * 1: some failed, or are malformed; 2: the file could not be read as a list of cases.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cases, check, type Case, type Check } from 'pauta/spec';

const usage = 'npm run spec -- [path/to/cases.json …] [--system name …]';

const { values, positionals } = argumentsGiven();
if (values.help === true) {
  console.log(usage);
  process.exit(0);
}

const given = positionals.length === 0 ? cases() : positionals.flatMap(readCases);
const wanted = given.filter(
  (one) => values.system === undefined || values.system.some((system) => system === systemOf(one)),
);
const checks = wanted.map((one) => ({ ...check(one), wants: ruleOf(one) }));

const failed = checks.filter(({ pass }) => !pass);
for (const failure of failed) console.log(explain(failure));
const differing = checks.filter(({ pass, ruleMatches }) => pass && !ruleMatches);
if (differing.length > 0) console.log(`${differing.length} answered as expected by a rule other than the one named:`);
for (const { id, wants, rule } of differing) console.log(`  ${id}: names ${wants}, and ${String(rule)} decided`);
if (wanted.length === 0)
  console.log(`There was no case to check. The systems with cases: ${systemsOf(given).join(', ')}`);
if (wanted.length < given.length) console.log(`${given.length - wanted.length} cases of other systems left out.`);
console.log(`${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 || wanted.length === 0 ? 1 : 0;

/** What was asked for; a fault in it ends the run. */
function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { system: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

function systemsOf(some: readonly unknown[]): readonly string[] {
  return [...new Set(some.map((one) => String(systemOf(one))))];
}

function readCases(path: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(json)) return json;
    console.error(`${path}: expected an array of cases, saw ${json === null ? 'null' : typeof json}.`);
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(2);
}

function systemOf(one: unknown): unknown {
  return (Object(one) as Partial<Case>).system;
}

function ruleOf(one: unknown): string {
  return String((Object(one) as Partial<Case>).rule);
}

function explain({ id, expected, actual, problems }: Check): string {
  if (problems.length === 0) return `FAILED ${id}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
  const faults = problems.map(
    ({ path, seen, expected: wants }) => `  ${path || 'case'}: saw ${seen}, expected ${wants}`,
  );
  return [`MALFORMED ${id}`, ...faults].join('\n');
}
