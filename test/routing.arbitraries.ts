import * as routing from 'pauta/routing';
import { around } from '../src/testing/routing/fixed.js';

export { around as T, CLIENT, MAIL, ready, rowOf, WA } from '../src/testing/routing/fixed.js';
export type { ConfigurationSketch, UploadSketch } from '../src/testing/routing/steps.js';

/** A portfolio after one more upload, which must be accepted. */
export function portfolioOf(
  account: string,
  kind: routing.AccountKind,
  rows: readonly routing.UploadRow[],
  before: routing.Portfolio = routing.emptyPortfolio,
): routing.Portfolio {
  const validation = routing.validateRows(rows, { account, kind });
  if (!validation.ok) throw new Error(JSON.stringify(validation.problems));
  return routing.load(before, validation, { at: around }).state;
}
