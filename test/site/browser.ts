import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serveSite, type Site } from './server.js';

/** What a page is looked at with. */
export interface View {
  readonly screen: 'desktop' | 'phone';
  readonly scheme: 'light' | 'dark';
}

/** Each screen and each scheme once; `VIEWS=all npm run check:docs` looks at each screen in each scheme. */
export const views: readonly View[] = [
  { screen: 'desktop', scheme: 'light' },
  { screen: 'phone', scheme: 'dark' },
  ...(process.env['VIEWS'] === 'all'
    ? ([
        { screen: 'desktop', scheme: 'dark' },
        { screen: 'phone', scheme: 'light' },
      ] as const)
    : []),
];

const screens = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

const places = [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function launchChromium(): Promise<Browser> {
  const executablePath = places.find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined) {
    throw new Error(
      'The tests of the site need Chromium. On Debian or Ubuntu: "apt-get install chromium". ' +
        'Elsewhere: install Chromium or Chrome, and name its program in CHROMIUM_PATH.',
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      // No other host is found. To stop requests one by one would switch off the cache, and take twice as long.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
      // Chromium refuses its own sandbox where it is run by root, as in CI.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/**
 * Whether Vue has made the served page its own. The network may rest before: until then no key and no click is heard,
 * and on a slow machine a test is faster.
 */
const listening = 'document.querySelector("#app").__vue_app__ !== undefined';

/** The built site and a browser, for the tests of one file. */
export interface Visit {
  /** Such as `http://localhost:41873`, without a slash at the end. */
  readonly origin: () => string;
  /**
   * Opens a page of the site, `path` as after the origin (`/pending.html?…#…`), and waits until it is at rest.
   * It is closed after the test. The test fails if the page asked anything of another host, logged an error,
   * threw one, or was answered with a status of 400 or more.
   */
  readonly open: (path: string, view?: View) => Promise<Page>;
}

/** Registers what starts and ends the server and the browser, and guards every page of a test file. Call it once. */
export function visitSite(): Visit {
  let site: Site | undefined;
  let browser: Browser | undefined;
  // One for each view, so that what a page loads is loaded once.
  const contexts = new Map<string, Promise<BrowserContext>>();
  const pages: Page[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    site = await serveSite();
    browser = await launchChromium();
  });
  afterEach(async () => {
    const seen = troubles.splice(0);
    await Promise.all(pages.splice(0).map((page) => page.close()));
    expect(seen).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const origin = (): string => {
    if (site === undefined) throw new Error('The site is served while tests run, not before.');
    return site.origin;
  };

  return {
    origin,
    open: async (path, { screen, scheme } = { screen: 'desktop', scheme: 'light' }) => {
      const host = origin();
      if (browser === undefined) throw new Error('The browser runs while tests run, not before.');
      const name = `${screen} ${scheme}`;
      const opened = contexts.get(name) ?? contextOf(browser, { screen, scheme });
      contexts.set(name, opened);
      const context = await opened;
      const page = await context.newPage();
      pages.push(page);
      guard(page, host, (trouble) => troubles.push(`${path}: ${trouble}`));
      await slowDown(page);
      await page.goto(host + path, { waitUntil: 'networkidle' });
      await page.waitForFunction(listening);
      return page;
    },
  };
}

/** `SLOW=8 npm run check:docs` tries the pages on a processor eight times as slow: no test may rely on a fast one. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env['SLOW'] ?? 1);
  if (rate === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

async function contextOf(browser: Browser, { screen, scheme }: View): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...screens[screen],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'America/Santiago',
  });
  // What is awaited comes at once on a machine at rest; this is for one that is busy.
  context.setDefaultTimeout(45_000);
  return context;
}

function guard(page: Page, host: string, report: (trouble: string) => void): void {
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== host && url.protocol.startsWith('http')) report(`asked ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    report(`opened ${socket.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') report(`logged ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    report(`threw ${error.message}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) report(`got ${response.status()} for ${response.url()}`);
  });
}
