import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deliver } from '../mailbox.js';
import { Chance } from '../rehearsal/chance.js';
import { lifeOf, type Life } from '../rehearsal/life.js';
import { OPENING } from '../rehearsal/people.js';
import { rehearse } from '../rehearsal/rehearsal.js';
import { differencesOf, type Played } from '../rehearsal/verdict.js';

const HOUR = 3_600_000;
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

/** A life as the workers would have played it. */
function played(life: Life): Played {
  const acts = life.acts.map((act) => ({ ...act, at: OPENING, attempts: 1 }));
  return { move: 'm1', status: 'SUCCESS', ending: life.ending, error: null, acts };
}

test(`a host that looks late does the same, of seed ${seed}`, () => {
  for (let number = 1; number <= 150; number++) {
    const chance = new Chance(seed, `late/${number}`);
    const late = lifeOf(seed, number, () => (chance.is(0.3) ? chance.whole(0, 20 * HOUR) : 0));
    assert.deepEqual(differencesOf(lifeOf(seed, number), played(late)), []);
  }
});

test('moves end in every way there is', () => {
  const ends = new Set(
    Array.from({ length: 250 }, (_, index) => {
      const { search, talk, round } = lifeOf(1, index + 1).ending;
      return `${search}, ${talk ?? 'never contacted'}, round ${round}`;
    }),
  );
  for (const end of [
    'ASSIGNED, never contacted, round 1',
    'ASSIGNED, ASSIGNED, round 1',
    'ASSIGNED, ASSIGNED, round 2',
    'REFUNDED, REFUNDED, round 1',
    'REFUNDED, REFUNDED, round 2',
    'CANCELLED, never contacted, round 1',
    'CANCELLED, CANCELLED, round 1',
  ]) {
    assert.ok(ends.has(end), `${end} is not among ${[...ends].join('; ')}`);
  }
});

test('the verdict tells what is missing, what was done too, what was done with other data, and another end', () => {
  const life = lifeOf(1, 1);
  const [first, ...rest] = played(life).acts;
  assert.ok(first !== undefined && life.acts.length > 1);
  const told = (acts: Played['acts'], other: Partial<Played> = {}): string =>
    differencesOf(life, { ...played(life), acts, ...other }).join('; ');
  assert.equal(told([first, ...rest]), '');
  assert.match(told(rest), /was not done/);
  assert.match(told([first, ...rest, { ...first, key: `${first.key}/again` }]), /was done too/);
  assert.match(told([{ ...first, outcome: { ...first.outcome, more: true } }, ...rest]), /"more":true/);
  assert.match(told([first, ...rest], { ending: { ...life.ending, mp: 'mp-99' } }), /mp-99/);
  assert.match(told([first, ...rest], { status: 'ERROR', error: 'lists-sent is refused' }), /ERROR/);
});

test('what is faulty goes no further than the door', async () => {
  const client = { send: () => assert.fail('it was sent') } as unknown as Parameters<typeof deliver>[0];
  const problems = await deliver(client, 'm1', 'w1', {
    search: [{ type: 'mp-confirmed', id: 'w1', at: 'today', mp: 'a' }],
  });
  assert.deepEqual(problems.map(({ path }) => path).sort(), ['at', 'move']);
});

test(`workers are killed while they work, and every move ends as it would undisturbed, of seed ${seed}`, async () => {
  const outcome = await rehearse({
    seed,
    moves: 20,
    workers: 2,
    pace: 28_800,
    kills: 3,
    patience: 240_000,
  });
  assert.deepEqual(outcome.differences, []);
  assert.ok(outcome.kills.atRandom + outcome.kills.betweenActAndRecord >= 2, JSON.stringify(outcome.kills));
  assert.ok(outcome.kills.betweenActAndRecord > 0);
  // Who died between an act and its record was asked for the same act again: it was not done again.
  assert.ok(outcome.attempts > outcome.acts, `${outcome.attempts} attempts at ${outcome.acts} acts`);
  assert.ok(outcome.recoveries > 0);
});
