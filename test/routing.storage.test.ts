import { describe, expect, it } from 'vitest';
import { decide, policy } from 'pauta/routing';
import { phonesIn } from 'pauta/routing/phones';
import { newAccount, sharded, shardsOf } from '../src/routing/account.js';
import { Batch } from '../src/routing/batch.js';
import { compareText, hashOf, textIn, write } from '../src/routing/bytes.js';
import { clientAt, Columns, compareRows, NONE, noRows, rowOf } from '../src/routing/columns.js';
import { inOrder } from '../src/routing/order.js';
import { emptyPortfolio, find, load, Portfolio, preview, without, type Load } from '../src/routing/portfolio.js';
import { Roster } from '../src/routing/roster.js';
import { fromJson, fromLines, lines } from '../src/routing/stored.js';

type Row = readonly [client: string, main: string, backup?: string | null, supervisor?: string | null];

function batch(rows: readonly Row[], conflict: 'reject' | 'last-wins' = 'reject'): Batch {
  const made = new Batch();
  rows.forEach(([client, main, backup = null, supervisor = null], row) => {
    made.add(client, main, backup, supervisor, row + 2);
  });
  made.close(conflict);
  return made;
}

function upload(rows: readonly Row[], choices: Partial<Load> = {}): Load {
  return { account: 'sales', kind: 'whatsapp', mode: 'merge', rows: batch(rows), ...choices };
}

function loaded(rows: readonly Row[], at: number, onto = emptyPortfolio, choices: Partial<Load> = {}): Portfolio {
  return load(onto, upload(rows, choices), { at }).state;
}

const many = (count: number): readonly Row[] => Array.from({ length: count }, (_, row): Row => [`${row}`, 'ana']);

/** Two words whose FNV-1a are the same. */
const [ONE, OTHER] = ['costarring', 'liquid'];

function columnsOf(texts: readonly string[], hash: (text: string, row: number) => number): Columns {
  const columns = new Columns(1, 1);
  texts.forEach((text, row) => {
    columns.add(hash(text, row), text, row, 0, 0, row);
  });
  return columns;
}

describe('the hash of a text', () => {
  /** The last mix of MurmurHash3, in whole numbers without end. */
  function mixed(hash: bigint): bigint {
    const cut = (value: bigint): bigint => value & 0xffff_ffffn;
    const first = cut((hash ^ (hash >> 16n)) * 0x85eb_ca6bn);
    const second = cut((first ^ (first >> 13n)) * 0xc2b2_ae35n);
    return second ^ (second >> 16n);
  }

  // The values of FNV-1a are those that its authors publish.
  it.each([
    ['', 0x811c_9dc5n],
    ['a', 0xe40c_292cn],
    ['foobar', 0xbf9c_f968n],
  ])('%j is FNV-1a and the last mix of MurmurHash3', (text, fnv) => {
    expect(BigInt(hashOf(text) >>> 0)).toBe(mixed(fnv));
  });
});

describe('a text as bytes', () => {
  it.each([
    ['a\u007f', [0x61, 0x7f]],
    ['\u0080b', [0xc2, 0x80, 0x62]],
    ['\u07ff', [0xdf, 0xbf]],
    ['\u0800c', [0xe0, 0xa0, 0x80, 0x63]],
    ['\uffff', [0xef, 0xbf, 0xbf]],
    ['😀', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    ['\udc00', [0xed, 0xb0, 0x80]],
  ])('%j is CESU-8, and comes back', (text, bytes) => {
    const room = new Uint8Array(12).fill(0x7a);
    const end = write(text, room, 2);
    expect([...room.subarray(2, end)]).toEqual(bytes);
    expect(textIn(room, 2, end)).toBe(text);
    expect(compareText(room, 2, end, text)).toBe(0);
  });

  it('stands to others as texts do, whatever follows it', () => {
    const texts = ['', 'a', 'ab', 'abc', 'b', '\u007f', '\u0080', '\u07ff', '\u0800', '\u0800a', '\uffff'];
    for (const [place, text] of texts.entries()) {
      for (const [against, other] of texts.entries()) {
        for (const follows of ['', '\u0001', 'z', '\uffff']) {
          const room = new Uint8Array(20);
          const end = write(text, room, 0);
          write(follows, room, end);
          expect(Math.sign(compareText(room, 0, end, other)), `${text} ${other}`).toBe(Math.sign(place - against));
        }
      }
    }
  });
});

describe('rows in columns', () => {
  const texts = ['', 'a', 'ab', 'abc', 'b', '日本', '日本語日本語'];

  it('have room for whatever comes, and are cut to what they hold', () => {
    const columns = columnsOf(texts, () => 7);
    const rows = columns.cut();
    expect(texts.map((_, row) => clientAt(rows, row))).toEqual(texts);
    expect([...rows.notes]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(rows.bytes).toHaveLength(1 + 2 + 3 + 1 + 6 + 18);
    expect(rows.hashes).toHaveLength(7);
    expect(columns.cut()).toBe(noRows);
    const kept = new Columns(1, 1);
    texts.forEach((_, row) => {
      kept.keep(rows, row);
    });
    expect(kept.cut()).toEqual(rows);
  });

  it('of one hash stand to each other as their texts do, whatever follows them', () => {
    for (const follows of ['\u0001', 'z']) {
      const spaced = texts.flatMap((text) => [text, follows]);
      const columns = columnsOf(spaced, () => 7);
      for (const one of texts.keys()) {
        for (const other of texts.keys()) {
          expect(Math.sign(compareRows(columns, 2 * one, columns, 2 * other))).toBe(Math.sign(one - other));
        }
      }
    }
    const columns = columnsOf(['b', 'a'], (_, row) => row);
    expect([compareRows(columns, 0, columns, 1), compareRows(columns, 1, columns, 0)]).toEqual([-1, 1]);
  });

  it('are put in order by hash, by text, and then as they came', () => {
    const columns = columnsOf(['c', 'b', 'a', 'z', 'b', 'a'], (text) => (text === 'z' ? 1 : 2));
    const { order, hashes } = inOrder(columns);
    expect([...order]).toEqual([3, 2, 5, 1, 4, 0]);
    expect([...hashes]).toEqual([1, 2, 2, 2, 2, 2]);
  });

  it('are put in order however many share the first bits of their hashes', () => {
    const count = 40_000;
    const columns = columnsOf(Array.from({ length: count }, String), (_, row) => count - row);
    expect([...inOrder(columns).order].every((row, place) => row === count - 1 - place)).toBe(true);
  });

  it.each([
    ['evenly', (row: number) => (row * 0x40_0000) >>> 0],
    ['all at the beginning', (row: number) => row],
    ['all at the end', (row: number) => 0xffff_fc00 + row],
    ['at both ends', (row: number) => (row < 500 ? row : 0xffff_fc00 + row)],
    ['by eights', (row: number) => (row >> 3) * 0x200_0000],
  ])('are found when their hashes lie %s', (_, hash) => {
    const rows = columnsOf(
      Array.from({ length: 1_000 }, (_one, row) => `${10_000 + row}`),
      (_one, row) => hash(row),
    ).cut();
    for (let row = 0; row < rows.length; row++) {
      expect(rowOf(rows, hash(row), clientAt(rows, row), 0)).toBe(row);
      expect(rowOf(rows, hash(row), 'none', 0)).toBe(NONE);
      expect(rowOf(rows, hash(row), '', 0)).toBe(NONE);
    }
  });
});

describe('the agents whom rows name', () => {
  it('have one number each, blanks around them and forms of their letters apart; 0 is nobody', () => {
    const roster = new Roster();
    expect(
      ['', ' ', 'ana', ' ana', 'ana\t', 'Ñ', 'N\u0303', 'beto', '', 'ana'].map((id) => roster.numberOf(id)),
    ).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 0, 1]);
    expect(roster.ids).toEqual([null, 'ana', 'Ñ', 'beto']);
  });

  it('keep their number however many there are', () => {
    const roster = new Roster();
    const ids = Array.from({ length: 5_000 }, (_, row) => `agent-${row}`);
    const numbers = ids.map((id) => roster.numberOf(id));
    expect(numbers).toEqual(ids.map((_, row) => row + 1));
    expect(ids.map((id) => roster.numberOf(id))).toEqual(numbers);
  });
});

describe('the shards of an account', () => {
  const account = { ...newAccount('whatsapp'), ...shardsOf([], 16 * 1024) };

  it('hold some thousand clients each, and are at least two', () => {
    expect([account.bits, account.shards.length]).toEqual([4, 16]);
    expect(shardsOf([], 3)).toEqual({ bits: 1, shards: [noRows, noRows] });
  });

  it('are the very ones given where the clients are about as many, and others where they are far more or fewer', () => {
    expect(sharded(account, 16 * 1024)).toBe(account);
    expect(sharded(account, 16 * 1024 * 16).bits).toBe(8);
    expect(sharded(account, 1024).bits).toBe(1);
    const least = newAccount('email');
    expect(sharded(least, 1)).toBe(least);
    expect(sharded(least, 2 * 1024)).toBe(least);
  });
});

describe('a batch', () => {
  it('tells who is named more than once in the order of the file', () => {
    const made = new Batch();
    const names = Array.from({ length: 20 }, (_, row) => `${row}`);
    [...names, ...names].forEach((client, row) => {
      made.add(client, 'ana', null, null, row + 2);
    });
    const repeated = made.close('reject');
    expect(repeated).toEqual(names.map((client, row) => ({ client, lines: [row + 2, row + 22], conflicting: [] })));
    expect(made.close('reject')).toBe(repeated);
    expect(made.clients).toBe(20);
  });

  it('keeps clients of one hash apart', () => {
    expect(hashOf(ONE)).toBe(hashOf(OTHER));
    const made = new Batch();
    made.add(OTHER, 'zoe', null, null, 2);
    made.add(ONE, 'ana', 'beto', 'sol', 3);
    made.add(ONE, 'ana', 'beto', 'sol', 4);
    expect(made.close('reject')).toEqual([{ client: ONE, lines: [3, 4], conflicting: [] }]);
    expect([made.clients, made.lineOf(ONE), made.lineOf(OTHER)]).toEqual([2, 3, 2]);
  });

  it.each<[what: string, second: Row, conflicting: readonly number[], reject: number, lastWins: number]>([
    ['says the same', ['11', 'ana', 'beto', 'sol'], [], 3, 3],
    ['has another main agent', ['11', 'zoe', 'beto', 'sol'], [4], 3, 4],
    ['has another backup', ['11', 'ana', null, 'sol'], [4], 3, 4],
    ['has another supervisor', ['11', 'ana', 'beto', 'zoe'], [4], 3, 4],
  ])('whose second row %s counts the first line, or the last that contradicts', (_, second, conflicting, ...counts) => {
    for (const [index, conflict] of (['reject', 'last-wins'] as const).entries()) {
      const made = new Batch();
      made.add('12', 'ana', null, null, 2);
      made.add('11', 'ana', 'beto', 'sol', 3);
      made.add(...(second as [string, string, string | null, string | null]), 4);
      expect(made.close(conflict)).toEqual([{ client: '11', lines: [3, 4], conflicting }]);
      expect([made.lineOf('12'), made.lineOf('11')]).toEqual([2, counts[index]]);
    }
  });
});

describe('the accounts of a portfolio', () => {
  it('are listed by name, frozen, whatever came first', () => {
    const names = ['b', 'c', 'a'];
    for (const order of [names, names.toReversed(), names.toSorted()]) {
      const portfolio = order.reduce((onto, account) => loaded([['11', 'ana']], 7, onto, { account }), emptyPortfolio);
      expect(portfolio.accounts).toEqual(
        ['a', 'b', 'c'].map((account) => ({ account, kind: 'whatsapp', clients: 1, uploadedAt: 7 })),
      );
      expect([portfolio, portfolio.accounts, portfolio.accounts[0]].every(Object.isFrozen)).toBe(true);
    }
  });
});

describe('an upload', () => {
  const none = { added: 0, changed: 0, removed: 0, unchanged: 0, late: 0 };
  const rows: readonly Row[] = [
    ['11', 'ana', 'beto', 'sol'],
    ['12', 'ana', null, null],
  ];
  const before = loaded(rows, 5);
  const again = 'routing/new-client-reupload';

  it.each<[string, Load, number, object]>([
    ['not validated', { ...upload(rows), rows: {} as never }, 9, { code: 'not-validated', rule: again }],
    ['without an instant', upload(rows), Number.NaN, { code: 'undated', rule: again }],
    [
      'of an account without end',
      upload(rows, { account: 'new' }),
      Infinity,
      { code: 'undated', rule: 'routing/upload' },
    ],
    [
      'of the other kind',
      upload(rows, { kind: 'email' }),
      9,
      { code: 'other-kind', rule: 'routing/identifier-whatsapp' },
    ],
    ['of no clients under replace', upload([], { mode: 'replace' }), 9, { code: 'empty-file', rule: again }],
  ])('%s is refused, and nobody is touched', (_, request, at, expected) => {
    const { state, ...result } = load(before, request, { at });
    expect(result).toEqual({ status: 'refused', ...none, ...expected });
    expect(state).toBe(before);
    const { changes, ...seen } = preview(before, request, { at });
    expect(seen).toEqual(result);
    expect([...changes()]).toEqual([]);
  });

  it('of no clients under merge is applied, and changes nothing', () => {
    for (const [onto, rule] of [
      [before, again],
      [emptyPortfolio, 'routing/upload'],
    ] as const) {
      const { state, ...result } = load(onto, upload([]), { at: 9 });
      expect(result).toEqual({ status: 'applied', rule, ...none });
      expect(state).toBe(onto);
    }
  });

  it.each<[what: string, request: Load, at: number, expected: object, clients: number]>([
    ['the same again', upload(rows), 5, { status: 'applied', unchanged: 2 }, 2],
    ['another main agent', upload([['11', 'zoe', 'beto', 'sol']]), 6, { status: 'applied', changed: 1 }, 2],
    ['another backup', upload([['11', 'ana', 'zoe', 'sol']]), 6, { status: 'applied', changed: 1 }, 2],
    ['another supervisor', upload([['11', 'ana', 'beto', 'zoe']]), 6, { status: 'applied', changed: 1 }, 2],
    ['only the main agent the same', upload([['11', 'ana']]), 6, { status: 'applied', changed: 1 }, 2],
    ['only the supervisor the same', upload([['11', 'zoe', null, 'sol']]), 6, { status: 'applied', changed: 1 }, 2],
    ['somebody new', upload([['13', 'ana']]), 6, { status: 'applied', added: 1 }, 3],
    [
      'somebody new, and a client late',
      upload([...rows.slice(1), ['13', 'ana']]),
      4,
      { status: 'late', added: 1, late: 1 },
      3,
    ],
    [
      'one, replacing all',
      upload(rows.slice(1), { mode: 'replace' }),
      6,
      { status: 'applied', unchanged: 1, removed: 1 },
      1,
    ],
    [
      'another, replacing all',
      upload([['13', 'ana']], { mode: 'replace' }),
      6,
      { status: 'applied', added: 1, removed: 2 },
      1,
    ],
  ])('of %s is counted, previewed alike, and leaves so many clients', (_, request, at, expected, clients) => {
    const { state, ...result } = load(before, request, { at });
    expect(result).toEqual({ rule: again, ...none, ...expected });
    expect(state.accounts[0]?.clients).toBe(clients);
    const { changes, ...seen } = preview(before, request, { at });
    expect(seen).toEqual(result);
    for (const { change, client, before: was, after } of changes()) {
      expect(was).toEqual(find(before, 'sales', client));
      expect(after).toEqual(find(state, 'sales', client));
      expect(change).toBe(was === null ? 'added' : after === null ? 'removed' : 'changed');
    }
    expect([...changes()]).toHaveLength(result.added + result.changed + result.removed);
  });

  it('from before 1970 counts like any other', () => {
    expect(load(emptyPortfolio, upload(rows), { at: -2 })).toMatchObject({ status: 'applied', added: 2 });
    expect(load(loaded(rows, -2), upload([['13', 'ana']]), { at: -1 })).toMatchObject({ status: 'applied', added: 1 });
  });

  it('from before the account was replaced is over, whatever it is', () => {
    const replaced = loaded(rows, 8, before, { mode: 'replace' });
    for (const mode of ['merge', 'replace'] as const) {
      const request = upload([['13', 'zoe']], { mode });
      const { state, ...result } = load(replaced, request, { at: 7 });
      expect(result).toEqual({ status: 'late', rule: again, ...none, late: 1 });
      expect(state).toBe(replaced);
      const { changes, ...seen } = preview(replaced, request, { at: 7 });
      expect(seen).toEqual(result);
      expect([...changes()]).toEqual([]);
      expect(load(replaced, request, { at: 8 })).toMatchObject({ status: 'applied', added: 1 });
    }
  });

  it('that replaces the account by what it is already keeps earlier ones out all the same', () => {
    const replaced = loaded(rows, 5, before, { mode: 'replace' });
    expect(load(replaced, upload([['13', 'zoe']]), { at: 4 })).toMatchObject({ status: 'late', late: 1, added: 0 });
    expect(load(before, upload([['13', 'zoe']]), { at: 4 })).toMatchObject({ status: 'applied', added: 1 });
  });

  it('that says of a client what is so keeps those from in between from winning', () => {
    const confirmed = loaded(rows, 9, before);
    expect(load(confirmed, upload([['11', 'zoe']]), { at: 7 })).toMatchObject({ status: 'late', late: 1, changed: 0 });
    expect(find(confirmed, 'sales', '11')).toMatchObject({ main: 'ana', uploadedAt: 9 });
  });

  it('of one client gives the very portfolio back where nothing changes, and else shares what it does not touch', () => {
    const large = loaded(many(8_000), 5);
    expect(loaded([['7', 'ana']], 5, large)).toBe(large);
    const shardsIn = (portfolio: Portfolio): readonly unknown[] =>
      Portfolio.accountsOf(portfolio).get('sales')?.shards ?? [];
    const shards = shardsIn(large);
    expect(shards).toHaveLength(8);
    const after = loaded([['7', 'zoe']], 6, large);
    expect(shardsIn(after).filter((shard, number) => shard !== shards[number])).toHaveLength(1);
    expect(without(large, 'sales', ['7']).accounts[0]?.clients).toBe(7_999);
    expect(without(large, 'sales', ['x'])).toBe(large);
    expect([find(large, 'sales', 'x'), find(large, 'support', '7')]).toEqual([null, null]);
  });
});

describe('a contact', () => {
  const portfolio = loaded([['123456', 'ana']], 5);
  const noOne = { action: 'not-in-portfolio', client: null };

  it('without an identifier is in no portfolio', () => {
    expect(decide({ account: 'sales', from: null }, { portfolio, team: {} }).outcome).toEqual({
      ...noOne,
      reason: 'no-identifier',
    });
  });

  it('of fewer digits than the policy allows is none of its clients, though an earlier policy had let it in', () => {
    const reasonUnder = (choices: Parameters<typeof policy>[0]): unknown =>
      decide({ account: 'sales', from: '123456' }, { portfolio, team: {}, policy: policy(choices) }).outcome;
    expect(reasonUnder({})).toEqual({ ...noOne, reason: 'not-an-identifier' });
    expect(reasonUnder({ phoneDigits: { min: 6, max: 15 } })).toMatchObject({
      client: '123456',
      gap: 'nobody-can-take-it',
    });
    expect(reasonUnder({ phones: phonesIn('CL') })).toMatchObject({ client: '123456', gap: 'nobody-can-take-it' });
  });
});

describe('a stored portfolio', () => {
  const mail: Partial<Load> = { account: 'mail', kind: 'email' };
  const portfolio = loaded([['a@casa.cl', 'a\ufeffb', null, 'sol']], 3, loaded([['11', 'ana', 'beto']], 5), mail);
  const written = [
    '{"format":"pauta/routing/portfolio","version":1}\n',
    '{"account":"mail","kind":"email","uploadedAt":3,"replacedAt":null,"clients":1}\n',
    '["a@casa.cl","a\ufeffb",null,"sol",3]\n',
    '{"account":"sales","kind":"whatsapp","uploadedAt":5,"replacedAt":null,"clients":1}\n',
    '["11","ana","beto",null,5]\n',
    '{"end":true,"accounts":2}\n',
  ];
  const problemsOf = (texts: readonly string[]): unknown => {
    const read = fromLines(texts);
    return read.ok || read.problems.map(({ path, seen, expected }) => `${path}: ${seen}, expected ${expected}`);
  };
  const head = written[0] as string;

  it('is written line by line', () => {
    expect([...lines(portfolio)]).toEqual(written);
  });

  it('comes back as it was: with a mark at its beginning, and blank lines', () => {
    for (const texts of [written, [`\ufeff${head}`, ' \t\n', ...written.slice(1)]]) {
      const read = fromLines(texts);
      expect(read.ok && JSON.stringify(read.value)).toBe(JSON.stringify(portfolio));
    }
  });

  const ours = 'expected {"format":"pauta/routing/portfolio","version":1}';
  const account = '{"account":"a","kind":"email","uploadedAt":9,"replacedAt":null,"clients":1}';
  const end = '{"end":true,"accounts":1}';
  const INSTANT = 'an instant: milliseconds since 1970';
  const ID = 'an id that is not empty, without blanks around it';

  it.each<[what: string, texts: readonly string[], problems: readonly string[]]>([
    [
      'is of another format',
      ['{"format":"x","version":1}'],
      [String.raw`line 1: "{\"format\":\"x\",\"version\":1}", ${ours}`],
    ],
    [
      'has a line that is a number',
      [head, '7', '{"end":true,"accounts":0}'],
      [
        'line 2: "7", expected an account, a client or the end, as JSON',
        'line 1.clients: 0, expected 1: so many follow',
      ],
    ],
    [
      'has an account of no instant, and a client in it',
      [head, account.replace('9', 'null'), '["x"]', end],
      [`line 2.uploadedAt: null, expected ${INSTANT}`],
    ],
    [
      'has an account replaced at no instant',
      [head, account.replace('null', 'true'), '["x"]', end],
      [`line 2.replacedAt: true, expected ${INSTANT}, not after uploadedAt; or null`],
    ],
    [
      'has ids with blanks around them',
      [head, account, '["a@casa.cl"," ana","b ","c",8]', end],
      [`line 3[1]: " ana", expected ${ID}`, `line 3[2]: "b ", expected ${ID}, or null`],
    ],
    [
      'has a client from after its upload',
      [head, account, '["a@casa.cl","ana",null,null,10]', end],
      [`line 3[4]: 10, expected ${INSTANT}, up to 9`],
    ],
    [
      'has a client twice, of whom one cannot be read',
      [head, account.replace('1}', '2}'), '["a@casa.cl","ana",null,null,10]', '["a@casa.cl","ana",null,null,9]', end],
      [`line 3[4]: 10, expected ${INSTANT}, up to 9`],
    ],
    [
      'has a client twice',
      [head, account.replace('1}', '2}'), '["a@casa.cl","ana",null,null,9]', '["a@casa.cl","zoe",null,null,9]', end],
      ['line 4[0]: "a@casa.cl", expected each client once: see line 3'],
    ],
  ])('that %s is refused, and all that is wrong is said once', (_, texts, problems) => {
    expect(problemsOf(texts)).toEqual(problems);
  });

  it('shows up to 60 characters of what was there', () => {
    const seen = (value: string): unknown => {
      const read = fromJson({ version: value, accounts: [] });
      return read.ok || read.problems[0]?.seen;
    };
    expect(seen('x'.repeat(58))).toBe(`"${'x'.repeat(58)}"`);
    expect(seen('x'.repeat(59))).toBe(`"${'x'.repeat(56)}…`);
  });
});
