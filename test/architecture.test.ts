import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Texts by their path in src. */
type Sources = Readonly<Record<string, string>>;

interface Import {
  readonly from: string;
  /** The names that it brings in, as written: `* as z`, `{ z }`, or nothing. */
  readonly names: string;
}

const systems = ['ladder', 'contact', 'requirement', 'routing', 'pending', 'messaging'];
/** Arrows go from a higher floor to a lower one, or stay in their room. */
const floors: Readonly<Record<string, number>> = {
  kernel: 0,
  ...Object.fromEntries(systems.map((system) => [system, 1])),
  ical: 1,
  catalogue: 2,
  comparison: 2,
  spec: 3,
  testing: 3,
  render: 3,
  sql: 3,
  index: 4,
};
const furniture = ['policy', 'rules', 'model', 'record', 'decide', 'schema', 'index'];
const nameless = ['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc', 'lib', 'type', 'types'];
const verb =
  /^((is|has|get|set|make|build|create|compute|parse|format|handle|process|validate|convert|find|load|read|write|run|apply|resolve|update)([A-Z-].*)?|\w+ify|\w+[^sx]i[sz]e)$/;
const impure = /^(globalThis\.)?(Date\.now|Math\.random|performance\.now|(process|console)\.\w+)$/;
/** Libraries that weigh: each is imported by one file, which has a subpath of its own. */
const places: Readonly<Record<string, string>> = {
  papaparse: 'routing/csv.ts',
  'libphonenumber-js/min': 'routing/phones.ts',
  'ical.js': 'ical/index.ts',
};
const timers = ['setTimeout', 'setInterval', 'setImmediate'];
const LINES = 250;

/** Rows, rules, questions and words are as many as they are. */
const isData = (path: string): boolean =>
  ['rules', 'questions', 'cases', 'steps'].includes(nameOf(path)) || /^render\/(es|en)\//.test(path);
const roomOf = (path: string): string => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const nameOf = (path: string): string => basename(path).replace(/\.\w+$/, '');
/** `schema.ts`, or a part of it that brings along what not everybody wants: `calendar-schema.ts`. */
const isDoor = (path: string): boolean => /(^|-)schema$/.test(nameOf(path));

function walk(text: string, visit: (node: ts.Node, file: ts.SourceFile) => void): void {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true);
  const each = (node: ts.Node): void => {
    visit(node, file);
    ts.forEachChild(node, each);
  };
  each(file);
}

function importsOf(text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (from: ts.Node | undefined, names = ''): void => {
    if (from !== undefined && ts.isStringLiteralLike(from)) found.push({ from: from.text, names });
  };
  walk(text, (node, file) => {
    if (ts.isImportDeclaration(node)) {
      const { importClause } = node;
      const names = [importClause?.name, importClause?.namedBindings].map((part) => part?.getText(file) ?? '').join('');
      add(node.moduleSpecifier, names);
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isExternalModuleReference(node)) add(node.expression);
    else if (ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText(file)))
      add(node.arguments[0]);
  });
  return found;
}

/** What is wrong with an import of another file of src. */
function arrowFault(path: string, target: string): string | null {
  const [from, to] = [roomOf(path), roomOf(target)];
  const isArrow = from === to || (floors[to] ?? Infinity) < (floors[from] ?? -Infinity);
  if (!isArrow) return `imports ${target}: no arrow goes from ${from} to ${to}`;
  if (!isDoor(target) || isDoor(path) || ['spec', 'testing'].includes(from)) return null;
  return `imports ${target}: only a schema, the spec and the testing stand at the door`;
}

/** What is wrong with an import of a package. */
function packageFault(path: string, { from, names }: Import): string | null {
  const [name] = from.split('/');
  if (from.startsWith('node:')) return `imports ${from}: the library performs no I/O`;
  if (name === 'luxon') {
    const isItsPlace = ['kernel/calendar.ts', 'kernel/calendar-schema.ts'].includes(path);
    return isItsPlace ? null : 'imports luxon outside kernel/calendar.ts and kernel/calendar-schema.ts';
  }
  if (from === 'date-fns') return 'imports the whole of date-fns, not a subpath';
  if (name === 'zod' && !isDoor(path)) return 'imports zod in a file that is not named schema.ts';
  if (name === 'zod' && (from !== 'zod' || names !== '* as z'))
    return "imports zod otherwise than `import * as z from 'zod'`";
  const place = places[from];
  if (place !== undefined && path !== place) return `imports ${name} outside ${place}`;
  return name === 'fast-check' && roomOf(path) !== 'testing' ? 'imports fast-check outside testing' : null;
}

function purityFaults(text: string): readonly string[] {
  const found: string[] = [];
  walk(text, (node, file) => {
    const written = ts.isElementAccessExpression(node)
      ? `${node.expression.getText(file)}.${node.argumentExpression.getText(file).replace(/['"`]/g, '')}`
      : ts.isPropertyAccessExpression(node)
        ? node.getText(file)
        : '';
    if (impure.test(written)) found.push(`reaches for ${written}`);
    const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isMade && /^(globalThis\.)?Date$/.test(node.expression.getText(file))) found.push('makes a Date');
    if (ts.isIdentifier(node) && timers.includes(node.text)) found.push(`reaches for ${node.text}`);
  });
  return found;
}

function fileFaults(path: string, text: string): readonly string[] {
  const faults: (string | null)[] = [];
  if (floors[roomOf(path)] === undefined) faults.push('stands in a room that the house does not have');
  const bad = path.split('/').find((segment) => nameless.includes(nameOf(segment)));
  if (bad !== undefined) faults.push(`is named ${bad}, which says nothing`);
  if (!path.endsWith('.ts')) return faults.filter((fault) => fault !== null);
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > LINES && !isData(path)) faults.push(`has ${lines} lines, more than ${LINES}`);
  for (const each of importsOf(text)) {
    const target = normalize(join(dirname(path), each.from)).replace(/\.js$/, '.ts');
    faults.push(each.from.startsWith('.') ? arrowFault(path, target) : packageFault(path, each));
  }
  return [...faults.filter((fault) => fault !== null), ...purityFaults(text)];
}

/** Every system has the same files; `record` only where it has events. What stands beside them has a noun for a name. */
function roomFaults(sources: Sources): readonly string[] {
  const present = systems.filter((system) => Object.keys(sources).some((path) => path.startsWith(`${system}/`)));
  return present.flatMap((system) => {
    const names = Object.keys(sources)
      .filter((path) => roomOf(path) === system)
      .map(nameOf);
    const hasEvents = /export (type|interface) Event\b/.test(sources[`${system}/model.ts`] ?? '');
    const wanted = furniture.filter((name) => name !== 'record' || hasEvents);
    const missing = wanted.filter((name) => !names.includes(name)).map((name) => `${system}: has no ${name}.ts`);
    const verbs = names.filter((name) => !furniture.includes(name) && verb.test(name));
    return [...missing, ...verbs.map((name) => `${system}/${name}.ts: is named by a verb`)];
  });
}

function faultsOf(sources: Sources): readonly string[] {
  const byFile = Object.entries(sources).flatMap(([path, text]) =>
    fileFaults(path, text).map((fault) => `${path}: ${fault}`),
  );
  return [...byFile, ...roomFaults(sources)];
}

function readSources(): Sources {
  const root = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]));
}

describe('the house', () => {
  it('is read whole', () => {
    const paths = Object.keys(readSources());
    expect(paths).toEqual(
      expect.arrayContaining(['index.ts', 'kernel/clock.ts', 'kernel/schema.ts', 'pending/decide.ts']),
    );
  });

  it('is built by its plan', () => {
    expect(faultsOf(readSources())).toEqual([]);
  });
});

describe('the plan', () => {
  const room: Sources = Object.fromEntries(furniture.map((name) => [`pending/${name}.ts`, 'export const a = 1;\n']));

  it('allows what it should', () => {
    const good: Sources = {
      ...room,
      'kernel/calendar.ts': `import { DateTime } from 'luxon';\n/** Like \`Date.now()\` or new Date(). */\nexport const a = 'process.env'; // setTimeout`,
      'kernel/calendar-schema.ts': `import { DateTime } from 'luxon';\nimport * as z from 'zod';\nimport { a } from './calendar.js';`,
      'pending/policy.ts': `import { milliseconds } from 'date-fns/milliseconds';\nimport type { Clock } from '../kernel/clock.js';`,
      'pending/schema.ts': `import * as z from 'zod';\nimport { idSchema } from '../kernel/schema.js';\nimport './model.js';`,
      'pending/queue.ts': `export const clock: { now(): number } = Date;\nexport const at = Date.parse('2026-05-13');`,
      'pending/rules.ts': 'export const a = 1;\n'.repeat(400),
      'catalogue.ts': `import { rules } from './pending/rules.js';`,
      'spec/cases.json': '[]',
      'spec/check.ts': `import { rules } from '../catalogue.js';\nimport { read } from '../kernel/schema.js';`,
      'testing/laws.ts': `import fc from 'fast-check';\nimport * as pending from '../pending/index.js';`,
      'index.ts': `export * as pending from './pending/index.js';\nexport * as kernel from './kernel/index.js';`,
    };
    expect(faultsOf(good)).toEqual([]);
  });

  it.each<[path: string, fault: string, text: string]>([
    ['kernel/clock.ts', 'no arrow goes from kernel to pending', `import { rules } from '../pending/rules.js';`],
    ['kernel/clock.ts', 'no arrow goes from kernel to pending', `import type { Facts } from '../pending/model.js';`],
    ['kernel/clock.ts', 'no arrow goes from kernel to catalogue', `export * from '../catalogue.js';`],
    ['kernel/clock.ts', 'no arrow goes from kernel to index', `export type A = import('../index.js').A;`],
    ['kernel/clock.ts', 'only a schema, the spec and the testing', `import { read } from './schema.js';`],
    ['ladder/index.ts', 'no arrow goes from ladder to contact', `import { a } from '../contact/index.js';`],
    ['ladder/index.ts', 'no arrow goes from ladder to catalogue', `export const a = await import('../catalogue.js');`],
    ['ladder/index.ts', 'only a schema, the spec and the testing', `export { facts } from './schema.js';`],
    ['ladder/index.ts', 'no arrow goes from ladder to routing', `import a = require('../routing/index.js');`],
    ['catalogue.ts', 'no arrow goes from catalogue to spec', `import { check } from './spec/check.js';`],
    ['spec/index.ts', 'no arrow goes from spec to testing', `import { laws } from '../testing/laws.js';`],
    ['render/index.ts', 'no arrow goes from render to index', `import * as pauta from '../index.js';`],
    ['render/index.ts', 'only a schema, the spec and the testing', `import { a } from '../pending/schema.js';`],
    ['render/index.ts', 'no arrow goes from render to ..', `import { a } from '../../test/spec.js';`],
    ['kernel/table.ts', 'imports zod in a file that is not named schema.ts', `import * as z from 'zod';`],
    ['kernel/schema.ts', 'imports zod otherwise than', `import { z } from 'zod';`],
    ['kernel/schema.ts', 'imports zod otherwise than', `import z from 'zod';`],
    ['kernel/schema.ts', 'imports zod otherwise than', `import * as z from 'zod/mini';`],
    ['kernel/clock.ts', 'imports luxon outside', `import { DateTime } from 'luxon';`],
    ['pending/schema.ts', 'imports luxon outside', `import { DateTime } from 'luxon';`],
    ['pending/policy.ts', 'imports the whole of date-fns', `import { milliseconds } from 'date-fns';`],
    ['pending/policy.ts', 'imports fast-check outside testing', `import fc from 'fast-check';`],
    ['pending/policy.ts', 'performs no I/O', `import { readFileSync } from 'node:fs';`],
    ['kernel/clock.ts', 'reaches for Date.now', 'export const a = Date.now();'],
    ['kernel/clock.ts', 'reaches for Date.now', `export const a = Date['now']();`],
    ['kernel/clock.ts', 'reaches for Date.now', 'export const a = `${Date.now()}`;'],
    ['kernel/clock.ts', 'makes a Date', 'export const a = new Date(0);'],
    ['kernel/clock.ts', 'makes a Date', 'export const a = Date();'],
    ['kernel/clock.ts', 'reaches for Math.random', 'export const a = Math.random();'],
    ['kernel/clock.ts', 'reaches for globalThis.process.env', 'export const a = globalThis.process.env;'],
    ['kernel/clock.ts', 'reaches for console.log', 'console.log(1);'],
    ['kernel/clock.ts', 'reaches for setTimeout', 'setTimeout(() => 1, 1);'],
    ['kernel/clock.ts', 'reaches for setInterval', 'globalThis.setInterval(() => 1, 1);'],
    ['pending/decide.ts', 'has 251 lines, more than 250', 'export const a = 1;\n'.repeat(251)],
    ['pending/utils.ts', 'is named utils.ts, which says nothing', ''],
    ['pending/helpers/time.ts', 'is named helpers, which says nothing', ''],
    ['kernel/types.ts', 'is named types.ts, which says nothing', ''],
    ['spec/common.json', 'is named common.json, which says nothing', '[]'],
    ['billing/index.ts', 'stands in a room that the house does not have', ''],
    ['pending/typify.ts', 'is named by a verb', ''],
    ['pending/parse-row.ts', 'is named by a verb', ''],
  ])('refuses %s: %s', (path, fault, text) => {
    expect(faultsOf({ ...room, [path]: text }).join('\n')).toContain(fault);
  });

  it('refuses a system that lacks a file, record only where it has events', () => {
    const without = (name: string): Sources =>
      Object.fromEntries(Object.entries(room).filter(([path]) => nameOf(path) !== name));
    for (const name of furniture.filter((each) => each !== 'record')) {
      expect(faultsOf(without(name))).toEqual([`pending: has no ${name}.ts`]);
    }
    expect(faultsOf(without('record'))).toEqual([]);
    const withEvents = { ...without('record'), 'pending/model.ts': 'export type Event = string;' };
    expect(faultsOf(withEvents)).toEqual(['pending: has no record.ts']);
  });
});
