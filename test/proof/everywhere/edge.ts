/**
 * Runs the worker on workerd, by miniflare, which wants a newer Node than the library does: the runtimes start this file
 * in a process of its own. The order is its one argument, the report what it prints.
 */
import { readFileSync } from 'node:fs';
import { Miniflare } from 'miniflare';

const [, , file, order] = process.argv as [string, string, string, string];
const edge = new Miniflare({
  ...{ modules: true, script: readFileSync(file, 'utf8'), compatibilityDate: '2026-07-01' },
});
try {
  const response = await edge.dispatchFetch('http://localhost/', { method: 'POST', body: order });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  process.stdout.write(text);
} finally {
  await edge.dispose();
}
