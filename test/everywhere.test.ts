import { afterEach, expect, it } from 'vitest';
import { firstDifference } from './proof/everywhere/comparison.js';
import { run, type Order, type Report } from './proof/everywhere/program.js';
import type { Way } from './proof/everywhere/runtimes.js';

const DECISIONS = 5_000;

const own = process.env['TZ'];
afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

// The short form of `npm run prove -- everywhere`, which does the same on every runtime with 200,000 of the package.
it('answers the same whatever the zone of the host', async () => {
  const reports: Report[] = [];
  for (const zone of ['UTC', 'Australia/Lord_Howe']) {
    process.env['TZ'] = zone;
    reports.push(await run({ decisions: DECISIONS }));
  }
  const [here, there] = reports as [Report, Report];
  expect([here.offsets, there.offsets]).toEqual([
    [0, 0],
    [660, 630],
  ]);
  expect(there.drawn).toBe(here.drawn);
  expect(there.accounts).toEqual(here.accounts);
  expect(there.decided).toBe(here.decided);
  expect(Object.values(here.accounts).reduce((sum, { decisions }) => sum + decisions, 0)).toBe(DECISIONS);
});

it('finds the first decision that two runtimes answer differently', async () => {
  const decisions = 300;
  const honest = wayOf(run);
  const odd = wayOf(async (order) => {
    const report = await run(order);
    const { pending } = report.accounts as { pending: Report['accounts'][string] };
    return {
      ...report,
      accounts: { ...report.accounts, pending: { ...pending, decided: ['another'] } },
      lines: report.lines.map((line) => line.replace('rule:"pending/', 'rule:"nobodys/')),
    };
  });
  const order = { decisions };
  const found = await firstDifference(decisions, [honest, await honest.go(order)], [odd, await odd.go(order)]);
  expect(found).toMatch(/^pending, in the decisions from 0 on, line \d+:\n {2}.*"pending\/.*\n {2}.*"nobodys\//);
});

function wayOf(go: (order: Order) => Promise<Report>): Way {
  return { runtime: 'this', form: 'ESM', zone: 'UTC', go };
}
