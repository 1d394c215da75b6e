import * as contact from '../../contact/index.js';
import { fixedClock } from '../../kernel/clock.js';
import type { Answer, Question, World } from '../case.js';
import { firedBy } from '../fired.js';
import { question } from '../schema.js';
import {
  alternativeGiven,
  chatNoteGiven,
  clientAnswerGiven,
  composeMailGiven,
  nextContactGiven,
  reSearchGiven,
  transitionGiven,
  type AlternativeGiven,
  type ChatNoteGiven,
  type ClientAnswerGiven,
  type ComposeMailGiven,
  type NextContactGiven,
  type ReSearchGiven,
} from './schema.js';
import { rulesBehind, transition } from './transition.js';

/** The questions that a case may ask of `contact`. */
export const questions: Readonly<Record<string, Question>> = {
  'next-contact': question(nextContactGiven, nextContact),
  'client-answer': question(clientAnswerGiven, clientAnswer),
  alternative: question(alternativeGiven, alternative),
  're-search': question(reSearchGiven, reSearch),
  'compose-mail': question(composeMailGiven, composeMail),
  'chat-note': question(chatNoteGiven, chatNote),
  transition: question(transitionGiven, transition),
};

function nextContact(given: NextContactGiven, { now, zone }: World): Answer {
  const facts: contact.Facts = {
    moveDate: given.moveDate,
    zone: given.zone ?? zone,
    helpMailsAt: given.mailSentAt == null ? [] : [given.mailSentAt],
    otherMailsAt: given.otherMailsAt ?? [],
    calls: given.calls ?? [],
    clientRepliesAt: given.clientReplyAt == null ? [] : [given.clientReplyAt],
  };
  const { outcome, rule, situation } = contact.decide(facts, { clock: fixedClock(now) });
  const fired = [rule, ...rulesBehind(situation)] as const;
  if (outcome.action === 'wait') return { outcome: 'wait', until: outcome.until, fired };
  return { outcome: outcome.action === 'not-covered' ? `not-covered:${outcome.gap}` : outcome.action, fired };
}

const someDates = { date: '2024-05-18' } as const;

function clientAnswer({ alternative: offered, reply }: ClientAnswerGiven): Answer {
  const { stance, refund, dates } = reply;
  const answer = contact.clientAnswer(offered, { stance, refund, dates: dates ? someDates : null });
  const { outcome, situation } = answer;
  return {
    outcome: outcome.action === 'take-steps' ? outcome.steps.join('>') : `not-covered:${outcome.gap}`,
    fired: firedBy(contact.answerTable, situation),
  };
}

function alternative({ teamAvailableOn, availabilityUnknown }: AlternativeGiven, { now, zone }: World): Answer {
  const none = availabilityUnknown === true ? null : [];
  const availability = teamAvailableOn == null ? none : [{ mp: '', date: teamAvailableOn }];
  const { outcome, situation } = contact.alternative(
    { moveDate: null, zone, availability },
    { clock: fixedClock(now) },
  );
  return { outcome: outcome.action, fired: firedBy(contact.alternativeTable, situation) };
}

const news: Readonly<Record<string, string>> = {
  'send-found-mail': 'reply-mail:found',
  'send-not-found-mail': 'reply-mail:not-found+offer-refund',
};

function reSearch({ mpFound }: ReSearchGiven, { now, zone }: World): Answer {
  const facts: contact.Facts = { moveDate: '2024-05-18', zone, course: mpFound ? 'mp-found' : 'refund-offered' };
  const { outcome, rule, situation } = contact.decide(facts, { clock: fixedClock(now) });
  return { outcome: String(news[outcome.action]), fired: [rule, ...rulesBehind(situation)] };
}

function composeMail({ moveId, client, mc }: ComposeMailGiven): Answer {
  const policy = contact.policy({ mcAddress: mc });
  const { outcome, situation } = contact.helpMail({ move: moveId, client }, { policy });
  // The MC is given, so there is a mail.
  const { mail } = outcome as Extract<contact.MailOutcome, { action: 'send-mail' }>;
  return { outcome: { ...mail }, fired: firedBy(contact.mailTable, situation) };
}

function chatNote({ newDateText }: ChatNoteGiven): Answer {
  const { outcome, rule } = contact.chatNote(newDateText);
  return { outcome: { template: outcome.template, newDate: outcome.newDate }, fired: [rule] };
}
