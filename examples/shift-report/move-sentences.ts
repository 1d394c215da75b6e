import type { contact, ladder } from 'pauta';
import type { MoveWords } from './move-words.js';
import type { MoveEntry } from './moves.js';
import { lowered, statementOf, untilSentence, type Sentences } from './sentences.js';
import type { Voice } from './voice.js';
import type { Language, When } from './when.js';
import { wordsIn } from './words.js';

/** What is due with a move, as people read it. */
export interface MoveSentences extends Sentences {
  /** What to do, as it is with other moves too. */
  readonly step: string;
  /** What is this move's own: the mover, the date; `null`: nothing. */
  readonly detail: string | null;
  /** What is to be done besides. */
  readonly duties: readonly string[];
}

export function moveSentences(entry: MoveEntry, language: Language, when: When): MoveSentences {
  const words = wordsIn(language);
  const { rule, validUntil, outcome } = entry.decision;
  const step = stepOf(entry, words.moves);
  const detail = detailOf(entry, words.moves, when);
  const statement = statementOf(rule, language);
  return {
    action: detail === null ? step : `${step}: ${detail}`,
    step,
    detail,
    reason: outcome.action === 'not-covered' ? words.nearestRule(statement) : statement,
    until: untilSentence(validUntil, words, when),
    duties: [...dutiesOf(entry, words.moves), ...besideOf(entry, words.moves)],
  };
}

function stepOf(voice: Voice, words: MoveWords): string {
  return voice.system === 'ladder'
    ? searchStep(voice.decision.outcome, words)
    : contactStep(voice.decision.outcome, words);
}

function searchStep(outcome: ladder.Outcome, words: MoveWords): string {
  switch (outcome.action) {
    case 'wait':
      return words.waits[outcome.for];
    case 'send-broadcast-lists':
      return words.sendLists(words.segments[outcome.segmentBy]);
    case 'tell-contact':
      return words.news[outcome.news];
    case 'hold':
      return words.holds[outcome.reason];
    case 'need-fact':
      return words.needs[outcome.fact];
    case 'not-covered':
      return words.judge(words.gaps[outcome.gap]);
    case 'none':
      if (outcome.reason === 'with-client') return words.withClient;
      return outcome.reason === 'assigned' && outcome.news !== null
        ? words.news[outcome.news]
        : words.ends[outcome.reason](1);
    default:
      return words.searchSteps[outcome.action];
  }
}

function contactStep(outcome: contact.Outcome, words: MoveWords): string {
  switch (outcome.action) {
    case 'send-help-mail':
      return words.helpMail[outcome.paragraph];
    case 'take-steps':
      return words.takeSteps(outcome.steps.map((step) => words.answerSteps[step]).join(', '));
    case 'need-fact':
      return words.needs[outcome.fact];
    case 'not-covered':
      return words.judge(words.gaps[outcome.gap]);
    case 'none':
      return words.ends[outcome.reason](1);
    default:
      return words.contactSteps[outcome.action];
  }
}

/** The data that an outcome carries: a mover, a date, both, or what is nearest to something not covered. */
function detailOf({ decision: { outcome } }: Voice, words: MoveWords, when: When): string | null {
  if (outcome.action === 'not-covered') return outcome.nearest === null ? null : words.nearest[outcome.nearest.action];
  if ('availability' in outcome) {
    const known = outcome.availability.map(({ mp, date }) => words.canOn(mp, when.deadline(date)));
    return known.length === 0 ? null : known.join(', ');
  }
  if ('dates' in outcome) {
    if (outcome.dates === null) return null;
    const { date, from = date, to = date } = outcome.dates;
    return words.dates(when.deadline(date), when.deadline(from), when.deadline(to));
  }
  const mp = 'mp' in outcome ? outcome.mp : null;
  const date = 'date' in outcome ? outcome.date : null;
  if (date === null) return mp;
  return mp === null ? when.deadline(date) : words.canOn(mp, when.deadline(date));
}

/** One sentence for each thing to be asked, with all the movers it is to be asked of. */
function dutiesOf({ duties }: MoveEntry, words: MoveWords): readonly string[] {
  const movers = new Map<ladder.Duty['action'], readonly string[]>();
  for (const duty of duties) {
    const named = duty.action === 'report-price' ? duty.mps : [duty.mp];
    movers.set(duty.action, [...(movers.get(duty.action) ?? []), ...named]);
  }
  return [...movers].map(([action, mps]) => words.duties[action](words.movers(mps)));
}

function besideOf({ beside }: MoveEntry, words: MoveWords): readonly string[] {
  return beside === null ? [] : [words.also(lowered(contactStep(beside.outcome, words)))];
}
