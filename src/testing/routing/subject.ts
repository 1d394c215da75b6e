import fc from 'fast-check';
import type { Instant } from '../../kernel/clock.js';
import type { validate } from '../../routing/csv.js';
import type * as routing from '../../routing/index.js';
import { deepFreeze } from '../frozen.js';
import { demand } from '../law.js';
import { kind, row, rows, team } from './arbitraries.js';
import { around, WA } from './fixed.js';

/** What is held to the laws of `routing`: an implementation of its functions. */
export type Subject = Pick<
  typeof routing,
  | 'decide'
  | 'whyNot'
  | 'emptyPortfolio'
  | 'validateRows'
  | 'load'
  | 'without'
  | 'assignments'
  | 'fromJson'
  | 'start'
  | 'record'
  | 'newUser'
  | 'configure'
> & {
  /** That of `pauta/routing/csv`. */
  readonly validate: typeof validate;
};

/** Another account than the one that most is about. */
export const OTHER = 'other';

/** A kind of account, and what is drawn for it. */
export function ofKind<Drawn>(
  drawn: (kind: routing.AccountKind) => fc.Arbitrary<Drawn>,
): fc.Arbitrary<readonly [routing.AccountKind, Drawn]> {
  return kind.chain((one) => fc.tuple(fc.constant(one), drawn(one)));
}

/** A client of an account with their row, other rows, and a team in any condition. */
export interface Scene {
  readonly kind: routing.AccountKind;
  readonly row: routing.UploadRow;
  readonly others: readonly routing.UploadRow[];
  readonly team: routing.Team;
}

export const scene: fc.Arbitrary<Scene> = ofKind((one) => fc.tuple(row(one), rows(one), team(WA, OTHER))).map(
  ([one, [own, drawn, people]]) => ({
    kind: one,
    row: own,
    others: drawn.filter(({ client }) => client !== own.client),
    team: people,
  }),
);

/** What the laws ask of an implementation over and over. */
export interface Asked {
  /** A portfolio after one more upload, which must be accepted. */
  readonly portfolioOf: (
    account: string,
    kind: routing.AccountKind,
    rows: readonly routing.UploadRow[],
    before?: routing.Portfolio,
  ) => routing.Portfolio;
  /** What a host keeps after an upload: what it had, if the file is refused. */
  readonly after: (before: routing.Portfolio, validation: routing.Validation, at?: Instant) => routing.Portfolio;
  /** The portfolio of a scene, and its client who makes contact. */
  readonly placed: (scene: Scene) => { readonly portfolio: routing.Portfolio; readonly contact: routing.Contact };
}

export function asked({ emptyPortfolio, validateRows, load }: Subject): Asked {
  const portfolioOf: Asked['portfolioOf'] = (account, one, uploaded, before = emptyPortfolio) => {
    const validation = validateRows(uploaded, { account, kind: one });
    demand(validation.ok, 'rows without a fault were refused');
    return load(before, validation, { at: around }).state;
  };
  return {
    portfolioOf,
    after: (before, validation, at = around + 1) => (validation.ok ? load(before, validation, { at }).state : before),
    placed: ({ kind: one, row: own, others }) => ({
      portfolio: portfolioOf(WA, one, [...others, own]),
      contact: deepFreeze({ account: WA, from: own.client }),
    }),
  };
}
