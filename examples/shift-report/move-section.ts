import { row, wrap } from './columns.js';
import { BOLD, DIM, painter, summaryLine, WIDE, type Look, type Title } from './look.js';
import { moveSentences, type MoveSentences } from './move-sentences.js';
import { moveUrgencies, type MoveEntry, type MoveReport, type MoveUrgency } from './moves.js';
import { lookAgainSentence } from './sentences.js';
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

interface Line {
  readonly entry: MoveEntry;
  readonly sentences: MoveSentences;
}

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

/** What is due with the moves, and what waits: the same step by the same rule is said once, and the moves beneath it. */
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
    ...moveUrgencies.flatMap((urgency) =>
      group(
        urgency,
        entries.filter((entry) => entry.urgency === urgency),
        look,
        when,
      ),
    ),
    ...(ended === 0
      ? []
      : wrap(words.over(ended, ends.map(([end, count]) => words.ends[end](count)).join(', ')), look.width)),
    ...(lookAgain === null ? [] : wrap(lookAgainSentence(lookAgain, look.language, when), look.width)),
    '',
  ];
}

function group(urgency: MoveUrgency, entries: readonly MoveEntry[], look: Look, when: When): readonly string[] {
  if (entries.length === 0) return [];
  const { mark, title } = titleOf(urgency, look);
  const steps = new Map<string, Line[]>();
  for (const entry of entries) {
    const sentences = moveSentences(entry, look.language, when);
    const step = `${sentences.step}\n${entry.decision.rule}`;
    steps.set(step, [...(steps.get(step) ?? []), { entry, sentences }]);
  }
  return [
    ...wrap(`${mark} ${title} (${entries.length})`, look.width).map(painter(look, BOLD)),
    '',
    ...[...steps.values()].flatMap((lines) => stepOf(urgency, lines, look, when)),
    '',
  ];
}

/** What to do, why and by which rule, and then one line for each move. */
function stepOf(urgency: MoveUrgency, lines: readonly Line[], look: Look, when: When): readonly string[] {
  const [first] = lines as readonly [Line, ...Line[]];
  const [mark, colour] = looks[urgency];
  const { step, reason } = first.sentences;
  const { rule } = first.entry.decision;
  const width = look.width - 5;
  const head = look.width < WIDE ? [...wrap(reason, width), rule] : wrap(`${reason} (${rule})`, width);
  return [
    ...row([
      { lines: [mark], width: 3, paint: painter(look, colour) },
      { lines: wrap(step, width), width, paint: painter(look, BOLD) },
    ]),
    ...head.flatMap((line) => wrap(line, width)).map((line) => `     ${painter(look, DIM)(line)}`),
    ...lines.flatMap((line) => (look.width < WIDE ? stacked(line, look, when) : sideBySide(line, look, when))),
  ];
}

/** `inter, jue 14 may`: the service, and the day of the move where it is known. */
function serviceOf({ service, moveDate }: MoveEntry, look: Look, when: When): string {
  const kind = wordsIn(look.language).moves.services[service];
  return moveDate === null ? kind : `${kind}, ${when.deadline(moveDate)}`;
}

/** Until when, where the move waits, or where the step lapses before the day of the move is over. */
function untilOf({ entry, sentences }: Line, when: When): string | null {
  const { urgency, moveDate, decision } = entry;
  if (urgency === 'wait') return sentences.until;
  const { validUntil } = decision;
  return validUntil === null || (moveDate !== null && when.isEndOf(moveDate, validUntil)) ? null : sentences.until;
}

function stacked(line: Line, look: Look, when: When): readonly string[] {
  const { entry, sentences } = line;
  const own = [sentences.detail, untilOf(line, when)].filter((part) => part !== null).join('; ');
  const text = `${entry.id} ${entry.customer.name} (${serviceOf(entry, look, when)})${own === '' ? '' : `: ${own}`}`;
  const width = look.width - 7;
  return [
    ...wrap(text, width).map((part, index) => `     ${index === 0 ? '- ' : '  '}${part}`),
    ...sentences.duties.flatMap((duty) =>
      wrap(duty, width - 2).map((part, index) => `       ${index === 0 ? '+ ' : '  '}${part}`),
    ),
  ];
}

const ID = 10;
const WHO = 22;
const SERVICE = 18;
const UNTIL = 40;

function sideBySide(line: Line, look: Look, when: When): readonly string[] {
  const { entry, sentences } = line;
  const rest = look.width - 3 - ID - WHO - SERVICE - UNTIL - 5 * 2;
  const { detail, duties } = sentences;
  const own = [...(detail === null ? [] : [detail]), ...duties.map((duty) => `+ ${duty}`)];
  return row([
    { lines: [], width: 3 },
    { lines: wrap(entry.id, ID), width: ID, paint: painter(look, BOLD) },
    { lines: wrap(entry.customer.name, WHO), width: WHO },
    { lines: wrap(serviceOf(entry, look, when), SERVICE), width: SERVICE },
    { lines: own.flatMap((part) => wrap(part, rest)), width: rest },
    { lines: wrap(untilOf(line, when) ?? '', UNTIL), width: UNTIL, paint: painter(look, DIM) },
  ]);
}
