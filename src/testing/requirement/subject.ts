import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as requirement from '../../requirement/index.js';

/** What is held to the laws of `requirement`: an implementation of its functions. */
export type Subject = Pick<typeof requirement, 'decide' | 'start' | 'record' | 'typify' | 'subjectOf' | 'channel'>;

/** The number of a case, or the name of a gap. */
export type Case = requirement.Gap | Exclude<requirement.Outcome, requirement.NotCovered>['case'];

/** What the laws ask of an implementation over and over. */
export interface Asked {
  /** The outcome under the manual's own values, or another policy. */
  readonly outcomeAt: (facts: requirement.Facts, now: Instant, policy?: requirement.Policy) => requirement.Outcome;
  /** The case as it is for a product that is known: an unknown one hides the case behind a gap of its own. */
  readonly caseOf: (facts: requirement.Facts, now: Instant, policy?: requirement.Policy) => Case;
  /** The requirement that events make. */
  readonly run: (events: readonly requirement.Event[], from?: requirement.Requirement) => requirement.Requirement;
}

export function asked({ decide, start, record }: Subject): Asked {
  const outcomeAt: Asked['outcomeAt'] = (facts, now, policy = requirement.defaultPolicy) =>
    decide(facts, { clock: fixedClock(now), policy }).outcome;
  return {
    outcomeAt,
    caseOf: (facts, now, policy) => {
      const outcome = outcomeAt({ ...facts, product: 'bulk' }, now, policy);
      return outcome.action === 'not-covered' ? outcome.gap : outcome.case;
    },
    run: (events, from = start('bulk')) => events.reduce((state, event) => record(state, event).state, from),
  };
}
