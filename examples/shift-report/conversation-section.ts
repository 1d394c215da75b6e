import { wrap } from './columns.js';
import { conversationSentences, roundSentences } from './conversation-sentences.js';
import {
  conversationUrgencies,
  type ConversationEntry,
  type ConversationReport,
  type ConversationUrgency,
  type Quiet,
} from './conversations.js';
import { BOLD, DIM, painter, summaryLine, type Look, type Title } from './look.js';
import { lookAgainSentence } from './sentences.js';
import { stepList, type StepLine } from './step-list.js';
import type { When } from './when.js';
import { wordsIn } from './words.js';

/** Marks and colours; readable without the latter. */
const looks = {
  answer: ['!!', 33],
  case: ['!', 35],
  close: ['>', 36],
  load: ['-', 32],
  classify: ['#', 34],
  judge: ['?', 34],
  wait: ['...', 32],
} as const satisfies Record<ConversationUrgency, readonly [mark: string, colour: number]>;

function titleOf(urgency: ConversationUrgency, look: Look): Title {
  const [mark, colour] = looks[urgency];
  return { mark, colour, title: wordsIn(look.language).conversations.groups[urgency] };
}

/** The part of the summary that is about conversations. */
export function conversationCounts({ entries }: ConversationReport, look: Look): readonly string[] {
  const counts = conversationUrgencies.flatMap((urgency) => {
    const count = entries.filter((entry) => entry.urgency === urgency).length;
    return count === 0 ? [] : summaryLine(count, titleOf(urgency, look), look);
  });
  return counts.length === 0 ? [] : ['', ...counts];
}

/** What is due in the conversations of the bot, what waits, and where the bot is to be watched. */
export function conversationSection(report: ConversationReport, look: Look, when: When): readonly string[] {
  const { entries, counts, lookAgain } = report;
  if (counts.all === 0) return [];
  const words = wordsIn(look.language).conversations;
  return [
    ...wrap(words.heading(counts.all, counts.due, counts.waiting), look.width).map(painter(look, BOLD)),
    '',
    ...conversationUrgencies.flatMap((urgency) => {
      const own = entries.filter((entry) => entry.urgency === urgency);
      return stepList(
        titleOf(urgency, look),
        own.map((entry) => lineOf(entry, look, when)),
        look,
      );
    }),
    ...watched(report, look),
    ...remarks(report, look),
    ...(lookAgain === null ? [] : wrap(lookAgainSentence(lookAgain, look.language, when), look.width)),
    '',
  ];
}

function lineOf(entry: ConversationEntry, look: Look, when: When): StepLine {
  const { noAgent } = wordsIn(look.language).conversations;
  const { step, reason, detail, until } = conversationSentences(entry, look.language, when);
  const { rule, validUntil } = entry.decision;
  return {
    ...{ step, reason, rule, detail },
    id: entry.id,
    who: entry.customer.name,
    about: `${entry.channel}, ${entry.agent ?? noAgent}`,
    // Nearly all of it stands until somebody does it, which goes without saying.
    until: validUntil === null && entry.urgency !== 'wait' ? null : until,
    besides: [],
  };
}

function watched({ round }: ConversationReport, look: Look): readonly string[] {
  const { heading, reason, steps } = roundSentences(round, look.language);
  const width = look.width - 5;
  return [
    ...wrap(heading, look.width).map(painter(look, BOLD)),
    ...wrap(`${reason} (${round.rule})`, width).map((line) => `     ${painter(look, DIM)(line)}`),
    ...steps.flatMap((step) => wrap(step, width - 2).map((part, index) => `     ${index === 0 ? '- ' : '  '}${part}`)),
    '',
  ];
}

/** Who needs nobody, and what became of the events. */
function remarks({ quiet, replayed }: ConversationReport, look: Look): readonly string[] {
  const words = wordsIn(look.language).conversations;
  const reasons = Object.entries(quiet) as [Quiet, number][];
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  const { late, duplicate, 'no-effect': idle, refused } = replayed;
  const said = [
    ...(total === 0
      ? []
      : [words.quiet(total, reasons.map(([reason, count]) => words.quietReasons[reason](count)).join(', '))]),
    ...(late + duplicate + idle + refused === 0 ? [] : [words.replayed(late, duplicate, idle, refused)]),
  ];
  return said.flatMap((sentence) => wrap(sentence, look.width));
}
