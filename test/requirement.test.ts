import { describe, expect, it } from 'vitest';
import { fixedClock, type Instant } from '../src/kernel/clock.js';
import { machine } from '../src/kernel/machine.js';
import * as requirement from 'pauta/requirement';

const NOW: Instant = Date.parse('2024-05-13T10:00:00-04:00');
const DAY = 86_400_000;
const context = { clock: fixedClock(NOW) };
const decide = (facts: requirement.Facts, policy = requirement.defaultPolicy): requirement.RequirementDecision =>
  requirement.decide(facts, { ...context, policy });

describe('deciding', () => {
  it('takes Date for a clock, and needs no more than the two facts that are always there', () => {
    const { outcome, rule } = requirement.decide({ product: null, initial: null }, { clock: Date });
    expect(outcome).toEqual({ action: 'not-covered', gap: 'no-initial-requirement', question: 'RQ-15', nearest: null });
    expect(rule).toBe('requirement/check-trigger');
  });

  it('tells the maximum date, and holds until the next local day', () => {
    expect(decide({ product: 'bulk', initial: { answered: false, deadline: '2024-05-20' } })).toEqual({
      outcome: { action: 'tell-max-date', case: 1, deadline: '2024-05-20' },
      rule: 'requirement/case-1',
      situation: { initial: 'in-term', insistence: 'none', client: 'unaware' },
      validUntil: Date.parse('2024-05-21T00:00:00-04:00'),
    });
  });

  it('shows in cases 3 and 4 who files, and what that was decided by', () => {
    const overdue = { answered: false, deadline: '2024-05-01' };
    expect(decide({ product: 'meter', initial: overdue })).toEqual({
      outcome: { action: 'tell-client-to-file', case: 3, subject: 'late-answer', contactCentreMayCreate: true },
      rule: 'requirement/case-3',
      situation: { initial: 'overdue', insistence: 'none', client: 'unaware', product: 'meter', meterFiling: 'client' },
      validUntil: null,
    });
    const policy = requirement.policy({ meterFiling: 'contact-centre' });
    expect(decide({ product: 'meter', initial: overdue }, policy).outcome).toEqual({
      action: 'create-ticket',
      case: 3,
      subject: 'late-answer',
    });
    expect(decide({ product: null, initial: overdue })).toMatchObject({
      outcome: { action: 'not-covered', gap: 'product-unknown', question: 'RQ-16' },
      rule: 'requirement/medidor-vs-envasado-granel',
    });
  });

  it('tells the nearest date of several insistences in term, of those that count', () => {
    const insistences: requirement.Insistence[] = [
      { kind: 'disagreement', answered: false, deadline: '2024-05-30' },
      { kind: 'disagreement', answered: false, deadline: '2024-05-20' },
      { kind: 'disagreement', answered: true, deadline: '2024-05-14' },
      { kind: 'late-answer', answered: false, deadline: '2024-05-16' },
    ];
    const facts: requirement.Facts = {
      product: 'bulk',
      initial: { answered: true, deadline: '2024-05-01' },
      insistences,
    };
    const policy = requirement.policy({ insistenceKinds: 'disagreement' });
    for (const told of [facts, { ...facts, insistences: [...insistences].reverse() }]) {
      expect(decide(told).outcome).toMatchObject({ case: 5, deadline: '2024-05-16' });
      expect(decide(told, policy).outcome).toMatchObject({ case: 5, deadline: '2024-05-20' });
    }
  });

  it('tells the first of two maximum dates that are equally near', () => {
    const day: requirement.Insistence = { kind: 'disagreement', answered: false, deadline: '2024-05-20' };
    const instant = { ...day, deadline: Date.parse('2024-05-20T23:59:59.999-04:00') };
    const initial = { answered: true, deadline: '2024-05-01' };
    for (const [first, second] of [
      [day, instant],
      [instant, day],
    ] as const) {
      const { outcome } = decide({ product: 'bulk', initial, insistences: [first, second] });
      expect(outcome).toMatchObject({ case: 5, deadline: first.deadline });
    }
  });

  it('hands out the same frozen object where nothing is to be told, and a free one where it expires', () => {
    const facts: requirement.Facts = { product: 'bulk', initial: { answered: true, deadline: null } };
    expect(decide(facts).outcome).toEqual({ action: 'read-answer', case: 2 });
    expect(decide(facts)).toBe(decide({ ...facts, product: 'meter' }));
    expect(Object.isFrozen(decide(facts))).toBe(true);
    const overdue: requirement.Facts = { product: 'bulk', initial: { answered: false, deadline: '2024-05-01' } };
    expect(decide(overdue)).toBe(decide({ ...overdue, client: 'unaware' }));
    expect(Object.isFrozen(decide({ product: 'bulk', initial: { answered: false, deadline: NOW } }))).toBe(false);
  });

  it('does not wake anybody for a term that changes nothing', () => {
    const answered: requirement.Insistence = { kind: 'disagreement', answered: true, deadline: '2024-05-14' };
    const facts: requirement.Facts = {
      product: 'bulk',
      initial: { answered: false, deadline: '2024-05-20' },
      insistences: [answered],
    };
    expect(decide(facts)).toMatchObject({ outcome: { case: 6 }, validUntil: null });
  });

  it('says until when a gap is one', () => {
    const unknown: requirement.Insistence = { kind: 'disagreement', answered: false, deadline: null };
    const facts: requirement.Facts = {
      product: 'bulk',
      initial: { answered: true, deadline: '2024-05-01' },
      insistences: [unknown, { ...unknown, deadline: '2024-05-13' }],
    };
    expect(decide(facts)).toMatchObject({
      outcome: { gap: 'deadline-unknown' },
      validUntil: Date.parse('2024-05-14T00:00:00-04:00'),
    });
  });

  it.each([
    ['a date that does not exist', '2026-02-30', 'America/Santiago'],
    ['a text that is no date', 'mañana', 'America/Santiago'],
    ['an instant that is not a number', Number.NaN, 'America/Santiago'],
    ['a zone that does not exist', '2024-05-20', 'America/Santiagoo'],
  ])('does not know the term where the deadline is %s', (_, deadline, zone) => {
    const facts: requirement.Facts = { product: 'bulk', initial: { answered: false, deadline } };
    expect(decide(facts, requirement.policy({ zone })).outcome).toMatchObject({ gap: 'deadline-unknown' });
    const strict = requirement.policy({ zone, deadlineInclusive: false });
    expect(decide(facts, strict).outcome).toMatchObject({ gap: 'deadline-unknown' });
  });
});

/** Events a minute apart, from a minute after NOW on; in term and overdue are meant as of then. */
const IN_TERM = NOW + DAY;
const OVERDUE = NOW - DAY;
type Sketch = readonly [
  requirement.Event['type'],
  ({ deadline?: Instant; kind?: requirement.InsistenceKind } | undefined)?,
];

function eventsOf(sketches: readonly Sketch[]): readonly requirement.Event[] {
  return sketches.map(
    ([type, { deadline = IN_TERM, kind = 'disagreement' as const } = {}], index): requirement.Event => {
      const base = { id: `${index}`, at: NOW + (index + 1) * 60_000 };
      if (type === 'initial-created') return { type, ...base, deadline };
      return type === 'insistence-created' ? { type, ...base, kind, deadline } : { type, ...base };
    },
  );
}

function play(...sketches: readonly Sketch[]): { last: requirement.RequirementRecorded; stage: requirement.Stage } {
  let last: requirement.RequirementRecorded = { state: requirement.start('bulk'), status: 'applied' };
  for (const event of eventsOf(sketches)) last = requirement.record(last.state, event);
  return { last, stage: last.state.stage };
}

describe('the machine', () => {
  const late = { deadline: OVERDUE };
  const created: Sketch = ['initial-created'];
  const overdue: Sketch = ['initial-created', late];
  const answered: readonly Sketch[] = [created, ['initial-answered']];
  const insisted: readonly Sketch[] = [...answered, ['insistence-created']];
  const settled: readonly Sketch[] = [...insisted, ['insistence-answered']];
  const escalated: readonly Sketch[] = [...settled, ['client-disagrees']];
  const escalatedOpen: readonly Sketch[] = [
    overdue,
    ['insistence-created', { ...late, kind: 'late-answer' }],
    ['client-asks'],
  ];
  const closed: readonly Sketch[] = [created, ['cancel']];

  it.each<[string, readonly Sketch[], requirement.Stage, string, string?]>([
    ['nothing to ask about', [['client-asks']], 'NONE', 'refused', 'no-initial-requirement'],
    ['created', [created], 'INITIAL_OPEN', 'applied'],
    ['created twice', [created, created], 'INITIAL_OPEN', 'refused', 'initial-exists'],
    ['asked about', [created, ['client-asks']], 'INITIAL_OPEN', 'applied'],
    ['satisfied with no answer', [created, ['client-satisfied']], 'INITIAL_OPEN', 'refused', 'not-answered'],
    ['insisted on too early', [created, ['insistence-created']], 'INITIAL_OPEN', 'refused', 'within-term'],
    ['insisted on in time', [overdue, ['insistence-created']], 'INSISTENCE_OPEN', 'applied'],
    ['an answer to no insistence', [created, ['insistence-answered']], 'INITIAL_OPEN', 'refused', 'no-insistence'],
    ['answered', answered, 'INITIAL_ANSWERED', 'applied'],
    ['answered twice', [...answered, ['initial-answered']], 'INITIAL_ANSWERED', 'no-effect', 'already-answered'],
    ['disagreed with', [...answered, ['client-disagrees']], 'INITIAL_ANSWERED', 'applied'],
    ['settled by its answer', [...answered, ['client-satisfied']], 'CLOSED', 'applied'],
    [
      'late though answered',
      [...answered, ['insistence-created', { kind: 'late-answer' }]],
      'INITIAL_ANSWERED',
      'refused',
      'answered',
    ],
    ['insisted', insisted, 'INSISTENCE_OPEN', 'applied'],
    ['insisted twice', [...insisted, ['insistence-created']], 'INSISTENCE_OPEN', 'refused', 'insistence-open'],
    ['asked about in the term of the insistence', [...insisted, ['client-asks']], 'INSISTENCE_OPEN', 'applied'],
    ['asked about out of it', [...answered, ['insistence-created', late], ['client-asks']], 'ESCALATED', 'applied'],
    [
      'satisfied with an insistence open',
      [...insisted, ['client-satisfied']],
      'INSISTENCE_OPEN',
      'refused',
      'not-answered',
    ],
    ['answered late', [overdue, ['insistence-created'], ['initial-answered']], 'INSISTENCE_OPEN', 'applied'],
    ['answered already', [...insisted, ['initial-answered']], 'INSISTENCE_OPEN', 'no-effect', 'already-answered'],
    ['both answered', settled, 'INSISTENCE_ANSWERED', 'applied'],
    ['both answered, and asked about', [...settled, ['client-asks']], 'INSISTENCE_ANSWERED', 'applied'],
    ['both answered, and content', [...settled, ['client-satisfied']], 'CLOSED', 'applied'],
    [
      'both answered, twice',
      [...settled, ['insistence-answered']],
      'INSISTENCE_ANSWERED',
      'no-effect',
      'already-answered',
    ],
    ['a second round', [...settled, ['insistence-created']], 'INSISTENCE_ANSWERED', 'refused', 'no-new-requirement'],
    ['both answered, and not content', escalated, 'ESCALATED', 'applied'],
    [
      'escalated though content',
      [overdue, ['insistence-created'], ['insistence-answered'], ['client-satisfied']],
      'ESCALATED',
      'applied',
    ],
    ['escalated twice', [...escalated, ['client-asks']], 'ESCALATED', 'no-effect', 'duplicate'],
    ['a new one after escalation', [...escalated, created], 'ESCALATED', 'refused', 'no-new-requirement'],
    [
      'answered once more after escalation',
      [...escalated, ['insistence-answered']],
      'ESCALATED',
      'no-effect',
      'already-answered',
    ],
    ['answered after escalation', [...escalatedOpen, ['insistence-answered']], 'ESCALATED', 'applied'],
    ['the first one answered after escalation', [...escalatedOpen, ['initial-answered']], 'ESCALATED', 'applied'],
    ['collections beside it', [...escalated, ['collections-created']], 'ESCALATED', 'applied'],
    ['annulled', closed, 'CLOSED', 'applied'],
    ['annulled twice', [...closed, ['cancel']], 'CLOSED', 'no-effect', 'duplicate'],
    ['answered when closed', [...closed, ['initial-answered']], 'CLOSED', 'late'],
    ['asked about when closed', [...closed, ['client-asks']], 'CLOSED', 'refused', 'closed'],
  ])('%s', (_, sketches, stage, status, code) => {
    const played = play(...sketches);
    expect(played.stage).toBe(stage);
    expect(played.last.status).toBe(status);
    expect(played.last.code).toBe(code);
    expect(requirement.rules).toHaveProperty([played.last.rule ?? '']);
  });

  it('takes every arrow of its graph, and no other, when every event is tried at every state', () => {
    const deadlines = [OVERDUE, IN_TERM];
    const alphabet: Sketch[] = requirement.flow.events.flatMap((type): Sketch[] =>
      type === 'insistence-created'
        ? deadlines.flatMap((deadline) => [
            [type, { deadline, kind: 'late-answer' }],
            [type, { deadline, kind: 'disagreement' }],
          ])
        : deadlines.map((deadline) => [type, { deadline }]),
    );
    const taken = new Set<string>();
    const found = new Map<string, requirement.Requirement>([['', requirement.start('bulk')]]);
    for (const state of found.values()) {
      for (const event of eventsOf(alphabet)) {
        const { state: next, status } = requirement.record({ ...state, seen: [] }, event);
        if (status !== 'applied') continue;
        taken.add(`${state.stage} ${event.type} ${next.stage}`);
        found.set(JSON.stringify([next.stage, next.facts]), next);
      }
    }
    expect(taken).toEqual(new Set(requirement.flow.graph.map(({ from, on, to }) => `${from} ${on} ${to}`)));
  });

  it('takes an event once, and none without an instant', () => {
    const state = play(created).last.state;
    const again = requirement.record(state, { type: 'client-asks', id: '0', at: NOW });
    expect(again).toEqual({ state, status: 'duplicate' });
    const undated = requirement.record(state, { type: 'client-asks', id: 'x', at: Number.NaN });
    expect(undated).toEqual({ state, status: 'refused', code: 'undated' });
  });

  it('does not know the client to have heard of a new answer', () => {
    const { last } = play(...settled);
    expect(last.state.facts.client).toBe('unaware');
    expect(decide(last.state.facts).outcome).toMatchObject({ gap: 'insistence-answer-unknown-to-client' });
  });

  it('compares in the zone of the policy', () => {
    const at = Date.parse('2024-05-13T23:00:00-04:00');
    const state = requirement.record(requirement.start(), {
      type: 'initial-created',
      id: 'a',
      at: NOW,
      deadline: '2024-05-12',
    }).state;
    const insist = { type: 'insistence-created', id: 'b', at, kind: 'late-answer', deadline: null } as const;
    expect(requirement.record(state, insist).status).toBe('applied');
    const policy = requirement.policy({ zone: 'Pacific/Pago_Pago' });
    expect(requirement.record(state, { ...insist, at: at - DAY }, { policy }).code).toBe('within-term');
  });

  it('begins without a product where none is given, and without insistences that were never told', () => {
    expect(requirement.start().facts.product).toBeNull();
    const bare: requirement.Requirement = {
      version: 1,
      stage: 'ESCALATED',
      facts: { product: 'bulk', initial: { answered: true, deadline: null } },
      seen: [],
    };
    expect(requirement.record(bare, { type: 'insistence-answered', id: 'a', at: NOW }).code).toBe('already-answered');
    const insistence = { kind: 'disagreement', deadline: '2024-05-20' } as const;
    const insisted = { type: 'insistence-created', id: 'a', at: NOW, ...insistence } as const;
    const { state } = requirement.record({ ...bare, stage: 'INITIAL_ANSWERED' }, insisted);
    expect(state.facts.insistences).toEqual([{ ...insistence, answered: false }]);
  });

  it('begins with nothing', () => {
    expect(requirement.start('meter')).toEqual({
      version: 1,
      stage: 'NONE',
      facts: { product: 'meter', initial: null, insistences: [], client: 'unaware' },
      seen: [],
    });
  });

  it('learns of the client what they last said, and that they do not know a new answer', () => {
    const { facts } = play(...answered).last.state;
    const deadline = IN_TERM;
    expect(facts).toMatchObject({ initial: { answered: true, deadline }, client: 'unaware' });
    expect(play(...answered, ['client-disagrees']).last.state.facts).toEqual({ ...facts, client: 'dissatisfied' });
    expect(play(...answered, ['client-satisfied']).last.state.facts).toEqual({ ...facts, client: 'satisfied' });
    expect(play(...answered, ['client-disagrees'], ['client-asks']).last.state.facts.client).toBe('dissatisfied');
    expect(play(...settled).last.state.facts).toEqual({
      ...facts,
      insistences: [{ kind: 'disagreement', answered: true, deadline }],
    });
  });

  it('answers every event at every stage, though the stored facts know of no requirement', () => {
    const { facts, seen } = requirement.start();
    for (const stage of requirement.flow.stages) {
      for (const event of eventsOf(requirement.flow.events.map((type): Sketch => [type, { kind: 'late-answer' }]))) {
        const { status } = requirement.record({ version: 1, stage, facts, seen }, event);
        expect(['applied', 'late', 'no-effect', 'refused'], `${stage} ${event.type}`).toContain(status);
      }
    }
  });

  it('is named where it is broken', () => {
    expect(() => machine({ ...requirement.flow, steps: [] })).toThrow('Machine "requirement": ');
  });
});

describe('collections', () => {
  it.each([
    [true, false, 'create-ticket'],
    [true, true, 'none'],
    [false, false, 'none'],
    [false, true, 'none'],
  ])('notice received %s, debt recognised %s: %s', (isReceived, isRecognised, action) => {
    const decision = requirement.collections({ isReceived, isRecognised });
    expect(decision).toMatchObject({ outcome: { action }, rule: 'requirement/collections-when', validUntil: null });
  });

  it('describes in four lines, and names what was left empty', () => {
    const { outcome, rule, situation } = requirement.describe({
      name: 'Ana Rojas',
      phone: '',
      email: ' ',
      text: 'Deuda ajena',
    });
    expect(rule).toBe('requirement/collections-description');
    expect(outcome.action).toBe('write-description');
    expect(outcome.text).toBe('Nombre: Ana Rojas\nTeléfono: \nEmail:  \nDescripción: Deuda ajena');
    expect(outcome.empty).toEqual(['phone', 'email']);
    expect(situation).toEqual({ description: 'incomplete' });
    const complete = requirement.describe({ name: 'a', phone: 'b', email: 'c', text: 'd' });
    expect(complete).toMatchObject({ outcome: { empty: [] }, situation: { description: 'complete' } });
  });

  it('is typified by what the policy says, and in person as the policy says', () => {
    const collections = { ...requirement.defaultPolicy.collections, priority: 'Media' };
    const policy = requirement.policy({ collections, inPersonAs: 'Redes sociales' });
    const { outcome, rule } = requirement.typify(
      { subject: 'gestión  de COBRANZA', channel: 'Presencial' },
      { policy },
    );
    expect(outcome).toMatchObject({ action: 'typify', ticket: { priority: 'Media', channel: 'Redes sociales' } });
    expect(rule).toBe('requirement/collections-no-in-person');
    expect(requirement.channel('presencial', { policy }).outcome).toEqual({
      action: 'record-channel',
      channel: 'Redes sociales',
    });
  });

  it.each([
    ['Llamada telefónica', 'Llamada telefónica'],
    [' llamada  TELEFÓNICA ', 'Llamada telefónica'],
    ['correo electrónico', 'Correo Electrónico'],
    ['\tRedes sociales\n', 'Redes sociales'],
  ])('takes the channel "%s" for "%s"', (text, channel) => {
    expect(requirement.channel(text)).toEqual({
      outcome: { action: 'record-channel', channel },
      rule: 'requirement/collections-channels',
      situation: { channel: 'authorised' },
      validUntil: null,
    });
  });

  it('takes in person, whatever is around it, for an e-mail', () => {
    expect(requirement.channel(' PRESENCIAL ')).toEqual({
      outcome: { action: 'record-channel', channel: 'Correo Electrónico' },
      rule: 'requirement/collections-no-in-person',
      situation: { channel: 'in-person' },
      validUntil: null,
    });
  });

  it.each(['WhatsApp', 'Formulario web', 'Redessociales', 'Correo Electronico', 'Presencıal', ''])(
    'does not authorise the channel "%s" (RQ-21)',
    (text) => {
      expect(requirement.channel(text)).toEqual({
        outcome: { action: 'refuse', code: 'not-authorised' },
        rule: 'requirement/collections-channels',
        situation: { channel: 'other' },
        validUntil: null,
      });
      expect(requirement.typify({ subject: 'Gestión de cobranza', channel: text }).outcome).toEqual({
        action: 'refuse',
        code: 'channel-not-authorised',
      });
    },
  );

  it('refuses a subject that is none of the six, and does not invent how the other five are typified', () => {
    const channel = 'Redes sociales';
    expect(requirement.typify({ subject: 'Medidor', channel })).toEqual({
      outcome: { action: 'refuse', code: 'subject-not-allowed' },
      rule: 'requirement/cc-may-create',
      situation: { subject: 'other', channel: 'authorised' },
      validUntil: null,
    });
    expect(requirement.typify({ subject: ' respuesta FUERA de plazo', channel }).outcome).toEqual({
      action: 'unavailable',
      code: 'only-in-images',
      subject: 'late-answer',
    });
  });

  it('knows a title by its letters, not by how a computer encodes them', () => {
    expect(requirement.subjectOf('Gestión de cobranza'.normalize('NFD'))).toBe('collections');
    expect(requirement.subjectOf('Tardanza en la reposición del suministro(cortado por mora)')).toBe('restore-delay');
    expect(requirement.subjectOf('Tardanza en la reposición del suministro')).toBeNull();
    expect(requirement.subjectOf('')).toBeNull();
  });
});

describe('the two sources', () => {
  const ticket: requirement.Ticket = { answered: false, deadline: '2024-05-20' };
  const insistences: readonly requirement.Insistence[] = [
    { kind: 'disagreement', answered: false, deadline: '2024-05-20' },
    { kind: 'late-answer', answered: true, deadline: null },
  ];
  const facts: requirement.Sourced = { initial: ticket, insistences };

  it('use what one of them says, or both', () => {
    expect(requirement.reconcile(facts, null)).toMatchObject({
      outcome: { action: 'use', facts },
      situation: { sources: 'one' },
    });
    expect(requirement.reconcile(null, facts)).toMatchObject({ outcome: { action: 'use', facts } });
    const reversed = { ...facts, insistences: [...insistences].reverse() };
    expect(requirement.reconcile(facts, reversed)).toMatchObject({
      outcome: { action: 'use' },
      situation: { sources: 'agree' },
    });
    expect(requirement.reconcile({ initial: null }, { initial: null, insistences: [] }).situation).toEqual({
      sources: 'agree',
    });
  });

  it('say which of the facts they disagree on, and leave it to a person', () => {
    const { outcome, rule } = requirement.reconcile(facts, { initial: { ...ticket, answered: true } });
    expect(outcome).toEqual({
      action: 'not-covered',
      gap: 'sources-disagree',
      question: 'RQ-14',
      fields: ['initial', 'insistences'],
      nearest: null,
    });
    expect(rule).toBe('requirement/check-sources');
  });

  it.each<[string, requirement.Sourced, readonly string[]]>([
    ['the answer', { initial: { ...ticket, answered: true } }, ['initial']],
    ['the maximum date', { initial: { ...ticket, deadline: '2024-05-21' } }, ['initial']],
    ['whether there is a requirement at all', { initial: null }, ['initial']],
    ['whether there are insistences', { initial: ticket, insistences: [] }, ['insistences']],
    ['the kind of an insistence', { initial: ticket, insistences: other({ kind: 'late-answer' }) }, ['insistences']],
    ['the answer to an insistence', { initial: ticket, insistences: other({ answered: true }) }, ['insistences']],
    ['the maximum date of an insistence', { initial: ticket, insistences: other({ deadline: null }) }, ['insistences']],
  ])('disagree on %s', (_, crm, fields) => {
    const decision = requirement.reconcile(facts, { ...facts, ...crm });
    expect(decision).toMatchObject({ outcome: { fields }, situation: { sources: 'disagree' }, validUntil: null });
  });

  it('need one of them', () => {
    expect(requirement.reconcile(null, null)).toEqual({
      outcome: { action: 'need-fact', fact: 'source' },
      rule: 'requirement/check-sources',
      situation: { sources: 'none' },
      validUntil: null,
    });
  });

  /** The insistences, but for something of the first. */
  function other(differing: Partial<requirement.Insistence>): readonly requirement.Insistence[] {
    return insistences.map((insistence, index) => (index === 0 ? { ...insistence, ...differing } : insistence));
  }
});
