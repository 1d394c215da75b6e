import { describe, expect, it } from 'vitest';
import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';
import { machine, type Machine } from '../src/kernel/machine.js';
import { decisionTable } from '../src/kernel/table.js';
import { answering, collecting, tables } from './tables.js';

const rooms = { contact, ladder, messaging, pending, requirement, routing } as const;

type AnyMachine = Machine<string, string, string, string, unknown[]>;

function faultOf(make: () => unknown): string {
  try {
    make();
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('every table', () => {
  it('answers with one row, none of which rests on its place, or collects', () => {
    expect(answering.filter(({ hit }) => hit !== 'unique')).toEqual([]);
  });

  it.each(answering.map((table) => [table.name, table] as const))('%s: no row can be left out', (_, table) => {
    table.rows.forEach((row, index) => {
      const rest = table.rows.toSpliced(index, 1);
      expect(() => decisionTable({ ...table, rows: rest }), row.rule).toThrow(
        `Decision table "${table.name}": no row answers`,
      );
    });
  });

  it.each(answering.map((table) => [table.name, table] as const))('%s: no row can be widened', (_, table) => {
    table.rows.forEach((row, index) => {
      for (const fact of Object.keys(row.when)) {
        const { [fact]: __, ...wider } = row.when;
        expect(() => decisionTable({ ...table, rows: table.rows.with(index, { ...row, when: wider }) })).toThrow(
          'both answer',
        );
      }
    });
  });

  it.each(collecting.map((table) => [table.name, table] as const))(
    '%s: no row can be left out or widened without another answer',
    (_, table) => {
      const answers = ({ rows }: Pick<typeof table, 'rows'>): string => {
        const { matching, situations } = decisionTable({ ...table, rows });
        return JSON.stringify(situations.map((__, address) => matching(address).map(({ then }) => then)));
      };
      table.rows.forEach((row, index) => {
        expect(answers({ rows: table.rows.toSpliced(index, 1) })).not.toBe(answers(table));
        for (const fact of Object.keys(row.when)) {
          const { [fact]: __, ...wider } = row.when;
          expect(answers({ rows: table.rows.with(index, { ...row, when: wider }) })).not.toBe(answers(table));
        }
      });
    },
  );

  it.each(tables.map((table) => [table.name, table] as const))('%s: names rules that exist', (name, table) => {
    const system = name.split('/')[0] as keyof typeof rooms;
    const { rules } = rooms[system];
    for (const { rule, applies = [] } of table.rows) {
      for (const id of [rule, ...applies]) expect(rules).toHaveProperty([id]);
      expect(applies).not.toContain(rule);
      expect(new Set(applies).size).toBe(applies.length);
    }
  });
});

describe.each([
  ['contact', contact.flow as unknown as AnyMachine, contact.rules],
  ['ladder', ladder.flow as unknown as AnyMachine, ladder.rules],
  ['messaging', messaging.flow as unknown as AnyMachine, messaging.rules],
  ['messaging/loading', messaging.loadingFlow as unknown as AnyMachine, messaging.rules],
  ['requirement', requirement.flow as unknown as AnyMachine, requirement.rules],
  ['routing', routing.flow as unknown as AnyMachine, routing.rules],
  ['routing/configuration', routing.configurationFlow as unknown as AnyMachine, routing.rules],
])('the machine of %s', (_, flow, rules) => {
  it('has no step that can be left out', () => {
    flow.steps.forEach((step, index) => {
      const rest = flow.steps.toSpliced(index, 1);
      const without = (): unknown => machine({ ...flow, steps: rest });
      if (step.if === undefined) expect(without, `${index}`).toThrow('does not always answer');
      // A guarded step hides a later one: without it the machine answers otherwise (see the plays), or loses a stage.
      else expect(faultOf(without), `${index}`).toMatch(/^$|cannot be (reached|left)/);
    });
  });

  it('names rules that exist', () => {
    for (const { rule } of flow.steps) expect(rules).toHaveProperty([rule]);
  });

  it('says by true alone that a step stays, comes late, or has a rule that is only the nearest', () => {
    for (const step of flow.steps) {
      const said = Object.entries(step).filter(([field]) => ['stay', 'late', 'nearest'].includes(field));
      for (const [field, value] of said) expect(value, `${step.rule} ${field}`).toBe(true);
    }
  });
});

describe('the rules', () => {
  const manuals = {
    'direct-assignment': 35,
    'manual-assignment': 40,
    messaging: 109,
    'pending-chats': 63,
    'requirement-management': 130,
  };

  it.each([
    ['contact', contact.rules, 30],
    ['ladder', ladder.rules, 32],
    ['messaging', messaging.rules, 51],
    ['pending', pending.rules, 28],
    ['requirement', requirement.rules, 39],
    ['routing', routing.rules, 32],
  ] as const)(
    '%s: as many as the catalogue has, each stated in two languages and with its source',
    (system, rules, count) => {
      const entries = Object.entries(rules);
      expect(entries).toHaveLength(count);
      for (const [id, { statement, source, questions = [] }] of entries) {
        expect(id).toMatch(new RegExp(`^${system}/[a-z0-9-]+$`));
        expect(statement.es).toMatch(/\.$/);
        expect(statement.en).toMatch(/\.$/);
        expect(statement.es).not.toBe(statement.en);
        for (const line of source.lines)
          expect(line).toBeLessThanOrEqual(manuals[source.manual as keyof typeof manuals]);
        for (const question of questions) expect(question).toMatch(/^(LA|CO|ME|PE|RQ|RT)-\d+b?$/);
      }
      expect(new Set(entries.map(([, { statement }]) => statement.es)).size).toBe(count);
    },
  );

  it('are frozen', () => {
    expect(Object.isFrozen(pending.rules)).toBe(true);
    expect(Object.isFrozen(pending.rules['pending/summary'])).toBe(true);
  });
});
