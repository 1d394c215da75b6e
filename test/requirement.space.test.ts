import { describe, expect, it } from 'vitest';
import { fixedClock } from '../src/kernel/clock.js';
import * as requirement from 'pauta/requirement';

const NOW = Date.parse('2024-05-13T10:00:00-04:00');
const IN_TERM = '2024-05-13';
const OVERDUE = '2024-05-12';

/** The catalogue's table, row by row: initial and its term | insistence | client | case. */
const catalogue = `
unanswered in-term | none | unaware | 1
unanswered in-term | none | dissatisfied | 1
unanswered in-term | none | satisfied | 1
unanswered in-term | open-in-term | unaware | NC both-open-insistence-in-term
unanswered in-term | open-in-term | dissatisfied | NC both-open-insistence-in-term
unanswered in-term | open-in-term | satisfied | NC both-open-insistence-in-term
unanswered in-term | open-overdue | unaware | 7
unanswered in-term | open-overdue | dissatisfied | 7
unanswered in-term | open-overdue | satisfied | 7
unanswered in-term | answered | unaware | 6
unanswered in-term | answered | dissatisfied | 6
unanswered in-term | answered | satisfied | 6
unanswered overdue | none | unaware | 3
unanswered overdue | none | dissatisfied | 3
unanswered overdue | none | satisfied | 3
unanswered overdue | open-in-term | unaware | NC both-open-insistence-in-term
unanswered overdue | open-in-term | dissatisfied | NC both-open-insistence-in-term
unanswered overdue | open-in-term | satisfied | NC both-open-insistence-in-term
unanswered overdue | open-overdue | unaware | 7
unanswered overdue | open-overdue | dissatisfied | 7
unanswered overdue | open-overdue | satisfied | 7
unanswered overdue | answered | unaware | 6
unanswered overdue | answered | dissatisfied | 6
unanswered overdue | answered | satisfied | 6
answered in-term | none | unaware | 2
answered in-term | none | dissatisfied | 4
answered in-term | none | satisfied | NC nothing-to-do
answered in-term | open-in-term | unaware | 5
answered in-term | open-in-term | dissatisfied | 5
answered in-term | open-in-term | satisfied | 5
answered in-term | open-overdue | unaware | 7
answered in-term | open-overdue | dissatisfied | 7
answered in-term | open-overdue | satisfied | 7
answered in-term | answered | unaware | NC insistence-answer-unknown-to-client
answered in-term | answered | dissatisfied | 8
answered in-term | answered | satisfied | NC nothing-to-do
answered overdue | none | unaware | 2
answered overdue | none | dissatisfied | 4
answered overdue | none | satisfied | NC nothing-to-do
answered overdue | open-in-term | unaware | 5
answered overdue | open-in-term | dissatisfied | 5
answered overdue | open-in-term | satisfied | 5
answered overdue | open-overdue | unaware | 7
answered overdue | open-overdue | dissatisfied | 7
answered overdue | open-overdue | satisfied | 7
answered overdue | answered | unaware | NC insistence-answer-unknown-to-client
answered overdue | answered | dissatisfied | 8
answered overdue | answered | satisfied | NC nothing-to-do
`;

const rows = catalogue
  .trim()
  .split('\n')
  .map((row) => row.split(' | ') as [string, string, requirement.Stance, string]);

const deadlines: Readonly<Record<string, string>> = { 'in-term': IN_TERM, overdue: OVERDUE };
const products = ['meter', 'bottled', 'bulk'] as const;
const kinds = ['late-answer', 'disagreement'] as const;

function insistencesOf(cell: string, kind: requirement.InsistenceKind): readonly requirement.Insistence[] {
  if (cell === 'none') return [];
  if (cell === 'answered') return [{ kind, answered: true, deadline: OVERDUE }];
  return [{ kind, answered: false, deadline: cell === 'open-in-term' ? IN_TERM : OVERDUE }];
}

function factsOf(
  [initial, insistence, client]: (typeof rows)[number],
  kind: requirement.InsistenceKind,
): Omit<requirement.Facts, 'product'> {
  const [answered, term = ''] = initial.split(' ');
  const deadline = deadlines[term] as string;
  return {
    initial: { answered: answered === 'answered', deadline },
    insistences: insistencesOf(insistence, kind),
    client,
  };
}

/** What the manual has done in each case, L116–130, for the line of product. */
function expectedOf(number: string, product: requirement.Product): Partial<requirement.Outcome> {
  const files = product === 'meter' ? 'tell-client-to-file' : 'create-ticket';
  const escalate = { action: 'escalate-supervisor', noNewRequirement: true } as const;
  switch (number) {
    case '1':
      return { action: 'tell-max-date', case: 1, deadline: IN_TERM };
    case '2':
      return { action: 'read-answer', case: 2 };
    case '3':
      return { action: files, case: 3, subject: 'late-answer' };
    case '4':
      return { action: files, case: 4, subject: 'disagreement' };
    case '5':
      return { action: 'tell-insistence-max-date', case: 5, deadline: IN_TERM };
    case '6':
      return { ...escalate, case: 6 };
    case '7':
      return { ...escalate, case: 7 };
    case '8':
      return { ...escalate, case: 8 };
    default:
      return { action: 'not-covered', gap: number.replace('NC ', '') as requirement.Gap };
  }
}

describe('requirement, over the whole space of facts', () => {
  const context = { clock: fixedClock(NOW) };

  it('has 48 combinations, of which 12 are not covered', () => {
    expect(new Set(rows.map((row) => row.slice(0, 3).join())).size).toBe(48);
    expect(rows.filter(([, , , number]) => number.startsWith('NC'))).toHaveLength(12);
  });

  it.each(rows)('%s, %s, %s: %s', (...row) => {
    for (const kind of kinds) {
      for (const product of products) {
        const { outcome } = requirement.decide({ product, ...factsOf(row, kind) }, context);
        expect(outcome).toMatchObject(expectedOf(row[3], product));
      }
    }
  });

  it.each(rows)('%s, %s, %s: unless the kind does not count (RQ-2)', (...row) => {
    const policy = requirement.policy({ insistenceKinds: 'disagreement' });
    const { outcome } = requirement.decide({ product: 'bulk', ...factsOf(row, 'late-answer') }, { ...context, policy });
    const expected =
      row[1] === 'none' ? expectedOf(row[3], 'bulk') : { action: 'not-covered', gap: 'insistence-kind-not-covered' };
    expect(outcome).toMatchObject(expected);
    const disagreement = requirement.decide(
      { product: 'bulk', ...factsOf(row, 'disagreement') },
      { ...context, policy },
    );
    expect(disagreement.outcome).toMatchObject(expectedOf(row[3], 'bulk'));
  });

  it('names the nearest case of what is not covered, where there is one', () => {
    const nearest = rows.map(
      (row) => requirement.decide({ product: 'bulk', ...factsOf(row, 'disagreement') }, context).outcome,
    );
    const gaps = nearest.filter((outcome) => outcome.action === 'not-covered');
    expect(new Set(gaps.map((gap) => JSON.stringify([gap.gap, gap.question, gap.nearest])))).toEqual(
      new Set([
        JSON.stringify([
          'both-open-insistence-in-term',
          'RQ-3',
          { action: 'tell-insistence-max-date', case: 5, deadline: IN_TERM },
        ]),
        JSON.stringify(['insistence-answer-unknown-to-client', 'RQ-4', { action: 'read-answer', case: 2 }]),
        JSON.stringify(['nothing-to-do', 'RQ-5', null]),
      ]),
    );
  });
});

describe('the maximum date, to the millisecond, in America/Santiago', () => {
  it.each([
    ['2024-05-13', '2024-05-12T23:59:59.999-04:00', 1, 5],
    ['2024-05-13', '2024-05-13T00:00:00-04:00', 1, 5],
    ['2024-05-13', '2024-05-13T21:00:00-04:00', 1, 5],
    ['2024-05-13', '2024-05-13T23:59:59.999-04:00', 1, 5],
    ['2024-05-13', '2024-05-14T00:00:00-04:00', 3, 7],
    ['2024-09-07', '2024-09-07T23:59:59.999-04:00', 1, 5],
    ['2024-09-07', '2024-09-08T01:00:00-03:00', 3, 7],
    ['2024-09-08', '2024-09-08T01:00:00-03:00', 1, 5],
    ['2024-09-08', '2024-09-08T23:59:59.999-03:00', 1, 5],
    ['2024-09-08', '2024-09-09T00:00:00-03:00', 3, 7],
    ['2024-04-06', '2024-04-06T23:30:00-03:00', 1, 5],
    ['2024-04-06', '2024-04-06T23:30:00-04:00', 1, 5],
    ['2024-04-06', '2024-04-06T23:59:59.999-04:00', 1, 5],
    ['2024-04-06', '2024-04-07T00:00:00-04:00', 3, 7],
  ])('%s at %s: case %i, and with an insistence case %i', (deadline, now, initialCase, insistenceCase) => {
    const clock = fixedClock(Date.parse(now));
    const initial = requirement.decide({ product: 'bulk', initial: { answered: false, deadline } }, { clock });
    expect(initial.outcome).toMatchObject({ case: initialCase });
    const insistence = requirement.decide(
      {
        product: 'bulk',
        initial: { answered: true, deadline },
        insistences: [{ kind: 'disagreement', answered: false, deadline }],
      },
      { clock },
    );
    expect(insistence.outcome).toMatchObject({ case: insistenceCase });
  });

  it('can be taken as out of term already (RQ-7)', () => {
    const policy = requirement.policy({ deadlineInclusive: false });
    const facts: requirement.Facts = { product: 'bulk', initial: { answered: false, deadline: '2024-05-13' } };
    const at = (now: string): unknown =>
      requirement.decide(facts, { clock: fixedClock(Date.parse(now)), policy }).outcome;
    expect(at('2024-05-12T23:59:59.999-04:00')).toMatchObject({ case: 1 });
    expect(at('2024-05-13T00:00:00-04:00')).toMatchObject({ case: 3 });
  });

  it('may be an instant, in term up to and including itself (RQ-8)', () => {
    const deadline = NOW;
    const facts: requirement.Facts = { product: 'bulk', initial: { answered: false, deadline } };
    expect(requirement.decide(facts, { clock: fixedClock(NOW) })).toMatchObject({
      outcome: { case: 1 },
      validUntil: NOW + 1,
    });
    expect(requirement.decide(facts, { clock: fixedClock(NOW + 1) }).outcome).toMatchObject({ case: 3 });
    const policy = requirement.policy({ deadlineInclusive: false });
    expect(requirement.decide(facts, { clock: fixedClock(NOW), policy }).outcome).toMatchObject({ case: 3 });
  });
});
