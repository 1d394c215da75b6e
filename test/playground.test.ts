import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systems, type System } from 'pauta/catalogue';
import { languages } from 'pauta/render';
import { cases, check, decisionsOf, type Case, type Json } from 'pauta/spec';
import { answerAt, courseOf, hasCourse, isSame, nearest } from '../docs/playground/course.js';
import { append, at, drop, move, nameOf, pathText, put, rename, type Path } from '../docs/playground/edits.js';
import { examplesOf, opening, questionsOf, shapeOf, stateFrom, titleOf } from '../docs/playground/examples.js';
import {
  blank,
  fieldOf,
  isRecord,
  membersOf,
  textOf,
  valueOf,
  type Field,
  type Shape,
} from '../docs/playground/form.js';
import {
  holdsPolicy,
  inVersions,
  latestOf,
  nextVersion,
  manualValue,
  policyShape,
  versionsShape,
} from '../docs/playground/policies.js';
import { missesOf, tablesBehind } from '../docs/playground/rows.js';
import { specCase } from '../docs/playground/speccase.js';
import { tellingOf } from '../docs/playground/telling.js';
import { instantAt, instantOf, isoText, localText } from '../docs/playground/times.js';
import { addressOf, stateOf, type State } from '../docs/playground/url.js';
import { fieldLabel, questionLabel, valueLabel } from '../docs/playground/words.js';
import { en } from '../docs/playground/words.en.js';
import { es } from '../docs/playground/words.es.js';

const all = cases();
const stateOfCase = (id: string, lang: State['lang'] = 'en'): State => {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}.`);
  return stateFrom(found, lang);
};

/** Every box of a form: where it stands, how it is edited, and what is in it. */
function boxesOf(shape: Shape, root: Shape, path: Path, value: Json): readonly (readonly [Path, Field, Json])[] {
  const field = fieldOf(shape, root, nameOf(path), value);
  if (value === null) return [[path, field, value]];
  if (field.kind === 'list') {
    return (value as readonly Json[]).flatMap((item, index) => boxesOf(field.item, root, [...path, index], item));
  }
  if (field.kind === 'either') {
    return isRecord(value)
      ? boxesOf(field.options[field.chosen] ?? {}, root, path, value)
      : [[path, { kind: 'flag' }, value]];
  }
  if (field.kind === 'map' && isRecord(value)) {
    return Object.entries(value).flatMap(([key, one]) => boxesOf(field.value, root, [...path, key], one));
  }
  if (field.kind === 'object' && isRecord(value)) {
    return membersOf(field.shape, value).given.flatMap((one) =>
      boxesOf(one.shape, root, [...path, one.name], value[one.name] ?? null),
    );
  }
  return [[path, field, value]];
}

/** How many values stand in a JSON value that hold no others. */
function leavesIn(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value as Readonly<Record<string, Json>>).reduce<number>((sum, one) => sum + leavesIn(one), 0);
}

describe('the form of a case', () => {
  it.each(systems)('shows every value of every case of %s, and gives each back as it was', (system) => {
    for (const { id, decision, given } of cases(system)) {
      const shape = shapeOf(system, decision);
      const boxes = boxesOf(shape, shape, [], given);
      expect([id, boxes.length]).toEqual([id, leavesIn(given)]);
      const written = boxes.reduce<Json>(
        (whole, [path, field, value]) =>
          value === null ? whole : put(whole, path, valueOf(field, textOf(field, value))),
        given,
      );
      expect(JSON.stringify(written)).toBe(JSON.stringify(given));
    }
  });

  it.each(systems)('knows how each value of %s is edited: none falls back to raw JSON', (system) => {
    for (const { id, decision, given } of cases(system)) {
      const shape = shapeOf(system, decision);
      const raw = boxesOf(shape, shape, [], given).filter(
        ([, field, value]) => field.kind === 'json' && value !== null,
      );
      expect([id, raw.map(([path]) => pathText(path))]).toEqual([id, []]);
    }
  });

  it('edits instants, dates, closed lists, counts and flags each in its own way', () => {
    const kinds = (system: System, decision: string, given: Readonly<Record<string, Json>>): Record<string, string> => {
      const shape = shapeOf(system, decision);
      const boxes = boxesOf(shape, shape, [], given);
      return Object.fromEntries(boxes.map(([path, field]) => [pathText(path), field.kind]));
    };
    expect(
      kinds('contact', 'next-contact', { moveDate: '2026-05-16', mailSentAt: '2026-05-13T10:00:00-04:00' }),
    ).toEqual({
      moveDate: 'day',
      mailSentAt: 'instant',
    });
    expect(kinds('ladder', 'transition', { state: 'SEARCHING', event: 'cancel', searchedFor: 'PT1H' })).toEqual({
      state: 'choice',
      event: 'choice',
      searchedFor: 'duration',
    });
    expect(kinds('pending', 'goal', { pending: 0, toQuote: 3 })).toEqual({ pending: 'number', toQuote: 'number' });
    expect(kinds('requirement', 'analyse', { initial: { answered: true, deadline: '2026-05-13' } })).toEqual({
      'initial.answered': 'flag',
      'initial.deadline': 'day',
    });
    expect(
      kinds('pending', 'decide', { lastMessage: 'ai', next: { from: 5, facts: { lastMessage: 'none' } } }),
    ).toEqual({
      lastMessage: 'choice',
      'next.from': 'instant',
      'next.facts.lastMessage': 'choice',
    });
  });

  it('offers the events of the machine that the stage belongs to', () => {
    const shape = shapeOf('messaging', 'transition');
    const events = (state: string): readonly Json[] => {
      const field = fieldOf(shape, shape, '', { state });
      const event =
        field.kind === 'object' ? fieldOf(field.shape.properties?.['event'] ?? {}, shape, 'event', '') : field;
      return event.kind === 'choice' ? event.values : [];
    };
    expect(events('BOT')).toContain('bot-silent');
    expect(events('BOT')).not.toContain('survey-sent');
    expect(events('ASKED')).toContain('survey-sent');
  });

  it('shows a field that nobody knows, and what is not of its form, as JSON', () => {
    const shape = shapeOf('pending', 'goal');
    const boxes = boxesOf(shape, shape, [], { pending: true, toQuote: 1, colour: { red: 1 } });
    expect(boxes.map(([path, { kind }]) => [pathText(path), kind])).toEqual([
      ['pending', 'json'],
      ['toQuote', 'number'],
      ['colour', 'json'],
    ]);
    expect(valueOf({ kind: 'json' }, '{"red":2}')).toEqual({ red: 2 });
    expect(valueOf({ kind: 'json' }, '{red')).toBe('{red');
    expect(valueOf({ kind: 'number' }, 'three')).toBe('three');
  });

  it.each(systems)('begins every field of %s with something that may stand there', (system) => {
    const [{ zone } = { zone: 'UTC' }] = cases(system);
    const fresh = { now: '2026-05-13T10:00:00-04:00', date: '2026-05-13' };
    for (const decision of decisionsOf(system)) {
      const shape = shapeOf(system, decision);
      const state = { ...opening(system, decision, 'en'), now: fresh.now, zone, policy: {} };
      for (const [name, one] of Object.entries(shape.properties ?? {})) {
        const given = { ...state.given, [name]: blank(one, shape, name, fresh) };
        const telling = tellingOf({ ...state, given });
        const problems = telling.ok ? [] : telling.problems.filter(({ path }) => path.startsWith(`given.${name}`));
        // A text that names somebody begins empty, and a field may ask for another one beside it: those are not of its form.
        expect(problems.filter(({ seen, expected }) => seen !== '""' && !expected.includes(', for '))).toEqual([]);
      }
    }
  });

  it.each(systems)('takes the manual’s own value for every field of the policy of %s that it shows', (system) => {
    const { properties = {} } = policyShape(system);
    expect(Object.keys(properties).length).toBeGreaterThan(1);
    const [one] = cases(system);
    const state = stateFrom(one as Case, 'es');
    // The manual has no hours in which clients are called.
    const chosen = Object.entries(properties)
      .filter(([name]) => name !== 'callingHours')
      .map(([name, shape]) => [name, manualValue(system, name, shape)] as const);
    const telling = tellingOf({ ...state, policy: Object.fromEntries(chosen) });
    expect(telling.ok ? [] : telling.problems).toEqual([]);
    expect(telling.ok && telling.answer.outcome).toEqual(one?.outcome);
  });

  it('edits a calendar, and counts a wait by it', () => {
    const { properties = {} } = policyShape('ladder');
    const fresh = { now: '2026-05-15T18:00:00-04:00', date: '2026-05-15' };
    const state = { ...stateOfCase('ladder-001'), zone: 'America/Santiago', now: fresh.now };
    const searching = {
      ...state,
      decision: 'decide',
      given: { searchingSince: '2026-05-15T17:00:00-04:00', category: 'local' },
    };
    const calendar = manualValue('ladder', 'calendar', properties['calendar'] ?? {});
    const policy = { calendar, searchThreshold: { hours: 2, of: 'working-time' } };
    const told = tellingOf({ ...searching, policy, lang: 'es' });
    expect(told.ok && told.what).toMatch(/^Esperar hasta el lunes 18 de mayo de 2026, 10:00, horario hábil/);
    const shape = policyShape('ladder');
    const boxes = boxesOf(shape, shape, [], policy);
    expect(boxes.map(([path, { kind }]) => [pathText(path), kind])).toEqual([
      ['searchThreshold.hours', 'number'],
      ['searchThreshold.of', 'choice'],
      ['calendar.zone', 'text'],
      ...['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [
        [`calendar.week.${day}[0].from`, 'text'],
        [`calendar.week.${day}[0].to`, 'text'],
      ]),
    ]);
    // Without its calendar the wait is wrong, and that stands beside it.
    const { calendar: _none, ...alone } = policy;
    const problems = tellingOf({ ...searching, policy: alone });
    expect(problems.ok ? [] : problems.problems.map(({ path }) => path)).toEqual(['policy.searchThreshold']);
  });

  it('begins every part of a calendar with something that may stand there', () => {
    const fresh = { now: '2026-05-15T18:00:00-04:00', date: '2026-05-15' };
    const { calendar = {} } = policyShape('contact').properties ?? {};
    const { week = {}, holidays = {} } = calendar.properties ?? {};
    const { sun = {} } = week.properties ?? {};
    const sunday = blank(sun, calendar, 'sun', fresh);
    const shift = blank(sun.items ?? {}, calendar, 'sun', fresh);
    const policy = {
      callingHours: {
        zone: 'America/Santiago',
        week: { sun: [shift] },
        holidays: [blank(holidays.items ?? {}, calendar, 'holidays', fresh)],
        days: { '2026-05-16': sunday },
      },
    };
    const telling = tellingOf({ ...stateOfCase('contact-027'), policy });
    expect(telling.ok ? [] : telling.problems).toEqual([]);
    expect([shift, sunday]).toEqual([{ from: '09:00', to: '18:00' }, [{ from: '09:00', to: '18:00' }]]);
  });

  it('shows the versions of a policy, each value with a note of its own, and gives each back as it was', () => {
    const shape = versionsShape('ladder');
    const policy = { several: 3, searchThreshold: { hours: 3 } };
    const divided = inVersions(policy, '2024-05-13T10:00:00-04:00');
    const [first] = divided['versions'] as readonly Readonly<Record<string, Json>>[];
    const noted = {
      versions: [
        first ?? null,
        { version: 'b', from: 1_715_608_800_000, policy: {}, sources: { several: 'a letter' } },
      ],
      by: 'decision',
    };
    const boxes = boxesOf(shape, shape, [], noted);
    expect(Object.fromEntries(boxes.map(([path, { kind }]) => [pathText(path), kind]))).toMatchObject({
      'versions[0].version': 'text',
      'versions[0].policy.several': 'number',
      'versions[1].from': 'instant',
      'versions[1].sources.several': 'text',
      by: 'choice',
    });
    expect(boxes.filter(([, { kind }, value]) => kind === 'json' && value !== null)).toEqual([]);
    const written = boxes.reduce<Json>(
      (whole, [path, field, value]) =>
        value === null ? whole : put(whole, path, valueOf(field, textOf(field, value))),
      noted,
    );
    expect(written).toEqual(noted);
    expect(latestOf(inVersions(policy, 'now'))).toEqual(policy);
    for (const none of [{}, { versions: [] }, { versions: ['x'] }, { versions: [{ policy: 7 }] }]) {
      expect(latestOf(none)).toEqual({});
    }
  });

  it('begins another version with a free name, and after the others', () => {
    const now = Date.parse('2024-05-13T10:00:00-04:00');
    const made = (versions: Json | undefined): Json => nextVersion(versions, now, 'America/Santiago');
    const one = { version: '1', from: null, policy: {} };
    expect(made([one])).toEqual({ version: '2', from: '2024-05-13T10:00:00-04:00', policy: {} });
    expect(made([one, { version: '3', from: now, policy: {} }])).toMatchObject({
      version: '4',
      from: '2024-05-14T10:00:00-04:00',
    });
    expect(made([one, { version: 'b', from: '2024-05-20T10:00:00-04:00' }, 7])).toMatchObject({
      version: '3',
      from: '2024-05-21T10:00:00-04:00',
    });
    expect(made(undefined)).toMatchObject({ version: '1' });
    const { versions } = inVersions({}, '2024-05-13T10:00:00-04:00');
    const state = {
      ...stateOfCase('ladder-001'),
      policies: { versions: [...(versions as Json[]), made(versions)] },
    };
    expect(tellingOf(state)).toMatchObject({ ok: true });
  });

  it('calls the fields of a policy as the library does, wherever they stand', () => {
    for (const path of [['policy'], ['policies', 'versions', 1, 'policy'], ['policies', 'versions', 0, 'sources']]) {
      expect([path, holdsPolicy(path)]).toEqual([path, true]);
    }
    for (const path of [
      ['given'],
      ['policies'],
      ['policies', 'versions', 0],
      ['policy', 'calendar'],
      ['given', 'policy'],
    ]) {
      expect([path, holdsPolicy(path)]).toEqual([path, false]);
    }
    expect(fieldLabel('es', 'ladder', 'from', false, 'versions')).toBe('en vigor desde');
    expect(valueLabel('en', 'ladder', 'by', 'wait')).toBe('that of when the wait began');
  });

  it('writes durations of a policy as people do', () => {
    const window = policyShape('pending').properties?.['aiWindow'] ?? {};
    expect(manualValue('pending', 'aiWindow', window)).toEqual({ minutes: 5 });
    expect(manualValue('ladder', 'searchThreshold', window)).toEqual({ hours: 2 });
  });
});

describe('editing', () => {
  const whole: Json = { given: { list: ['a', 'b', 'c'], record: { one: 1, two: 2 } } };

  it('puts, drops, appends, moves and renames in one place, and leaves the rest', () => {
    expect(put(whole, ['given', 'list', 1], 'B')).toEqual({
      given: { list: ['a', 'B', 'c'], record: { one: 1, two: 2 } },
    });
    expect(at(drop(whole, ['given', 'list', 0]), ['given', 'list'])).toEqual(['b', 'c']);
    expect(at(drop(whole, ['given', 'record', 'one']), ['given', 'record'])).toEqual({ two: 2 });
    expect(at(append(whole, ['given', 'list'], 'd'), ['given', 'list'])).toEqual(['a', 'b', 'c', 'd']);
    expect(at(move(whole, ['given', 'list', 0], 1), ['given', 'list'])).toEqual(['b', 'a', 'c']);
    expect(Object.entries(at(rename(whole, ['given', 'record', 'one'], 'uno'), ['given', 'record']) ?? {})).toEqual([
      ['uno', 1],
      ['two', 2],
    ]);
    expect(whole).toEqual({ given: { list: ['a', 'b', 'c'], record: { one: 1, two: 2 } } });
  });

  it('does nothing at the ends of a list, and never loses a field to another of the same name', () => {
    expect(move(whole, ['given', 'list', 0], -1)).toEqual(whole);
    expect(move(whole, ['given', 'list', 2], 1)).toEqual(whole);
    expect(rename(whole, ['given', 'record', 'one'], 'two')).toEqual(whole);
    expect(rename(whole, ['given', 'record', 'one'], '')).toEqual(whole);
  });

  it('writes paths as the door does, so that a problem stands beside its field', () => {
    const state = stateOfCase('requirement-019');
    const path = ['given', 'insistences', 0, 'deadline'];
    const given = put({ given: state.given }, path, 'soon') as { readonly given: State['given'] };
    const telling = tellingOf({ ...state, ...given });
    expect(telling.ok ? [] : telling.problems).toEqual([
      {
        path: pathText(path),
        seen: '"soon"',
        expected: 'a civil date ("2026-05-13") or an instant (ISO 8601 with an offset)',
      },
    ]);
  });
});

describe('the address of a page', () => {
  const texts = fc.string({ unit: 'grapheme' });
  const json = fc.dictionary(texts, fc.jsonValue()).map((one) => JSON.parse(JSON.stringify(one)) as State['given']);
  const states: fc.Arbitrary<State> = fc.record({
    system: fc.constantFrom(...systems),
    decision: texts,
    given: json,
    now: texts,
    zone: texts,
    policy: json,
    policies: fc.option(json),
    lang: fc.constantFrom(...languages),
  });

  it('holds any state, in letters that an address may have, and always the same', () => {
    fc.assert(
      fc.property(states, (state) => {
        const address = addressOf(state);
        expect(address).toMatch(/^[\w-]+$/);
        expect(stateOf(`#${address}`)).toEqual(state);
        expect(addressOf(stateOf(address) ?? state)).toBe(address);
      }),
    );
  });

  it('holds every case, the longest file too', () => {
    for (const one of all) expect(stateOf(addressOf(stateFrom(one, 'es')))).toEqual(stateFrom(one, 'es'));
    const long = { ...stateOfCase('pending-009'), given: { csv: 'ñandú,'.repeat(40_000) } };
    expect(stateOf(addressOf(long))).toEqual(long);
  });

  it('is for a case without versions what it was before there were any', () => {
    const bytes = JSON.stringify([1, 'pending', 'goal', { pending: 0 }, 'now', 'UTC', { aiWindow: 'x' }, 'en']);
    const address = btoa(bytes).replaceAll('=', '');
    expect(stateOf(address)).toMatchObject({ policy: { aiWindow: 'x' }, policies: null });
    expect(addressOf(stateOf(address) as State)).toBe(address);
    for (const more of [7, [7, 8], ['x', {}]]) {
      const wrong = [...(JSON.parse(bytes) as Json[]), ...[more].flat()];
      expect(stateOf(btoa(JSON.stringify(wrong)))).toBeNull();
    }
  });

  it('tells a broken one, and never throws', () => {
    const address = addressOf(stateOfCase('pending-009'));
    for (const broken of ['', '#', 'nothing of ours', address.slice(0, -7), `${address}!`, btoa('[2]'), btoa('{}')]) {
      expect(stateOf(broken)).toBeNull();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(stateOf(text)).toBeNull();
      }),
    );
  });
});

describe('boundaries', () => {
  it.each(systems)('of %s are exact: another answer at each, the same one up to the millisecond before', (system) => {
    let found = 0;
    for (const one of cases(system).filter(hasCourse)) {
      const state = stateFrom(one, 'en');
      const { stretches } = courseOf(state, instantOf(one.now) ?? 0);
      for (const { from, until, answer } of stretches) {
        if (until === null) continue;
        found += 1;
        const [first, last, next] = [from, until - 1, until].map((instant) => answerAt(state, instant));
        if (first == null || last == null || next == null) throw new Error(`${one.id} could not be asked.`);
        expect([one.id, from, isSame(first, answer), isSame(last, answer)]).toEqual([one.id, from, true, true]);
        expect([one.id, until, isSame(next, answer)]).toEqual([one.id, until, false]);
      }
    }
    // Where agents are and what a file holds is told as it is now: no time goes by in routing.
    expect(found > 0).toBe(system !== 'routing');
  });

  it('miss no change in between: every instant has the answer of its stretch', () => {
    const moving = all.filter(hasCourse).map((one) => stateFrom(one, 'en'));
    fc.assert(
      fc.property(
        fc.constantFrom(...moving),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (state, share) => {
          const { from, to, stretches } = courseOf(state, instantOf(state.now) ?? 0);
          // Where answers have no end, the picture ends with the last one that was asked for.
          // A share just below one is rounded up to the end, which is no part of the picture.
          const instant = Math.min(Math.floor(from + (to - from) * share), to - 1);
          const stretch = stretches.find(({ until }) => until === null || instant < until);
          const answer = answerAt(state, instant);
          if (stretch === undefined) expect([state, instant, stretches]).toEqual([state, instant, []]);
          else expect(answer !== null && isSame(answer, stretch.answer)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are where the manual puts them', () => {
    const boundaries = (id: string): readonly string[] => {
      const state = stateOfCase(id);
      const { stretches } = courseOf(state, instantOf(state.now) ?? 0);
      return stretches.flatMap(({ until }) => (until === null ? [] : [isoText(until, state.zone)]));
    };
    // The AI attends from 10:00, for five minutes: exceeded by a millisecond, they are over.
    expect(boundaries('pending-009')).toEqual(['2024-05-13T10:00:00-04:00', '2024-05-13T10:05:00.001-04:00']);
    // The maximum date is in term to its end.
    expect(boundaries('requirement-002')).toEqual(['2024-05-14T00:00:00-04:00']);
  });

  it('are none for an event, nor for what cannot be asked', () => {
    const event = stateOfCase('pending-009');
    expect(
      courseOf({ ...event, decision: 'transition', given: { state: 'EMPTY', event: 'tick' } }, 0).stretches,
    ).toEqual([]);
    expect(courseOf({ ...event, given: {} }, 0).stretches).toEqual([]);
  });

  it('are told before and after an instant', () => {
    const state = stateOfCase('pending-009');
    const course = courseOf(state, instantOf(state.now) ?? 0);
    const end = Date.parse('2024-05-13T10:05:00.001-04:00');
    expect(nearest(course, end - 1)).toEqual({ before: Date.parse('2024-05-13T10:00:00-04:00'), after: end });
    expect(nearest(course, end)).toEqual({ before: Date.parse('2024-05-13T10:00:00-04:00'), after: null });
  });
});

describe('what a page tells', () => {
  it.each(systems)('of %s: every case in both languages, with the answer that the case expects', (system) => {
    for (const one of cases(system)) {
      for (const lang of languages) {
        const telling = tellingOf(stateFrom(one, lang));
        if (!telling.ok) throw new Error(`${one.id} could not be asked.`);
        expect([one.id, telling.answer.outcome]).toEqual([one.id, one.outcome]);
        expect(telling.what).toMatch(/\.$/);
        expect(telling.law).toContain(telling.answer.fired[0]);
        expect(`${telling.what}${telling.why}${telling.until}`).not.toMatch(/undefined|\[object|NaN/);
        const tables = tablesBehind(telling.answer, lang);
        for (const { rows } of tables) expect(rows.filter(({ isWinner }) => isWinner).length).toBeGreaterThan(0);
        const fired: readonly string[] = telling.answer.fired;
        for (const { rule, text } of missesOf(telling.answer, lang)) {
          expect(text).toContain(rule);
          expect(fired[0]).not.toBe(rule);
        }
      }
    }
  });

  it('tells what the manual leaves open, with our reading and the other one', () => {
    const telling = tellingOf(stateOfCase('requirement-002', 'es'));
    const [question] = telling.ok ? telling.open : [];
    expect(question?.code).toBe('RQ-7');
    expect(question?.reading.es).not.toBe('');
  });

  it('lists all that is wrong, and never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        (one, given, now) => {
          const telling = tellingOf({ ...stateFrom(one, 'en'), given: given as State['given'], now });
          expect(telling.ok || telling.problems.length > 0).toBe(true);
        },
      ),
    );
  });

  it('names the version of the policy that decided, since when it is in force, and where it is written', () => {
    const one = stateOfCase('ladder-001');
    const policies = {
      versions: [
        { version: 'of ever', from: null, policy: {} },
        {
          version: 'May',
          from: '2024-05-13T10:00:00-04:00',
          policy: { searchThreshold: { hours: 3 } },
          sources: { searchThreshold: 'minutes of 10 May' },
        },
      ],
    };
    const telling = tellingOf({ ...one, policies });
    expect(telling).toMatchObject({
      ok: true,
      version: { name: 'May', since: '2024-05-13 10:00:00', sources: [['searchThreshold', 'minutes of 10 May']] },
    });
    expect(telling.ok && telling.what).toContain('13:00');
    const [first, second] = policies.versions;
    const later = { versions: [first, { ...second, from: Date.parse('2024-05-13T10:00:00-04:00') + 1 }] };
    expect(tellingOf({ ...one, policies: later as unknown as State['given'] })).toMatchObject({
      version: { name: 'of ever', since: '', sources: [] },
    });
    expect(tellingOf(one)).toMatchObject({ version: null });
    expect(check(specCase({ ...one, policies }))).toMatchObject({
      pass: true,
      actual: { version: 'May' },
      problems: [],
    });
    expect(specCase({ ...one, policies })).toMatchObject({ determined: 'default-reading', policies, version: 'May' });
    const wrong = tellingOf({ ...one, policies: { versions: [second] } as unknown as State['given'] });
    expect(wrong.ok ? [] : wrong.problems.map(({ path }) => path)).toEqual(['policies.versions[0].from']);
  });

  it('changes where another version comes into force, if that is what counts', () => {
    const one = stateOfCase('ladder-001');
    const from = '2024-05-13T11:30:00-04:00';
    const { versions } = inVersions({ searchThreshold: { hours: 1 } }, from);
    const [first, second] = versions as readonly [Readonly<Record<string, Json>>, Json];
    const state = { ...one, policies: { versions: [{ ...first, policy: {} }, second], by: 'decision' } };
    const { stretches } = courseOf(state, instantOf(one.now) ?? 0);
    expect(stretches.map(({ until }) => until)).toContain(instantOf(from));
    expect(stretches.find(({ until }) => until === instantOf(from))?.answer.version).toBe('1');
  });

  it('is copied as a case that the specification passes', () => {
    for (const one of all) {
      const copied = specCase(stateFrom(one, 'es'));
      const { pass, ruleMatches, problems } = check(copied);
      expect([one.id, pass, ruleMatches, problems]).toEqual([one.id, true, true, []]);
      expect(copied).toMatchObject({ given: one.given, now: one.now, outcome: one.outcome });
    }
    expect(specCase({ ...stateOfCase('pending-009'), now: 'soon' })).toBeNull();
  });

  it.each(systems)('opens %s with an example of each question that has one', (system) => {
    for (const decision of questionsOf(system)) {
      const state = opening(system, decision, 'es');
      const examples = examplesOf(system, decision);
      expect([decision, tellingOf(state).ok]).toEqual([decision, true]);
      for (const one of examples) expect(titleOf(one, 'es').startsWith(`${one.id}: `)).toBe(true);
    }
    expect([...questionsOf(system)].sort()).toEqual([...decisionsOf(system)].sort());
  });
});

describe('words', () => {
  const shapesOf = (system: System): readonly Shape[] => [
    ...decisionsOf(system).map((decision) => shapeOf(system, decision)),
    policyShape(system),
    versionsShape(system),
  ];
  const walk = (shape: Shape, name: string, meet: (name: string, values: readonly Json[]) => void): void => {
    meet(name, [...(shape.enum ?? []), ...(shape.const === undefined ? [] : [shape.const])]);
    for (const one of [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]) walk(one, name, meet);
    if (shape.items !== undefined) walk(shape.items, name, meet);
    if (typeof shape.additionalProperties === 'object') walk(shape.additionalProperties, name, meet);
    for (const [key, one] of Object.entries(shape.properties ?? {})) walk(one, key, meet);
  };

  it.each(systems)('name every question, field and value of %s', (system) => {
    for (const decision of decisionsOf(system)) expect(en.questions).toHaveProperty([`${system}/${decision}`]);
    const missing: string[] = [];
    const policy = Object.keys(policyShape(system).properties ?? {});
    for (const shape of shapesOf(system)) {
      walk(shape, '', (name, values) => {
        // A field of the policy is called as the library calls it.
        const isPolicy = policy.includes(name);
        if (name !== '' && !isPolicy && !Object.hasOwn(en.fields, name)) missing.push(name);
        for (const lang of languages) {
          for (const value of values)
            if (valueLabel(lang, system, name, value) === '') missing.push(`${name}=${value as string}`);
        }
        for (const value of values) {
          const isStep = name === 'state' || name === 'event';
          const isNamed = [`${name}=${value as string}`, value as string].some((one) => Object.hasOwn(en.values, one));
          if (!isStep && !isNamed) missing.push(`${name}=${value as string}`);
        }
      });
    }
    expect([...new Set(missing)]).toEqual([]);
  });

  it.each(systems)('name the stages and events of %s, those that no machine has too', (system) => {
    const bare: string[] = [];
    for (const shape of shapesOf(system)) {
      walk(shape, '', (name, values) => {
        if (name !== 'state' && name !== 'event') return;
        for (const value of values) if (valueLabel('es', system, name, value) === value) bare.push(`${name}=${value}`);
      });
    }
    expect([...new Set(bare)]).toEqual([]);
  });

  it('are other words in each language, but for names', () => {
    const same = Object.entries(en.page).filter(([name, text]) => es.page[name as keyof typeof en.page] === text);
    expect(same.map(([name]) => name)).toEqual(['no', 'backOne', 'onOne']);
    expect(fieldLabel('es', 'pending', 'aiWindow', true)).toBe('plazo de la IA');
    expect(fieldLabel('es', 'pending', 'by', false)).toBe('de quién');
    expect(questionLabel('es', 'pending', 'goal')).toBe('¿Se cumplió la meta?');
  });
});

describe('local times', () => {
  it('are read as the clocks of the zone show them, and written back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('1950-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') }),
        fc.constantFrom('America/Santiago', 'America/Caracas', 'UTC', 'Europe/Madrid'),
        (instant, zone) => {
          expect(instantOf(isoText(instant, zone))).toBe(instant);
          const read = instantAt(localText(instant, zone), zone);
          // In the hour that is shown twice, it is the earlier of the two.
          expect([instant, instant - 3_600_000, instant - 1_800_000]).toContain(read);
        },
      ),
    );
  });

  it('are the earlier where the clocks show them twice, and none where they are no time', () => {
    expect(instantAt('2024-04-06T23:30:00', 'America/Santiago')).toBe(Date.parse('2024-04-06T23:30:00-03:00'));
    expect(instantAt('2026-05-13T10:04:59.999', 'America/Santiago')).toBe(Date.parse('2026-05-13T10:04:59.999-04:00'));
    for (const bad of ['', '2026-05-13', '2026-13-13T10:00', 'soon']) expect(instantAt(bad, 'UTC')).toBeNull();
  });
});
