import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contact, kernel, ladder, messaging, pending, requirement, routing } from 'pauta';
import {
  catalogue,
  kindOf,
  machines,
  rowsFor,
  rowsOf,
  systems,
  tableOf,
  tables,
  type AnyDecision,
  type Kind,
  type MachineName,
  type System,
  type TableName,
} from 'pauta/catalogue';
import { comparePolicies } from 'pauta/comparison';
import {
  comparisonText,
  explain,
  explainRecorded,
  explainRow,
  frameOf,
  languages,
  machineInWords,
  machineMermaid,
  tableInWords,
  tableMarkdown,
  timelineText,
  whyNot,
  wordsOf,
  type Lang,
} from 'pauta/render';
import { ask, cases } from 'pauta/spec';
import { arbitraries } from 'pauta/testing';
import { speech } from '../src/render/speech.js';
import { deepFreeze } from './deep-freeze.js';

const zone = 'America/Santiago';
const at = (text: string): number => Date.parse(text);
const DAY = 86_400_000;
/** About when everything that is drawn happens. */
const T = at('2024-05-13T10:00:00-04:00');
const tableNames = Object.keys(tables) as TableName[];
const machineNames = Object.keys(machines) as MachineName[];

/** One decision for each row that a case of the library reaches, and for each action of what has no table. */
const samples: ReadonlyMap<string, AnyDecision> = new Map(
  cases()
    .flatMap((one) => {
      const asking = ask(one);
      return asking.ok ? (asking.answer.decisions ?? []) : [];
    })
    .map((decision) => {
      const rows = rowsOf(decision).map(({ table, row }) => `${table} ${row}`);
      const { outcome } = decision;
      const said = 'action' in outcome ? outcome.action : 'told';
      return [`${kindOf(decision)}: ${[...rows, said].join(', ')}`, decision] as const;
    })
    .reverse(),
);

/** What stands in a text though nobody is meant to read it. */
const leftover = /\bundefined\b|\bnull\b|NaN|\[object|\{|\}|\$|function|=>| {2}|\.\.|,,|\( | \)|«»|“”/;
const english =
  /\b(the|and|of|is|are|was|not|with|for|by|from|has|have|must|should|nobody|until|because|client|seller|mover|move|date|mail|call|step|row|rule|agent's|already|only|yes|none|open|closed|due|wait|send|offer|ready|unknown|known|found|other)\b/i;
const spanish =
  /\b(el|la|los|las|del|que|porque|hasta|no se|cliente|mudanza|regla|línea|desde|para|ya|sin|con|según)\b/i;

/** A text without what is no language: ids of rules, and what was put in for a person or as the manual's own words. */
function bare(text: string): string {
  return text
    .replaceAll(/\b(?:ladder|contact|requirement|routing|pending|messaging)\/[\w-]+/g, '')
    .replaceAll(/«[^»]+»|“[^”]+”|"[^"]+"|[A-Z]{2}-\d+/g, '')
    .replaceAll(/[\w.-]+@[\w.-]+|[\w-]+\/[\w-]+/g, '');
}

function faultsOf(text: string, lang: Lang): readonly string[] {
  const stray = (lang === 'es' ? english : spanish).exec(bare(text));
  const faults = [leftover.exec(text), stray].flatMap((found) => (found === null ? [] : [found[0]]));
  return faults.map((fault) => `"${fault}" in: ${text}`);
}

describe.each(languages)('in %s', (lang) => {
  it('tells every row of every table', async () => {
    const told = tableNames.map((table) => {
      const rows = rowsFor(table).map(({ row }) => `${row}. ${explainRow({ table, row }, lang)}`);
      return [`# ${table}: ${wordsOf(lang, table).tables[table]?.title ?? ''}`, ...rows].join('\n');
    });
    expect(told.flatMap((text) => faultsOf(text, lang))).toEqual([]);
    await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot(`./told/rows.${lang}.txt`);
  });

  it('tells a decision of every kind, by every row that can be reached', async () => {
    const clock = { now: (): number => at('2024-05-13T10:00:00-04:00') };
    const told = [...samples]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, decision]) => [name, explain(decision, { lang, zone, clock }).text] as const);
    expect(told.flatMap(([, text]) => faultsOf(text, lang))).toEqual([]);
    await expect(told.map(([name, text]) => `# ${name}\n${text}\n`).join('\n')).toMatchFileSnapshot(
      `./told/decisions.${lang}.txt`,
    );
  });

  it('tells why every other rule of its tables did not decide', () => {
    for (const decision of samples.values()) {
      const { system } = catalogue.find(({ id }) => id === decision.rule) as (typeof catalogue)[number];
      for (const { id } of catalogue.filter((entry) => entry.system === system)) {
        const { text } = whyNot(decision, id, lang);
        expect(text).toContain(id);
        expect(faultsOf(text, lang)).toEqual([]);
      }
    }
  });

  it('tells every refusal, whatever the machine', async () => {
    const told = systems.flatMap((system) =>
      Object.entries(wordsOf(lang, system).codes).map(([code, why]) => `${system} ${code}: ${why}`),
    );
    expect(told.flatMap((text) => faultsOf(text.replace(/^\S+ \S+/, ''), lang))).toEqual([]);
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`./told/refusals.${lang}.txt`);
  });

  it('draws every machine, and shows every table, in words', async () => {
    const drawn = machineNames.map((name) => {
      const { mermaid, notDrawn } = machineInWords(name, lang);
      const apart = notDrawn.map(
        ({ event, from, to }) => `${event}: ${from.join(', ')} → ${String(to ?? from.length)}`,
      );
      return [`# ${name}`, mermaid, ...apart].join('\n');
    });
    const labels = drawn.flatMap((text) =>
      text.split('\n').map((line) => line.replace(/[A-Z_]+ --> \S+|\bas [A-Z_]+/, '')),
    );
    expect(
      labels.filter((text) => text.startsWith('  state')).flatMap((text) => faultsOf(text.slice(8), lang)),
    ).toEqual([]);
    await expect(`${drawn.join('\n\n')}\n`).toMatchFileSnapshot(`./told/machines.${lang}.txt`);
    for (const name of tableNames) {
      const lines = tableInWords(name, lang).split('\n');
      expect(lines, name).toHaveLength(tableOf(name).rows.length + 6);
      expect(lines[0]).toBe(`**${wordsOf(lang, name).tables[name]?.title ?? ''}**`);
    }
  });

  it('has a name for every field of every policy, and for every system and manual', () => {
    for (const system of systems) {
      const { name, manual, policy } = wordsOf(lang, system);
      expect([name, manual, ...Object.values(policy)].flatMap((text) => faultsOf(text, lang))).toEqual([]);
    }
  });
});

/** What the facts that are drawn are decided to be. */
const drawn: readonly fc.Arbitrary<AnyDecision>[] = [
  world(arbitraries.ladder.facts).map(([facts, clock]) => ladder.decide(facts, { clock })),
  world(arbitraries.contact.facts).map(([facts, clock]) => contact.decide(facts, { clock })),
  world(arbitraries.requirement.facts).map(([facts, clock]) => requirement.decide(facts, { clock })),
  world(arbitraries.messaging.facts).map(([facts]) => messaging.decide(facts)),
  world(arbitraries.messaging.intakeFacts).map(([facts, clock]) => messaging.intake(facts, { clock })),
];

/** Facts, and a clock near their instants. */
function world<Facts>(facts: fc.Arbitrary<Facts>): fc.Arbitrary<readonly [Facts, { now: () => number }]> {
  const near = fc.integer({ min: -3 * DAY, max: 3 * DAY }).map((offset) => ({ now: (): number => T + offset }));
  return fc.tuple(facts, near);
}

/** Contacts of a portfolio in which numbers may be spelt otherwise, and whose supervisor is away. */
const routed = ((): readonly AnyDecision[] => {
  const rows = [{ client: '5215512345678', main: 'A', backup: 'B', supervisor: 'S' }];
  const validation = routing.validateRows(rows, { account: 'X', kind: 'whatsapp', mode: 'merge' });
  if (!validation.ok) throw new Error('the portfolio cannot be read');
  const portfolio = routing.load(routing.emptyPortfolio, validation, { at: 0 }).state;
  const agent = { enabled: true, modes: { X: 'auto-assign' }, saved: true, connected: true, available: true } as const;
  const away = { ...agent, connected: false };
  const ask = (from: string | null, team: routing.Team, openWith?: string): AnyDecision =>
    routing.decide({ account: 'X', from, openWith: openWith ?? null }, { portfolio, team });
  return [
    ask('5215512345678', { A: agent }),
    ask('525512345678', { A: agent }),
    ask('5215512345678', { A: away, B: away, S: away }),
    ask('5215512345678', { A: away, B: away }),
    ask('5215512345678', {}, 'A'),
    ask('5215599999999', {}),
    ask(null, {}),
  ];
})();

/** What hangs on data that no case has. */
const further: readonly AnyDecision[] = [
  requirement.reconcile({ initial: null }, { initial: { answered: true, deadline: null } }),
  requirement.reconcile(
    { initial: null },
    { initial: null, insistences: [{ kind: 'disagreement', answered: false, deadline: '2024-05-13' }] },
  ),
  requirement.reconcile({ initial: { answered: false, deadline: T }, insistences: [] }, null),
  requirement.reconcile({ initial: null }, { initial: null }),
  requirement.describe({ name: 'A', phone: '', email: '', text: '' }),
  messaging.message(
    'case-3',
    {},
    {
      clock: { now: () => 0 },
      policy: messaging.policy({ templates: { 'case-3': '{código} {department} {agent}' } }),
    },
  ),
  messaging.monitoring({ answers: 'wrong', isLost: true, agent: null }),
  messaging.monitoring({ answers: 'right', isLost: true }, { policy: messaging.policy({ centralPhone: '600 123' }) }),
  messaging.hooking({ botAnswered: false, source: 'comment' }),
  messaging.department('bodega'),
  messaging.greeting({ clock: { now: () => 0 }, zone: 'Mars/Base' }),
  messaging.closing(
    { solved: true, agent: null, actor: 'Supervisor', done: ['standard-reply'] },
    { policy: messaging.policy({ closers: 'assigned-agent-or-administrator' }) },
  ),
  contact.alternative({ moveDate: null, zone, availability: null }, { clock: { now: () => T } }),
  contact.refundMail({ move: 'M', client: 'a@example.com' }),
  ladder.broadcast({ volume: 'mini', regions: [] }, []),
  ladder.winner(
    [
      { mp: 'A', answer: 'yes', at: 0 },
      { mp: 'B', answer: 'yes', at: 1 },
    ],
    { clock: { now: () => 2 } },
  ),
  requirement.reconcile(
    {
      initial: { answered: true, deadline: '2024-05-13' },
      insistences: [{ kind: 'late-answer', answered: true, deadline: null }],
    },
    null,
  ),
  contact.decide(
    { moveDate: '2024-05-20', zone, course: 'date-accepted', chatNoteAt: 1, dateChangedAt: 2 },
    { clock: { now: () => T } },
  ),
  ...routed,
];

describe('what is told', () => {
  it('is told of whatever is decided, without a hole', () => {
    const decisions = [...drawn.flatMap((each) => fc.sample(each, { numRuns: 1_500, seed: 6 })), ...further];
    for (const decision of decisions) {
      for (const lang of languages) {
        const { text, what } = explain(decision, { lang, zone });
        expect(what).toMatch(/\S.*\.$/);
        expect(text).not.toMatch(/\bundefined\b|\[object|NaN|Invalid/);
      }
    }
  });

  it('is told by an answer of every kind', () => {
    const kinds = new Set([...samples.values()].map(kindOf));
    const every: readonly Kind[] = [...new Set([...samples.keys()].map((name) => name.split(':')[0] as Kind))];
    expect(every.toSorted()).toEqual([...kinds].toSorted());
    expect(kinds.size).toBe(32);
  });

  it('is what to do, why, by which rule, and until when, in words and local time', () => {
    const facts = {
      lastMessage: 'client',
      waitingSince: at('2024-05-13T10:00:00-04:00'),
      aiSince: 0,
      resolved: false,
    } as const;
    const clock = { now: (): number => at('2024-05-13T10:01:00-04:00') };
    const decision = deepFreeze(pending.decide(facts, { clock }));
    expect(explain(decision, { lang: 'es', zone, clock })).toEqual({
      what: 'Nada que hacer por ahora: la IA está atendiendo.',
      why: 'Porque no hay ninguna tarea marcada, el último en escribir fue el cliente, el chat no está resuelto y la IA lo atiende, dentro de su plazo.',
      rule: expect.stringMatching(
        /^Regla pending\/ai-process-exempt \(manual «Chats pendientes», línea 23\): /,
      ) as string,
      until:
        'Vale hasta el lunes 13 de mayo de 2024, 10:05:00,001 (hora de America/Santiago), dentro de 4 minutos 0,001 segundos.',
      text: expect.stringContaining('. Porque ') as string,
    });
    expect(explain(decision, { lang: 'en', zone: 'UTC' }).until).toBe(
      'It holds until Monday, 13 May 2024, 14:05:00.001 (time of UTC).',
    );
    const late = { now: (): number => at('2024-05-13T10:05:00.001-04:00') };
    expect(explain(decision, { lang: 'es', zone: 'UTC', clock: late }).until).toBe(
      'Valía hasta el lunes 13 de mayo de 2024, 14:05:00,001 (hora de UTC): hay que volver a decidir.',
    );
    expect(explain(decision, { lang: 'en', zone: 'UTC', clock: late }).until).toMatch(
      /^It held until .* decide again\.$/,
    );
  });

  it('names the reading that a rule rests on, and the question that the manual leaves open', () => {
    const overdue = pending.decide(
      { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false },
      { clock: { now: () => 3_600_000 }, policy: pending.policy({ aiWindow: { minutes: 1 } }) },
    );
    expect(explain(overdue, { lang: 'en', zone }).rule).not.toContain('We read');
    const reading = catalogue.find(({ basis }) => basis === 'reading') as (typeof catalogue)[number];
    expect(reading.open.length).toBeGreaterThan(0);
    const gap = contact.decide(
      { moveDate: '2024-05-10', zone },
      { clock: { now: () => at('2024-05-13T10:00:00-04:00') } },
    );
    expect(gap.outcome.action).toBe('not-covered');
    expect(explain(gap, { lang: 'es', zone }).what).toMatch(/^El manual no dice /);
  });

  it('leaves out the reasons where there are none', () => {
    const { why, text, what } = explain(contact.chatNote('14'), { lang: 'es', zone });
    expect(why).toBe('');
    expect(text.startsWith(`${what} Regla `)).toBe(true);
  });

  it('says why another rule did not decide: its facts, its being rested on, its not being asked', () => {
    const decision = pending.decide(
      { lastMessage: 'seller', waitingSince: null, aiSince: null, resolved: false },
      { clock: { now: () => 0 } },
    );
    expect(whyNot(decision, 'pending/client-unanswered', 'es')).toEqual({
      rows: [{ table: 'pending', row: 7, because: [{ fact: 'lastMessage', was: 'seller', wants: ['client'] }] }],
      text: 'pending/client-unanswered pide esto: el último en escribir fue el cliente. Se vio esto: el último en escribir fue un vendedor.',
    });
    expect(whyNot(decision, 'pending/settled-by-seller', 'en').text).toBe(
      'pending/settled-by-seller is the rule that decided.',
    );
    expect(whyNot(decision, 'pending/duty-resolve', 'en').text).toContain('rests on it');
    const empty = pending.decide(
      { lastMessage: 'none', waitingSince: null, aiSince: null, resolved: true },
      { clock: { now: () => 0 } },
    );
    expect(whyNot(empty, 'pending/settled-by-resolve', 'en')).toEqual({
      rows: [],
      text: 'pending/settled-by-resolve did not decide by itself: pending/definition-response rests on it.',
    });
    const watched = messaging.decide({ section: 's', agent: 'a', tags: ['t'], course: 'support' });
    expect(watched.rule).toBe('messaging/case-2-call');
    expect(whyNot(watched, 'messaging/case-2-locate', 'es').text).toBe(
      'messaging/case-2-locate también respondió; decidió messaging/case-2-call.',
    );
    expect(whyNot(watched, 'messaging/case-3-text', 'en').rows).toHaveLength(1);
    expect(whyNot(decision, 'pending/quotes-zero', 'en').text).toBe(
      'pending/quotes-zero does not answer this question.',
    );
    const due = contact.decide(
      { moveDate: '2024-05-14', zone: 'UTC' },
      { clock: { now: () => Date.UTC(2024, 4, 13) } },
    );
    expect(whyNot(due, 'contact/research-found-mail', 'en')).toMatchObject({
      rows: [],
      text: expect.stringContaining('which was not asked') as string,
    });
  });

  it('names a rule as the nearest where it does not say what is told', () => {
    const cancelled = ladder.decide(
      { searchingSince: 0, category: 'local', cancelledAt: 1 },
      { clock: { now: () => 2 } },
    );
    expect(explain(cancelled, { lang: 'en', zone }).rule).toMatch(/^The nearest rule of the manual is ladder\/scope /);
    const unknown = contact.decide({ moveDate: null, zone }, { clock: { now: () => 2 } });
    expect(unknown.outcome.action).toBe('need-fact');
    expect(explain(unknown, { lang: 'es', zone }).rule).toMatch(/^La regla más cercana del manual es contact\//);
    expect(whyNot(unknown, unknown.rule, 'es').text).toBe(
      `${unknown.rule} no lo dice: es solo la regla más cercana del manual.`,
    );
    expect(whyNot(cancelled, 'ladder/scope', 'en').text).toContain('only the nearest rule');
    expect(explainRow({ table: 'ladder', row: 1 }, 'en')).toContain('The nearest rule');
    expect(explainRow({ table: 'ladder', row: 3 }, 'en')).not.toContain('The nearest rule');
    expect(tableMarkdown(ladder.table)).toContain('| ≈ `scope` |');
    expect(tableInWords('ladder', 'es')).toContain('≈: ');
    expect(tableInWords('pending', 'es')).not.toContain('≈');
    const search = ladder.start({ move: 'M', searchingSince: 0, category: 'local' });
    const dropped = ladder.record(search, { type: 'mp-dropped', id: 'd', move: 'M', mp: 'A', at: 1 });
    expect(dropped).toMatchObject({ status: 'refused', code: 'not-assigned' });
    expect(explainRecorded('ladder', dropped, 'en')).toContain('The nearest rule');
    const near = (event: ladder.Event): string => {
      const cancelled = ladder.record(search, { type: 'cancel', id: 'c', move: 'M', at: 1 }).state;
      return explainRecorded('ladder', ladder.record(cancelled, event), 'es');
    };
    expect(near({ type: 'mp-confirmed', id: 'y', move: 'M', mp: 'A', at: 2 })).toMatch(
      /^Anotado, aunque llegó tarde\. La regla más cercana/,
    );
    expect(near({ type: 'cancel', id: 'c2', move: 'M', at: 2 })).toMatch(/^Sin efecto: .* Regla ladder\/scope/);
    const called = contact.start({ move: 'M', moveDate: '2024-05-20', zone });
    const over = contact.record(called, { type: 'cancel', id: 'c', move: 'M', at: 1 }).state;
    expect(
      explainRecorded('contact', contact.record(over, { type: 'cancel', id: 'd', move: 'M', at: 2 }), 'en'),
    ).toMatch(/^No effect: .* The nearest rule/);
  });

  it('says what became of an event, and by which rule', () => {
    const search = ladder.start({ move: 'M-1', searchingSince: 0, category: 'local' });
    const early = ladder.record(search, { type: 'resend-done', id: 'r', move: 'M-1', at: 60_000 });
    expect(explainRecorded('ladder', early, 'en')).toMatch(/^Refused: .*\. Rule ladder\/start-after-2h /);
    const chat = pending.record(pending.start(), { type: 'read', id: 'r', at: 0 });
    expect(explainRecorded('pending', chat, 'es')).toMatch(
      /^Sin efecto: abrir o leer el chat no cambia nada\. Regla pending\/reading-changes-nothing /,
    );
    const undated = pending.record(pending.start(), { type: 'client-message', id: 'r', at: Number.NaN });
    expect(explainRecorded('pending', undated, 'en')).toBe('Refused: the event has no valid date and time.');
    const applied = requirement.record(requirement.start('bulk'), {
      type: 'initial-created',
      id: 'i',
      at: 0,
      deadline: '2024-05-13',
    });
    expect(explainRecorded('requirement', applied, 'en')).toMatch(/^Recorded\. Rule requirement\//);
  });

  it('has words for every code that a machine can give', () => {
    for (const [name, { steps }] of Object.entries(machines)) {
      for (const step of steps) {
        const code = 'refuse' in step ? step.refuse : 'ignore' in step ? step.ignore : null;
        if (code === null) continue;
        for (const lang of languages) expect(wordsOf(lang, name).codes, `${name}: ${code}`).toHaveProperty([code]);
      }
    }
  });

  it('tells a timeline, a line for each stretch', () => {
    const facts = { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false } as const;
    const intervals = kernel.timeline((clock) => pending.decide(facts, { clock }), 0, 3_600_000);
    expect(timelineText(intervals, { lang: 'en', zone: 'UTC' })).toBe(
      [
        'Thursday, 1 January 1970, 00:00 → Thursday, 1 January 1970, 00:05:00.001: Nothing to do for now: the AI is attending [pending/ai-process-exempt]',
        'Thursday, 1 January 1970, 00:05:00.001 → from then on: Take over the chat: the AI has used up its window; waiting since Thursday, 1 January 1970, 00:00 [pending/ai-window-exceeded]',
      ].join('\n'),
    );
    expect(timelineText([], { lang: 'es', zone })).toBe('');
  });

  it('tells what a change of policy would change', () => {
    const facts = { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false } as const;
    const records = [
      { id: 'A', facts },
      { id: 'B', facts: { ...facts, aiSince: null } },
    ];
    const five = pending.defaultPolicy;
    const three = pending.policy({ aiWindow: { minutes: 3 } });
    const none = pending.policy({ exemptionCovers: 'nothing' });
    const window = { from: 0, to: 3_600_000 };
    const told = (a: pending.Policy, b: pending.Policy, lang: Lang, limit = 10): string =>
      comparisonText(comparePolicies('pending', a, b, records, { ...window, limit }), { lang, zone: 'UTC' });
    expect(told(five, three, 'es').split('\n')).toEqual([
      'De 2 registros, 1 queda igual.',
      expect.stringMatching(/^pending\/ai-window-exceeded \(«.*[^.]»\): 1 registro, 2 minutos antes \(mediana\)\.$/),
      '1 registro con otra respuesta, durante 2 minutos de mediana; por ejemplo, A: «Tomar el chat: la IA agotó su plazo; espera desde el jueves 1 de enero de 1970, 00:00» en lugar de «Nada que hacer por ahora: la IA está atendiendo».',
    ]);
    const beyond = comparePolicies('pending', five, none, records, { from: 1_000, to: 200_000 });
    expect(comparisonText(beyond, { lang: 'en', zone: 'UTC' })).toMatch(
      /^Of 2 records, 1 stays the same\.\n1 record with another answer, for 3 minutes 19 seconds in the median; for example A: “.*” in the place of “.*”\.$/,
    );
    expect(told(five, three, 'en')).toContain('1 record earlier, by 2 minutes in the median');
    expect(told(three, five, 'es')).toContain('1 registro, 2 minutos después (mediana)');
    expect(told(three, five, 'en')).toContain('1 record later, by 2 minutes in the median');
    expect(told(five, five, 'es')).toBe('De 2 registros, 2 quedan igual.');
    expect(told(five, five, 'en')).toBe('Of 2 records, 2 stay the same.');
    for (const [lang, first, second, cut] of [
      ['es', 'solo con la primera política', 'solo con la segunda política', 'sin seguir hasta el final'],
      ['en', 'under the first policy only', 'under the second policy only', 'not followed to the end'],
    ] as const) {
      expect(told(five, none, lang)).toContain(first);
      expect(told(none, five, lang)).toContain(second);
      expect(told(three, five, lang, 1)).toContain(cut);
    }
    const early = { type: 'resend-done', id: 'r', move: 'M', at: 5_400_000 } as const;
    const searches = [
      { id: 'M', history: [early], beginning: { move: 'M', searchingSince: 0, category: 'local' } as const },
    ];
    const sooner = ladder.policy({ searchThreshold: { hours: 1 } });
    const compared = comparePolicies('ladder', ladder.defaultPolicy, sooner, searches, { from: 0, to: 9_000_000 });
    expect(comparisonText(compared, { lang: 'es', zone })).toContain(
      'En 1 registro una política acepta algún evento que la otra no.',
    );
    expect(comparisonText(compared, { lang: 'en', zone })).toContain(
      'In 1 record one policy takes an event that the other does not.',
    );
  });
});

describe('speech', () => {
  const es = speech('es', zone);
  const en = speech('en', zone);

  it('says instants in local time, seconds and thousandths only where there are any', () => {
    expect(es.instant(at('2024-05-13T10:05:00-04:00'))).toBe('lunes 13 de mayo de 2024, 10:05');
    expect(en.instant(at('2024-05-13T10:05:07-04:00'))).toBe('Monday, 13 May 2024, 10:05:07');
    expect(es.instant(at('2024-05-13T10:05:07.030-04:00'))).toBe('lunes 13 de mayo de 2024, 10:05:07,030');
    expect(en.instant(at('1969-12-31T00:00:00-04:00'))).toBe('Wednesday, 31 December 1969, 01:00');
  });

  it('says which of the two where the clocks show a time twice, or a day has no midnight', () => {
    expect(es.instant(at('2024-04-06T23:30:00-03:00'))).toBe('sábado 6 de abril de 2024, 23:30 (UTC−3)');
    expect(es.instant(at('2024-04-06T23:30:00-04:00'))).toBe('sábado 6 de abril de 2024, 23:30 (UTC−4)');
    expect(es.instant(at('2024-04-07T00:30:00-04:00'))).toBe('domingo 7 de abril de 2024, 00:30');
    expect(es.instant(at('2024-09-08T01:00:00-03:00'))).toBe('domingo 8 de septiembre de 2024, 01:00');
    expect(speech('en', 'Australia/Lord_Howe').instant(at('2024-04-07T01:45:00+11:00'))).toBe(
      'Sunday, 7 April 2024, 01:45 (UTC+11)',
    );
    expect(speech('en', 'Australia/Lord_Howe').instant(at('2024-04-07T01:45:00+10:30'))).toBe(
      'Sunday, 7 April 2024, 01:45 (UTC+10:30)',
    );
  });

  it('says UTC of a zone that does not exist, and leaves a date that is none as it is', () => {
    const lost = speech('es', 'Marte/Base');
    expect([lost.zone, lost.instant(0)]).toEqual(['UTC', 'jueves 1 de enero de 1970, 00:00']);
    expect([es.date('2024-05-18'), en.date('2024-05-18'), es.date('el 14')]).toEqual([
      '18 de mayo de 2024',
      '18 May 2024',
      'el 14',
    ]);
  });

  it('says of what is no date that it is none', () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, 9e15, -9e15, at('+010000-01-02T00:00:00Z')]) {
      expect(es.instant(odd)).toBe('un instante que no es una fecha');
      expect(en.instant(odd)).toBe('an instant that is no date');
    }
    expect(speech('en', 'UTC').instant(at('0001-01-01T00:00:00Z'))).toBe('Monday, 1 January 1, 00:00');
    const decision = pending.decide(
      { lastMessage: 'client', waitingSince: 0, aiSince: 0, resolved: false },
      { clock: { now: () => 0 } },
    );
    const clock = { now: (): number => Number.NaN };
    expect(explain(decision, { lang: 'en', zone: 'UTC', clock }).until).toMatch(/00:05:00\.001 \(time of UTC\)\.$/);
  });

  it('says lengths of time and lists', () => {
    expect(es.duration(90_061_000)).toBe('1 día 1 hora 1 minuto 1 segundo');
    expect(en.duration(300_001)).toBe('5 minutes 0.001 seconds');
    expect([
      es.and(['a', 'b', 'c']),
      es.and(['a', 'isla']),
      es.or(['a', 'otro']),
      en.or(['a', 'b']),
      en.and([]),
    ]).toEqual(['a, b y c', 'a e isla', 'a u otro', 'a or b', '']);
    expect(es.question('PE-1')).toBe(pending.questions['PE-1'].question.es);
    expect(es.question('XX-9')).toBe('XX-9');
  });
});

describe('Markdown and Mermaid', () => {
  it('show a table of one’s own', () => {
    const facts = { bell: ['rung', 'silent'], dog: ['in', 'out'] } as const;
    const open = { open: true, to: ['who', 'rings'] };
    const rows: readonly kernel.Row<typeof facts, string, unknown>[] = [
      { rule: 'door/open', when: { bell: 'rung', dog: ['in', 'out'] }, then: open, applies: ['door/dog'] },
      { rule: 'door/keep', when: { bell: 'silent' }, then: 'a|b' },
    ];
    const table = kernel.decisionTable({ name: 'door', hit: 'unique', facts, rows });
    expect(tableMarkdown(table)).toBe(
      [
        '`bell`: rung, silent · `dog`: in, out',
        '',
        'Hit policy: unique. An empty cell takes any value.',
        '',
        '| # | bell | dog | answer | rule | rests on |',
        '| --- | --- | --- | --- | --- | --- |',
        '| 1 | rung | in / out | `open: true` `to: ["who","rings"]` | `open` | `dog` |',
        '| 2 | silent |  | `a\\|b` | `keep` |  |',
      ].join('\n'),
    );
    expect(
      tableMarkdown({
        ...table,
        hit: 'collect',
        rows: [
          { rule: 'r', when: {}, then: [] },
          { rule: 's', when: {}, then: ['a', 'b'] },
          { rule: 't', when: {}, then: null },
        ],
      }),
    ).toMatch(/nothing .*\n.*`a` `b` .*\n.*`null`/);
  });

  it('draw a machine, and name apart what would hide the rest', () => {
    const arrow = (from: string, on: string, to: string, condition: string | null = null) => ({
      from,
      on,
      to,
      if: condition,
      rule: 'r',
    });
    const stages = ['A', 'B', 'C', 'D', 'E', 'F'];
    const { mermaid, notDrawn } = machineMermaid({
      stages,
      final: ['F'],
      graph: [
        arrow('A', 'go', 'B'),
        arrow('A', 'run', 'B', 'fast'),
        arrow('B', 'look', 'B'),
        ...stages.slice(0, 5).map((stage) => arrow(stage, 'end', 'F')),
      ],
    });
    expect(mermaid).toBe(
      ['stateDiagram-v2', '  [*] --> A', '  A --> B : go, run [fast]', '  A --> F : end', '  F --> [*]'].join('\n'),
    );
    expect(notDrawn).toEqual([
      { event: 'end', from: ['B', 'C', 'D', 'E'], to: 'F' },
      { event: 'look', from: ['B'], to: null },
    ]);
  });

  it('draw nothing of a machine that has nothing', () => {
    expect(machineMermaid({ stages: [], final: [], graph: [] })).toEqual({ mermaid: 'stateDiagram-v2', notDrawn: [] });
  });
});

describe('the words', () => {
  it('are called without a fault whatever a table may answer', () => {
    for (const lang of languages) {
      for (const name of tableNames) {
        for (const { then } of tableOf(name).rows) expect(wordsOf(lang, name).tables[name]?.answer(then)).toMatch(/\S/);
      }
      expect(frameOf(lang).lines([1])).toMatch(/1$/);
      expect(frameOf(lang).lines([1, 2, 3])).toMatch(/1, 2 (y|and) 3$/);
    }
  });

  it('leave no hole where an outcome lacks a part', () => {
    for (const lang of languages) {
      const told = (kind: Kind, outcome: AnyDecision['outcome']): string =>
        String(wordsOf(lang, kind).outcomes[kind]?.(outcome, speech(lang, zone)));
      const nobody = told('contact', { action: 'assign-available-mp', date: '2024-05-18', mp: null });
      expect(nobody).toContain(speech(lang, zone).date('2024-05-18'));
      expect(faultsOf(nobody, lang)).toEqual([]);
      const assign = {
        action: 'assign',
        agent: 'A',
        as: 'main',
        client: '525512345678',
        warning: null,
        passedOver: [],
      } as const;
      const plain = told('routing', { ...assign, otherSpelling: false });
      expect(told('routing', { ...assign, otherSpelling: true })).toMatch(new RegExp(`^${plain}; \\S`));
    }
  });

  it('know the system of a message by its name', () => {
    const { outcome } = messaging.message('case-3', {}, { clock: { now: () => 0 } });
    expect(outcome.action).toBe('need-placeholders');
    const systemsOfTables = new Set(tableNames.map((name) => name.split('/')[0] as System));
    expect(systemsOfTables).toEqual(new Set(systems));
  });
});
