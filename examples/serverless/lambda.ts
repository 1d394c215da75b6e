/**
 * AWS Lambda behind an HTTP API of API Gateway, or behind a function URL: both send payload format 2.0.
 * Handler: `lambda.handler` of `dist/lambda.cjs`.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answer, type Service } from './answer.js';
import { doorsFor } from './doors.js';
import { questionOf } from './event.js';
import { language, largestBody, policies, zone } from './service.js';

/**
 * A handler in a world of its own. It makes no `Request`: Node loads its whole HTTP client for the first one, and a
 * cold start would wait for that.
 */
export function lambdaFor(service: Service) {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const { status, headers, body } = answer(questionOf(event, service.largestBody), service);
    return { statusCode: status, headers, body, isBase64Encoded: false };
  };
}

export const handler = lambdaFor({ clock: Date, doors: doorsFor(policies), zone, language, largestBody });
