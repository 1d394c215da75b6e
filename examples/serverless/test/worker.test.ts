import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { bundled, web } from '../bundle.js';
import { playOn } from './exchanges.js';

/** The bundle that is deployed, on the runtime that it is deployed to. */
describe('a Worker, on workerd', () => {
  let worker: Miniflare;

  before(async () => {
    const { outputFiles } = await build({ ...bundled, ...web, entryPoints: ['web.ts'], write: false });
    const script = outputFiles[0]?.text ?? '';
    worker = new Miniflare({ modules: true, script, compatibilityDate: '2026-04-01' });
    await worker.ready;
  });
  after(() => worker.dispose());

  playOn(async ({ path, ...sent }) => {
    const response = await worker.dispatchFetch(`http://localhost${path}`, sent as RequestInit as never);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  });

  test('needs nothing of Node', async () => {
    const { metafile } = await build({
      ...bundled,
      ...web,
      entryPoints: ['web.ts'],
      write: false,
      metafile: true,
    });
    const [output] = Object.values(metafile.outputs);
    assert.deepEqual(output?.imports, []);
    assert.deepEqual(output?.exports, ['default']);
  });
});
