import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { serve, type Server } from 'srvx';
import web from '../web.js';
import { playOn, post, refused, type Received } from './exchanges.js';

describe('a server, on Node', () => {
  let server: Server;

  before(async () => {
    server = serve({ fetch: web.fetch, port: 0, hostname: '127.0.0.1', silent: true, gracefulShutdown: false });
    await server.ready();
  });
  after(() => server.close(true));

  playOn(async ({ path, ...sent }) => {
    const response = await fetch(new URL(path, server.url), sent);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  });

  test('stops reading a body that has no length and no end', async () => {
    const { method, path, headers } = post('/pending/decide', {});
    const received = await new Promise<Received>((resolve, reject) => {
      const outgoing = request(new URL(path, server.url), { method, headers }, (incoming) => {
        let body = '';
        incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
        incoming.on('end', () => {
          outgoing.destroy();
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers as Received['headers'], body });
        });
      });
      const chunk = ' '.repeat(16 * 1024);
      const feed = setInterval(() => outgoing.write(chunk), 1);
      outgoing.on('close', () => clearInterval(feed));
      // What is written after the answer may find the connection closed.
      outgoing.on('error', (error) => reject(error));
    });
    assert.equal(refused(received, 413).detail, 'A body has at most 65536 bytes.');
  });
});
