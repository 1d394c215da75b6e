import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { dependencyFaults, runtime, type Lock, type Manifest } from './package/dependencies.js';
import { obstacles } from './package/release.js';
import { billFaults, type Bill } from './package/sbom.js';
import { contents, faults, type Tarball } from './package/tarball.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string): string => readFileSync(root + name, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest & { readonly version: string };
const lock = JSON.parse(read('package-lock.json')) as Lock;

/** The lockfile with something else in the place of a package, or beside the others. */
function locked(path: string, change: object): Lock {
  return { packages: { ...lock.packages, [path]: { ...lock.packages[path], ...change } } };
}

describe('what users install with it', () => {
  it('is what package.json names, whole and from the registry, and runs no script', () => {
    expect(dependencyFaults(manifest, lock)).toEqual([]);
    expect(runtime(lock).map(({ name }) => name)).toEqual(Object.keys(manifest.dependencies ?? {}).sort());
  });

  it.each([
    ['a script at installation', locked('node_modules/zod', { hasInstallScript: true }), 'zod runs a script'],
    [
      'a package that nobody asked for',
      locked('node_modules/left', { version: '1.0.0', integrity: 'sha512-' }),
      'left',
    ],
    [
      'a package within a package',
      locked('node_modules/zod/node_modules/left', { integrity: 'sha512-' }),
      'left comes',
    ],
    ['content that is not fixed', locked('node_modules/luxon', { integrity: undefined }), 'luxon is locked without'],
    ['a weak digest', locked('node_modules/luxon', { integrity: 'sha1-abc' }), 'luxon is locked without'],
    ['a repository', locked('node_modules/luxon', { resolved: 'git+ssh://somewhere' }), 'luxon does not come from'],
    ['a folder', locked('node_modules/luxon', { link: true }), 'luxon does not come from'],
    ['a dependency locked as a tool', locked('node_modules/luxon', { dev: true }), 'luxon is not locked as what users'],
  ])('would be found out: %s', (_, changed, fault) => {
    expect(dependencyFaults(manifest, changed).join('; ')).toContain(fault);
  });

  it.each(['preinstall', 'install', 'postinstall', 'prepare'])('would be found out: a script %s', (script) => {
    expect(dependencyFaults({ ...manifest, scripts: { [script]: 'true' } }, lock)).toHaveLength(1);
  });
});

describe('the bill of materials', () => {
  const components = runtime(lock).map(({ name, version, sha512 }) => ({
    name,
    version,
    purl: `pkg:npm/${name}@${version}`,
    hashes: [{ alg: 'SHA-512', content: sha512 }],
    licenses: [{}],
  }));
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.5', components } as unknown as Bill;
  const [first, ...rest] = bill.components;

  it('lists the runtime dependencies, all and no other', () => {
    expect(billFaults(bill, lock)).toEqual([]);
    expect(billFaults({ ...bill, components: rest }, lock)).toEqual(['date-fns 4.4.0 is missing']);
    const more = { name: 'left', version: '1.0.0', purl: 'pkg:npm/left@1.0.0' };
    expect(billFaults({ ...bill, components: [...bill.components, more] }, lock).join()).toContain('more than');
  });

  it('has the digest of the lockfile, and a licence', () => {
    const altered = [{ ...first, hashes: [{ alg: 'SHA-512', content: '00' }], licenses: [] }, ...rest];
    expect(billFaults({ ...bill, components: altered } as Bill, lock)).toEqual([
      'date-fns has another SHA-512',
      'date-fns has no licence',
    ]);
  });
});

describe('a tarball', () => {
  const whole = ['.js', '.cjs', '.d.ts', '.d.cts'].map((ending) => `dist/pending/index${ending}`);
  const packed = (paths: readonly string[], text = '', size = 1_000): Tarball => ({
    sha256: '',
    packed: size,
    files: new Map(paths.map((path) => [path, Buffer.from(text)])),
  });

  it('has each module in four forms, and its names do not hang on a digest', () => {
    const tarball = packed([...whole, 'package.json', 'LICENSE', 'dist/chunk-2ARGNMMI.js', 'dist/chunk-22RWES23.cjs']);
    expect(faults(packed([...whole, 'package.json']), ['pending/index'])).toEqual([]);
    expect(contents(tarball)).toBe(
      'LICENSE\ndist/chunk-*{.cjs,.js}\ndist/pending/index{.cjs,.d.cts,.d.ts,.js}\npackage.json\n',
    );
  });

  it.each([
    ['a module that is missing', packed(whole.slice(1)), 'dist/pending/index.js is missing'],
    ['a source map', packed([...whole, 'dist/pending/index.js.map']), 'does not belong there'],
    ['a test', packed([...whole, 'test/pending.test.ts']), 'does not belong there'],
    ['a manual', packed([...whole, 'manuals/pending-chats.md']), 'does not belong there'],
    ['the name of a source map', packed(whole, '//# sourceMappingURL=index.js.map'), 'names a source map'],
    ['a path of the machine', packed(whole, 'at("/home/somebody/pauta/src")'), 'names a path'],
    ['the path of this folder', packed(whole, `// ${root}src`), 'names a path'],
    ['too much weight', packed(whole, '', 2_000_000), 'it weighs 2000000 bytes'],
    ['too much, unpacked', packed(whole, ' '.repeat(2_000_000)), 'unpacked it weighs 8000000 bytes'],
  ])('would be found out: %s', (_, tarball, fault) => {
    expect(faults(tarball, ['pending/index']).join('; ')).toContain(fault);
  });
});

describe('the sources', () => {
  /** What makes code of text: `eval`, `Function`, a module that is named at run time. */
  function generators(text: string): readonly string[] {
    // To parse each file takes seconds, and few have one of the words.
    if (!/\b(eval|Function|WebAssembly|constructor|import\s*\()/.test(text)) return [];
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && ['eval', 'Function', 'WebAssembly'].includes(node.text)) found.push(node.text);
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        found.push('import()');
      else if (ts.isPropertyAccessExpression(node) && node.name.text === 'constructor') found.push('constructor');
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, true));
    return found;
  }

  it('make no code of text', () => {
    expect(generators('eval(a); new Function(a); a.constructor(b); import(c)')).toHaveLength(4);
    const sources = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((name) => generators(read(`src/${name}`)).length > 0)).toEqual([]);
  });
});

describe('publishing', () => {
  const workflow = read('.github/workflows/publish.yml');
  const ready = { version: '1.2.3', repository: { url: 'git+https://host/us/pauta.git' } };
  const changelog = '# Changelog\n\n## Unreleased\n\n## 1.2.3\n\n- A rule.\n\n## 1.2.2\n';

  it('is for a tag that is the version, has its chapter in the changelog, and knows its repository', () => {
    expect(obstacles('v1.2.3', ready, changelog, 'https://host/us/pauta')).toEqual([]);
    expect(obstacles('v1.2.3', { ...ready, repository: 'https://host/us/pauta' }, changelog)).toEqual([]);
    const found = obstacles('v1.2.4', { version: '1.2.2' }, changelog).join('; ');
    expect(found).toContain('the tag is v1.2.4');
    expect(found).toContain('the chapter of 1.2.2 in CHANGELOG.md is empty');
    expect(found).toContain('names no repository');
    expect(obstacles('v1.2', { ...ready, version: '1.2' }, changelog)).toEqual([
      'CHANGELOG.md has no chapter "## 1.2"',
    ]);
    expect(obstacles('v1.2.3', ready, changelog, 'https://host/them/pauta')).toHaveLength(1);
  });

  it('runs only actions that are pinned to a commit, and may sign only where nothing foreign runs', () => {
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(3);
    expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action ?? ''))).toEqual([]);
    const [before = '', publish = ''] = workflow.split(/^ {2}publish:$/m);
    expect(before).toContain('npm audit --omit=dev');
    expect(before).not.toContain('id-token');
    expect(publish).toContain('id-token: write');
    expect(publish).toContain('--provenance');
    expect(publish).not.toMatch(/npm (ci|install|run)|checkout/);
    expect(workflow).not.toContain('secrets.');
  });
});
