import { describe, expect, it } from 'vitest';
import * as routing from 'pauta/routing';
import { validate } from 'pauta/routing/csv';
import { deepFreeze } from './deep-freeze.js';
import { CLIENT, MAIL, portfolioOf, ready, T, WA } from './routing.arbitraries.js';

type Cells = readonly string[];

/** A table of the catalogue as written there: cells, and after the bar what follows from them. */
function rowsOf(table: string): readonly (readonly [name: string, cells: Cells, answer: string])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [cells = '', answer = ''] = row.split(' | ');
      return [row, cells.split(', '), answer] as const;
    });
}

/** Row found, main usable, backup, supervisor | result: the catalogue's table of `route`. */
const routes = rowsOf(`
no, no, none, none | not-in-portfolio
no, no, none, disabled | not-in-portfolio
no, no, none, enabled | not-in-portfolio
no, no, not-usable, none | not-in-portfolio
no, no, not-usable, disabled | not-in-portfolio
no, no, not-usable, enabled | not-in-portfolio
no, no, usable, none | not-in-portfolio
no, no, usable, disabled | not-in-portfolio
no, no, usable, enabled | not-in-portfolio
no, yes, none, none | not-in-portfolio
no, yes, none, disabled | not-in-portfolio
no, yes, none, enabled | not-in-portfolio
no, yes, not-usable, none | not-in-portfolio
no, yes, not-usable, disabled | not-in-portfolio
no, yes, not-usable, enabled | not-in-portfolio
no, yes, usable, none | not-in-portfolio
no, yes, usable, disabled | not-in-portfolio
no, yes, usable, enabled | not-in-portfolio
yes, yes, none, none | main
yes, yes, none, disabled | main
yes, yes, none, enabled | main
yes, yes, not-usable, none | main
yes, yes, not-usable, disabled | main
yes, yes, not-usable, enabled | main
yes, yes, usable, none | main
yes, yes, usable, disabled | main
yes, yes, usable, enabled | main
yes, no, none, none | nobody
yes, no, none, disabled | nobody
yes, no, none, enabled | supervisor
yes, no, not-usable, none | nobody
yes, no, not-usable, disabled | nobody
yes, no, not-usable, enabled | supervisor
yes, no, usable, none | backup
yes, no, usable, disabled | backup
yes, no, usable, enabled | backup
`);

/** Enabled, mode, saved, connected, available | all that stands against it: the catalogue's 48. */
const agents = rowsOf(`
yes, auto-assign, yes, yes, yes | usable
yes, auto-assign, yes, yes, no | busy
yes, auto-assign, yes, no, yes | disconnected
yes, auto-assign, yes, no, no | disconnected busy
yes, auto-assign, no, yes, yes | unsaved
yes, auto-assign, no, yes, no | unsaved busy
yes, auto-assign, no, no, yes | unsaved disconnected
yes, auto-assign, no, no, no | unsaved disconnected busy
yes, enabled, yes, yes, yes | not-auto-assigning
yes, enabled, yes, yes, no | not-auto-assigning busy
yes, enabled, yes, no, yes | not-auto-assigning disconnected
yes, enabled, yes, no, no | not-auto-assigning disconnected busy
yes, enabled, no, yes, yes | not-auto-assigning unsaved
yes, enabled, no, yes, no | not-auto-assigning unsaved busy
yes, enabled, no, no, yes | not-auto-assigning unsaved disconnected
yes, enabled, no, no, no | not-auto-assigning unsaved disconnected busy
yes, off, yes, yes, yes | not-auto-assigning
yes, off, yes, yes, no | not-auto-assigning busy
yes, off, yes, no, yes | not-auto-assigning disconnected
yes, off, yes, no, no | not-auto-assigning disconnected busy
yes, off, no, yes, yes | not-auto-assigning unsaved
yes, off, no, yes, no | not-auto-assigning unsaved busy
yes, off, no, no, yes | not-auto-assigning unsaved disconnected
yes, off, no, no, no | not-auto-assigning unsaved disconnected busy
no, auto-assign, yes, yes, yes | disabled
no, auto-assign, yes, yes, no | disabled busy
no, auto-assign, yes, no, yes | disabled disconnected
no, auto-assign, yes, no, no | disabled disconnected busy
no, auto-assign, no, yes, yes | disabled unsaved
no, auto-assign, no, yes, no | disabled unsaved busy
no, auto-assign, no, no, yes | disabled unsaved disconnected
no, auto-assign, no, no, no | disabled unsaved disconnected busy
no, enabled, yes, yes, yes | disabled not-auto-assigning
no, enabled, yes, yes, no | disabled not-auto-assigning busy
no, enabled, yes, no, yes | disabled not-auto-assigning disconnected
no, enabled, yes, no, no | disabled not-auto-assigning disconnected busy
no, enabled, no, yes, yes | disabled not-auto-assigning unsaved
no, enabled, no, yes, no | disabled not-auto-assigning unsaved busy
no, enabled, no, no, yes | disabled not-auto-assigning unsaved disconnected
no, enabled, no, no, no | disabled not-auto-assigning unsaved disconnected busy
no, off, yes, yes, yes | disabled not-auto-assigning
no, off, yes, yes, no | disabled not-auto-assigning busy
no, off, yes, no, yes | disabled not-auto-assigning disconnected
no, off, yes, no, no | disabled not-auto-assigning disconnected busy
no, off, no, yes, yes | disabled not-auto-assigning unsaved
no, off, no, yes, no | disabled not-auto-assigning unsaved busy
no, off, no, no, yes | disabled not-auto-assigning unsaved disconnected
no, off, no, no, no | disabled not-auto-assigning unsaved disconnected busy
`);

/** Needs a connection, enabled, saved, connected | all that stands against it. */
const supervisors = rowsOf(`
no, yes, yes, yes | usable
no, yes, yes, no | usable
no, yes, no, yes | unsaved
no, yes, no, no | unsaved
no, no, yes, yes | disabled
no, no, yes, no | disabled
no, no, no, yes | disabled unsaved
no, no, no, no | disabled unsaved
yes, yes, yes, yes | usable
yes, yes, yes, no | disconnected
yes, yes, no, yes | unsaved
yes, yes, no, no | unsaved disconnected
yes, no, yes, yes | disabled
yes, no, yes, no | disabled disconnected
yes, no, no, yes | disabled unsaved
yes, no, no, no | disabled unsaved disconnected
`);

/** Who, which file, identifier column, identifiers, repetitions | what becomes of it. */
const uploads = rowsOf(`
admin, csv, mapped, none, none | accepted
admin, csv, mapped, none, equal | accepted
admin, csv, mapped, none, conflicting | conflicting-duplicate
admin, csv, mapped, bad, none | identifier-mismatch
admin, csv, mapped, bad, equal | identifier-mismatch
admin, csv, mapped, bad, conflicting | identifier-mismatch
admin, csv, unmapped, none, none | column-mapping
admin, csv, unmapped, none, equal | column-mapping
admin, csv, unmapped, none, conflicting | column-mapping
admin, csv, unmapped, bad, none | column-mapping
admin, csv, unmapped, bad, equal | column-mapping
admin, csv, unmapped, bad, conflicting | column-mapping
admin, xlsx, mapped, none, none | not-csv
admin, xlsx, mapped, none, equal | not-csv
admin, xlsx, mapped, none, conflicting | not-csv
admin, xlsx, mapped, bad, none | not-csv
admin, xlsx, mapped, bad, equal | not-csv
admin, xlsx, mapped, bad, conflicting | not-csv
admin, xlsx, unmapped, none, none | not-csv
admin, xlsx, unmapped, none, equal | not-csv
admin, xlsx, unmapped, none, conflicting | not-csv
admin, xlsx, unmapped, bad, none | not-csv
admin, xlsx, unmapped, bad, equal | not-csv
admin, xlsx, unmapped, bad, conflicting | not-csv
agent, csv, mapped, none, none | not-admin
agent, csv, mapped, none, equal | not-admin
agent, csv, mapped, none, conflicting | not-admin
agent, csv, mapped, bad, none | not-admin
agent, csv, mapped, bad, equal | not-admin
agent, csv, mapped, bad, conflicting | not-admin
agent, csv, unmapped, none, none | not-admin
agent, csv, unmapped, none, equal | not-admin
agent, csv, unmapped, none, conflicting | not-admin
agent, csv, unmapped, bad, none | not-admin
agent, csv, unmapped, bad, equal | not-admin
agent, csv, unmapped, bad, conflicting | not-admin
agent, xlsx, mapped, none, none | not-admin
agent, xlsx, mapped, none, equal | not-admin
agent, xlsx, mapped, none, conflicting | not-admin
agent, xlsx, mapped, bad, none | not-admin
agent, xlsx, mapped, bad, equal | not-admin
agent, xlsx, mapped, bad, conflicting | not-admin
agent, xlsx, unmapped, none, none | not-admin
agent, xlsx, unmapped, none, equal | not-admin
agent, xlsx, unmapped, none, conflicting | not-admin
agent, xlsx, unmapped, bad, none | not-admin
agent, xlsx, unmapped, bad, equal | not-admin
agent, xlsx, unmapped, bad, conflicting | not-admin
`);

const account = WA;
const usable = ready(account);
const contact: routing.Contact = { account, from: '+56 9 1234 5678' };

/** Each way not to be usable, alone; `unknown` is nobody. */
const unusable: readonly (readonly [routing.Why, routing.Agent | null])[] = [
  ['unknown', null],
  ['disabled', { ...usable, enabled: false }],
  ['not-auto-assigning', { ...usable, modes: {} }],
  ['not-auto-assigning', { ...usable, modes: { [account]: 'off' } }],
  ['not-auto-assigning', { ...usable, modes: { [account]: 'enabled', [MAIL]: 'auto-assign' } }],
  ['unsaved', { ...usable, saved: false }],
  ['disconnected', { ...usable, connected: false }],
  ['busy', { ...usable, available: false }],
];

function teamOf(people: Readonly<Record<string, routing.Agent | null>>): routing.Team {
  return deepFreeze(Object.fromEntries(Object.entries(people).filter(([, agent]) => agent !== null))) as routing.Team;
}

describe('routing, over the whole space of a contact', () => {
  it('has 36 combinations, half of them of clients in no portfolio', () => {
    expect(new Set(routes.map(([, cells]) => cells.join())).size).toBe(36);
    expect(routes.filter(([, , answer]) => answer === 'not-in-portfolio')).toHaveLength(18);
  });

  it.each(routes)('%s', (_, [found, main, backup, supervisor], answer) => {
    const row = {
      client: found === 'yes' ? CLIENT : '56900000000',
      main: 'P',
      backup: backup === 'none' ? null : 'B',
      supervisor: supervisor === 'none' ? null : 'S',
    };
    const portfolio = portfolioOf(account, 'whatsapp', [row]);
    for (const [why, spoilt] of unusable) {
      const team = teamOf({
        P: main === 'yes' ? usable : spoilt,
        B: backup === 'usable' ? usable : spoilt,
        S: { ...usable, modes: {}, enabled: supervisor === 'enabled' },
      });
      const { outcome, situation, validUntil } = routing.decide(contact, { portfolio, team });
      expect(validUntil).toBeNull();
      const passedOver = [
        ...(main === 'no' ? [{ as: 'main', agent: 'P', because: [why] }] : []),
        ...(backup === 'not-usable' ? [{ as: 'backup', agent: 'B', because: [why] }] : []),
      ];
      switch (answer) {
        case 'not-in-portfolio':
          expect(outcome).toEqual({ action: 'not-in-portfolio', client: CLIENT, reason: 'unknown-client' });
          break;
        case 'main':
          expect(outcome).toMatchObject({ action: 'assign', as: 'main', agent: 'P', client: CLIENT, passedOver: [] });
          break;
        case 'backup':
          expect(outcome).toMatchObject({
            action: 'assign',
            as: 'backup',
            agent: 'B',
            client: CLIENT,
            passedOver: passedOver.slice(0, 1),
          });
          break;
        case 'supervisor':
          expect(outcome).toMatchObject({ action: 'assign', as: 'supervisor', agent: 'S', client: CLIENT, passedOver });
          break;
        default:
          expect(outcome).toEqual({
            action: 'not-covered',
            gap: 'nobody-can-take-it',
            question: 'RT-6',
            nearest: 'queue',
            client: CLIENT,
            passedOver: [
              ...passedOver,
              ...(supervisor === 'disabled' ? [{ as: 'supervisor', agent: 'S', because: ['disabled'] }] : []),
            ],
          });
      }
      expect(situation.client).toBe(found === 'yes' ? 'found' : 'not-found');
    }
  });

  it.each(routes)('%s: unless their conversation is open', (_, [found]) => {
    const portfolio = portfolioOf(account, 'whatsapp', [
      { client: found === 'yes' ? CLIENT : '56900000000', main: 'P', backup: null, supervisor: null },
    ]);
    const decision = routing.decide({ ...contact, openWith: 'X' }, { portfolio, team: { P: usable } });
    const isFound = found === 'yes';
    expect(decision).toMatchObject({
      outcome: { action: 'keep', agent: 'X' },
      rule: 'routing/on-contact',
      situation: {
        conversation: 'open',
        client: isFound ? 'found' : 'not-found',
        main: isFound ? 'usable' : 'not-usable',
      },
    });
  });
});

const isYes = (cell: string | undefined): boolean => cell === 'yes';

describe('somebody who may be given a client', () => {
  it('is one of 48', () => {
    expect(new Set(agents.map(([, cells]) => cells.join())).size).toBe(48);
    expect(agents.filter(([, , answer]) => answer === 'usable')).toHaveLength(1);
  });

  it.each(agents)('%s', (_, [enabled, mode, saved, connected, available], answer) => {
    const agent = deepFreeze<routing.Agent>({
      enabled: isYes(enabled),
      modes: { [account]: mode as routing.Mode, [MAIL]: 'auto-assign' },
      saved: isYes(saved),
      connected: isYes(connected),
      available: isYes(available),
    });
    const whys = answer === 'usable' ? [] : answer.split(' ');
    for (const as of ['main', 'backup'] as const) {
      expect(routing.whyNot({ a: agent }, 'a', { as, account })).toEqual(whys);
      const people = { main: as === 'main' ? 'a' : 'nobody', backup: as === 'main' ? null : 'a', supervisor: null };
      const portfolio = portfolioOf(account, 'whatsapp', [{ client: CLIENT, ...people }]);
      const { outcome } = routing.decide(contact, { portfolio, team: { a: agent } });
      expect(outcome.action).toBe(answer === 'usable' ? 'assign' : 'not-covered');
    }
  });

  it.each(agents)('%s: or is asked only to be connected or available (RT-1)', (_, cells, answer) => {
    const [enabled, mode, saved, connected, available] = cells;
    const policy = routing.policy({ usable: 'connected-or-available' });
    const agent: routing.Agent = {
      enabled: isYes(enabled),
      modes: { [account]: mode as routing.Mode },
      saved: isYes(saved),
      connected: isYes(connected),
      available: isYes(available),
    };
    const others = answer.split(' ').filter((why) => !['usable', 'disconnected', 'busy'].includes(why));
    const isAway = connected === 'no' && available === 'no';
    expect(routing.whyNot({ a: agent }, 'a', { as: 'main', account, policy })).toEqual([
      ...others,
      ...(isAway ? ['disconnected'] : []),
    ]);
  });

  it('is, of supervisors, one of 16', () => {
    expect(new Set(supervisors.map(([, cells]) => cells.join())).size).toBe(16);
    expect(supervisors.filter(([, , answer]) => answer === 'usable')).toHaveLength(3);
  });

  it.each(supervisors)('a supervisor: %s', (_, [needsConnection, enabled, saved, connected], answer) => {
    const policy = routing.policy({ supervisorNeedsConnection: isYes(needsConnection) });
    const portfolio = portfolioOf(account, 'whatsapp', [
      { client: CLIENT, main: 'nobody', backup: null, supervisor: 's' },
    ]);
    for (const [mode, available] of [
      ['off', false],
      ['enabled', true],
      ['auto-assign', false],
    ] as const) {
      const agent: routing.Agent = {
        enabled: isYes(enabled),
        modes: { [account]: mode },
        saved: isYes(saved),
        connected: isYes(connected),
        available,
      };
      const whys = answer === 'usable' ? [] : answer.split(' ');
      expect(routing.whyNot({ s: agent }, 's', { as: 'supervisor', account, policy })).toEqual(whys);
      const { outcome } = routing.decide(contact, { portfolio, team: { s: agent }, policy });
      expect(outcome).toMatchObject(
        answer === 'usable'
          ? { action: 'assign', as: 'supervisor', warning: isYes(connected) ? null : 'disconnected' }
          : { action: 'not-covered' },
      );
    }
  });
});

const lawOf: Readonly<Record<string, routing.RuleId>> = {
  'not-admin': 'routing/admin-only',
  'not-csv': 'routing/csv-format',
  'column-mapping': 'routing/column-mapping',
  'identifier-mismatch': 'routing/all-or-nothing',
  'conflicting-duplicate': 'routing/one-to-one',
};

describe.each([
  ['whatsapp', 'ana@example.com', ['+56 9 1234 5678', '56912345678', '56987654321']],
  ['email', '+56912345678', ['Ana@example.com', 'ana@example.com', 'luis@example.com']],
] as const)('an upload to an account of %s', (kind, wrong, [first, again, other]) => {
  it('is one of 48, of which two are accepted', () => {
    expect(new Set(uploads.map(([, cells]) => cells.join())).size).toBe(48);
    expect(uploads.filter(([, , answer]) => answer === 'accepted')).toHaveLength(2);
  });

  const before = portfolioOf('there', kind, [{ client: other, main: 'Z', backup: null, supervisor: null }]);
  const stored = JSON.stringify(before);

  it.each(uploads)('%s', (_, [actor, file, column, identifiers, repetitions], answer) => {
    const lines = [
      column === 'mapped' ? 'Identificador de Usuario,Ejecutivo' : 'Cliente,Ejecutivo',
      `${first},P`,
      `${other},Q`,
      ...(repetitions === 'none' ? [] : [`${again},${repetitions === 'equal' ? 'P' : 'Q'}`]),
      ...(identifiers === 'none' ? [] : [`${wrong},P`]),
    ];
    const validation = validate(lines.join('\n'), {
      account: 'there',
      kind,
      by: actor === 'admin' ? 'administrator' : 'agent',
      fileName: `cartera.${String(file)}`,
    });
    if (validation.ok) {
      expect(answer).toBe('accepted');
      expect(validation.rule).toBe(`routing/identifier-${kind}`);
      expect(validation.clients).toBe(2);
      const after = routing.load(before, validation, { at: T + 1 }).state;
      expect([...routing.assignments(after, 'there')].map(({ main }) => main).toSorted()).toEqual(['P', 'Q']);
    } else {
      expect(validation.code).toBe(answer);
      expect(validation.rule).toBe(lawOf[answer]);
    }
    expect(JSON.stringify(before)).toBe(stored);
  });
});

/** File | under merge | under replace: the catalogue's table of a file loaded again, of {1→P, 2→Q}. */
const reuploads = [
  ['1P 2Q 3R', '1P 2Q 3R', '1P 2Q 3R'],
  ['3R', '1P 2Q 3R', '3R'],
  ['1R', '1R 2Q', '1R'],
  ['1P', '1P 2Q', '1P'],
  ['', '1P 2Q', 'refused'],
  ['1P nobody', 'refused', 'refused'],
] as const;

describe('a file loaded again', () => {
  const idOf = (digit: string): string => `5691234567${digit}`;
  const before = portfolioOf(
    account,
    'whatsapp',
    ['1P', '2Q'].map(([digit = '', main = '']) => ({ client: idOf(digit), main, backup: null, supervisor: null })),
  );

  it.each(reuploads)('%s: merged %s, replaced %s', (file, merged, replaced) => {
    for (const [mode, expected] of [
      ['merge', merged],
      ['replace', replaced],
    ] as const) {
      const rows = file.split(' ').filter((cell) => cell !== '');
      const cells = rows.map((row) => (row === 'nobody' ? 'nobody,P' : `${idOf(row.charAt(0))},${row.charAt(1)}`));
      const validation = validate(['Identificador de Usuario,Ejecutivo', ...cells].join('\n'), {
        account,
        kind: 'whatsapp',
        mode,
      });
      expect(validation.ok).toBe(expected !== 'refused');
      const after = validation.ok ? routing.load(before, validation, { at: T + 1 }).state : before;
      const held = [...routing.assignments(after, account)].map(({ client, main }) => `${client.slice(-1)}${main}`);
      expect(held.toSorted().join(' ')).toBe(expected === 'refused' ? '1P 2Q' : expected);
    }
  });
});
