import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machine, type MachineDefinition, type Step } from '../../src/kernel/machine.js';

type Stage = 'new' | 'open' | 'done';
type EventType = 'call' | 'close';
type Guard = 'isLoud' | 'isLong';
type DoorStep = Step<Stage, EventType, Guard, string>;
type Door = MachineDefinition<Stage, EventType, Guard, string, [loud: boolean, long: boolean]>;

const steps: readonly DoorStep[] = [
  { from: 'new', on: 'call', if: 'isLoud', rule: 'door/refuse', refuse: 'too-loud' },
  { from: 'new', on: 'call', if: 'isLong', rule: 'door/ignore', ignore: 'too-long' },
  { from: 'new', on: 'call', rule: 'door/open', to: 'open' },
  { from: 'new', on: 'close', rule: 'door/not-open', refuse: 'not-open' },
  { from: 'open', on: 'call', rule: 'door/again', stay: true },
  { from: 'open', on: 'close', if: 'isLoud', rule: 'door/slam', to: 'done' },
  { from: 'open', on: 'close', rule: 'door/close', to: 'done' },
  { from: 'done', on: ['call', 'close'], rule: 'door/late', late: true },
];
const door: Door = {
  name: 'door',
  stages: ['new', 'open', 'done'],
  final: ['done'],
  events: ['call', 'close'],
  guards: { isLoud: (loud) => loud, isLong: (_, long) => long },
  steps,
};
const load = (changes: Partial<Door> = {}) =>
  machine<Stage, EventType, Guard, string, [boolean, boolean]>({ ...door, ...changes });
const without = (...gone: number[]): readonly DoorStep[] => steps.filter((_, index) => !gone.includes(index));

describe('a machine', () => {
  it('answers an event by the topmost step whose guard holds', () => {
    const loaded = load();
    expect(loaded.step('new', 'call', true, true)).toBe(steps[0]);
    expect(loaded.step('new', 'call', true, false)).toBe(steps[0]);
    expect(loaded.step('new', 'call', false, true)).toBe(steps[1]);
    expect(loaded.step('new', 'call', false, false)).toBe(steps[2]);
    expect(loaded.step('open', 'close', true, false).rule).toBe('door/slam');
    expect(loaded.step('open', 'close', false, true).rule).toBe('door/close');
  });

  it('gives each kind of answer as data: a stage, a stay, a refusal, no effect, too late', () => {
    const loaded = load();
    expect(loaded.step('new', 'call', false, false)).toMatchObject({ to: 'open' });
    expect(loaded.step('open', 'call', false, false)).toMatchObject({ stay: true });
    expect(loaded.step('new', 'close', false, false)).toMatchObject({ refuse: 'not-open' });
    expect(loaded.step('new', 'call', false, true)).toMatchObject({ ignore: 'too-long' });
    expect(loaded.step('done', 'close', false, false)).toMatchObject({ late: true });
  });

  it('takes no step of a stage or an event whose name only contains the one asked for', () => {
    const named: readonly DoorStep[] = [
      { from: 'new', on: 'call', rule: 'door/part', to: 'done' },
      { from: 'renew', on: 'recall', rule: 'door/whole', to: 'new' },
      { from: 'renew', on: 'call', rule: 'door/stay', stay: true },
      { from: ['new', 'done'], on: 'recall', rule: 'door/late', late: true },
      { from: 'done', on: 'call', rule: 'door/late', late: true },
    ] as unknown as readonly DoorStep[];
    const changes = { stages: ['renew', 'new', 'done'], events: ['call', 'recall'], steps: named } as unknown;
    const loaded = load(changes as Partial<Door>);
    expect(loaded.step('renew' as Stage, 'call', false, false).rule).toBe('door/stay');
    expect(loaded.step('renew' as Stage, 'recall' as EventType, false, false).rule).toBe('door/whole');
  });

  it('asks no guard below the step that is taken', () => {
    const asked: string[] = [];
    const ask = (name: string, answer: boolean) => (): boolean => asked.push(name) > 0 && answer;
    const asking = load({ guards: { isLoud: ask('loud', true), isLong: ask('long', true) } });
    asking.step('new', 'call', false, false);
    expect(asked).toEqual(['loud']);
  });

  it('draws an arrow for each stage and event of a step that leads or stays, and none for the others', () => {
    expect(load().graph).toEqual([
      { from: 'new', on: 'call', to: 'open', if: null, rule: 'door/open' },
      { from: 'open', on: 'call', to: 'open', if: null, rule: 'door/again' },
      { from: 'open', on: 'close', to: 'done', if: 'isLoud', rule: 'door/slam' },
      { from: 'open', on: 'close', to: 'done', if: null, rule: 'door/close' },
    ]);
    const every: DoorStep = { from: ['new', 'open'], on: ['call', 'close'], rule: 'door/any', to: 'open' };
    const drawn = load({ stages: ['new', 'open'], final: ['open'], steps: [every] }).graph;
    expect(drawn.map(({ from, on, to }) => `${from} ${on} ${to}`)).toEqual([
      'new call open',
      'new close open',
      'open call open',
      'open close open',
    ]);
  });

  it('keeps its definition, and is frozen with its graph', () => {
    const loaded = load();
    expect(loaded).toMatchObject(door);
    expect([Object.isFrozen(loaded), Object.isFrozen(loaded.graph)]).toEqual([true, true]);
  });

  it('may stand still: one final stage, in which nothing moves', () => {
    const still = { stages: ['done'], final: ['done'], steps: steps.slice(-1) } as const;
    expect(load(still).graph).toEqual([]);
  });
});

describe('the proof at load', () => {
  it('names a stage that does not answer an event', () => {
    expect(() => load({ steps: without(3) })).toThrow('Machine "door": "new" does not always answer "close".');
  });

  it('names a stage that answers an event only where a guard holds', () => {
    expect(() => load({ steps: without(2) })).toThrow('Machine "door": "new" does not always answer "call".');
  });

  it('names a step below one that always answers', () => {
    const dead: DoorStep = { from: 'open', on: 'call', if: 'isLoud', rule: 'door/dead', stay: true };
    expect(() => load({ steps: [...steps, dead] })).toThrow('Machine "door": step 9 (door/dead) can never be taken.');
  });

  it('names a step of no stage, or on no event', () => {
    const nowhere: DoorStep = { from: [], on: 'call', rule: 'door/nowhere', stay: true };
    const never: DoorStep = { from: 'open', on: [], rule: 'door/never', stay: true };
    expect(() => load({ steps: [nowhere, ...steps] })).toThrow('step 1 (door/nowhere) can never be taken.');
    expect(() => load({ steps: [never, ...steps] })).toThrow('step 1 (door/never) can never be taken.');
  });

  it('names a stage that nothing leads to from the first', () => {
    const lost: DoorStep = { from: 'new', on: 'call', rule: 'door/open', to: 'done' };
    expect(() => load({ steps: [...without(2).slice(0, 2), lost, ...without(0, 1, 2)] })).toThrow(
      'Machine "door": "open" cannot be reached.',
    );
  });

  it('finds a stage that is reached over others, wherever it stands in the list', () => {
    expect(() => load({ stages: ['new', 'done', 'open'] })).not.toThrow();
  });

  it('names a stage that is not final and cannot be left, staying being no way out', () => {
    const stuck: readonly DoorStep[] = [
      ...without(5, 6, 7),
      { from: 'open', on: 'close', rule: 'door/stuck', stay: true },
    ];
    expect(() => load({ stages: ['new', 'open'], final: [], steps: stuck })).toThrow(
      'Machine "door": "open" is not final, and cannot be left.',
    );
  });

  it('names a final stage that can be left', () => {
    expect(() => load({ final: ['done', 'open'] })).toThrow('Machine "door": "open" is final, and can be left.');
  });

  it('does not count a way that an earlier step always closes', () => {
    const closed: readonly DoorStep[] = [
      { from: 'new', on: 'call', rule: 'door/straight', to: 'done' },
      { from: ['new', 'open'], on: 'call', rule: 'door/round', to: 'open' },
      { from: ['new', 'open', 'done'], on: 'close', rule: 'door/late', late: true },
      { from: 'done', on: 'call', rule: 'door/late', late: true },
    ];
    expect(() => load({ final: ['open', 'done'], steps: closed })).toThrow('"open" cannot be reached.');
  });
});

describe('any machine', () => {
  const stages = ['a', 'b', 'c'] as const;
  const events = ['x', 'y'] as const;
  type Any = Step<(typeof stages)[number], (typeof events)[number], 'holds', string>;
  const kind = fc.oneof(
    fc.record({ to: fc.constantFrom(...stages) }),
    fc.constantFrom({ stay: true as const }, { late: true as const }, { refuse: 'no' }, { ignore: 'no' }),
  );
  const guard = fc.constantFrom<{ if?: 'holds' }>({}, { if: 'holds' });
  const cell = fc
    .tuple(fc.array(kind, { maxLength: 1 }), kind)
    .map(([guarded, certain]) => [...guarded.map((each) => ({ ...each, if: 'holds' as const })), certain]);
  const total = fc
    .tuple(
      ...stages.flatMap((from) => events.map((on) => cell.map((all) => all.map((each) => ({ ...each, from, on }))))),
    )
    .map((all): readonly Any[] => all.flat().map((each, index) => ({ ...each, rule: `r${index}` })));
  const final = fc.subarray([...stages]);

  it('that loads answers every event at every stage as reading its steps one by one would', () => {
    let loaded = 0;
    fc.assert(
      fc.property(total, fc.option(final), fc.boolean(), (all, given, holds) => {
        const leaves = (stage: string): boolean =>
          all.some((each) => each.from === stage && 'to' in each && each.to !== stage);
        const ends = given ?? stages.filter((stage) => !leaves(stage));
        const guards = { holds: (it: boolean) => it };
        const definition = { name: 'm', stages, final: ends, events, guards, steps: all };
        const ahead = (stage: string): readonly string[] =>
          all.flatMap((each) => (each.from === stage && 'to' in each ? [each.to] : []));
        const near = ahead('a');
        const reached = new Set(['a', ...near, ...near.flatMap(ahead)]);
        const isSound =
          reached.size === stages.length && stages.every((stage) => leaves(stage) !== ends.includes(stage));
        if (!isSound) {
          expect(() => machine(definition)).toThrow('Machine "m": ');
          return;
        }
        loaded += 1;
        const made = machine(definition);
        for (const stage of stages) {
          for (const event of events) {
            const naive = all.find(
              (each) => each.from === stage && each.on === event && (each.if === undefined || holds),
            );
            expect(made.step(stage, event, holds)).toBe(naive);
          }
        }
      }),
      { numRuns: 2_000 },
    );
    expect(loaded).toBeGreaterThan(200);
  });

  it('that lacks an unguarded step somewhere does not load', () => {
    fc.assert(
      fc.property(total, fc.nat(), guard, (all, index, replaced) => {
        const certain = all.filter((each) => each.if === undefined);
        const gone = certain[index % certain.length];
        const rest = all.flatMap((each) =>
          each !== gone ? [each] : 'if' in replaced ? [{ ...each, ...replaced }] : [],
        );
        const definition = { name: 'm', stages, final: [], events, guards: { holds: () => true }, steps: rest };
        expect(() => machine(definition)).toThrow(
          `"${String(gone?.from)}" does not always answer "${String(gone?.on)}".`,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
