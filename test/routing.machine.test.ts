import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as routing from 'pauta/routing';
import { configurationSchema, read, stateSchema } from 'pauta/routing/schema';
import { arbitraries } from 'pauta/testing';
import { guards } from '../src/routing/guards.js';
import { deepFreeze } from './deep-freeze.js';
import { MAIL, T, WA, type ConfigurationSketch, type UploadSketch } from './routing.arbitraries.js';
import { everyStepOf, nameOf, watch } from './steps-taken.js';

const RUNS = { numRuns: 1_000 };
const uploadStepOf = watch(guards);
const configurationStepOf = watch(routing.configurationFlow.guards);

const actors = [{}, { by: 'administrator' }, { by: 'agent' }] as const;

/** Every event of an upload that differs to the guards. */
const uploads: readonly UploadSketch[] = actors.flatMap((actor): readonly UploadSketch[] => [
  { ...actor, type: 'select-account', account: WA, kind: 'whatsapp' },
  { ...actor, type: 'select-account', account: MAIL, kind: 'email' },
  { ...actor, type: 'choose-file', fileName: 'cartera.csv' },
  { ...actor, type: 'choose-file', fileName: 'cartera.xlsx' },
  { ...actor, type: 'map-columns', complete: true },
  { ...actor, type: 'map-columns', complete: false },
  { ...actor, type: 'validate', badRows: 0, conflicts: 0 },
  { ...actor, type: 'validate', badRows: 1, conflicts: 0 },
  { ...actor, type: 'validate', badRows: 0, conflicts: 1 },
  ...(['upload', 'view', 'cancel'] as const).map((type) => ({ ...actor, type })),
]);

const changes: readonly ConfigurationSketch[] = actors.flatMap((actor): readonly ConfigurationSketch[] => [
  ...(['toggle', 'save', 'leave'] as const).map((type) => ({ ...actor, type })),
  { ...actor, type: 'set-mode', account: WA, mode: 'auto-assign' },
  { ...actor, type: 'set-mode', account: WA, mode: 'off' },
]);

/** Walks from a state to every other one that some event leads to, and names the steps taken. */
function walk<State>(
  start: State,
  shapeOf: (state: State) => string,
  tries: readonly ((state: State) => readonly [State, string | null])[],
): ReadonlySet<string | null> {
  const taken = new Set<string | null>();
  const found = new Map([[shapeOf(start), start]]);
  for (const state of found.values()) {
    for (const attempt of tries) {
      const [next, step] = attempt(state);
      taken.add(step);
      if (!found.has(shapeOf(next))) found.set(shapeOf(next), next);
    }
  }
  return taken;
}

const stamp = { id: 'e', at: T } as const;

const walks = [
  [
    'an upload',
    routing.flow,
    walk(
      routing.start(),
      ({ stage, kind }) => `${stage} ${kind ?? ''}`,
      uploads.map((sketch) => (before) => {
        const event = { ...sketch, ...stamp } as routing.Event;
        const [{ state }, step] = uploadStepOf(before.stage, event.type, () => routing.record(before, event));
        return [{ ...state, seen: [] }, step];
      }),
    ),
  ],
  [
    'a configuration',
    routing.configurationFlow,
    walk(
      routing.newUser('ana'),
      ({ stage, saved, shown }) => JSON.stringify([stage, saved, shown]),
      changes.map((sketch) => (before) => {
        const event = { ...sketch, ...stamp } as routing.ConfigurationEvent;
        const [{ state }, step] = configurationStepOf(before.stage, event.type, () => routing.configure(before, event));
        return [{ ...state, seen: [] }, step];
      }),
    ),
  ],
] as const;

describe.each(walks)('the graph of %s', (_, flow, taken) => {
  it('has every step taken by a real history, whether arrow, refusal or without effect, and no other', () => {
    expect([...taken].toSorted()).toEqual(everyStepOf(flow).toSorted());
  });

  it('has every arrow taken', () => {
    for (const { from, on, if: condition } of flow.graph) expect(taken).toContain(nameOf(from, on, condition));
  });

  it('ends nowhere: there is always another file, and another change', () => {
    expect(flow.final).toEqual([]);
  });
});

/** What an upload was told, one after the other. */
function played(sketches: readonly UploadSketch[]): routing.UploadRecorded {
  let last: routing.UploadRecorded = { state: routing.start(), status: 'applied' };
  sketches.forEach((sketch, index) => {
    last = routing.record(deepFreeze(last.state), { ...sketch, id: `${index}`, at: T + index });
  });
  return last;
}

const select = { type: 'select-account', account: WA, kind: 'whatsapp' } as const;
const choose = { type: 'choose-file', fileName: 'cartera.csv' } as const;
const map = { type: 'map-columns', complete: true } as const;
const valid = { type: 'validate', badRows: 0, conflicts: 0 } as const;
const invalid = { ...valid, badRows: 2 } as const;
const mapped: readonly UploadSketch[] = [select, choose, map];
const loaded: readonly UploadSketch[] = [...mapped, valid, { type: 'upload' }];

describe('an upload', () => {
  it('goes from the account to the look at what was loaded, each step by its rule', () => {
    const whole: readonly UploadSketch[] = [...loaded, { type: 'view' }];
    expect(
      whole.map((__, index) => played(whole.slice(0, index + 1))).map(({ state, rule }) => [state.stage, rule]),
    ).toEqual([
      ['ACCOUNT_SELECTED', 'routing/select-account'],
      ['FILE_CHOSEN', 'routing/csv-format'],
      ['MAPPED', 'routing/column-mapping'],
      ['VALIDATED', 'routing/identifier-whatsapp'],
      ['LOADED', 'routing/upload'],
      ['VERIFIED', 'routing/verify-load'],
    ]);
  });

  it('knows its account and its file, and forgets them when it is given up', () => {
    const { state } = played(mapped);
    expect(state).toMatchObject({ account: WA, kind: 'whatsapp', fileName: 'cartera.csv' });
    expect(played([...mapped, { type: 'cancel' }]).state).toEqual({ ...routing.start(), seen: ['0', '1', '2', '3'] });
    expect(played([...loaded, { ...select, account: MAIL, kind: 'email' }]).state).toMatchObject({
      stage: 'ACCOUNT_SELECTED',
      account: MAIL,
      kind: 'email',
      fileName: null,
    });
  });

  it.each<[string, readonly UploadSketch[], string, routing.RuleId]>([
    ['anything, by another than an administrator', [{ ...select, by: 'agent' }], 'not-admin', 'routing/admin-only'],
    ['the upload of nothing, for nobody', [{ type: 'upload' }], 'no-account', 'routing/select-account'],
    ['a file, for no account', [choose], 'no-account', 'routing/select-account'],
    ['columns of no file', [select, map], 'no-file', 'routing/upload'],
    ['a spreadsheet', [select, { ...choose, fileName: 'cartera.xlsx' }], 'not-csv', 'routing/csv-format'],
    [
      'an option with an asterisk and no column',
      [select, choose, { ...map, complete: false }],
      'column-mapping',
      'routing/column-mapping',
    ],
    ['a validation without columns', [select, choose, valid], 'not-mapped', 'routing/column-mapping'],
    ['an upload without columns', [select, { type: 'upload' }], 'not-mapped', 'routing/column-mapping'],
    ['an upload without a validation', [...mapped, { type: 'upload' }], 'not-validated', 'routing/all-or-nothing'],
    [
      'an upload of what was refused',
      [...mapped, invalid, { type: 'upload' }],
      'not-validated',
      'routing/all-or-nothing',
    ],
    ['the same file again, not mended', [...mapped, invalid, valid], 'not-mended', 'routing/fix-and-reupload'],
    ['a look at what is not loaded', [...mapped, valid, { type: 'view' }], 'not-loaded', 'routing/verify-load'],
    [
      'another file in the place of one that is loaded',
      [...loaded, choose],
      'already-loaded',
      'routing/per-account-repeat',
    ],
    ['to take back what is loaded', [...loaded, { type: 'cancel' }], 'already-loaded', 'routing/upload'],
  ])('refuses %s', (__, sketches, code, rule) => {
    const before = played(sketches.slice(0, -1)).state;
    expect(played(sketches)).toEqual({ state: before, status: 'refused', code, rule });
  });

  it('is refused for one bad row, or one conflict, or a number that is none, and goes on with another file', () => {
    for (const wrong of [{ badRows: 1 }, { conflicts: 1 }, { badRows: Number.NaN }, { conflicts: Number.NaN }]) {
      expect(played([...mapped, { ...valid, ...wrong }]).state.stage).toBe('REJECTED');
    }
    const mended: readonly UploadSketch[] = [...mapped, invalid, choose];
    expect(played(mended)).toMatchObject({ rule: 'routing/fix-and-reupload', state: { stage: 'FILE_CHOSEN' } });
    expect(played([...mended, map, valid, { type: 'upload' }]).state.stage).toBe('LOADED');
    expect(played([...mapped, { ...valid, conflicts: 1 }]).rule).toBe('routing/one-to-one');
  });

  it('is loaded once: pressed again, and looked at again, nothing happens', () => {
    const done = played(loaded).state;
    for (const [sketches, rule] of [
      [[...loaded, { type: 'upload' }], 'routing/upload'],
      [[...loaded, { type: 'view' }, { type: 'view' }], 'routing/verify-load'],
      [[{ type: 'cancel' }], 'routing/all-or-nothing'],
    ] as const) {
      expect(played(sketches)).toMatchObject({ status: 'no-effect', code: 'duplicate', rule });
    }
    expect(routing.record(done, { ...valid, id: '3', at: T })).toEqual({ state: done, status: 'duplicate' });
  });

  it('takes no event whose instant is no number', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const state = routing.start();
      expect(routing.record(state, { ...select, id: 'a', at })).toEqual({ state, status: 'refused', code: 'undated' });
      const user = routing.newUser('ana');
      expect(routing.configure(user, { type: 'toggle', id: 'a', at })).toEqual({
        state: user,
        status: 'refused',
        code: 'undated',
      });
    }
  });

  it('is nothing for an actor whom the catalogue does not know', () => {
    const event = { ...select, id: 'a', at: T, by: 'supervisor' } as unknown as routing.Event;
    expect(routing.record(routing.start(), event)).toMatchObject({ status: 'refused', code: 'not-admin' });
    const change = { type: 'toggle', id: 'a', at: T, by: 'supervisor' } as unknown as routing.ConfigurationEvent;
    expect(routing.configure(routing.newUser('ana'), change)).toMatchObject({ status: 'refused', code: 'not-admin' });
  });
});

/** The catalogue's machine of an upload, read apart from the library. */
function verdictOnUpload({ stage }: routing.Upload, event: routing.Event): string {
  if (event.by === 'agent') return 'illegal:not-admin';
  const isLoaded = stage === 'LOADED' || stage === 'VERIFIED';
  switch (event.type) {
    case 'select-account':
      return 'ok:ACCOUNT_SELECTED';
    case 'cancel':
      return stage === 'IDLE' ? 'noop' : isLoaded ? 'illegal:already-loaded' : 'ok:IDLE';
    case 'view':
      return stage === 'LOADED' ? 'ok:VERIFIED' : stage === 'VERIFIED' ? 'noop' : 'illegal:not-loaded';
    case 'upload':
      if (isLoaded) return 'noop';
      if (stage === 'VALIDATED') return 'ok:LOADED';
      break;
    default:
      if (isLoaded) return 'illegal:already-loaded';
  }
  if (stage === 'IDLE') return 'illegal:no-account';
  switch (event.type) {
    case 'choose-file':
      return /\.csv\s*$/i.test(event.fileName) ? 'ok:FILE_CHOSEN' : 'illegal:not-csv';
    case 'map-columns':
      if (stage === 'ACCOUNT_SELECTED') return 'illegal:no-file';
      return event.complete ? 'ok:MAPPED' : 'illegal:column-mapping';
    case 'upload':
      return stage === 'MAPPED' || stage === 'REJECTED' ? 'illegal:not-validated' : 'illegal:not-mapped';
    case 'validate':
      if (stage === 'REJECTED') return 'illegal:not-mended';
      if (stage !== 'MAPPED' && stage !== 'VALIDATED') return 'illegal:not-mapped';
      return event.badRows + event.conflicts === 0 ? 'ok:VALIDATED' : 'ok:REJECTED';
  }
}

/** The catalogue's machine of a user: what is saved, and what the screen shows. */
interface User {
  saved: routing.Settings;
  shown: routing.Settings;
  isDirty: boolean;
}

/** What becomes of a change; the user is changed as the catalogue has it. */
function verdictOnChange(user: User, event: routing.ConfigurationEvent): string {
  if (event.by === 'agent') return 'illegal:not-admin';
  const { shown } = user;
  switch (event.type) {
    case 'toggle':
      Object.assign(user, { shown: { ...shown, enabled: !shown.enabled }, isDirty: true });
      return 'ok:DIRTY';
    case 'set-mode':
      if (!shown.enabled) return 'illegal:user-disabled';
      Object.assign(user, {
        shown: { ...shown, modes: { ...shown.modes, [event.account]: event.mode } },
        isDirty: true,
      });
      return 'ok:DIRTY';
    case 'save':
    case 'leave':
      if (!user.isDirty) return 'noop';
      user.isDirty = false;
      if (event.type === 'save') user.saved = shown;
      else user.shown = user.saved;
      return 'ok:SAVED';
  }
}

/** What became of an event, in the words of the catalogue. */
function worded({ status, code }: routing.UploadRecorded | routing.ConfigurationRecorded, stage: string): string {
  return status === 'applied' ? `ok:${stage}` : status === 'refused' ? `illegal:${code}` : 'noop';
}

class Step implements fc.Command<object, { upload: routing.Upload }> {
  readonly sketch: UploadSketch;
  constructor(sketch: UploadSketch) {
    this.sketch = sketch;
  }
  check(): boolean {
    return true;
  }
  run(_: object, real: { upload: routing.Upload }): void {
    const before = deepFreeze(real.upload);
    const event = { ...this.sketch, id: `${before.seen.length}`, at: T } as routing.Event;
    const recorded = routing.record(before, event);
    const { state, status } = recorded;
    expect(worded(recorded, state.stage)).toBe(verdictOnUpload(before, event));
    if (status !== 'applied') expect(state).toBe(before);
    else expect(routing.record(state, event)).toEqual({ state, status: 'duplicate' });
    // Every prefix can be stored, and goes on from there.
    const stored = read(stateSchema, JSON.parse(JSON.stringify(state)));
    expect(stored).toEqual({ ok: true, value: state });
    if (stored.ok) real.upload = stored.value;
    // No dead end: another account can always be chosen, and nothing is left of the one before.
    const again = routing.record(state, { ...select, id: 'again', at: T }).state;
    expect(again).toMatchObject({ stage: 'ACCOUNT_SELECTED', account: WA, fileName: null });
  }
  toString(): string {
    return JSON.stringify(this.sketch);
  }
}

class Change implements fc.Command<User, { user: routing.Configuration }> {
  readonly sketch: ConfigurationSketch;
  constructor(sketch: ConfigurationSketch) {
    this.sketch = sketch;
  }
  check(): boolean {
    return true;
  }
  run(model: User, real: { user: routing.Configuration }): void {
    const before = deepFreeze(real.user);
    const event = { ...this.sketch, id: `${before.seen.length}`, at: T } as routing.ConfigurationEvent;
    const expected = verdictOnChange(model, event);
    const recorded = routing.configure(before, event);
    const { state, status } = recorded;
    expect(worded(recorded, state.stage)).toBe(expected);
    expect([state.saved, state.shown]).toEqual([model.saved, model.shown]);
    if (status !== 'applied') expect(state).toBe(before);
    else expect(routing.configure(state, event)).toEqual({ state, status: 'duplicate' });
    const stored = read(configurationSchema, JSON.parse(JSON.stringify(state)));
    expect(stored).toEqual({ ok: true, value: state });
    if (stored.ok) real.user = stored.value;
    // What is shown does not count, what is saved does.
    expect(routing.agentOf(state, { connected: true, available: false })).toEqual({
      ...model.saved,
      saved: true,
      connected: true,
      available: false,
    });
  }
  toString(): string {
    return JSON.stringify(this.sketch);
  }
}

describe('the machines and their models', () => {
  it('agree on every event of every upload', () => {
    const commands = fc.commands([arbitraries.routing.step.map((sketch) => new Step(sketch))], {
      maxCommands: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(commands, (told) => {
        fc.modelRun(() => ({ model: {}, real: { upload: routing.start() } }), told);
      }),
      RUNS,
    );
  });

  it('agree on every change of every configuration', () => {
    const commands = fc.commands([arbitraries.routing.change.map((sketch) => new Change(sketch))], {
      maxCommands: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(commands, fc.boolean(), (told, newUserEnabled) => {
        const settings: routing.Settings = { enabled: newUserEnabled, modes: {} };
        const model: User = { saved: settings, shown: settings, isDirty: false };
        fc.modelRun(() => ({ model, real: { user: routing.newUser('ana', { newUserEnabled }) } }), told);
      }),
      RUNS,
    );
  });

  it('refuse with every code of the catalogue, and no other', () => {
    const codes = [routing.flow, routing.configurationFlow].flatMap(({ steps }) =>
      steps.flatMap((step) => ('refuse' in step ? [step.refuse] : [])),
    );
    expect([...new Set(codes)].toSorted()).toEqual(
      [
        ...['no-account', 'not-mapped', 'not-validated', 'not-admin', 'user-disabled'],
        // Of our own, where the catalogue says nothing.
        ...['already-loaded', 'column-mapping', 'no-file', 'not-csv', 'not-loaded', 'not-mended'],
      ].toSorted(),
    );
  });
});
