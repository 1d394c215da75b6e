import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { contact, ladder, messaging, routing } from 'pauta';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const folder = mkdtempSync(join(root, 'test', '.snippets-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Snippet {
  readonly page: string;
  readonly line: number;
  readonly code: string;
}

const snippets = pages.flatMap((page): Snippet[] => {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(({ 1: code = '', index }) => ({
    page,
    line: text.slice(0, index).split('\n').length,
    code,
  }));
});

/** What a snippet says that it prints: the comment behind a `console.log`, or the comments on the lines after it. */
function promised(code: string): readonly string[] {
  return [...code.matchAll(/console\.log\(.*\);(?: \/\/ (.*))?((?:\n *\/\/ .*)*)/g)].flatMap(
    ({ 1: behind, 2: below = '' }) => [
      ...(behind === undefined ? [] : [behind]),
      ...below.split('\n').flatMap((line) => (line === '' ? [] : [line.trim().slice(3)])),
    ],
  );
}

describe('the code in the README and on the pages', () => {
  it('is found', () => {
    expect(snippets.length).toBeGreaterThanOrEqual(7);
    expect(snippets.filter(({ page }) => page === 'README.md').length).toBeGreaterThanOrEqual(5);
  });

  it.each(snippets.map((snippet) => [`${snippet.page}:${snippet.line}`, snippet] as const))(
    '%s works as pasted, and prints what it says',
    (name, { code }) => {
      const file = join(folder, `${name.replaceAll(/\W/g, '-')}.mts`);
      writeFileSync(file, code);
      const printed = execFileSync(process.execPath, ['--import', 'tsx', relative(root, file)], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(printed.trim().split('\n')).toEqual(promised(code));
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
      const text = readFileSync(join(root, page), 'utf8');
      for (const { 1: link = '' } of text.matchAll(/\]\(((?!http)[^)#]+)[^)]*\)/g)) {
        expect(() => readFileSync(join(root, page, '..', link)), `${page}: ${link}`).not.toThrow();
      }
    }
  });
});
