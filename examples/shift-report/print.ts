import type { kernel } from 'pauta';
import { row, wrap, type Cell } from './columns.js';
import { conversationCounts, conversationSection } from './conversation-section.js';
import { BOLD, DIM, painter, REVERSE, WIDE, summaryLine, type Look } from './look.js';
import { moveCounts, moveSection } from './move-section.js';
import { placeOf, placesOf, type ExpectedWord, type Notice, type Problem } from './problem.js';
import type { Records } from './read.js';
import { urgencies, type Entry, type Report, type Urgency } from './report.js';
import { lookAgainSentence, sentencesOf } from './sentences.js';
import { whenFrom, type Language, type When } from './when.js';
import { wordsIn } from './words.js';

/** Readable without colour: the mark says the same. */
const marks = {
  escalate: '!!!',
  attend: '!!',
  file: '!',
  'read-answer': '>',
  'tell-date': '-',
  judge: '?',
} as const satisfies Record<Urgency, string>;

const colours = {
  escalate: 31,
  attend: 33,
  file: 35,
  'read-answer': 36,
  'tell-date': 32,
  judge: 34,
} as const satisfies Record<Urgency, number>;

/** The whole report, line by line. */
export function printed(report: Report, records: Records, look: Look): readonly string[] {
  const words = wordsIn(look.language);
  const when = whenFrom(report.at, look.zone, look.language);
  const { tickets, chats, moves, conversations, problems } = records;
  const banner = bannerOf(problems, look);
  const title = wrap(`${words.title}: ${when.present} (${look.zone})`, look.width).map(painter(look, BOLD));
  // Of nothing at all, not even that there is nothing to do can be said.
  const all = [tickets, chats, moves, conversations].map(({ length }) => length);
  if (all.every((count) => count === 0) && problems.length > 0) return [...title, '', ...banner];

  const groups = urgencies
    .map((urgency) => ({ urgency, entries: report.entries.filter((entry) => entry.urgency === urgency) }))
    .filter(({ entries }) => entries.length > 0);
  const besides = [...report.moves.entries, ...report.conversations.entries];
  const due = report.entries.length + besides.filter(({ urgency }) => urgency !== 'wait').length;
  const idle = wrap(problems.length === 0 ? words.nothingToDo : words.nothingKnown, look.width);
  return [
    ...banner,
    ...title,
    ...wrap(words.counts(tickets.length, chats.length, moves.length, conversations.length, due), look.width),
    '',
    ...(due === 0 ? idle : groups.flatMap(({ urgency, entries }) => counted(urgency, entries.length, look))),
    ...moveCounts(report.moves, look),
    ...conversationCounts(report.conversations, look),
    '',
    ...groups.flatMap(({ urgency, entries }) => group(urgency, entries, look, when)),
    ...moveSection(report.moves, look, when),
    ...conversationSection(report.conversations, look, when),
    ...footer(report, look, when),
    ...banner,
  ];
}

function counted(urgency: Urgency, count: number, look: Look): readonly string[] {
  const { groups } = wordsIn(look.language);
  return summaryLine(count, { mark: marks[urgency], colour: colours[urgency], title: groups[urgency] }, look);
}

const fileWords = [
  'ticket-file',
  'chat-file',
  'move-file',
  'agent-file',
  'portfolio-file',
] as const satisfies readonly ExpectedWord[];

function bannerOf(problems: readonly Problem[], look: Look): readonly string[] {
  if (problems.length === 0) return [];
  const words = wordsIn(look.language);
  const files = [...new Set(problems.map(({ file }) => file))].map((file) => {
    const own = problems.filter((problem) => problem.file === file);
    const isMissing = own.some(({ expected }) => fileWords.some((word) => word === expected));
    return isMissing ? words.missingFile(file) : words.unusedFile(file, own.length);
  });
  return [...wrap(words.incomplete(files.join(', ')), look.width).map(painter(look, REVERSE)), ''];
}

function group(urgency: Urgency, entries: readonly Entry[], look: Look, when: When): readonly string[] {
  const heading = `${marks[urgency]} ${wordsIn(look.language).groups[urgency]} (${entries.length})`;
  const layout = look.width < WIDE ? stacked : sideBySide;
  return [
    ...wrap(heading, look.width).map(painter(look, BOLD)),
    '',
    ...entries.flatMap((entry) => layout(entry, look, when)),
    '',
  ];
}

/** Who and what, then why, then the rule and until when; of a chat, whose it is. */
function stacked(entry: Entry, look: Look, when: When): readonly string[] {
  const { action, reason, until, owner } = sentencesOf(entry, look.language, when);
  const width = look.width - 5;
  const ruleAndUntil = wrap(`${entry.decision.rule}, ${until}`, width).map(painter(look, DIM));
  return [
    ...row([markOf(entry, look), { lines: wrap(`${entry.id} ${entry.customer.name}: ${action}`, width), width }]),
    ...[...wrap(reason, width), ...ruleAndUntil, ...owned(owner, width)].map((line) => `     ${line}`),
  ];
}

function owned(owner: string | null, width: number): readonly string[] {
  return owner === null ? [] : wrap(owner, width);
}

const WHO = 22;
const RULE = 38;

function sideBySide(entry: Entry, look: Look, when: When): readonly string[] {
  const { action, reason, until, owner } = sentencesOf(entry, look.language, when);
  const rest = look.width - 3 - WHO - RULE - 4 * 2;
  const actionWidth = Math.floor(rest * 0.41);
  const reasonWidth = rest - actionWidth;
  return row([
    markOf(entry, look),
    { lines: [...wrap(entry.customer.name, WHO), ...wrap(entry.id, WHO)], width: WHO, paint: painter(look, BOLD) },
    { lines: wrap(action, actionWidth), width: actionWidth },
    { lines: [...wrap(reason, reasonWidth), ...owned(owner, reasonWidth)], width: reasonWidth },
    { lines: [...wrap(entry.decision.rule, RULE), ...wrap(until, RULE)], width: RULE, paint: painter(look, DIM) },
  ]);
}

function markOf(entry: Entry, look: Look): Cell {
  return { lines: [marks[entry.urgency]], width: 3, paint: painter(look, colours[entry.urgency]) };
}

function footer(report: Report, look: Look, when: When): readonly string[] {
  const words = wordsIn(look.language);
  const reasons = Object.entries(report.calm) as [keyof Report['calm'], number][];
  const calm = reasons.filter(([, count]) => count > 0);
  const total = calm.reduce((sum, [, count]) => sum + count, 0);
  const { late, duplicate, refused } = report.replayed;
  return [
    ...(total === 0
      ? []
      : wrap(
          words.calm(total, calm.map(([reason, count]) => words.calmReasons[reason](count)).join(', ')),
          look.width,
        )),
    ...(late + duplicate + refused === 0 ? [] : wrap(words.replayed(late, duplicate, refused), look.width)),
    ...(total === 0 ? [] : ['']),
    ...wrap(lookAgainSentence(report.lookAgain, look.language, when), look.width).map(painter(look, BOLD)),
    '',
  ];
}

/** One line for each problem, however long: they are searched and clicked on. */
export function printedProblems(problems: readonly Problem[], language: Language): readonly string[] {
  const { saw, advised } = wordsIn(language);
  return problems.map((problem) =>
    (isAdvice(problem.expected) ? advised : saw)(
      placeOf(problem),
      seenIn(problem, language),
      expectedIn(problem, language),
    ),
  );
}

/** One line for each notice. */
export function printedNotices(notices: readonly Notice[], language: Language): readonly string[] {
  const words = wordsIn(language);
  return notices.map((notice) => words.notice(placesOf(notice), notice.about, notice.note[language]));
}

function isAdvice(expected: Problem['expected']): expected is kernel.Sentence {
  return typeof expected === 'object' && 'es' in expected;
}

/** Where JSON breaks off there is something to see: its end. */
export function seenIn({ seen, column }: Problem, language: Language): string | null {
  return seen === null && column !== null ? wordsIn(language).endOfText : seen;
}

export function expectedIn({ expected }: Problem, language: Language): string {
  const words = wordsIn(language);
  if (typeof expected === 'string') return words.expected[expected];
  if (isAdvice(expected)) return expected[language];
  return 'byLibrary' in expected ? words.fromLibrary(expected.byLibrary) : words.oneOf(expected);
}
