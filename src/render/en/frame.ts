import type { Frame } from '../words.js';

/** What surrounds, in English, the things that the systems say. */
export const frame: Frame = {
  because: (clauses) => `Because ${clauses}.`,
  when: (clauses) => (clauses.length === 0 ? 'Always:' : `If ${clauses.join('; ')}:`),
  rule: (id, manual, lines, statement) => `Rule ${id} (manual “${manual}”, ${lines}): ${statement}`,
  nearest: (id, manual, lines, statement) =>
    `The nearest rule of the manual is ${id} (“${manual}”, ${lines}): ${statement}`,
  lines: ([first, ...rest]) =>
    rest.length === 0 ? `line ${first}` : `lines ${[first, ...rest.slice(0, -1)].join(', ')} and ${rest.at(-1)}`,
  reading: (question, reading, code) =>
    `The manual leaves a question open (${code}). ${question} We read it so. ${reading}`,
  version: (name) => `It was decided by version “${name}” of the policy.`,
  holdsForGood: 'It holds as long as nothing new happens.',
  holdsUntil: (instant, zone) => `It holds until ${instant} (time of ${zone})`,
  heldUntil: (instant, zone) => `It held until ${instant} (time of ${zone}): it is time to decide again.`,
  inTime: (duration) => `, in ${duration}`,
  workingTime: (instant) => `${instant}, working hours`,
  noDate: 'an instant that is no date',
  forGood: 'from then on',
  decided: (id) => `${id} is the rule that decided.`,
  onlyNearest: (id) => `${id} does not say it: it is only the nearest rule of the manual.`,
  answered: (id, decided) => `${id} answered as well; ${decided} decided.`,
  restsOn: (id, decided) => `${id} did not decide by itself: ${decided} rests on it.`,
  hasNoRow: (id) => `${id} does not answer this question.`,
  wasNotAsked: (id, table, decided) => `${id} answers “${table}”, which was not asked: ${decided} decided before.`,
  missed: (id, wants, was) => `${id} wants this: ${wants}. This was seen: ${was}.`,
  statuses: {
    applied: 'Recorded',
    late: 'Recorded, though it came late',
    duplicate: 'Known already: it changes nothing',
    'no-effect': 'No effect',
    refused: 'Refused',
  },
  columns: { number: '#', answer: 'answer', rule: 'rule', restsOn: 'rests on' },
  emptyCell: 'An empty cell takes any value.',
  nearestMark: '≈: the rule does not say it; it is the nearest of the manual.',
  comparison: {
    compared: (compared, same) => `Of ${records(compared)}, ${same === 1 ? '1 stays' : `${same} stay`} the same.`,
    step: (id, statement, changes) => `${id} (“${statement}”): ${changes}.`,
    earlier: (count, duration) => `${records(count)} earlier, by ${duration} in the median`,
    later: (count, duration) => `${records(count)} later, by ${duration} in the median`,
    onlyWas: (count) => `${records(count)} under the first policy only`,
    onlyNow: (count) => `${records(count)} under the second policy only`,
    instead: (count, duration, id, was, now) =>
      `${records(count)} with another answer, for ${duration} in the median; for example ${id}: “${now}” in the place of “${was}”.`,
    events: (count) => `In ${records(count)} one policy takes an event that the other does not.`,
    cut: (count) => `${records(count)} not followed to the end, because of the limit.`,
  },
  hits: {
    unique: 'Each situation has one row.',
    first: 'The first row that fits decides.',
    collect: 'All rows that fit apply.',
  },
};

function records(count: number): string {
  return count === 1 ? '1 record' : `${count} records`;
}
