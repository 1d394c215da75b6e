import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contact, type kernel, ladder, messaging, pending, requirement, routing } from 'pauta';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(root, 'test', '.snippets-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

// The API reference is made of the sources, and is not there before it is made.
const pages = ['README.md', ...filesIn('docs', '.md').filter((page) => !page.startsWith('docs/api/'))];
const sources = filesIn('src', '.ts');

/** A piece of code that a reader may paste. */
interface Snippet {
  /** Where it begins: `docs/pending.md:7`. */
  readonly name: string;
  readonly code: string;
  /** Where it stands as a file of its own. */
  readonly file: string;
}

const written = new Map([
  ...pages.map((page) => [page, read(page)] as const),
  ...sources.map((source) => [source, docComments(read(source))] as const),
]);

const snippets = [...written].flatMap(([path, text]): Snippet[] =>
  [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(({ 1: code = '', index }) => {
    const name = `${path}:${text.slice(0, index).split('\n').length}`;
    return { name, code, file: join(folder, `${name.replaceAll(/\W/g, '-')}.mts`) };
  }),
);

function filesIn(place: string, ending: string): readonly string[] {
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${place}/${name.replaceAll('\\', '/')}`);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A source file with only its doc comments left, line for line, without their stars. */
function docComments(source: string): string {
  let inside = false;
  return source
    .split('\n')
    .map((line) => {
      if (/^\s*\/\*\*/.test(line)) inside = true;
      const kept = inside ? line.replace(/^\s*\*( |$)/, '') : '';
      if (line.includes('*/')) inside = false;
      return kept;
    })
    .join('\n');
}

/** What a snippet says that it prints: the comment behind a `console.log`, or the comments on the lines after it. */
function promised(code: string): string {
  return [...code.matchAll(/console\.log\(.*\);(?: \/\/ (.*))?((?:\n *\/\/ .*)*)/g)]
    .flatMap(({ 1: behind = '', 2: below = '' }) => [behind, ...below.split('\n').map((line) => line.trim().slice(3))])
    .filter((line) => line !== '')
    .join('\n');
}

/** Line breaks do not count, and `…` stands for whatever is left out. */
function promise(code: string): RegExp {
  const parts = promised(code)
    .split('…')
    .map((part) =>
      part
        .split(/\s+/)
        .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
        .join('\\s+'),
    );
  return new RegExp(`^${parts.join('[^]+')}\\s*$`);
}

describe('the code in the README, on the pages and in the doc comments', () => {
  let printed: Readonly<Record<string, string>> = {};

  beforeAll(() => {
    for (const { file, code } of snippets) writeFileSync(file, code);
    const files = snippets.map(({ file }) => file);
    const output = execFileSync(process.execPath, ['--import', 'tsx', 'test/pasted.ts', ...files], { cwd: root });
    printed = JSON.parse(output.toString()) as Record<string, string>;
  }, 120_000);

  it('is found', () => {
    const files = snippets.map(({ name }) => name.split(':')[0]);
    expect(files.filter((file) => file === 'README.md').length).toBeGreaterThanOrEqual(5);
    expect(new Set(files.filter((file) => file?.startsWith('docs/guide/'))).size).toBe(8);
    expect(files.filter((file) => file?.startsWith('src/')).length).toBeGreaterThanOrEqual(10);
  });

  it('has the types that the library gives it', () => {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
      config: unknown;
    };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const files = snippets.map(({ file }) => file);
    const program = ts.createProgram(files, { ...options, noEmit: true });
    const faults = snippets.flatMap(({ name, file }) =>
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    );
    expect(faults).toEqual([]);
  });

  it.each(snippets.map(({ name, code, file }) => [name, code, file] as const))(
    '%s works as pasted, and prints what it says',
    (_, code, file) => {
      expect(printed[file]).toMatch(promise(code));
    },
  );
});

describe('the pages', () => {
  it.each([
    ['ladder', ladder.flow],
    ['contact', contact.flow],
    ['messaging', messaging.flow],
    ['messaging', messaging.loadingFlow],
    ['routing', routing.flow],
  ])('of %s explains every event', (page, flow) => {
    const text = readFileSync(join(root, 'docs', `${page}.md`), 'utf8');
    const section = text.slice(text.indexOf('## The events'), text.indexOf('## The machine'));
    for (const event of flow.events) expect(section).toContain(`\`${event}\``);
  });
});

describe('the open questions on the page', () => {
  const rooms = { contact, ladder, messaging, pending, requirement, routing };

  it.each(Object.entries(rooms))('of %s are those of the code, each with the parameter that chooses', (page, room) => {
    const text = read(`docs/${page}.md`);
    const section = text.slice(text.indexOf('## What the manual leaves open'), text.indexOf('## The rules'));
    const rows = [...section.matchAll(/^\| ((?:[A-Z]{2}-\d+b?(?:, )?)+)[ :].*$/gm)];
    expect(rows.flatMap(({ 1: codes = '' }) => codes.split(', ')).sort()).toEqual(Object.keys(room.questions).sort());
    for (const [row, codes = ''] of rows) {
      for (const code of codes.split(', ')) {
        const { parameter } = new Map(Object.entries<kernel.OpenQuestion>(room.questions)).get(code) ?? {};
        if (parameter !== undefined) expect(row).toContain(parameter);
      }
    }
  });
});

describe('the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');

  it('opens with what it is and the two lines to try it', () => {
    const opening = readme.split('\n').slice(0, 12).join('\n');
    expect(opening).toContain('npm ci && npm start');
    expect(opening).toContain('npm ci && npm test');
  });

  it('names every runtime dependency and every subpath', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      exports: Record<string, unknown>;
    };
    for (const name of Object.keys(manifest.dependencies)) expect(readme).toContain(`| [${name}]`);
    const subpaths = Object.keys(manifest.exports).filter((path) => path !== './package.json');
    for (const path of subpaths) expect(readme).toContain(`\`pauta${path.slice(1)}\``);
  });

  it('tells how many cases there are', async () => {
    const { cases } = await import('pauta/spec');
    expect(readme).toContain(`${cases().length} worked cases`);
  });

  it('links only to pages that are there', () => {
    for (const page of pages) {
      const text = read(page);
      for (const { 1: link = '' } of text.matchAll(/\]\(((?!http)[^)#]+)[^)]*\)/g)) {
        expect(() => readFileSync(join(root, page, '..', link)), `${page}: ${link}`).not.toThrow();
      }
    }
  });
});
