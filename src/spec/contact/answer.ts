import * as contact from '../../contact/index.js';
import { factsSchema } from '../../contact/schema.js';
import { fixedClock } from '../../kernel/clock.js';
import type { Answer, Question, World } from '../case.js';
import { decided, firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  alternativeGiven,
  chatNoteGiven,
  clientAnswerGiven,
  composeMailGiven,
  nextContactGiven,
  reSearchGiven,
  refundMailGiven,
  transitionGiven,
  type AlternativeGiven,
  type ChatNoteGiven,
  type ClientAnswerGiven,
  type ComposeMailGiven,
  type NextContactGiven,
  type ReSearchGiven,
} from './schema.js';
import { rulesBehind, transition, transitionWait } from './transition.js';

/** The questions that a case may ask of `contact`. */
export const questions: Readonly<Record<string, Question>> = {
  'next-contact': question(nextContactGiven, nextContact, (given, now, { zone }) =>
    contact.waitBegan(outreachFacts(given, zone), now),
  ),
  'client-answer': question(clientAnswerGiven, clientAnswer),
  alternative: question(alternativeGiven, alternative),
  're-search': question(reSearchGiven, reSearch),
  'compose-mail': question(composeMailGiven, composeMail),
  'refund-mail': question(refundMailGiven, ({ moveId: move, client }, { policies }) =>
    decided(contact.refundMail({ move, client }, { policy: policies.contact })),
  ),
  'chat-note': question(chatNoteGiven, chatNote),
  transition: question(transitionGiven, transition, transitionWait),
  decide: question(
    factsSchema,
    (facts, { now, policies }) => decided(contact.decide(facts, { clock: fixedClock(now), policy: policies.contact })),
    contact.waitBegan,
  ),
};

function outreachFacts(given: NextContactGiven, zone: string): contact.Facts {
  return {
    moveDate: given.moveDate,
    zone: given.zone ?? zone,
    helpMailsAt: given.mailSentAt == null ? [] : [given.mailSentAt],
    otherMailsAt: given.otherMailsAt ?? [],
    calls: given.calls ?? [],
    clientRepliesAt: given.clientReplyAt == null ? [] : [given.clientReplyAt],
  };
}

function nextContact(given: NextContactGiven, { now, zone, policies }: World): Answer {
  const decision = contact.decide(outreachFacts(given, zone), { clock: fixedClock(now), policy: policies.contact });
  const { outcome, rule, situation } = decision;
  const told = { fired: [rule, ...rulesBehind(situation)], decisions: [decision] } as const;
  if (outcome.action === 'wait') return { outcome: 'wait', until: outcome.until, ...told };
  return { outcome: outcome.action === 'not-covered' ? `not-covered:${outcome.gap}` : outcome.action, ...told };
}

const someDates = { date: '2024-05-18' } as const;

function clientAnswer({ alternative: offered, reply }: ClientAnswerGiven): Answer {
  const { stance, refund, dates } = reply;
  const answer = contact.clientAnswer(offered, { stance, refund, dates: dates ? someDates : null });
  const { outcome, situation } = answer;
  return {
    outcome: outcome.action === 'take-steps' ? outcome.steps.join('>') : `not-covered:${outcome.gap}`,
    fired: firedBy(contact.answerTable, situation),
    decisions: [answer],
  };
}

function alternative(
  { teamAvailableOn, availabilityUnknown }: AlternativeGiven,
  { now, zone, policies }: World,
): Answer {
  const none = availabilityUnknown === true ? null : [];
  const availability = teamAvailableOn == null ? none : [{ mp: 'the-mover', date: teamAvailableOn }];
  const facts = { moveDate: null, zone, availability };
  const decision = contact.alternative(facts, { clock: fixedClock(now), policy: policies.contact });
  const { outcome, situation } = decision;
  return { outcome: outcome.action, fired: firedBy(contact.alternativeTable, situation), decisions: [decision] };
}

const news: Readonly<Record<string, string>> = {
  'send-found-mail': 'reply-mail:found',
  'send-not-found-mail': 'reply-mail:not-found+offer-refund',
};

function reSearch({ mpFound }: ReSearchGiven, { now, zone, policies }: World): Answer {
  const facts: contact.Facts = { moveDate: '2024-05-18', zone, course: mpFound ? 'mp-found' : 'refund-offered' };
  const decision = contact.decide(facts, { clock: fixedClock(now), policy: policies.contact });
  const { outcome, rule, situation } = decision;
  return { outcome: String(news[outcome.action]), fired: [rule, ...rulesBehind(situation)], decisions: [decision] };
}

function composeMail({ moveId, client, mc }: ComposeMailGiven, { policies }: World): Answer {
  const policy = mc == null ? policies.contact : { ...policies.contact, mcAddress: mc };
  const decision = contact.helpMail({ move: moveId, client }, { policy });
  const { outcome, situation } = decision;
  const told = { fired: firedBy(contact.mailTable, situation), decisions: [decision] } as const;
  return outcome.action === 'need-fact'
    ? { outcome: `need-fact:${outcome.fact}`, ...told }
    : { outcome: { ...outcome.mail }, ...told };
}

function chatNote({ newDateText }: ChatNoteGiven, { policies }: World): Answer {
  const decision = contact.chatNote(newDateText, { policy: policies.contact });
  const { template, newDate } = decision.outcome;
  return { outcome: { template, newDate }, fired: [decision.rule], decisions: [decision] };
}
