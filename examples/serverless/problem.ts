import type { Problem } from 'pauta/kernel/schema';

/** What goes back, whatever the host: plain data. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is wrong, in the terms of HTTP. */
export interface Refusal {
  readonly status: 400 | 404 | 405 | 413 | 415 | 422;
  readonly title: string;
  /** What the caller can do about it. */
  readonly detail: string;
  /** Every fault of the body, each with its place in it. */
  readonly errors?: readonly Problem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A refusal as RFC 9457 has it. `type` is left out, which stands for `about:blank`: the status says what kind it is,
 * and an address that nobody serves would only mislead. `errors` is an extension, as the RFC's own example has one.
 */
export function problem({ status, title, detail, errors, headers = {} }: Refusal): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ title, status, detail, ...(errors && { errors }) }),
  };
}
