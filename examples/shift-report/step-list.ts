import { row, wrap } from './columns.js';
import { BOLD, DIM, painter, WIDE, type Look, type Title } from './look.js';

/** What is due with one move or in one conversation, in words. */
export interface StepLine {
  /** What to do, as it is with others too. */
  readonly step: string;
  readonly reason: string;
  readonly rule: string;
  readonly id: string;
  readonly who: string;
  /** What one must know of it to begin. */
  readonly about: string;
  /** What is its own in the step; `null`: nothing. */
  readonly detail: string | null;
  /** `null`: it goes without saying. */
  readonly until: string | null;
  /** What is to be done besides. */
  readonly besides: readonly string[];
}

/** A heading, and what is due beneath it: the same step by the same rule is said once, and then one line for each. */
export function stepList(title: Title, lines: readonly StepLine[], look: Look): readonly string[] {
  if (lines.length === 0) return [];
  const steps = new Map<string, StepLine[]>();
  for (const line of lines) {
    const step = `${line.step}\n${line.rule}`;
    steps.set(step, [...(steps.get(step) ?? []), line]);
  }
  return [
    ...wrap(`${title.mark} ${title.title} (${lines.length})`, look.width).map(painter(look, BOLD)),
    '',
    ...[...steps.values()].flatMap((same) => stepOf(title, same, look)),
    '',
  ];
}

/** What to do, why and by which rule, and then one line for each. */
function stepOf({ mark, colour }: Title, lines: readonly StepLine[], look: Look): readonly string[] {
  const [{ step, reason, rule }] = lines as readonly [StepLine, ...StepLine[]];
  const width = look.width - 5;
  const head = look.width < WIDE ? [...wrap(reason, width), rule] : wrap(`${reason} (${rule})`, width);
  return [
    ...row([
      { lines: [mark], width: 3, paint: painter(look, colour) },
      { lines: wrap(step, width), width, paint: painter(look, BOLD) },
    ]),
    ...head.flatMap((line) => wrap(line, width)).map((line) => `     ${painter(look, DIM)(line)}`),
    ...lines.flatMap((line) => (look.width < WIDE ? stacked(line, look) : sideBySide(line, look))),
  ];
}

function stacked({ id, who, about, detail, until, besides }: StepLine, look: Look): readonly string[] {
  const own = [detail, until].filter((part) => part !== null).join('; ');
  const text = `${id} ${who} (${about})${own === '' ? '' : `: ${own}`}`;
  const width = look.width - 7;
  return [
    ...wrap(text, width).map((part, index) => `     ${index === 0 ? '- ' : '  '}${part}`),
    ...besides.flatMap((beside) =>
      wrap(beside, width - 2).map((part, index) => `       ${index === 0 ? '+ ' : '  '}${part}`),
    ),
  ];
}

const ID = 10;
const WHO = 22;
const ABOUT = 18;
const UNTIL = 40;

function sideBySide({ id, who, about, detail, until, besides }: StepLine, look: Look): readonly string[] {
  const rest = look.width - 3 - ID - WHO - ABOUT - UNTIL - 5 * 2;
  const own = [...(detail === null ? [] : [detail]), ...besides.map((beside) => `+ ${beside}`)];
  return row([
    { lines: [], width: 3 },
    { lines: wrap(id, ID), width: ID, paint: painter(look, BOLD) },
    { lines: wrap(who, WHO), width: WHO },
    { lines: wrap(about, ABOUT), width: ABOUT },
    { lines: own.flatMap((part) => wrap(part, rest)), width: rest },
    { lines: wrap(until ?? '', UNTIL), width: UNTIL, paint: painter(look, DIM) },
  ]);
}
