import { wrap } from './columns.js';
import { BOLD, painter, summaryLine, type Look, type Title } from './look.js';
import { moveSentences, type MoveSentences } from './move-sentences.js';
import { moveUrgencies, type MoveEntry, type MoveReport, type MoveUrgency } from './moves.js';
import { lookAgainSentence } from './sentences.js';
import { stepList, type StepLine } from './step-list.js';
import type { When } from './when.js';
import { wordsIn } from './words.js';

/** Marks and colours; readable without the latter. */
const looks = {
  assign: ['!!!', 31],
  client: ['!!', 33],
  search: ['!', 35],
  ask: ['??', 36],
  judge: ['?', 34],
  wait: ['...', 32],
} as const satisfies Record<MoveUrgency, readonly [mark: string, colour: number]>;

function titleOf(urgency: MoveUrgency, look: Look): Title {
  const [mark, colour] = looks[urgency];
  return { mark, colour, title: wordsIn(look.language).moves.groups[urgency] };
}

/** The part of the summary that is about moves. */
export function moveCounts({ entries }: MoveReport, look: Look): readonly string[] {
  const counts = moveUrgencies.flatMap((urgency) => {
    const count = entries.filter((entry) => entry.urgency === urgency).length;
    return count === 0 ? [] : summaryLine(count, titleOf(urgency, look), look);
  });
  return counts.length === 0 ? [] : ['', ...counts];
}

/** What is due with the moves, and what waits. */
export function moveSection(report: MoveReport, look: Look, when: When): readonly string[] {
  const { entries, over, lookAgain } = report;
  const words = wordsIn(look.language).moves;
  const ends = (Object.entries(over) as [keyof typeof over, number][]).filter(([, count]) => count > 0);
  const ended = ends.reduce((sum, [, count]) => sum + count, 0);
  if (entries.length + ended === 0) return [];
  const waiting = entries.filter(({ urgency }) => urgency === 'wait').length;
  const heading = words.heading(entries.length + ended, entries.length - waiting, waiting);
  return [
    ...wrap(heading, look.width).map(painter(look, BOLD)),
    '',
    ...moveUrgencies.flatMap((urgency) => {
      const own = entries.filter((entry) => entry.urgency === urgency);
      return stepList(
        titleOf(urgency, look),
        own.map((entry) => lineOf(entry, look, when)),
        look,
      );
    }),
    ...(ended === 0
      ? []
      : wrap(words.over(ended, ends.map(([end, count]) => words.ends[end](count)).join(', ')), look.width)),
    ...(lookAgain === null ? [] : wrap(lookAgainSentence(lookAgain, look.language, when), look.width)),
    '',
  ];
}

function lineOf(entry: MoveEntry, look: Look, when: When): StepLine {
  const sentences = moveSentences(entry, look.language, when);
  return {
    ...sentences,
    rule: entry.decision.rule,
    id: entry.id,
    who: entry.customer.name,
    about: serviceOf(entry, look, when),
    until: untilOf(entry, sentences, when),
    besides: sentences.duties,
  };
}

/** `inter, jue 14 may`: the service, and the day of the move where it is known. */
function serviceOf({ service, moveDate }: MoveEntry, look: Look, when: When): string {
  const kind = wordsIn(look.language).moves.services[service];
  return moveDate === null ? kind : `${kind}, ${when.deadline(moveDate)}`;
}

/** Until when, where the move waits, or where the step lapses before the day of the move is over. */
function untilOf({ urgency, moveDate, decision }: MoveEntry, { until }: MoveSentences, when: When): string | null {
  if (urgency === 'wait') return until;
  const { validUntil } = decision;
  return validUntil === null || (moveDate !== null && when.isEndOf(moveDate, validUntil)) ? null : until;
}
