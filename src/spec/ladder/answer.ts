import { fixedClock } from '../../kernel/clock.js';
import * as ladder from '../../ladder/index.js';
import type { Answer, Question, World } from '../case.js';
import { firedBy } from '../fired.js';
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
import { rulesBehind, transition } from './transition.js';

/** The questions that a case may ask of `ladder`. */
export const questions: Readonly<Record<string, Question>> = {
  'next-step': question(nextStepGiven, nextStep),
  'pick-winner': question(pickWinnerGiven, pickWinner),
  'price-report': question(priceReportGiven, priceReport),
  'inter-match': question(interMatchGiven, interMatch),
  'assign-verify': question(assignVerifyGiven, assignVerify),
  segment: question(segmentGiven, segment),
  'on-refusal': question(onRefusalGiven, onRefusal),
  transition: question(transitionGiven, transition),
};

function nextStep(given: NextStepGiven, { now }: World): Answer {
  // One step presupposes the one before it.
  const resentAt = given.resentAt ?? null;
  const listsSentAt = resentAt === null ? null : (given.listsSentAt ?? null);
  const listsExhaustedAt = listsSentAt !== null && given.listsExhausted === true ? now : null;
  const facts: ladder.Facts = {
    searchingSince: given.searchingSince,
    category: given.category ?? 'local',
    resentAt,
    listsSentAt,
    listsExhaustedAt,
    interExhaustedAt: given.interExhausted === true ? now : null,
    impossibilityWindow: given.withinImpossibilityWindow ?? null,
    confirmations: (given.confirmations ?? []).map((mp) => ({ mp, since: now, until: null })),
    assignedAt: given.assigned === true ? now : null,
    cancelledAt: given.cancelled === true ? now : null,
  };
  const { outcome, rule, situation } = ladder.decide(facts, { clock: fixedClock(now) });
  const fired = [rule, ...rulesBehind(situation)] as const;
  return outcome.action === 'wait'
    ? { outcome: 'wait', until: outcome.until, fired }
    : { outcome: code(outcome), fired };
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
  const { outcome, rule } = ladder.winner(replies.map(reply), { clock: fixedClock(now) }, failedOffers ?? []);
  return { outcome: outcome.action === 'choose' ? outcome.mp : null, fired: [rule] };
}

/** A case may write `undefined` out as `null`; the library takes either. */
function reply({ reason, ...rest }: PickWinnerGiven['replies'][number]): ladder.Reply {
  return { ...rest, reason: reason ?? null };
}

function priceReport({ replies, alreadyReported }: PriceReportGiven, { now }: World): Answer {
  const reportedAt = alreadyReported === true ? now : null;
  const { outcome, rule } = ladder.priceReport(replies.map(reply), { clock: fixedClock(now) }, reportedAt);
  return { outcome: outcome.action === 'report-price', fired: [rule] };
}

function interMatch({ service, other }: InterMatchGiven): Answer {
  const status = other.status === 'esperando mudanza' ? 'awaiting-move' : other.status;
  const { outcome, situation } = ladder.fitOf(service, { ...other, status, mp: '' });
  return {
    outcome: outcome.action === 'offer-directly' ? `yes:${outcome.fit}` : 'no',
    fired: firedBy(ladder.fitTable, situation),
  };
}

function assignVerify({ selected, shownWinner, chatEnabled }: AssignVerifyGiven): Answer {
  const { outcome, situation } = ladder.verifyOffer(selected, { winner: shownWinner, chat: chatEnabled });
  return { outcome: outcome.action, fired: firedBy(ladder.checkTable, situation) };
}

function segment({ service, mps, segmentBy }: SegmentGiven): Answer {
  const policy = ladder.policy({ segmentBy: segmentBy === 'region' ? 'region' : 'volume' });
  const movers = mps.map(({ mp, cubicajes, region }) => ({ mp, volumes: cubicajes, region }));
  const { cubicaje: volume, regions } = service;
  const { outcome, rule } = ladder.broadcast({ volume, regions }, movers, { policy });
  return { outcome: outcome.mps, fired: [rule] };
}

function onRefusal({ reason, availability }: OnRefusalGiven): Answer {
  const { outcome, situation } = ladder.onRefusal({ reason: reason ?? null, availability: availability ?? null });
  return { outcome: outcome.action, fired: firedBy(ladder.refusalTable, situation) };
}
