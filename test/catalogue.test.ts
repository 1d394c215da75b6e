import { describe, expect, it } from 'vitest';
import {
  catalogue,
  kindOf,
  machines,
  openQuestions,
  questionOf,
  rowsOf,
  ruleOf,
  systems,
  tables,
  type AnyDecision,
} from 'pauta/catalogue';
import { contact, ladder, messaging, pending, requirement, routing } from 'pauta';
import { ask, cases, coverage, type Answer } from 'pauta/spec';
import { tables as everyTable } from './tables.js';

const rooms = { contact, ladder, messaging, pending, requirement, routing } as const;

/** The answers to all cases of the library. */
const answers = cases().flatMap((one): Answer[] => {
  const asking = ask(one);
  return asking.ok ? [asking.answer] : [];
});

describe('the catalogue', () => {
  it('has the 212 rules of the six chapters, and nothing else', () => {
    const counts = systems.map((system) => catalogue.filter((entry) => entry.system === system).length);
    expect(Object.fromEntries(systems.map((system, index) => [system, counts[index]]))).toEqual({
      ladder: 32,
      contact: 30,
      requirement: 39,
      routing: 32,
      pending: 28,
      messaging: 51,
    });
    expect(catalogue).toHaveLength(212);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(212);
    for (const { id, system } of catalogue) expect(id.startsWith(`${system}/`)).toBe(true);
  });

  it('has the open questions of the six chapters, each in the words of both languages', () => {
    const counts = systems.map((system) => openQuestions.filter((each) => each.system === system).length);
    expect(counts).toEqual([30, 30, 26, 29, 22, 29]);
    for (const { code, question, reading, other, why } of openQuestions) {
      const sentences = [question, reading, other, why].flatMap(({ es, en }) => [es, en]);
      expect(
        sentences.filter((text) => text.trim() === '' || /undefined|\bPT\d/.test(text)),
        code,
      ).toEqual([]);
      for (const { es, en } of [question, reading, other, why]) expect(es, code).not.toBe(en);
    }
  });

  it('says of each rule what it says, where it is written, what our reading rests on, and what it depends on', () => {
    for (const { id, system, statement, source, basis, open, questions = [], parameters = [] } of catalogue) {
      expect(statement.es.trim(), id).not.toBe('');
      expect(statement.en.trim(), id).not.toBe('');
      expect(source.lines.length, id).toBeGreaterThan(0);
      expect(open.map(({ code }) => code)).toEqual(questions);
      for (const question of open) expect(question.system, id).toBe(system);
      if (basis === 'reading') expect(open.length, id).toBeGreaterThan(0);
      for (const field of parameters) expect(rooms[system].defaultPolicy, id).toHaveProperty([field]);
    }
  });

  it('names every field of every policy, and every choice of a reading, in some rule', () => {
    for (const system of systems) {
      const named = new Set(
        catalogue.filter((each) => each.system === system).flatMap((each) => each.parameters ?? []),
      );
      expect([...named].sort(), system).toEqual(Object.keys(rooms[system].defaultPolicy).sort());
    }
    for (const { code, system, parameter } of openQuestions) {
      if (parameter !== undefined) expect(rooms[system].defaultPolicy, code).toHaveProperty([parameter]);
    }
  });

  it('knows every table and every machine that the rooms show, by the names that they have', () => {
    expect(Object.values(tables).map(({ name }) => name)).toEqual(Object.keys(tables));
    expect(new Set(Object.keys(tables))).toEqual(new Set(everyTable.map(({ name }) => name)));
    expect(Object.values(machines).map(({ name }) => name)).toEqual(Object.keys(machines));
  });

  it('knows every rule that a table, a machine or a case can name', () => {
    const ids = new Set<string>(catalogue.map(({ id }) => id));
    const ofTables = everyTable.flatMap(({ rows }) => rows.flatMap(({ rule, applies = [] }) => [rule, ...applies]));
    const ofMachines = Object.values(machines).flatMap(({ steps }) => steps.map(({ rule }) => rule));
    const ofCases = answers.flatMap(({ fired }) => fired);
    expect([...ofTables, ...ofMachines, ...ofCases].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('knows every open question that an outcome, a gap too, names', () => {
    const codes = answers.flatMap(({ decisions = [] }) =>
      decisions.flatMap(({ outcome }) =>
        'question' in outcome && typeof outcome.question === 'string' ? [outcome.question] : [],
      ),
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => questionOf(code) === undefined)).toEqual([]);
  });

  it('has every rule fire in some case but those that decide nothing', () => {
    const fired = new Set<string>(answers.flatMap((answer) => answer.fired));
    expect(catalogue.filter(({ id, normative }) => normative && !fired.has(id)).map(({ id }) => id)).toEqual([]);
    for (const { rules } of Object.values(coverage(cases()).systems)) expect(rules.missed).toEqual([]);
  });

  it('finds a rule by its id, and a question by its code', () => {
    expect(ruleOf('pending/last-by-ai').source).toEqual({ manual: 'pending-chats', lines: [22] });
    expect(questionOf('PE-1')).toMatchObject({ system: 'pending', parameter: 'measureFrom' });
    expect(questionOf('XX-1')).toBeUndefined();
    expect(questionOf('constructor')).toBeUndefined();
  });

  it('can be stored, and is frozen where it matters', () => {
    expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue);
    expect(Object.isFrozen(pending.questions['PE-1'])).toBe(true);
  });
});

describe('what a decision came from', () => {
  it('tells the kind of every decision that a case takes, and of one that looks at less than another', () => {
    expect(kindOf(pending.goal({ pending: 0, toQuote: 0 }))).toBe('pending/goal');
    expect(kindOf(requirement.channel('e-mail'))).toBe('requirement/channel');
    expect(kindOf(requirement.typify({ subject: 'x', channel: 'e-mail' }))).toBe('requirement/typify');
    expect(kindOf(requirement.describe({ name: '', phone: '', email: '', text: '' }))).toBe('requirement/description');
    expect(kindOf(messaging.greeting({ clock: { now: () => 0 } }))).toBe('messaging/greeting');
    expect(kindOf(contact.chatNote('3'))).toBe('contact/note');
    for (const { decisions = [] } of answers) for (const each of decisions) expect(() => kindOf(each)).not.toThrow();
  });

  it('refuses what no function of the library has decided', () => {
    const alien = { ...pending.goal({ pending: 0, toQuote: 0 }), situation: { moon: 'full' } };
    expect(() => kindOf(alien as unknown as AnyDecision)).toThrow('No decision of pending looks at moon alone.');
  });

  it('names the rows, table by table, the last one that which was looked up last', () => {
    const facts = { lastMessage: 'client', waitingSince: 0, aiSince: null, resolved: false } as const;
    expect(rowsOf(pending.decide(facts, { clock: { now: () => 0 } }))).toMatchObject([
      { table: 'pending', row: 7, rule: 'pending/client-unanswered' },
    ]);
    const due = contact.decide(
      { moveDate: '2024-05-14', zone: 'UTC' },
      { clock: { now: () => Date.UTC(2024, 4, 13) } },
    );
    expect(rowsOf(due).map(({ table }) => table)).toEqual(['contact', 'contact/outreach']);
    const unclassified = messaging.decide({ section: null, agent: null, tags: [] });
    expect(rowsOf(unclassified).map(({ table }) => table)).toContain('messaging/classification');
    expect(rowsOf(contact.chatNote('3'))).toEqual([]);
  });

  it('gives, of every decision of a case, a row that its rule stands in, or is the reason for several', () => {
    const several = new Set(['messaging/classify-every', 'messaging/monitor-verify']);
    for (const { decisions = [] } of answers) {
      for (const decision of decisions) {
        const rows = rowsOf(decision);
        const isNamed = rows.some(({ rule }) => rule === decision.rule);
        if (rows.length > 0 && !several.has(decision.rule)) expect(isNamed, decision.rule).toBe(true);
      }
    }
  });
});
