import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Batch } from '../src/routing/batch.js';
import { hashOf } from '../src/routing/bytes.js';
import { Columns, NONE, rowOf } from '../src/routing/columns.js';
import type { AccountKind } from '../src/routing/identifier.js';
import type { Assignment } from '../src/routing/model.js';
import { inOrder } from '../src/routing/order.js';
import {
  assignments,
  emptyPortfolio,
  find,
  kindOf,
  load,
  Portfolio,
  preview,
  without,
  type Loaded,
  type Load,
} from '../src/routing/portfolio.js';
import { fromJson, fromLines, fromLineStream, lines } from '../src/routing/stored.js';
import { deepFreeze } from './deep-freeze.js';

const RUNS = { numRuns: 1_000 };

type Row = readonly [client: string, main: string, backup?: string | null, supervisor?: string | null];

function batch(rows: readonly Row[], conflict: 'reject' | 'last-wins' = 'last-wins'): Batch {
  const made = new Batch();
  rows.forEach(([client, main, backup, supervisor], row) => {
    made.add(client, main, backup ?? null, supervisor ?? null, row + 2);
  });
  made.close(conflict);
  return made;
}

function upload(rows: readonly Row[], choices: Partial<Load> = {}): Load {
  return { account: 'sales', kind: 'whatsapp', mode: 'merge', rows: batch(rows), ...choices };
}

function loaded(rows: readonly Row[], at = 1, choices: Partial<Load> = {}, onto = emptyPortfolio): Portfolio {
  return load(onto, upload(rows, choices), { at }).state;
}

const listed = (portfolio: Portfolio, account = 'sales'): readonly Assignment[] => [...assignments(portfolio, account)];
const json = (portfolio: Portfolio): string => JSON.stringify(portfolio);
const counted = ({ status, added, changed, removed, unchanged, late }: Omit<Loaded, 'state'>): unknown => ({
  status,
  added,
  changed,
  removed,
  unchanged,
  late,
});

/** Many clients, all different. */
function many(count: number, main = 'ana', from = 0): readonly Row[] {
  return Array.from({ length: count }, (_, row): Row => [`${56_900_000_000 + from + row}`, main, `backup-${row % 5}`]);
}

/**
 * 2 ** `places` texts of digits with one and the same hash: at each place stands one of two pieces that bring the hash
 * to the same value.
 */
function collidingTexts(places: number): readonly string[] {
  let texts = [''];
  for (let place = 0; place < places; place++) {
    const [prefix] = texts as [string];
    const seen = new Map<number, string>();
    let pair: readonly string[] = [];
    for (let number = 100_000; pair.length === 0; number++) {
      const hash = hashOf(`${prefix}${number}`);
      const other = seen.get(hash);
      if (other !== undefined) pair = [other, `${number}`];
      seen.set(hash, `${number}`);
    }
    texts = texts.flatMap((text) => pair.map((piece) => text + piece));
  }
  return texts;
}

const colliding = collidingTexts(9);

type Command =
  | {
      readonly type: 'load';
      readonly account: string;
      readonly mode: Load['mode'];
      readonly rows: readonly Row[];
      readonly at: number;
    }
  | { readonly type: 'remove'; readonly account: string; readonly clients: readonly string[] };

const MAIL = '__proto__';
const kinds: Readonly<Record<string, AccountKind>> = Object.assign(Object.create(null) as Record<string, AccountKind>, {
  sales: 'whatsapp',
  [MAIL]: 'email',
});

const clientsOf: Readonly<Record<AccountKind, readonly string[]>> = {
  whatsapp: ['56911111111', '56911111112', '56922222222', '1234567', '12345678', '123456789012345'],
  email: ['ana@casa.cl', '__proto__@casa.cl', 'ñandú@casa.cl', 'señor😀@casa.cl', '日本@casa.cl'],
};

const agent = fc.constantFrom('ana', 'beto', '__proto__', 'constructor', 'Ñuñoa', 'x');
const instant = fc.integer({ min: 1, max: 6 });

function rowsOf(client: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<readonly Row[]> {
  return fc.array(fc.tuple(client, agent, fc.option(agent, { nil: null }), fc.option(agent, { nil: null })), {
    maxLength,
  });
}

function commandOf(account: string): fc.Arbitrary<Command> {
  const client = fc.constantFrom(...clientsOf[kinds[account] as AccountKind]);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('load' as const),
        account: fc.constant(account),
        mode: fc.constantFrom('merge' as const, 'replace' as const),
        rows: rowsOf(client, 8),
        at: instant,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('remove' as const),
        account: fc.constant(account),
        clients: fc.array(client, { maxLength: 3 }),
      }),
    },
  );
}

const commands = fc.array(fc.oneof(commandOf('sales'), commandOf(MAIL)), { maxLength: 10 });

/** The same as a portfolio, in the plainest way. */
interface Model {
  readonly clients: Map<string, Assignment>;
  replacedAt: number;
}

function people({ main, backup, supervisor }: Assignment): string {
  return JSON.stringify([main, backup, supervisor]);
}

function modelLoad(model: Model, { mode, rows, at }: Command & { type: 'load' }): unknown {
  const counts = { status: 'applied', added: 0, changed: 0, removed: 0, unchanged: 0, late: 0 };
  const file = new Map(
    rows.map(([client, main, backup = null, supervisor = null]) => [
      client,
      { client, main, backup, supervisor, uploadedAt: at },
    ]),
  );
  if (file.size === 0) return { ...counts, status: mode === 'replace' ? 'refused' : 'applied' };
  if (at < model.replacedAt) return { ...counts, status: 'late', late: file.size };
  for (const [client, given] of file) {
    const held = model.clients.get(client);
    if (held !== undefined && held.uploadedAt > at) {
      counts.late++;
      continue;
    }
    counts[held === undefined ? 'added' : people(held) === people(given) ? 'unchanged' : 'changed']++;
    model.clients.set(client, given);
  }
  if (mode === 'replace') {
    model.replacedAt = at;
    for (const [client, { uploadedAt }] of model.clients) {
      if (uploadedAt <= at && !file.has(client)) counts.removed += Number(model.clients.delete(client));
    }
  }
  return { ...counts, status: counts.late > 0 ? 'late' : 'applied' };
}

const byClient = (one: Assignment, other: Assignment): number => (one.client < other.client ? -1 : 1);
const inModel = (model: Model): readonly Assignment[] => [...model.clients.values()].sort(byClient);

/** Carries out commands on a portfolio and on the model, and compares the two after each. */
function expectAsModelled(given: readonly Command[]): Portfolio {
  const models = new Map<string, Model>();
  let portfolio = emptyPortfolio;
  for (const command of given) {
    const { account } = command;
    const model = models.get(account) ?? { clients: new Map<string, Assignment>(), replacedAt: -Infinity };
    models.set(account, model);
    const before = portfolio;
    const textBefore = json(before);
    if (command.type === 'remove') {
      portfolio = without(before, account, command.clients);
      command.clients.forEach((client) => model.clients.delete(client));
    } else {
      const { mode, rows, at } = command;
      const request = deepFreeze(upload(rows, { account, kind: kinds[account] as AccountKind, mode }));
      const seen = preview(before, request, { at });
      const changes = [...seen.changes()];
      const result = load(before, request, { at });
      portfolio = result.state;
      expect(counted(result)).toEqual(modelLoad(model, command));
      expect(counted(seen)).toEqual(counted(result));
      expect([seen.code, seen.rule]).toEqual([result.code, result.rule]);
      for (const { client, change, ...sides } of changes) {
        expect(sides).toEqual({ before: find(before, account, client), after: find(portfolio, account, client) });
        expect(change).toBe(sides.before === null ? 'added' : sides.after === null ? 'removed' : 'changed');
      }
      expect(changes).toHaveLength(result.added + result.changed + result.removed);
      expect(load(portfolio, request, { at }).state).toBe(portfolio);
    }
    expect(json(before)).toBe(textBefore);
    expect(portfolio === before).toBe(json(portfolio) === textBefore);
    for (const [name, { clients }] of models) {
      expect([...listed(portfolio, name)].sort(byClient)).toEqual(inModel(models.get(name) as Model));
      for (const client of clientsOf[kinds[name] as AccountKind]) {
        expect(find(portfolio, name, client)).toEqual(clients.get(client) ?? null);
      }
      const held = Portfolio.accountsOf(portfolio).get(name);
      if (name !== account) expect(held).toBe(Portfolio.accountsOf(before).get(name));
    }
  }
  return portfolio;
}

describe('the laws of the portfolio', () => {
  it('it is as a plain Map would be, whatever is loaded, removed and loaded again, in whatever order', () => {
    fc.assert(
      fc.property(commands, (given) => {
        expectAsModelled(given);
      }),
      RUNS,
    );
  });

  it('what is stored, as JSON or as lines, comes back as it was', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const portfolio = expectAsModelled(given);
        for (const read of [fromJson(JSON.parse(json(portfolio))), fromLines(lines(portfolio))]) {
          expect(read.ok && json(read.value)).toBe(json(portfolio));
          expect(read.ok && read.value.accounts).toEqual(portfolio.accounts);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of uploads with instants of their own, the order in which they are loaded does not matter', () => {
    const drawn = fc
      .array(
        fc.tuple(fc.constantFrom('merge' as const, 'replace' as const), rowsOf(fc.constantFrom('11', '12', '13'), 4)),
        {
          maxLength: 5,
        },
      )
      .chain((files) =>
        fc.tuple(
          fc.constant(files.map(([mode, rows], at) => ({ mode, rows, at }))),
          fc.shuffledSubarray(
            files.map((_, at) => at),
            { minLength: files.length },
          ),
        ),
      );
    const all = (files: readonly { mode: Load['mode']; rows: readonly Row[]; at: number }[]): string =>
      json(files.reduce((onto, { mode, rows, at }) => loaded(rows, at, { mode }, onto), emptyPortfolio));
    fc.assert(
      fc.property(drawn, ([files, order]) => {
        expect(all(order.map((place) => files[place] as (typeof files)[number]))).toBe(all(files));
      }),
      RUNS,
    );
  });

  it('the order of the rows does not matter', () => {
    const files = fc
      .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 300 })
      .chain((numbers) => fc.tuple(fc.constant(numbers), fc.shuffledSubarray(numbers, { minLength: numbers.length })));
    const rowOfNumber = (number: number): Row => [`${number}`, `agent-${number % 3}`, null, 'sol'];
    fc.assert(
      fc.property(files, ([numbers, shuffled]) => {
        expect(json(loaded(shuffled.map(rowOfNumber)))).toBe(json(loaded(numbers.map(rowOfNumber))));
      }),
    );
  });

  it('a superset of the account gives the same under merge as under replace', () => {
    const client = fc.constantFrom('11', '12', '13', '14', '15');
    fc.assert(
      fc.property(rowsOf(client, 4), rowsOf(client, 5), (first, more) => {
        const before = loaded(first);
        fc.pre(first.length + more.length > 0);
        const [merged, replaced] = (['merge', 'replace'] as const).map((mode) =>
          listed(loaded([...first, ...more], 2, { mode }, before)),
        );
        expect(merged).toEqual(replaced);
      }),
      RUNS,
    );
  });
});

describe('a portfolio of many clients', () => {
  it('shares every shard that an upload does not touch, and every account', () => {
    const before = loaded(many(20_000), 1, {}, loaded(many(10), 1, { account: 'other' }));
    const after = loaded([['56900000007', 'zoe']], 2, {}, before);
    const [was, is] = [before, after].map((portfolio) => Portfolio.accountsOf(portfolio));
    const [shardsBefore, shardsAfter] = [was?.get('sales')?.shards ?? [], is?.get('sales')?.shards ?? []];
    expect(shardsAfter.filter((shard, number) => shard !== shardsBefore[number])).toHaveLength(1);
    expect(shardsAfter).toHaveLength(32);
    expect(is?.get('other')).toBe(was?.get('other'));
    const less = Portfolio.accountsOf(without(after, 'sales', ['56900000007', '56900000008', 'nobody'])).get('sales');
    expect(less?.shards.filter((shard, number) => shard !== shardsAfter[number]).length).toBeLessThanOrEqual(2);
    expect(less?.clients).toBe(19_998);
  });

  it('finds each of them while it grows, and when hardly any are left', () => {
    let portfolio = emptyPortfolio;
    for (const [count, main] of [
      [3, 'ana'],
      [700, 'beto'],
      [5_000, 'ana'],
      [5_001, 'ana'],
    ] as const) {
      portfolio = loaded(many(count, main), count, {}, portfolio);
      expect(portfolio.accounts).toEqual([{ account: 'sales', kind: 'whatsapp', clients: count, uploadedAt: count }]);
      for (const [client, agentOf] of many(count, main)) expect(find(portfolio, 'sales', client)?.main).toBe(agentOf);
      for (const [client] of many(50, main, count)) expect(find(portfolio, 'sales', client)).toBeNull();
    }
    const few = loaded(many(4), 6_000, { mode: 'replace' }, portfolio);
    expect(
      listed(few)
        .map(({ client }) => client)
        .sort(),
    ).toEqual(many(4).map(([client]) => client));
    expect(Portfolio.accountsOf(few).get('sales')?.shards).toHaveLength(2);
    expect(json(few)).toBe(json(loaded(many(4), 6_000, { mode: 'replace' })));
  });

  it('keeps apart 512 clients whose hashes are all the same', () => {
    const texts = colliding;
    expect(texts).toHaveLength(512);
    expect(new Set(texts.map(hashOf)).size).toBe(1);
    const portfolio = loaded([...texts.map((text, row): Row => [text, `agent-${row}`]), ...many(100)]);
    texts.forEach((text, row) => {
      expect(find(portfolio, 'sales', text)?.main).toBe(`agent-${row}`);
    });
    expect(find(portfolio, 'sales', (texts[0] as string).slice(1))).toBeNull();
    const [first, ...others] = texts as [string, ...string[]];
    const fewer = without(portfolio, 'sales', others);
    expect(fewer.accounts[0]?.clients).toBe(101);
    expect(find(fewer, 'sales', first)?.main).toBe('agent-0');
  });
});

describe('an upload', () => {
  const before = loaded(
    [
      ['11', 'ana'],
      ['12', 'beto'],
    ],
    5,
  );

  it.each([
    ['undated', upload([['11', 'zoe']]), Number.NaN, 'routing/new-client-reupload'],
    ['not-validated', { ...upload([['11', 'zoe']]), rows: {} as never }, 4, 'routing/new-client-reupload'],
    ['undated', upload([['11', 'zoe']], { account: 'new' }), Infinity, 'routing/upload'],
    ['other-kind', upload([['a@casa.cl', 'zoe']], { kind: 'email' }), 9, 'routing/identifier-whatsapp'],
    ['empty-file', upload([], { mode: 'replace' }), 9, 'routing/new-client-reupload'],
  ] as const)('is refused: %s', (code, request, at, rule) => {
    const nobody = { added: 0, changed: 0, removed: 0, unchanged: 0, late: 0 };
    const expected = { status: 'refused', code, rule, ...nobody };
    const { state, ...rest } = load(before, request, { at });
    expect(rest).toEqual(expected);
    expect(state).toBe(before);
    const { changes, ...seen } = preview(before, request, { at });
    expect(seen).toEqual(expected);
    expect([...changes()]).toEqual([]);
  });

  it('of phone numbers is refused by an account of addresses', () => {
    const mail = loaded([['a@casa.cl', 'ana']], 1, { kind: 'email' });
    expect(load(mail, upload([['11', 'ana']]), { at: 2 })).toMatchObject({ rule: 'routing/identifier-email' });
  });

  it('without rows changes nothing under merge', () => {
    expect(load(before, upload([]), { at: 9 })).toMatchObject({ status: 'applied', state: before });
    expect(load(emptyPortfolio, upload([]), { at: 9 }).state).toBe(emptyPortfolio);
  });

  it('says by which rule it was loaded', () => {
    expect(load(emptyPortfolio, upload([['11', 'ana']]), { at: 1 }).rule).toBe('routing/upload');
    expect(load(before, upload([['11', 'ana']]), { at: 6 }).rule).toBe('routing/new-client-reupload');
  });

  it('is late where a later one stands, and over where the account was replaced since', () => {
    expect(
      load(
        before,
        upload([
          ['11', 'zoe'],
          ['13', 'zoe'],
        ]),
        { at: 4 },
      ),
    ).toMatchObject({ status: 'late', late: 1, added: 1 });
    const replaced = loaded([['11', 'ana']], 8, { mode: 'replace' }, before);
    const over = upload([['12', 'beto']]);
    expect(load(replaced, over, { at: 7 })).toMatchObject({ status: 'late', late: 1, added: 0 });
    expect(load(replaced, over, { at: 7 }).state).toBe(replaced);
    expect([...preview(replaced, over, { at: 7 }).changes()]).toEqual([]);
  });

  it('shows what it would change', () => {
    const request = upload(
      [
        ['11', 'zoe', 'ana', null],
        ['13', 'zoe'],
      ],
      { mode: 'replace' },
    );
    const changes = [...preview(before, request, { at: 6 }).changes()].sort((a, b) => (a.client < b.client ? -1 : 1));
    const none = { backup: null, supervisor: null };
    expect(changes).toEqual([
      {
        change: 'changed',
        client: '11',
        before: { client: '11', main: 'ana', ...none, uploadedAt: 5 },
        after: { client: '11', main: 'zoe', backup: 'ana', supervisor: null, uploadedAt: 6 },
      },
      { change: 'removed', client: '12', before: { client: '12', main: 'beto', ...none, uploadedAt: 5 }, after: null },
      { change: 'added', client: '13', before: null, after: { client: '13', main: 'zoe', ...none, uploadedAt: 6 } },
    ]);
  });
});

describe('the portfolio', () => {
  it('answers for accounts that it does not have', () => {
    expect(kindOf(emptyPortfolio, '__proto__')).toBeNull();
    expect(find(emptyPortfolio, 'constructor', '__proto__')).toBeNull();
    expect(listed(emptyPortfolio, '__proto__')).toEqual([]);
    expect(without(emptyPortfolio, '__proto__', ['11'])).toBe(emptyPortfolio);
  });

  it('takes names that objects inherit for what they are', () => {
    const portfolio = loaded([['__proto__', 'constructor', 'toString', '__proto__']], 1, { account: '__proto__' });
    expect(find(portfolio, '__proto__', '__proto__')).toEqual({
      client: '__proto__',
      main: 'constructor',
      backup: 'toString',
      supervisor: '__proto__',
      uploadedAt: 1,
    });
    expect(kindOf(portfolio, '__proto__')).toBe('whatsapp');
    expect(kindOf(portfolio, 'constructor')).toBeNull();
  });

  it('is frozen, and lists its accounts by name whatever came first', () => {
    const one = loaded([['11', 'ana']], 1, { account: 'b' }, loaded([['11', 'ana']], 2, { account: 'a' }));
    const other = loaded([['11', 'ana']], 2, { account: 'a' }, loaded([['11', 'ana']], 1, { account: 'b' }));
    expect(one.accounts.map(({ account }) => account)).toEqual(['a', 'b']);
    expect(json(one)).toBe(json(other));
    expect([one, one.accounts, one.accounts[0]].every(Object.isFrozen)).toBe(true);
  });

  it('lists its clients as often as somebody asks', () => {
    const all = assignments(
      loaded([
        ['11', 'ana'],
        ['12', 'ana'],
      ]),
      'sales',
    );
    expect([...all]).toEqual([...all]);
    expect([...all]).toHaveLength(2);
  });
});

describe('a batch', () => {
  it('counts rows, and each client once', () => {
    const made = new Batch();
    expect([made.rows, made.clients, made.lineOf('11')]).toEqual([0, 0, null]);
    made.add('11', 'ana', null, null, 2);
    made.add('12', 'ana', 'beto', null, 3);
    made.add('11', 'ana', null, null, 5);
    expect(made.clients).toBe(0);
    const repeated = made.close('reject');
    expect(repeated).toEqual([{ client: '11', lines: [2, 5], conflicting: [] }]);
    expect(made.close('reject')).toBe(repeated);
    expect([made.rows, made.clients, made.lineOf('11'), made.lineOf('12'), made.lineOf('13')]).toEqual([
      3,
      2,
      2,
      3,
      null,
    ]);
    const seen = new Map<string, number>();
    made.each((client, line) => seen.set(client, line));
    expect(seen).toEqual(
      new Map([
        ['11', 2],
        ['12', 3],
      ]),
    );
  });

  it.each([
    ['reject', 'ana', 3],
    ['last-wins', 'ana', 6],
  ] as const)('names the lines that contradict the first, and under %s counts one', (conflict, main, line) => {
    const made = new Batch();
    made.add('12', 'zoe', null, null, 2);
    made.add('11', 'ana', 'beto', null, 3);
    made.add('11', 'ana', null, null, 4);
    made.add('11', 'ana', 'beto', 'sol', 5);
    made.add('11', 'ana', 'beto', null, 6);
    made.add('12', 'zoe', null, null, 7);
    expect(made.close(conflict)).toEqual([
      { client: '12', lines: [2, 7], conflicting: [] },
      { client: '11', lines: [3, 4, 5, 6], conflicting: [4, 5] },
    ]);
    expect([made.lineOf('12'), made.lineOf('11')]).toEqual([2, line]);
    const { state } = load(emptyPortfolio, upload([], { rows: made }), { at: 1 });
    expect(find(state, 'sales', '11')).toMatchObject({ main, backup: 'beto', supervisor: null });
  });

  it('knows more agents than it remembers', () => {
    const rows = Array.from({ length: 9_000 }, (_, row): Row => [`${row}`, `agent-${row % 4_500}`]);
    const portfolio = loaded(rows);
    for (const [client, main] of rows) expect(find(portfolio, 'sales', client)?.main).toBe(main);
  });

  it('tells clients with one hash apart, and finds those named twice among them', () => {
    const made = new Batch();
    const texts = colliding;
    [...texts, ...texts].forEach((text, row) => {
      made.add(text, 'ana', null, null, row);
    });
    const repeated = made.close('reject');
    expect(repeated.map(({ client }) => client)).toEqual(texts);
    expect(repeated.every(({ lines: [first, second] }) => second === (first as number) + texts.length)).toBe(true);
    expect(made.lineOf(texts[5] as string)).toBe(5);
  });
});

describe('rows in columns', () => {
  it('keep every text, and stand by hash and then as texts compare', () => {
    const texts = fc.uniqueArray(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 40 }),
    );
    fc.assert(
      fc.property(texts, fc.nat(3), (drawn, hashes) => {
        const columns = new Columns(1, 1);
        // A hash that says little: most of the order is left to the texts.
        const given = drawn.map((text, row) => ({ text, hash: text.length % (hashes + 1), row }));
        given.forEach(({ hash, text, row }) => {
          columns.add(hash, text, row, 0, 0, row);
        });
        const { order } = inOrder(columns);
        given.sort((a, b) => a.hash - b.hash || (a.text < b.text ? -1 : 1));
        expect([...order]).toEqual(given.map(({ row }) => row));
        const sorted = new Columns();
        for (const row of order) sorted.keep(columns, row);
        const rows = sorted.cut();
        given.forEach(({ hash, text }, place) => {
          expect(rowOf(rows, hash, text, 0)).toBe(place);
        });
        expect(rowOf(rows, 9, 'none has this hash', 0)).toBe(NONE);
        expect(sorted.length).toBe(0);
      }),
    );
  });
});

describe('a stored portfolio', () => {
  const portfolio = loaded(
    [['a@casa.cl', 'ana']],
    3,
    { account: 'mail', kind: 'email' },
    loaded(
      [
        ['11', 'ana', 'beto'],
        ['12', 'zoe'],
      ],
      5,
      { mode: 'replace' },
    ),
  );
  const written = [...lines(portfolio)];

  it('is written line by line', () => {
    expect(written).toEqual([
      '{"format":"pauta/routing/portfolio","version":1}\n',
      '{"account":"mail","kind":"email","uploadedAt":3,"replacedAt":null,"clients":1}\n',
      '["a@casa.cl","ana",null,null,3]\n',
      '{"account":"sales","kind":"whatsapp","uploadedAt":5,"replacedAt":5,"clients":2}\n',
      expect.stringMatching(/^\["1[12]",.*\]\n$/),
      expect.stringMatching(/^\["1[12]",.*\]\n$/),
      '{"end":true,"accounts":2}\n',
    ]);
  });

  it('comes back from a stream, without line feeds, with blank lines', async () => {
    async function* stream(): AsyncGenerator<string> {
      for (const text of written) yield* await Promise.resolve([text.trim(), '']);
    }
    const read = await fromLineStream(stream());
    expect(read.ok && json(read.value)).toBe(json(portfolio));
  });

  it('comes back from one text; JSON as it is parsed, not its text', () => {
    const read = fromLines(written.join(''));
    expect(read.ok && json(read.value)).toBe(json(portfolio));
    expect(fromJson(json(portfolio))).toMatchObject({
      ok: false,
      problems: [{ path: '', expected: 'what JSON.parse gives, not its text' }],
    });
  });

  it('keeps what was replaced: an upload from before is over still', () => {
    const read = fromLines(written);
    expect(read.ok && load(read.value, upload([['13', 'zoe']]), { at: 4 }).status).toBe('late');
  });

  const problemsOf = (texts: readonly string[]): readonly unknown[] => {
    const read = fromLines(texts);
    return read.ok ? [] : read.problems.map(({ path, seen, expected }) => `${path}: ${seen}, expected ${expected}`);
  };
  const replaced = (place: number, text: string): readonly string[] => written.with(place - 1, text);

  it('is refused at whatever line it is cut short, and the line is named', () => {
    for (let length = 1; length < written.length; length++) {
      expect(problemsOf(written.slice(0, length))).toContain(
        `line ${length + 1}: nothing, expected the end: the file was cut short`,
      );
    }
    expect(problemsOf([])).toEqual(['line 1: nothing, expected the end: the file was cut short']);
  });

  it.each<[what: string, texts: readonly string[], problems: readonly string[]]>([
    [
      'is something else',
      ['Identificador,Ejecutivo', '1,ana'],
      ['line 1: "Identificador,Ejecutivo", expected {"format":"pauta/routing/portfolio","version":1}'],
    ],
    [
      'is of another version',
      replaced(1, '{"format":"pauta/routing/portfolio","version":2}'),
      [
        String.raw`line 1: "{\"format\":\"pauta/routing/portfolio\",\"version\":2}", expected {"format":"pauta/routing/portfolio","version":1}`,
      ],
    ],
    [
      'has a line that is no JSON',
      replaced(3, '["a@casa.cl","ana'),
      [String.raw`line 3: "[\"a@casa.cl\",\"ana", expected an account, a client or the end, as JSON`],
    ],
    ['has a client too few', written.toSpliced(4, 1), ['line 4.clients: 2, expected 1: so many follow']],
    [
      'has a client before any account',
      written.toSpliced(1, 0, '["11","ana",null,null,1]'),
      ['line 1.clients: 0, expected 1: so many follow'],
    ],
    ['goes on after its end', [...written, '{}'], ['line 8: "{}", expected nothing after the end']],
    ['lacks an account', written.toSpliced(1, 2), ['line 5.accounts: 2, expected 1']],
    [
      'has an account twice',
      replaced(4, (written[3] as string).replace('sales', 'mail')),
      ['line 4.account: "mail", expected the name of an account, each once'],
    ],
    [
      'has a client twice',
      replaced(6, written[4] as string),
      [`line 6[0]: "${(written[4] as string).slice(2, 4)}", expected each client once: see line 5`],
    ],
    [
      'has a client who is none of the account',
      replaced(3, '["11","ana",null,null,3]'),
      ['line 3[0]: "11", expected an e-mail address, normalised'],
    ],
    [
      'has a client who was not normalised',
      replaced(5, '["+56 9","ana",null,null,5]'),
      ['line 5[0]: "+56 9", expected a phone number, normalised: digits only'],
    ],
    [
      'has cells of other types',
      replaced(3, '[1,"",7,"",9]'),
      [
        'line 3[0]: 1, expected an e-mail address, normalised',
        'line 3[1]: "", expected an id that is not empty, without blanks around it',
        'line 3[2]: 7, expected an id that is not empty, without blanks around it, or null',
        'line 3[3]: "", expected an id that is not empty, without blanks around it, or null',
        'line 3[4]: 9, expected an instant: milliseconds since 1970, up to 3',
      ],
    ],
    [
      'has a client from before the account was replaced',
      replaced(5, '["13","ana",null,null,4]'),
      ['line 5[4]: 4, expected an instant: milliseconds since 1970, from 5 to 5'],
    ],
    [
      'has a client of another length',
      replaced(3, '["a@casa.cl"]'),
      ['line 3: a list of 1, expected a client, main agent, backup agent, supervisor and instant'],
    ],
    [
      'has an account that cannot be read',
      replaced(4, '{"account":7,"kind":"fax","uploadedAt":"now","replacedAt":9,"clients":2}'),
      [
        'line 4.account: 7, expected the name of an account, each once',
        'line 4.kind: "fax", expected "whatsapp" or "email"',
        'line 4.uploadedAt: "now", expected an instant: milliseconds since 1970',
        'line 4.replacedAt: 9, expected an instant: milliseconds since 1970, not after uploadedAt; or null',
      ],
    ],
    [
      'has a line that is nothing at all',
      replaced(3, 'null'),
      ['line 3: "null", expected an account, a client or the end, as JSON'],
    ],
  ])('that %s is refused', (_what, texts, problems) => {
    expect(problemsOf(texts)).toEqual(problems);
  });

  it.each<[value: unknown, problems: readonly unknown[]]>([
    [
      null,
      [
        { path: 'version', seen: 'nothing', expected: '1' },
        { path: 'accounts', seen: 'nothing', expected: 'a list of accounts' },
      ],
    ],
    [{ version: 2n, accounts: [] }, [{ path: 'version', seen: 'a value of type bigint', expected: '1' }]],
    [
      { version: 1, accounts: [{ account: 'a', kind: 'email', uploadedAt: 1, replacedAt: null, clients: {} }] },
      [{ path: 'accounts[0].clients', seen: 'a value of type object', expected: 'a list of clients' }],
    ],
    [
      {
        version: 1,
        accounts: [
          {
            account: 'a',
            kind: 'email',
            uploadedAt: 1,
            replacedAt: null,
            clients: [['x'.repeat(99), 'ana', null, null, 1]],
          },
        ],
      },
      [{ path: 'accounts[0].clients[0][0]', seen: `"${'x'.repeat(56)}…`, expected: 'an e-mail address, normalised' }],
    ],
  ])('that is not fit is refused as JSON, too: %#', (value, problems) => {
    expect(fromJson(value)).toEqual({ ok: false, problems });
  });

  it('never throws, whatever comes', () => {
    const noise = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...written));
    fc.assert(
      fc.property(fc.array(noise), fc.anything(), (texts, value) => {
        expect(fromLines([written[0] as string, ...texts])).toHaveProperty('ok');
        expect(fromJson({ version: 1, accounts: [value] })).toHaveProperty('ok', false);
      }),
      RUNS,
    );
  });
});
