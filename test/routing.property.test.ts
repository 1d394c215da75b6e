import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as routing from 'pauta/routing';
import { validate } from 'pauta/routing/csv';
import { deepFreeze } from './deep-freeze.js';
import {
  anyAgent,
  anyAgentId,
  anyClient,
  anyKind,
  anyPolicy,
  anyRow,
  anyRows,
  anySpelling,
  anyTeam,
  CLIENT,
  everybody,
  portfolioOf,
  ready,
  rowOf,
  T,
  WA,
} from './routing.arbitraries.js';

const RUNS = { numRuns: 1_000 };
const OTHER = 'other';

/** A kind of account, and what is drawn for it. */
function ofKind<Drawn>(
  drawn: (kind: routing.AccountKind) => fc.Arbitrary<Drawn>,
): fc.Arbitrary<readonly [routing.AccountKind, Drawn]> {
  return anyKind.chain((kind) => fc.tuple(fc.constant(kind), drawn(kind)));
}

/** What the catalogue asks of an executive, and of a supervisor, read apart from the library. */
function isUsable(team: routing.Team, id: string | null, as: routing.Role): boolean {
  const agent = new Map(Object.entries(team)).get(id ?? '');
  if (id === null || agent === undefined || !agent.enabled || !agent.saved) return false;
  return (
    as === 'supervisor' ||
    (new Map(Object.entries(agent.modes)).get(WA) === 'auto-assign' && agent.connected && agent.available)
  );
}

/** A client of the account, their row, the portfolio and a team in any condition. */
const scene = ofKind((kind) => fc.tuple(anyRow(kind), anyRows(kind), anyTeam(WA, OTHER))).map(
  ([kind, [row, rows, team]]) => {
    const others = rows.filter(({ client }) => client !== row.client);
    return {
      kind,
      row,
      team,
      portfolio: portfolioOf(WA, kind, [...others, row]),
      contact: deepFreeze({ account: WA, from: row.client }),
    };
  },
);

/** A file: the usual headings, and a line for each row. */
function csvOf(rows: readonly routing.UploadRow[]): string {
  const lines = rows.map(({ client, main, backup, supervisor }) =>
    [client, main, backup ?? '', supervisor ?? ''].join(','),
  );
  return ['Identificador de Usuario*,Ejecutivo*,Ejecutivo de Respaldo,Supervisor de Respaldo', ...lines].join('\n');
}

const FILE = { account: WA, fileName: 'cartera.csv' } as const;

/** What a host keeps after an upload: what it had, if the file is refused. */
function after(before: routing.Portfolio, validation: routing.Validation, at = T + 1): routing.Portfolio {
  return validation.ok ? routing.load(before, validation, { at }).state : before;
}

/** Whose each client is; without the instants of the uploads. */
function peopleIn(portfolio: routing.Portfolio): readonly unknown[] {
  return Array.from(routing.assignments(portfolio, WA), ({ client, main, backup, supervisor }) => [
    client,
    main,
    backup,
    supervisor,
  ]);
}

const otherKind = { whatsapp: 'email', email: 'whatsapp' } as const;

/** An identifier that is none of that kind. */
const misfit: Readonly<Record<routing.AccountKind, fc.Arbitrary<string>>> = {
  whatsapp: fc.constantFrom(
    'ana@example.com',
    '1234567',
    '5691234567890123',
    '5.69E+10',
    '56912345678.0',
    'Juan Pérez',
    '=1+1',
    '',
  ),
  email: fc.constantFrom('+56912345678', 'ana@example', '@example.com', 'ana@@example.com', 'Juan Pérez', '=1+1', ''),
};

describe('the laws of routing', () => {
  it('1: never to a disabled user; never to an executive who is not connected, available, saved and auto-assigning in that account', () => {
    fc.assert(
      fc.property(scene, ({ team, portfolio, contact }) => {
        const { outcome } = routing.decide(contact, { portfolio, team });
        if (outcome.action === 'assign') expect(isUsable(team, outcome.agent, outcome.as)).toBe(true);
      }),
      RUNS,
    );
  });

  it('2: main before backup before supervisor; a lower one only if every higher one cannot, and nobody only if none can', () => {
    fc.assert(
      fc.property(scene, ({ row, team, portfolio, contact }) => {
        const order = ['main', 'backup', 'supervisor'] as const;
        const first = order.find((as) => isUsable(team, row[as] ?? null, as));
        const { outcome } = routing.decide(contact, { portfolio, team });
        const higher = order.slice(0, first === undefined ? order.length : order.indexOf(first));
        const named = higher.flatMap((as) => (row[as] == null ? [] : [{ as, agent: row[as] }]));
        expect(outcome).toMatchObject(
          first === undefined
            ? { action: 'not-covered', passedOver: named }
            : { action: 'assign', as: first, agent: row[first], passedOver: named },
        );
        const { passedOver } = outcome as routing.Assign;
        for (const { as, agent, because } of passedOver) {
          expect(because).toEqual(routing.whyNot(team, agent, { as, account: WA }));
          expect(because).not.toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('3: who the backup and the supervisor are, and how they are, changes nothing while the main agent can', () => {
    const stand = { backup: fc.option(anyAgentId, { nil: null }), supervisor: fc.option(anyAgentId, { nil: null }) };
    fc.assert(
      fc.property(
        scene,
        fc.record(stand),
        anyTeam(WA),
        ({ kind, row, team, portfolio, contact }, others, otherTeam) => {
          const before = routing.decide(contact, { portfolio, team: { ...team, [row.main]: ready(WA) } });
          expect(before.outcome).toMatchObject({ as: 'main', agent: row.main });
          const changed = portfolioOf(WA, kind, [{ ...row, ...others }]);
          const { outcome, rule } = routing.decide(contact, {
            portfolio: changed,
            team: { ...otherTeam, [row.main]: ready(WA) },
          });
          expect({ outcome, rule }).toEqual({ outcome: before.outcome, rule: before.rule });
        },
      ),
      RUNS,
    );
  });

  it('4: all or nothing: a refused upload leaves the portfolio as it was', () => {
    const faults = ['misfit', 'conflict', 'actor', 'name', 'kind', 'empty', 'instant'] as const;
    const upload = ofKind((kind) =>
      fc.record({
        held: anyRows(kind),
        file: anyRows(kind, 1),
        wrong: misfit[kind],
        place: fc.nat(),
        fault: fc.constantFrom(...faults),
      }),
    );
    fc.assert(
      fc.property(upload, ([kind, { held, file, wrong, place, fault }]) => {
        const [first] = file as [routing.UploadRow];
        const others = held.filter(({ client }) => client !== first.client);
        const before = portfolioOf(WA, kind, [...others, { ...first, main: 'before' }]);
        const stored = JSON.stringify(before);
        const spoilt = { misfit: rowOf(wrong, 'ana'), conflict: { ...first, main: 'another' } };
        const bad = fault === 'misfit' || fault === 'conflict' ? [spoilt[fault]] : [];
        const rows = fault === 'empty' ? [] : file.toSpliced(place % (file.length + 1), 0, ...bad);
        const validation = validate(csvOf(rows), {
          account: WA,
          kind: fault === 'kind' ? otherKind[kind] : kind,
          by: fault === 'actor' ? 'agent' : 'administrator',
          fileName: fault === 'name' ? 'cartera.xls' : 'cartera.csv',
          mode: 'replace',
        });
        // Only the instant is not the file's: with one that is none, the load itself is refused.
        expect(validation.ok).toBe(fault === 'instant');
        expect(after(before, validation, Number.NaN)).toBe(before);
        expect(JSON.stringify(before)).toBe(stored);
      }),
      RUNS,
    );
  });

  it('5: an accepted upload holds only identifiers of the kind of the account', () => {
    const forms = { whatsapp: /^\d{8,15}$/, email: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/ };
    const cell = (kind: routing.AccountKind): fc.Arbitrary<string> =>
      fc.oneof(
        { weight: 6, arbitrary: anyClient(kind).chain((client) => anySpelling(client, kind)) },
        misfit[kind],
        fc.string(),
      );
    const rows = ofKind((kind) => fc.array(cell(kind), { maxLength: 4 }));
    let accepted = 0;
    fc.assert(
      fc.property(rows, ([kind, cells]) => {
        const validation = routing.validateRows(
          cells.map((client) => rowOf(client, 'ana')),
          { account: WA, kind },
        );
        if (!validation.ok) return;
        accepted += 1;
        const held = [...routing.assignments(after(routing.emptyPortfolio, validation), WA)];
        expect(held).toHaveLength(validation.clients);
        for (const { client } of held) {
          expect(client).toMatch(forms[kind]);
          expect(client).toBe(client.toLowerCase());
        }
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('6: what is done to one account leaves every other as it was', () => {
    const world = ofKind((kind) =>
      fc.tuple(
        anyRows(kind, 1),
        anyRows(kind, 1),
        anyRows(kind, 1),
        fc.constantFrom('merge', 'replace'),
        anyTeam(WA, OTHER),
      ),
    );
    fc.assert(
      fc.property(world, fc.boolean(), ([kind, [here, there, file, mode, team]], isLeaving) => {
        const before = portfolioOf(OTHER, kind, there, portfolioOf(WA, kind, here));
        const validation = routing.validateRows(file, { account: WA, kind, mode });
        const changed = isLeaving
          ? routing.without(
              before,
              WA,
              here.map(({ client }) => client),
            )
          : after(before, validation);
        expect(changed.toJSON().accounts.find(({ account }) => account === OTHER)).toEqual(
          before.toJSON().accounts.find(({ account }) => account === OTHER),
        );
        for (const { client } of [...there, ...file]) {
          const contact = { account: OTHER, from: client };
          expect(routing.decide(contact, { portfolio: changed, team })).toEqual(
            routing.decide(contact, { portfolio: before, team }),
          );
        }
      }),
      RUNS,
    );
  });

  it('7: the order of the rows does not matter', () => {
    const file = ofKind((kind) =>
      anyRows(kind, 2).chain((rows) =>
        fc.tuple(anyRows(kind), fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
      ),
    );
    fc.assert(
      fc.property(file, fc.constantFrom('merge', 'replace'), ([kind, [held, rows, shuffled]], mode) => {
        const before = portfolioOf(WA, kind, held);
        const [one, other] = [rows, shuffled].map((each) =>
          after(before, validate(csvOf(each), { ...FILE, kind, mode })),
        );
        expect(JSON.stringify(one)).toBe(JSON.stringify(other));
      }),
      RUNS,
    );
  });

  it('8: one wrong identifier refuses any file that was accepted, and names itself; without the rows named it is accepted', () => {
    const file = ofKind((kind) =>
      fc.tuple(anyRows(kind), fc.array(fc.tuple(fc.nat(), misfit[kind]), { minLength: 1, maxLength: 3 })),
    );
    fc.assert(
      fc.property(file, ([kind, [rows, wrong]]) => {
        const options = { ...FILE, kind };
        const sound = validate(csvOf(rows), options);
        expect(sound.ok).toBe(true);
        const spoilt = wrong.reduce<readonly routing.UploadRow[]>(
          (all, [place, client]) => all.toSpliced(place % (all.length + 1), 0, rowOf(client, 'bad')),
          rows,
        );
        const refused = validate(csvOf(spoilt), options);
        if (refused.ok) throw new Error('accepted');
        expect(refused.code).toBe('identifier-mismatch');
        const lines = spoilt.flatMap(({ main }, index) => (main === 'bad' ? [index + 2] : []));
        expect(refused.problems.map(({ line }) => line)).toEqual(lines);
        const mended = csvOf(spoilt)
          .split('\n')
          .filter((_, index) => !lines.includes(index + 1))
          .join('\n');
        expect(mended).toBe(csvOf(rows));
      }),
      RUNS,
    );
  });

  it('9: a file with all the clients of the account, and more, does the same merged as in the place of the account', () => {
    const file = ofKind((kind) => fc.tuple(anyRows(kind, 1), anyRows(kind)));
    fc.assert(
      fc.property(file, anyAgentId, ([kind, [held, more]], main) => {
        const before = portfolioOf(WA, kind, held);
        const names = new Set(held.map(({ client }) => client));
        const superset = [...held.map((row) => ({ ...row, main })), ...more.filter(({ client }) => !names.has(client))];
        const [merged, replaced] = (['merge', 'replace'] as const).map((mode) =>
          after(before, routing.validateRows(superset, { account: WA, kind, mode })),
        );
        expect([...routing.assignments(merged as routing.Portfolio, WA)]).toEqual([
          ...routing.assignments(replaced as routing.Portfolio, WA),
        ]);
      }),
      RUNS,
    );
  });

  it('10: the same upload once more changes nothing', () => {
    const file = ofKind((kind) => fc.tuple(anyRows(kind), anyRows(kind)));
    fc.assert(
      fc.property(
        file,
        fc.constantFrom('merge', 'replace'),
        fc.nat({ max: 1_000 }),
        ([kind, [held, rows]], mode, later) => {
          const before = portfolioOf(WA, kind, held);
          const validation = validate(csvOf(rows), { ...FILE, kind, mode });
          const once = after(before, validation);
          expect(after(once, validation)).toBe(once);
          expect(peopleIn(after(once, validation, T + 1 + later))).toEqual(peopleIn(once));
        },
      ),
      RUNS,
    );
  });

  it('11: letter case of an address, spaces, dashes and plus of a number change neither validation nor routing', () => {
    const file = ofKind((kind) =>
      anyRows(kind, 1).chain((rows) =>
        fc.tuple(fc.constant(rows), fc.tuple(...rows.map(({ client }) => anySpelling(client, kind))), anyTeam(WA)),
      ),
    );
    fc.assert(
      fc.property(file, ([kind, [rows, spellings, team]]) => {
        const spelt = rows.map((row, index) => ({ ...row, client: spellings[index] as string }));
        const options = { ...FILE, kind };
        const [one, other] = [validate(csvOf(rows), options), validate(csvOf(spelt), options)];
        expect([one.ok, other.ok]).toEqual([true, true]);
        const [plain, written] = [after(routing.emptyPortfolio, one), after(routing.emptyPortfolio, other)];
        expect(JSON.stringify(written)).toBe(JSON.stringify(plain));
        rows.forEach(({ client }, index) => {
          const asWritten = routing.decide(
            { account: WA, from: spellings[index] as string },
            { portfolio: written, team },
          );
          expect(asWritten).toEqual(routing.decide({ account: WA, from: client }, { portfolio: plain, team }));
        });
      }),
      RUNS,
    );
  });

  it('12: each client has exactly one main agent in an account, whatever was uploaded in whatever spelling', () => {
    const files = ofKind((kind) =>
      fc.array(
        anyRows(kind).chain((rows) =>
          fc.tuple(fc.constant(rows), fc.tuple(...rows.map(({ client }) => anySpelling(client, kind)))),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    );
    fc.assert(
      fc.property(files, ([kind, uploads]) => {
        const expected = new Map<string, string>();
        let portfolio = routing.emptyPortfolio;
        uploads.forEach(([rows, spellings], number) => {
          for (const { client, main } of rows) expected.set(client, main);
          const spelt = rows.map((row, index) => ({ ...row, client: spellings[index] as string }));
          portfolio = after(portfolio, routing.validateRows(spelt, { account: WA, kind, mode: 'merge' }), T + number);
        });
        const held = Array.from(routing.assignments(portfolio, WA), ({ client, main }) => [client, main] as const);
        expect(held).toHaveLength(expected.size);
        expect(new Map(held)).toEqual(expected);
        const team = everybody(WA);
        for (const [client, main] of expected) {
          expect(routing.decide({ account: WA, from: client }, { portfolio, team }).outcome).toMatchObject({
            as: 'main',
            agent: main,
          });
        }
      }),
      RUNS,
    );
  });

  it('13: the same world gives the same person to every contact, and who comes back gets their clients back', () => {
    fc.assert(
      fc.property(scene, anyAgent(WA), ({ row, team, portfolio, contact }, meanwhile) => {
        const before = routing.decide(contact, { portfolio, team });
        routing.decide(contact, { portfolio, team: { ...team, [row.main]: meanwhile } });
        expect(routing.decide(contact, { portfolio, team })).toEqual(before);
        const back = routing.decide(contact, { portfolio, team: { ...team, [row.main]: ready(WA) } });
        expect(back.outcome).toMatchObject({ action: 'assign', as: 'main', agent: row.main, passedOver: [] });
      }),
      RUNS,
    );
  });

  it('14: the order of the columns, and columns beside them, do not matter', () => {
    const headings = ['Identificador de Usuario', 'Ejecutivo*', 'Ejecutivo de Respaldo', 'Supervisor de Respaldo'];
    const heading = fc.constantFrom('Notas', 'Ciudad', '__proto__', 'constructor', 'identificador de usuario', '');
    const extra = fc.uniqueArray(
      fc.tuple(heading, fc.constantFrom('', 'x', '"a, b"', '56900000000', 'ana@example.com')),
      {
        selector: ([name]) => name,
        maxLength: 3,
      },
    );
    const file = ofKind((kind) => anyRows(kind));
    fc.assert(
      fc.property(file, extra, fc.infiniteStream(fc.nat()), ([kind, rows], more, draws) => {
        const columns = [
          ...headings.map((name, place) => [
            name,
            ...rows.map(
              ({ client, main, backup, supervisor }) => [client, main, backup ?? '', supervisor ?? ''][place] as string,
            ),
          ]),
          ...more.map(([name, value]) => [name, ...rows.map(() => value)]),
        ];
        const keys = columns.map(() => draws.next().value as number);
        const ordered = columns
          .map((column, place) => [keys[place] as number, column] as const)
          .toSorted(([one], [other]) => one - other);
        const text = ['', ...rows].map((_, line) => ordered.map(([, column]) => column[line]).join(',')).join('\r\n');
        const validation = validate(text, { ...FILE, kind });
        expect(validation.ok).toBe(true);
        const plain = after(routing.emptyPortfolio, validate(csvOf(rows), { ...FILE, kind }));
        expect(JSON.stringify(after(routing.emptyPortfolio, validation))).toBe(JSON.stringify(plain));
      }),
      RUNS,
    );
  });
});

describe('and beside them', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(WA, OTHER, CLIENT, '__proto__', 'constructor', 'toString', '', '\u0000'),
  );

  it('any contact gets an answer that is plain JSON, by a rule that exists, for good, and nothing is changed', () => {
    const contact = fc.record(
      { account: text, from: text, openWith: fc.option(text, { nil: null }) },
      { requiredKeys: ['account', 'from'] },
    );
    fc.assert(
      fc.property(scene, contact, anyPolicy, ({ team, portfolio }, anyContact, policy) => {
        const stored = JSON.stringify(portfolio);
        const decision = routing.decide(deepFreeze(anyContact), deepFreeze({ portfolio, team, policy }));
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
        expect(Object.hasOwn(routing.rules, decision.rule)).toBe(true);
        expect(decision.validUntil).toBeNull();
        expect(JSON.stringify(portfolio)).toBe(stored);
      }),
      RUNS,
    );
  });

  it('an open conversation stays with its agent, however the world changes; the next contact is asked about anew', () => {
    fc.assert(
      fc.property(scene, anyPolicy, fc.string({ minLength: 1 }), ({ team, portfolio, contact }, policy, openWith) => {
        for (const account of [WA, 'unknown']) {
          const { outcome } = routing.decide({ ...contact, account, openWith }, { portfolio, team, policy });
          expect(outcome).toEqual({ action: 'keep', agent: openWith });
        }
        const anew = routing.decide({ ...contact, openWith: null }, { portfolio, team, policy });
        expect(routing.decide({ ...contact, openWith: '' }, { portfolio, team, policy })).toEqual(anew);
        expect(anew).toEqual(routing.decide(contact, { portfolio, team, policy }));
      }),
      RUNS,
    );
  });

  it('of somebody who is no user of the team nothing is taken for granted', () => {
    fc.assert(
      fc.property(scene, ({ row, portfolio, contact }) => {
        const { outcome } = routing.decide(contact, { portfolio, team: {} });
        const passedOver = (['main', 'backup', 'supervisor'] as const).flatMap((as) =>
          row[as] === null ? [] : [{ as, agent: row[as], because: ['unknown'] }],
        );
        expect(outcome).toMatchObject({ action: 'not-covered', passedOver });
      }),
      RUNS,
    );
  });
});
