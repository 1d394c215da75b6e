/** The bundle for the web, on Deno and on Bun: the same file as the Worker's, with no word about either in it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundled, web } from '../bundle.js';
import { playOn } from '../test/exchanges.js';

const binaries = fileURLToPath(new URL('../node_modules/.bin/', import.meta.url));

const runtimes = [
  // No permission is given, and none is needed: nothing is read, nothing is asked of the network.
  { name: 'deno', run: (port: number, file: string) => ['serve', '--port', String(port), '--host', '127.0.0.1', file] },
  { name: 'bun', run: (_: number, file: string) => ['run', file] },
] as const;

for (const { name, run } of runtimes) {
  describe(`a server, on ${name}`, () => {
    let folder: string;
    let server: ChildProcess;
    let base: string;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pauta-runtimes-'));
      const outfile = join(folder, 'web.mjs');
      await build({ ...bundled, ...web, entryPoints: ['web.ts'], outfile });
      const port = await freePort();
      base = `http://127.0.0.1:${port}`;
      server = spawn(join(binaries, name), run(port, outfile), {
        // Bun reads the port here.
        env: { ...process.env, PORT: String(port) },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await listening(base, server);
    });
    after(async () => {
      server.kill();
      if (server.exitCode === null) await once(server, 'exit');
      await rm(folder, { recursive: true });
    });

    playOn(async ({ path, ...sent }) => {
      const response = await fetch(`${base}${path}`, sent);
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Asks until there is an answer; what has ended will give none. */
async function listening(base: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt++) {
    try {
      await fetch(base);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`The server did not start (exit code ${server.exitCode ?? 'none'}).`);
}
