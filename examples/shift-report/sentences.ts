import { contact, ladder, messaging, pending, requirement, type kernel, type routing } from 'pauta';
import type { LookAgain } from './change.js';
import type { OwnerWords } from './owner-words.js';
import type { Entry } from './report.js';
import type { Language, When } from './when.js';
import { wordsIn, type Words } from './words.js';

/** A decision as people read it. */
export interface Sentences {
  readonly action: string;
  readonly reason: string;
  readonly until: string;
}

/** The same of a ticket or chat, and of a chat whose it is. */
export interface EntrySentences extends Sentences {
  /** `null`: nothing is known of it. */
  readonly owner: string | null;
}

/** The rules of all systems, by the id that a decision gives. */
const rules = { ...pending.rules, ...requirement.rules, ...ladder.rules, ...contact.rules, ...messaging.rules };

export function statementOf(rule: keyof typeof rules, language: Language): string {
  return rules[rule].statement[language];
}

export function sentencesOf(entry: Entry, language: Language, when: When): EntrySentences {
  const words = wordsIn(language);
  const { rule, validUntil, outcome } = entry.decision;
  const statement = statementOf(rule, language);
  return {
    action: actionOf(entry, words, when),
    reason: outcome.action === 'not-covered' ? words.nearestRule(statement) : statement,
    until: untilSentence(validUntil, words, when),
    owner: entry.kind === 'ticket' || entry.routing === null ? null : ownerSentence(entry.routing.outcome, words.owner),
  };
}

function ownerSentence(outcome: routing.Outcome, words: OwnerWords): string {
  switch (outcome.action) {
    case 'keep':
      return words.owner(outcome.agent, words.openConversation);
    case 'assign': {
      const role = words.roles[outcome.as];
      const as = outcome.warning === null ? role : words.toBeTold(role);
      return words.owner(outcome.agent, [as, ...passedOver(outcome, words)].join('; '));
    }
    case 'not-covered':
      return words.nobody(passedOver(outcome, words).join('; '));
    case 'not-in-portfolio':
      return words.notInPortfolio[outcome.reason];
  }
}

function passedOver(outcome: routing.Assign | routing.NotCovered, words: OwnerWords): readonly string[] {
  return outcome.passedOver.map(({ agent, because }) =>
    words.passedOver(agent, because.map((why) => words.whys[why]).join(', ')),
  );
}

export function untilSentence(validUntil: kernel.Instant | null, words: Words, when: When): string {
  return validUntil === null ? words.untilNews : words.until(when.until(validUntil), when.away(validUntil));
}

function actionOf(entry: Entry, words: Words, when: When): string {
  if (entry.kind === 'ticket') return ticketAction(entry.decision.outcome, words, when);
  const { outcome } = entry.decision;
  if (outcome.action === 'none') return words.nothingToDo;
  const action = words.attend[outcome.reason];
  if (entry.since === null) return action;
  // Without a client who waits, it is the task that is open.
  const lasts = outcome.waitingSince === null ? words.taskOpen : words.waiting;
  return `${action}; ${lasts(when.since(entry.since))}`;
}

function ticketAction(outcome: requirement.Outcome, words: Words, when: When): string {
  switch (outcome.action) {
    case 'tell-max-date':
      return words.tellMaxDate(when.deadline(outcome.deadline));
    case 'tell-insistence-max-date':
      return words.tellInsistenceMaxDate(when.deadline(outcome.deadline));
    case 'read-answer':
      return words.readAnswer;
    case 'create-ticket':
      return words.createTicket(words.subjects[outcome.subject]);
    case 'tell-client-to-file':
      return words.tellClientToFile(words.subjects[outcome.subject]);
    case 'escalate-supervisor':
      return words.escalate;
    case 'not-covered': {
      const { nearest } = outcome;
      const nearby =
        nearest === null
          ? words.noNearestCase
          : words.nearestCase(nearest.case, lowered(ticketAction(nearest, words, when)));
      return words.judge(words.gaps[outcome.gap], nearby);
    }
  }
}

export function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export function lookAgainSentence(lookAgain: LookAgain | null, language: Language, when: When): string {
  const words = wordsIn(language);
  if (lookAgain === null) return words.nothingChanges;
  const { at, id, customer, change, others, rule } = lookAgain;
  const what = words.lookAgain(when.from(at), when.away(at), words.changes[change](id, customer.name), others);
  return `${what} ${statementOf(rule, language)}`;
}
