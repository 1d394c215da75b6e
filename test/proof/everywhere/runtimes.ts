import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Order, Report } from './program.js';
import type { Installed } from './tarball.js';

const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const packages = join(here, 'node_modules');

/** Five zones for `TZ`: whole hours, halves, changes of clocks by an hour and by half of one, on both halves of the world. */
export const hostZones = [
  'UTC',
  'America/Santiago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
] as const;

/** One way to run the program: a runtime, a form of the library, a zone of the host. */
export interface Way {
  readonly runtime: string;
  readonly form: 'ESM' | 'CommonJS' | 'ESM, bundled';
  readonly zone: string;
  readonly go: (order: Order) => Promise<Report>;
}

/** A runtime that was to be had, or why it was not. */
export interface Runtime {
  readonly name: string;
  readonly version: string;
  readonly ways: readonly Way[];
  readonly lacks?: string;
}

/** Every runtime of the claim, those that cannot be had too. They are installed first: Chromium alone must be there. */
export async function runtimes(installed: Installed): Promise<readonly Runtime[]> {
  await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: here });
  const node = (major: number): Promise<Runtime> =>
    onCommandLine(
      `Node ${major}`,
      join(packages, `node${major}/bin/node`),
      ['-p', 'process.versions.node'],
      [],
      installed,
    );
  return Promise.all([
    node(20),
    node(22),
    node(24),
    onCommandLine('Bun', join(packages, '.bin/bun'), ['--version'], [], installed),
    onCommandLine(
      'Deno',
      join(packages, '.bin/deno'),
      ['eval', 'console.log(Deno.version.deno)'],
      ['run', '-A'],
      installed,
    ),
    onEdge(installed),
    inChromium(installed),
  ]);
}

async function had(name: string, made: () => Promise<Omit<Runtime, 'name'>>): Promise<Runtime> {
  try {
    return { name, ...(await made()) };
  } catch (error) {
    return { name, version: '', ways: [], lacks: String(error).split('\n', 1)[0] ?? '' };
  }
}

function onCommandLine(
  name: string,
  program: string,
  version: readonly string[],
  before: readonly string[],
  { folder, esm, commonJs }: Installed,
): Promise<Runtime> {
  return had(name, async () => ({
    version: (await run(program, version)).stdout.trim(),
    ways: [['ESM', esm] as const, ['CommonJS', commonJs] as const].flatMap(([form, file]) =>
      hostZones.map((zone): Way => {
        const go: Way['go'] = (order) => told(program, [...before, file, JSON.stringify(order)], folder, zone);
        return { runtime: name, form, zone, go };
      }),
    ),
  }));
}

/** What a process reports. A report with the lines of a thousand decisions is some megabytes. */
async function told(program: string, args: readonly string[], cwd: string, zone: string): Promise<Report> {
  const env = { ...process.env, TZ: zone, DENO_NO_UPDATE_CHECK: '1' };
  const { stdout } = await run(program, args, { cwd, env, maxBuffer: 2 ** 30 });
  return JSON.parse(stdout) as Report;
}

/** Workers are always in UTC: there is no `TZ` to set. */
function onEdge({ folder, worker }: Installed): Promise<Runtime> {
  const name = 'workerd';
  const host = join(packages, 'node24/bin/node');
  const edge = join(here, 'edge.ts');
  return had(name, async () => {
    await run(host, ['--version']);
    const { version } = JSON.parse(readFileSync(join(packages, 'workerd/package.json'), 'utf8')) as { version: string };
    const go: Way['go'] = (order) => told(host, [edge, worker, JSON.stringify(order)], folder, 'America/Santiago');
    return { version, ways: [{ runtime: name, form: 'ESM, bundled', zone: 'UTC', go }] };
  });
}

const places = [process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];

function inChromium({ page: file }: Installed): Promise<Runtime> {
  const name = 'Chromium';
  const script = readFileSync(file, 'utf8');
  return had(name, async () => {
    const executablePath = places.find((place) => place !== '' && existsSync(place));
    if (executablePath === undefined) throw new Error('no Chromium: install it, or name its program in CHROMIUM_PATH');
    // Chromium refuses its own sandbox where it is run by root, as in CI.
    const options = { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
    const probe = await chromium.launch(options);
    const version = probe.version();
    await probe.close();
    const go = async (order: Order, timezoneId: string): Promise<Report> => {
      const browser = await chromium.launch(options);
      try {
        const page = await browser.newPage({ timezoneId });
        // A secure origin, without which there is no SHA-256; it is answered here, and nothing else is asked.
        await page.route('**/*', (route) =>
          route.request().url() === 'https://pauta.test/page.mjs'
            ? route.fulfill({ contentType: 'text/javascript', body: script })
            : route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/page.mjs"></script>' }),
        );
        await page.goto('https://pauta.test/');
        return await page.evaluate<Report>(`answer(${JSON.stringify(order)})`);
      } finally {
        await browser.close();
      }
    };
    return {
      version,
      ways: hostZones.map((zone): Way => ({
        runtime: name,
        form: 'ESM, bundled',
        zone,
        go: (order) => go(order, zone),
      })),
    };
  });
}
