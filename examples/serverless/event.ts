import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Question } from './admission.js';

/** What an event of API Gateway asks. */
export function questionOf(event: APIGatewayProxyEventV2, largest: number): Question {
  const { method } = event.requestContext.http;
  return { method, path: pathOf(event), headers: event.headers, body: bodyOf(event, largest) };
}

/** The path begins with the name of the stage, unless that is `$default`. */
function pathOf({ rawPath, requestContext: { stage } }: APIGatewayProxyEventV2): string {
  const prefix = `/${stage}`;
  return rawPath.startsWith(`${prefix}/`) ? rawPath.slice(prefix.length) : rawPath;
}

function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2, largest: number): Question['body'] {
  // Four characters of base64 are three bytes. What is too large is not even decoded.
  if (body.length > (isBase64Encoded ? Math.ceil(largest / 3) * 4 : largest)) return 'too-large';
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}
