import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { handler } from '../lambda.js';
import { decided, playOn, post, refused, type Received, type Sent } from './exchanges.js';

/** An event as API Gateway makes one of an HTTP request: payload format 2.0, `$default` stage. */
function eventOf({ method, path, headers, body }: Sent): APIGatewayProxyEventV2 {
  const isText = typeof body === 'string';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: '',
    cookies: ['session=1', 'theme=dark'],
    headers: {
      accept: '*/*',
      host: 'example.execute-api.sa-east-1.amazonaws.com',
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-proto': 'https',
      ...headers,
    },
    requestContext: {
      accountId: '123456789012',
      apiId: 'example',
      domainName: 'example.execute-api.sa-east-1.amazonaws.com',
      domainPrefix: 'example',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '13/May/2026:14:00:00 +0000',
      timeEpoch: 1_778_680_800_000,
    },
    // An empty body is no field at all.
    ...(body.length > 0 && { body: isText ? body : Buffer.from(body).toString('base64') }),
    isBase64Encoded: !isText,
  };
}

async function invoke(event: APIGatewayProxyEventV2): Promise<Received> {
  // The runtime hands it over as JSON, and takes the result as JSON.
  const result = await handler(JSON.parse(JSON.stringify(event)) as APIGatewayProxyEventV2);
  const { statusCode, headers, body } = JSON.parse(JSON.stringify(result)) as Awaited<ReturnType<typeof handler>>;
  return { status: statusCode ?? 0, headers: headers as Received['headers'], body: body ?? '' };
}

describe('Lambda', () => playOn((sent) => invoke(eventOf(sent))));

const sent = post('/pending/decide', { lastMessage: 'client', waitingSince: 0 });

test('a body comes in base64 where the gateway takes its type for binary', async () => {
  const body = new TextEncoder().encode(sent.body as string);
  const { decision } = decided(await invoke(eventOf({ ...sent, body })));
  assert.equal(decision.rule, 'pending/client-unanswered');
});

test('a body in base64 has the same largest size', async () => {
  const padded = (length: number) => new TextEncoder().encode((sent.body as string).padEnd(length));
  decided(await invoke(eventOf({ ...sent, body: padded(64 * 1024) })));
  refused(await invoke(eventOf({ ...sent, body: padded(64 * 1024 + 1) })), 413);
});

test('the path begins with the name of a stage', async () => {
  const event = eventOf(sent);
  const staged = (rawPath: string) => ({
    ...event,
    rawPath,
    requestContext: { ...event.requestContext, stage: 'prod' },
  });
  decided(await invoke(staged('/prod/pending/decide')));
  refused(await invoke(staged('/production/pending/decide')), 404);
  refused(await invoke(staged('/prod')), 404);
});

test('a function URL sends headers in lower case, too, and no body is no fault of the host', async () => {
  const { body: _, ...event } = eventOf(sent);
  assert.equal(refused(await invoke(event), 400).detail, 'The body is empty.');
});
