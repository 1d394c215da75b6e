import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where `npm run docs` writes the built site. */
export const built = fileURLToPath(new URL('../../docs/.vitepress/dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** The built site, as any static host would serve it. */
export interface Site {
  /** Such as `http://localhost:41873`. */
  readonly origin: string;
  readonly close: () => void;
}

/** Serves the built site from localhost, on a free port. What is not there is answered 404. */
export async function serveSite(): Promise<Site> {
  if (!existsSync(join(built, 'index.html'))) throw new Error('The site is not built: run "npm run docs" first.');
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(built, normalize(path.endsWith('/') ? `${path}index.html` : path));
    readFile(file).then(
      (content) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        // What is named by its content never changes; a browser need not ask for it on every page.
        const cached = path.startsWith('/assets/') ? { 'cache-control': 'max-age=31536000, immutable' } : {};
        response.writeHead(200, { 'content-type': type, ...cached }).end(content);
      },
      () => {
        response.writeHead(404, { 'content-type': 'text/plain' }).end(`No such file: ${path}`);
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
