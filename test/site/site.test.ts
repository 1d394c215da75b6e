import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overhang, seriousFaults } from './accessibility.js';
import { views, visitSite } from './browser.js';
import { built } from './server.js';

const visit = visitSite();

const files = readdirSync(built, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
/** Every page that the site has, as its address. */
const pages = files.filter((name) => name.endsWith('.html') && name !== '404.html').map((name) => `/${name}`);

/** One page of each kind, and where to keep what it looks like. */
const kinds = {
  home: '/index.html',
  guide: '/guide/timers.html',
  system: '/contact.html',
  api: '/api/pauta/kernel.html',
  contents: '/api/index.html',
  benchmarks: '/benchmarks.html',
  glossary: '/glossary.html',
  changelog: '/changelog.html',
};

/** `SHOTS=folder npm run check:docs` keeps a picture of each page looked at, to be looked at by a person. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
}

describe('the built site', () => {
  it('has the pages that it is said to have', () => {
    expect(pages).toEqual(expect.arrayContaining(Object.values(kinds)));
    for (const system of ['contact', 'ladder', 'messaging', 'pending', 'requirement', 'routing']) {
      expect(pages).toContain(`/${system}.html`);
      expect(pages).toContain(`/api/pauta/${system}.html`);
    }
  });

  it('loads nothing from elsewhere: no address of another host in what a browser loads by itself', () => {
    for (const name of files.filter((file) => /\.(html|css)$/.test(file))) {
      const text = readFileSync(join(built, name), 'utf8');
      expect(
        [...text.matchAll(/(?:\ssrc=|<link[^>]*href=|url\(|@import )["']?(?:https?:)?\/\/[^"')\s]+/g)].join(),
      ).toBe('');
    }
  });

  it('answers on every page that is linked, without an error', async () => {
    const linked = new Set<string>();
    const tabs = await Promise.all([0, 1, 2, 3].map(() => visit.open('/')));
    const visits = tabs.map(async (page, tab) => {
      for (const path of pages.filter((_, index) => index % tabs.length === tab)) {
        await page.goto(visit.origin() + path, { waitUntil: 'networkidle' });
        expect(await page.title()).toMatch(/pauta/);
        const links = await page.evaluate<readonly string[]>('[...document.links].map((link) => link.href)');
        for (const link of links) if (link.startsWith(visit.origin())) linked.add(new URL(link).pathname);
      }
    });
    await Promise.all(visits);
    expect([...linked].filter((path) => !pages.includes(path.replace(/\/$/, '/index.html')))).toEqual([]);
  }, 300_000);
});

describe.each(views)('on a $screen, $scheme', (view) => {
  it.each(Object.entries(kinds))('%s has no serious fault and no sideways scroll', async (kind, path) => {
    const page = await visit.open(path, view);
    await picture(page, `${kind}-${view.screen}-${view.scheme}`);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
  });

  it('draws the machines, each with its arrows in words', async () => {
    const page = await visit.open('/ladder.html', view);
    const diagram = page.locator('figure.diagram').first();
    await diagram.scrollIntoViewIfNeeded();
    await picture(page, `diagram-${view.screen}-${view.scheme}`);
    expect(await diagram.locator('svg').textContent()).toContain('SEARCHING');
    await diagram.getByLabel('The whole at once').check();
    await picture(page, `whole-${view.screen}-${view.scheme}`);
    const widths = await page.evaluate<readonly number[]>(
      `[...document.querySelectorAll('figure.diagram svg, figure.diagram .drawing')].slice(0, 2).map((one) => one.clientWidth)`,
    );
    expect(widths[1]).toBeLessThanOrEqual(widths[0] ?? 0);
    await diagram.locator('summary').click();
    expect(await diagram.locator('li').allTextContents()).toContain('SEARCHING to CANCELLED: cancel');
    await picture(page, `words-${view.screen}-${view.scheme}`);
  });

  it('finds a rule', async () => {
    const page = await visit.open('/', view);
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('ai-window-exceeded');
    const found = page.locator('.VPLocalSearchBox .result');
    await found.first().waitFor();
    await picture(page, `search-${view.screen}-${view.scheme}`);
    // Not held against axe-core: the box is VitePress' own, and has links within the options of a list.
    await found.filter({ hasText: 'The rules' }).first().click();
    await page.waitForURL(/\/pending\.html#the-rules$/);
  });
});
