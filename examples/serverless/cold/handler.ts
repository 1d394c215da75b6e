/** The handler of both sides: the same refusing and writing. Only who reads the facts and decides is another. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Sentence } from 'pauta/kernel';
import { admit } from '../admission.js';
import { questionOf } from '../event.js';
import { languageOf } from '../language.js';
import { problem, type Answer } from '../problem.js';

/** What is wrong with facts, in as few words as both sides have. */
export interface Faults {
  readonly faults: readonly { readonly path: string; readonly expected: string }[];
}

/** A decision, and what its rule says. */
export interface Told {
  readonly decision: { readonly rule: string; readonly outcome: object };
  readonly statement: Sentence;
}

/** Reads and decides. One of the two engines can do it only by promise. */
export type Side = (body: unknown) => Told | Faults | Promise<Told | Faults>;

export function handlerOf(side: Side) {
  const service = { doors: new Map([['/pending/decide', side]]), largestBody: 64 * 1024 };
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const question = questionOf(event, service.largestBody);
    const admitted = admit(question, service);
    const told = 'status' in admitted ? problem(admitted) : await admitted.door(admitted.body);
    const { status, headers, body } = 'status' in told ? told : written(told, question.headers['accept-language']);
    return { statusCode: status, headers, body, isBase64Encoded: false };
  };
}

function written(told: Told | Faults, header: string | undefined): Answer {
  if ('faults' in told) return { status: 422, headers: {}, body: JSON.stringify(told) };
  const { decision, statement } = told;
  return {
    status: 200,
    headers: {},
    body: JSON.stringify({ decision, statement: statement[languageOf(header, 'es')] }),
  };
}
