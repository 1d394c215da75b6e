import type { LookAgain } from './change.js';
import { conversationSentences, roundSentences } from './conversation-sentences.js';
import { moveSentences } from './move-sentences.js';
import { expectedIn, seenIn } from './print.js';
import { placesOf, placeOf } from './problem.js';
import type { Records } from './read.js';
import type { Report } from './report.js';
import { lookAgainSentence, sentencesOf } from './sentences.js';
import { whenFrom, type Language } from './when.js';

/** The same report for a program: decisions as the library gives them, and the sentences beside them. */
export function asJson(report: Report, records: Records, zone: string, language: Language): string {
  const when = whenFrom(report.at, zone, language);
  const { at, entries, moves, conversations, calm, replayed, lookAgain } = report;
  const ahead = (next: LookAgain | null): unknown =>
    next === null ? null : { ...next, words: lookAgainSentence(next, language, when) };
  const written = {
    at,
    zone,
    language,
    isComplete: records.problems.length === 0,
    problems: records.problems.map((problem) => ({
      place: placeOf(problem),
      ...problem,
      seen: seenIn(problem, language),
      expected: expectedIn(problem, language),
    })),
    notices: records.notices.map((notice) => ({ place: placesOf(notice), ...notice, note: notice.note[language] })),
    entries: entries.map((entry) => ({ ...entry, words: sentencesOf(entry, language, when) })),
    calm,
    replayed,
    moves: {
      ...moves,
      entries: moves.entries.map((entry) => ({ ...entry, words: moveSentences(entry, language, when) })),
      lookAgain: ahead(moves.lookAgain),
    },
    conversations: {
      ...conversations,
      entries: conversations.entries.map((entry) => ({
        ...entry,
        words: conversationSentences(entry, language, when),
      })),
      round: { ...conversations.round, words: roundSentences(conversations.round, language) },
      lookAgain: ahead(conversations.lookAgain),
    },
    lookAgain: ahead(lookAgain),
  };
  return JSON.stringify(written, null, 2);
}
