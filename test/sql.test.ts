import { describe, expect, it } from 'vitest';
import { policy as pendingPolicy, table as pendingTable, type Policy } from 'pauta/pending';
import { filingTable, policy as requirementPolicy, table as requirementTable } from 'pauta/requirement';
import { pendingSql, requirementSql, type PendingSqlOptions, type RequirementSqlOptions } from 'pauta/sql';
import { fits, type ProvenTable, type Situation, type Space } from '../src/kernel/table.js';
import { caseOf, conditionOf, conditionWithout, oneOf, type Cells } from '../src/sql/conditions.js';

type Law = Pick<ProvenTable<Space, string, unknown>, 'facts' | 'rows' | 'situations'>;
const laws: readonly (readonly [name: string, law: Law])[] = [
  ['pending', pendingTable],
  ['requirement', requirementTable],
  ['requirement/filing', filingTable],
];

/** Cells that say what they ask, so that a condition can be tried on a situation without a database. */
function plainCells<S extends Space>(facts: S): Cells<S> {
  const cells = Object.keys(facts).map((fact) => [fact, (values: readonly string[]) => `${fact}=${values.join('|')}`]);
  return Object.fromEntries(cells) as Cells<S>;
}

/** Whether a condition made of plain cells is true of a situation. */
function holds(condition: string, situation: Situation<Space>): boolean {
  return condition
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((box) => box.split(' AND ').every((cell) => isTrue(cell, situation)));
}

function isTrue(cell: string, situation: Situation<Space>): boolean {
  const [fact = '', values] = cell.split('=');
  return values === undefined ? fact === 'TRUE' : values.split('|').includes(String(situation[fact]));
}

describe.each(laws)('the conditions made of the rows of %s', (_, { facts, rows, situations }) => {
  const cells = plainCells(facts);

  it('hold of the situations that the rows answer, and of no other', () => {
    for (const { when } of rows) {
      const condition = conditionOf(facts, when, cells);
      for (const situation of situations) expect(holds(condition, situation)).toBe(fits(when, situation));
    }
  });

  it('hold without a fact wherever some value of it fits', () => {
    for (const fact of Object.keys(facts)) {
      for (const step of [1, 2, 3]) {
        const some = rows.filter((_row, index) => index % step === 0);
        const condition = conditionWithout(facts, fact, some, cells);
        for (const situation of situations) {
          const values = facts[fact] as readonly string[];
          const may = values.some((value) => some.some(({ when }) => fits(when, { ...situation, [fact]: value })));
          expect(holds(condition, situation)).toBe(may);
        }
      }
    }
  });

  it('stand in a CASE row by row, each with the rule that decides', () => {
    const numbered = caseOf({ facts, rows }, cells, (row) => String(rows.indexOf(row)));
    const whens = [...numbered.matchAll(/WHEN (.*) THEN (\d+) \/\* (.*) \*\//g)];
    expect(whens.map(([, condition, number, rule]) => [condition, number, rule])).toEqual(
      rows.map(({ when, rule }, index) => [conditionOf(facts, when, cells), String(index), rule]),
    );
  });
});

describe('a condition', () => {
  const facts = { a: ['x', 'y'], b: ['x', 'y'] } as const;
  const cells = plainCells(facts);

  it('asks nothing where a row takes anything, and is never true of nothing', () => {
    expect(conditionOf(facts, {}, cells)).toBe('TRUE');
    expect(conditionOf(facts, { a: ['y', 'x'] }, cells)).toBe('TRUE');
    expect(conditionWithout(facts, 'a', [], cells)).toBe('FALSE');
    expect(oneOf('"c"', [])).toBe('FALSE');
  });

  it('does not say twice what one row says for all', () => {
    const rows = [{ when: { a: 'x', b: 'x' } }, { when: { a: 'y', b: 'x' } }, { when: { a: 'y' } }] as const;
    expect(conditionWithout(facts, 'a', rows.slice(0, 2), cells)).toBe('(b=x)');
    expect(conditionWithout(facts, 'a', rows, cells)).toBe('(TRUE)');
    expect(conditionWithout(facts, 'b', rows, cells)).toBe('((a=x) OR (a=y))');
  });
});

describe('the SQL of pending', () => {
  const sql = pendingSql();

  it('is what a reader finds in test/told', async () => {
    const told = [sql.view, sql.index, sql.constraint].map((statement) => `${statement};\n`).join('\n');
    await expect(told).toMatchFileSnapshot('told/sql.pending.sql');
  });

  it('names the rule of every row, in the order of the table', () => {
    const named = [...sql.rule.matchAll(/THEN '(pending\/.*)'/g)].map(([, rule]) => rule);
    expect(named).toEqual(pendingTable.rows.map(({ rule }) => rule));
    const reasons = [...sql.reason.matchAll(/THEN '(.*)' \/\* (.*) \*\//g)].map(([, reason, rule]) => [reason, rule]);
    expect(reasons).toEqual(pendingTable.rows.map(({ then, rule }) => [then.reason, rule]));
  });

  it('keeps the part of the predicate that time plays no part in word for word, for the planner', () => {
    expect(sql.mayBePending).not.toMatch(/now|interval|ai_since/);
    expect(sql.index).toContain(`WHERE ${sql.mayBePending}`);
    expect(sql.isPending.startsWith(`(${sql.mayBePending} AND CASE`)).toBe(true);
  });

  it('is a query for another instant, and a view for now', () => {
    const asked = pendingSql({ parameter: 2 });
    expect(asked.select).toContain(`date_trunc('milliseconds', $2::timestamptz)`);
    expect(asked.select).not.toContain('now()');
    expect(asked.view).toBe(sql.view);
    expect(sql.view).toBe(`CREATE OR REPLACE VIEW "chats_pending" AS\n${sql.select}`);
  });

  it('counts milliseconds where the columns do', () => {
    const counted = pendingSql({ instants: 'epoch-ms' });
    expect(counted.validUntil).toContain(
      'GREATEST(COALESCE("waiting_since", "last_message_at"), "ai_since") + 300001 END',
    );
    expect(counted.select).toContain('floor(extract(epoch FROM now()) * 1000)::bigint');
    expect(pendingSql({ instants: 'epoch-ms', parameter: 1 }).pendingSince).toContain('<= $1::bigint THEN');
    expect(counted.constraint).toContain('("ai_since" BETWEEN -8640000000000000 AND 8640000000000000) IS NOT FALSE');
    expect(counted.select).not.toContain('date_trunc');
    const fewer = pendingSql({ instants: 'epoch-ms', columns: { aiUntil: null } });
    expect(fewer.select).toContain('NULL::bigint <= "waiting_since"');
  });

  it.each<[name: string, policy: Partial<Policy>, text: string]>([
    ['window', { aiWindow: 180_000 }, `> GREATEST(`],
    ['window', { aiWindow: 180_000 }, `+ interval '180000 milliseconds' THEN 'overdue'`],
    ['beginning', { measureFrom: 'last-message' }, `COALESCE(date_trunc('milliseconds', "last_message_at"), `],
    ['exemption', { exemptionCovers: 'ai-messages' }, `WHEN NOT ("last_message" = 'ai') THEN 'off'`],
    ['exemption', { exemptionCovers: 'nothing' }, `WHEN NOT (FALSE) THEN 'off'`],
  ])('has the %s of the policy in it', (_, choice, text) => {
    expect(pendingSql({ policy: { ...pendingPolicy(), ...choice } }).select).toContain(text);
  });

  it('takes the names of the host, and does without columns that it has not', () => {
    const { select, view, index, constraint, waitsFrom, rule } = pendingSql({
      schema: 'Help',
      table: 'tickets',
      key: ['tenant', 'ticket "no"'],
      columns: { lastMessage: 'last_by', lastMessageAt: null, aiUntil: null, actionSince: null },
    });
    expect(select).toContain('FROM "Help"."tickets"');
    expect(select).toContain('SELECT\n  "tenant",\n  "ticket ""no""",\n');
    expect(select).not.toMatch(/last_message|ai_until|action_since/);
    expect(rule).toContain(`NULL IS NULL AND "last_by" = 'none'`);
    expect(view).toMatch(/^CREATE OR REPLACE VIEW "Help"."tickets_pending" AS/);
    expect(index).toMatch(/^CREATE INDEX "tickets_pending_idx" ON "Help"."tickets" \(\("waiting_since"\)\)/);
    expect(constraint).toMatch(/^ALTER TABLE "Help"."tickets" ADD CONSTRAINT "tickets_columns_agree" CHECK \(/);
    expect(waitsFrom).toBe('"waiting_since"');
  });

  it('reads a column once, though it be a key as well', () => {
    expect(pendingSql({ key: ['ñ€😀'.repeat(7), 'resolved'] }).select.match(/^ {4}"resolved",$/gm)).toHaveLength(1);
  });

  it.each<[fault: string, options: PendingSqlOptions, text: string]>([
    ['an empty name', { table: '' }, 'saw ""'],
    ['a NUL', { columns: { resolved: 'a\0' } }, 'expected a name of 1 to 63 bytes'],
    ['a name that PostgreSQL would cut', { schema: 'x'.repeat(64) }, 'expected a name of 1 to 63 bytes'],
    ['a name whose index would be cut', { table: 'x'.repeat(60) }, 'expected a name of 1 to 63 bytes'],
    ['a long name in other letters', { key: ['ñ€😀'.repeat(8)] }, 'expected a name of 1 to 63 bytes'],
    ['no parameter', { parameter: 0 }, 'parameter: expected 1 or more, the number of a parameter; saw 0'],
    ['half a parameter', { parameter: 1.5 }, 'saw 1.5'],
    ['half a millisecond', { policy: { ...pendingPolicy(), aiWindow: 0.5 } }, 'in whole milliseconds; saw 0.5'],
    ['no end', { policy: { ...pendingPolicy(), aiWindow: Infinity } }, 'in whole milliseconds; saw Infinity'],
  ])('refuses %s', (_, options, text) => {
    expect(() => pendingSql(options)).toThrow(RangeError);
    expect(() => pendingSql(options)).toThrow(text);
  });
});

describe('the SQL of requirement', () => {
  const sql = requirementSql();

  it('is what a reader finds in test/told', async () => {
    const told = [sql.view, sql.index, ...sql.constraints].map((statement) => `${statement};\n`).join('\n');
    await expect(told).toMatchFileSnapshot('told/sql.requirement.sql');
  });

  it('has an answer for each row, and for each that files the rows of who files', () => {
    const answers = [...sql.select.matchAll(/^ {4}\((\d+), '([\w/-]+)', '([\w-]+)'/gm)];
    const winners = [...sql.select.matchAll(/THEN (\d+) \/\* (.*) \*\//g)];
    expect(winners.map(([, number, rule]) => [number, rule])).toEqual(
      answers.map(([, number, rule]) => [number, rule]),
    );
    const filing = requirementTable.rows.filter(({ then }) => then.action === 'file').length;
    // Three of the four rows of the second table are for the policy, each twice.
    expect(answers).toHaveLength(requirementTable.rows.length + filing * 2);
    expect(new Set(answers.map(([, , , action]) => action))).not.toContain('file');
  });

  it('is a query for another instant, and a view for now', () => {
    const asked = requirementSql({ parameter: 1 });
    expect(asked.select).toContain(
      `(date_trunc('milliseconds', $1::timestamptz) AT TIME ZONE 'America/Santiago')::date`,
    );
    expect(asked.select).not.toContain('now()');
    expect(asked.view).toBe(sql.view);
    const counted = requirementSql({ parameter: 1, instants: 'epoch-ms' });
    expect(counted.select).toContain(`(to_timestamp($1::bigint / 1000.0) AT TIME ZONE 'America/Santiago')::date >`);
    expect(counted.view).toContain(`(now() AT TIME ZONE 'America/Santiago')::date >`);
  });

  it.each<[reading: string, options: RequirementSqlOptions, text: string]>([
    [
      'zone',
      { policy: requirementPolicy({ zone: 'America/Argentina/Buenos_Aires' }) },
      `'America/Argentina/Buenos_Aires'`,
    ],
    ['zone', { policy: requirementPolicy({ zone: 'Etc/GMT+3' }) }, `AT TIME ZONE 'Etc/GMT+3'`],
    ['zone', { policy: requirementPolicy({ zone: 'UTC' }) }, `AT TIME ZONE 'UTC'`],
    ['maximum date', { policy: requirementPolicy({ deadlineInclusive: false }) }, `::date >= "deadline" THEN 5`],
    [
      'insistences',
      { policy: requirementPolicy({ insistenceKinds: 'disagreement' }) },
      `"kind" <> 'disagreement' THEN 1`,
    ],
    ['filing', { policy: requirementPolicy({ meterFiling: 'contact-centre' }) }, `case-3', 'create-ticket', 3, 'late-`],
  ])('has the %s of the policy in it', (_, options, text) => {
    expect(requirementSql(options).select).toContain(text);
  });

  it('takes the names of the host, and does without columns that it has not', () => {
    const { select, index, constraints } = requirementSql({
      schema: 'crm',
      table: 'cases',
      insistences: 'claims',
      columns: { id: 'number', client: null, initialDeadlineAt: null },
      insistenceColumns: { requirement: 'case_number', deadlineAt: null },
    });
    expect(select).toContain('FROM "crm"."cases" LEFT JOIN (');
    expect(select).toContain(`'unaware' AS client`);
    expect(select).toContain(`> NULL::timestamptz OR (`);
    expect(index).toBe('CREATE INDEX "claims_by_requirement_idx" ON "crm"."claims" ("case_number")');
    expect(constraints.join()).not.toMatch(/deadline_at|client/);
    const dateless = requirementSql({ columns: { initialDeadline: null, initialDeadlineAt: null } });
    expect(dateless.constraints[0]).not.toContain('deadline');
    expect(dateless.select).toContain('WHEN NULL IS NULL AND NULL IS NULL THEN');
  });

  it.each(['CET', 'EST', '+03:00', '-0300', 'Nowhere/City', "America/Santiago'", ''])(
    'refuses the zone %j, which PostgreSQL does not know or reads otherwise',
    (zone) => {
      expect(() => requirementSql({ policy: { ...requirementPolicy(), zone } })).toThrow(RangeError);
    },
  );
});
