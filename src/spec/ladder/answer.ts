import { rowsIn } from '../../catalogue/index.js';
import { fixedClock, type Instant } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import { factsSchema } from '../../ladder/schema.js';
import type { Answer, Question, World } from '../case.js';
import { decided, firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  assignVerifyGiven,
  interMatchGiven,
  nextStepGiven,
  onRefusalGiven,
  pickWinnerGiven,
  priceReportGiven,
  segmentGiven,
  transitionGiven,
  type AssignVerifyGiven,
  type InterMatchGiven,
  type NextStepGiven,
  type OnRefusalGiven,
  type PickWinnerGiven,
  type PriceReportGiven,
  type SegmentGiven,
} from './schema.js';
import { rulesBehind, transition, transitionWait } from './transition.js';

/** The questions that a case may ask of `ladder`. */
export const questions: Readonly<Record<string, Question>> = {
  'next-step': question(nextStepGiven, nextStep, (given, now, { asked }) =>
    ladder.waitBegan(stepFacts(given, asked), now),
  ),
  'pick-winner': question(pickWinnerGiven, pickWinner),
  'price-report': question(priceReportGiven, priceReport),
  'inter-match': question(interMatchGiven, interMatch),
  'assign-verify': question(assignVerifyGiven, assignVerify),
  segment: question(segmentGiven, segment),
  'on-refusal': question(onRefusalGiven, onRefusal),
  transition: question(transitionGiven, transition, transitionWait),
  decide: question(
    factsSchema,
    (facts, { now, policies }) => decided(ladder.decide(facts, { clock: fixedClock(now), policy: policies.ladder })),
    ladder.waitBegan,
  ),
};

function stepFacts(given: NextStepGiven, asked: Instant): ladder.Facts {
  // One step presupposes the one before it.
  const resentAt = given.resentAt ?? null;
  const listsSentAt = resentAt === null ? null : (given.listsSentAt ?? null);
  const listsExhaustedAt = listsSentAt !== null && given.listsExhausted === true ? asked : null;
  return {
    searchingSince: given.searchingSince,
    category: given.category ?? 'local',
    resentAt,
    listsSentAt,
    listsExhaustedAt,
    interExhaustedAt: given.interExhausted === true ? asked : null,
    impossibilityWindow: given.withinImpossibilityWindow ?? null,
    confirmations: (given.confirmations ?? []).map((mp) => ({ mp, since: asked, until: null })),
    assignedAt: given.assigned === true ? asked : null,
    cancelledAt: given.cancelled === true ? asked : null,
  };
}

function nextStep(given: NextStepGiven, { asked, now, policies }: World): Answer {
  const decision = ladder.decide(stepFacts(given, asked), { clock: fixedClock(now), policy: policies.ladder });
  const { outcome, rule, situation } = decision;
  const told = { fired: [rule, ...rulesBehind(situation)], decisions: [decision] } as const;
  if (outcome.action !== 'wait') return { outcome: code(outcome), ...told };
  // No pause is among what a case gives here: the wait has an end.
  return { outcome: 'wait', until: outcome.until as Instant, ...told };
}

function code(outcome: Exclude<ladder.Outcome, ladder.Wait>): string {
  switch (outcome.action) {
    case 'send-offer':
    case 'check-offer':
    case 'recheck-offer':
    case 'confirm-to-mp':
      return 'assign-first-confirmer';
    case 'none':
    case 'hold':
      return `${outcome.action}:${outcome.reason}`;
    case 'need-fact':
      return `${outcome.action}:${outcome.fact}`;
    default:
      return outcome.action;
  }
}

function pickWinner({ replies, failedOffers }: PickWinnerGiven, { now }: World): Answer {
  const decision = ladder.winner(replies.map(reply), { clock: fixedClock(now) }, failedOffers ?? []);
  const { outcome, rule } = decision;
  return { outcome: outcome.action === 'choose' ? outcome.mp : null, fired: [rule], decisions: [decision] };
}

/** A case may write `undefined` out as `null`; the library takes either. */
function reply({ reason, ...rest }: PickWinnerGiven['replies'][number]): ladder.Reply {
  return { ...rest, reason: reason ?? null };
}

function priceReport({ replies, alreadyReported }: PriceReportGiven, { asked, now, policies }: World): Answer {
  const reportedAt = alreadyReported === true ? asked : null;
  const context = { clock: fixedClock(now), policy: policies.ladder };
  const decision = ladder.priceReport(replies.map(reply), context, reportedAt);
  const { outcome, rule } = decision;
  return { outcome: outcome.action === 'report-price', fired: [rule], decisions: [decision] };
}

function interMatch({ service, other }: InterMatchGiven, { policies }: World): Answer {
  const status = other.status === 'esperando mudanza' ? 'awaiting-move' : other.status;
  const decision = ladder.fitOf(service, { ...other, status, mp: '' }, { policy: policies.ladder });
  const { outcome, situation } = decision;
  return {
    outcome: outcome.action === 'offer-directly' ? `yes:${outcome.fit}` : 'no',
    fired: firedBy(ladder.fitTable, situation),
    decisions: [decision],
  };
}

function assignVerify({ selected, shownWinner, chatEnabled }: AssignVerifyGiven): Answer {
  const decision = ladder.verifyOffer(selected, { winner: shownWinner, chat: chatEnabled });
  const { outcome, situation } = decision;
  return { outcome: outcome.action, fired: firedBy(ladder.checkTable, situation), decisions: [decision] };
}

function segment({ service, mps, segmentBy }: SegmentGiven, { policies }: World): Answer {
  const { segmentBy: chosen } = policies.ladder;
  const policy = { ...policies.ladder, segmentBy: segmentBy == null ? chosen : criteria[segmentBy] };
  const movers = mps.map(({ mp, cubicajes, region }) => ({ mp, volumes: cubicajes, region }));
  const { cubicaje: volume, regions } = service;
  const decision = ladder.broadcast({ volume, regions }, movers, { policy });
  const { outcome, rule, situation } = decision;
  // The table is asked mover by mover.
  const rows = movers.flatMap(({ volumes, region }) =>
    rowsIn('ladder/segment', {
      ...situation,
      volume: volumes.includes(volume) ? 'fits' : 'other',
      region: regions.includes(region) ? 'fits' : 'other',
    }),
  );
  return { outcome: outcome.mps, fired: [rule], decisions: [decision], rows };
}

const criteria = { cubicaje: 'volume', region: 'region' } as const;

function onRefusal({ reason, availability }: OnRefusalGiven): Answer {
  const decision = ladder.onRefusal({ reason: reason ?? null, availability: availability ?? null });
  const { outcome, situation } = decision;
  return { outcome: outcome.action, fired: firedBy(ladder.refusalTable, situation), decisions: [decision] };
}
