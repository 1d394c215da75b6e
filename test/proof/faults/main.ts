/**
 * A host that loses, repeats, delays, reorders and restarts: `npm run prove -- faults`. One life again, and what happens
 * in it: `FAULTS_LIFE=ladder:12345 npm run prove -- faults`. Another number of lives of each system: `FAULTS_LIVES=1000`.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { publish, type Figure } from '../figures.js';
import { exposures } from './flaws.js';
import { replay } from './replay.js';
import { roomNames, rooms, type RoomName } from './rooms.js';
import { added, noTally, type Tally } from './tally.js';

/** Of each system. */
const LIVES = Number(process.env['FAULTS_LIVES'] ?? 25_000);
const SHARD = 2_500;
/** A worse host is to be found out within so many lives of a system. */
const MOST = 500;

const shard = fileURLToPath(new URL('shard.ts', import.meta.url));

function played(room: RoomName, from: number, to: number): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const child = spawn('tsx', [shard, room, String(from), String(to)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part: Buffer) => (text += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(text) as Tally);
      else reject(new Error(`${room} ${from}–${to} ended with ${code}`));
    });
  });
}

/** All lives, as many processes at a time as there are cores. */
async function tallies(): Promise<ReadonlyMap<RoomName, Tally>> {
  const sums = new Map(roomNames.map((room) => [room, noTally()]));
  const work = roomNames.flatMap((room) =>
    Array.from({ length: Math.ceil(LIVES / SHARD) }, (_, index) => ({ room, from: 1 + index * SHARD })),
  );
  const worker = async (): Promise<void> => {
    for (let one = work.shift(); one !== undefined; one = work.shift()) {
      const tally = await played(one.room, one.from, Math.min(one.from + SHARD, LIVES + 1));
      sums.set(one.room, added(sums.get(one.room) ?? noTally(), tally));
      for (const { seed, difference } of tally.failures) console.error(`${one.room}:${seed}  ${difference}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return sums;
}

function count(number: number): string {
  return number.toLocaleString('en');
}

/** What was seen of one system. */
function figureOf(room: RoomName, tally: Tally): Figure {
  const { lives, differing, later, overtaken, events, deliveries, acts, settled, mishaps } = tally;
  const seeds = tally.failures.map(({ seed }) => `${room}:${seed}`).join(', ');
  return {
    claim: `\`${room}\`: every life of a disturbed host goes as that of the undisturbed one, but for when it is noticed; no act is done twice that the manual has done once`,
    seen: [
      `${count(lives)} lives: ${count(differing)} differ${differing > 0 ? ` (such as ${seeds})` : ''}, ${count(later)} differ only in when,`,
      `${count(overtaken)} in which the order of arrival was decisive go exactly as that order has it.`,
      `${count(events)} events in ${count(deliveries)} deliveries: ${count(mishaps.delayed)} delayed, ${count(mishaps.lost)} lost and sent again,`,
      `${count(mishaps.unacknowledged)} taken but not acknowledged, ${count(mishaps.copies)} repeated later, ${count(mishaps.outOfOrder)} out of order,`,
      `${count(mishaps.ahead)} dated ahead of the clock. Timers: ${count(mishaps.lateTimers)} late, ${count(mishaps.lostTimers)} lost, ${count(mishaps.needlessTimers)} out of date.`,
      `${count(mishaps.restarts)} restarts from JSON, ${count(mishaps.betweenActAndRecord)} of them between an act and its record.`,
      `${count(acts)} acts done; ${count(settled)} found done after a crash, and none done twice.`,
    ].join(' '),
    holds: differing === 0 && lives === LIVES,
  };
}

async function prove(): Promise<void> {
  const began = performance.now();
  const sums = await tallies();
  const figures = roomNames.map((room) => figureOf(room, sums.get(room) ?? noTally()));
  const found = exposures(MOST);
  const worse = found.map(({ flaw, after }): Figure => ({
    claim: `A host that ${flaw} is found out`,
    seen: after
      .map(({ room, lives }) => `\`${room}\`: ${lives === null ? `not in ${MOST} lives` : `life ${lives}`}`)
      .join(', '),
    holds: after.every(({ lives }) => lives !== null),
  }));
  publish('faults', began, [...figures, ...worse]);
}

const [name, seed] = (process.env['FAULTS_LIFE'] ?? '').split(':');
const room = roomNames.find((one) => one === name);
if (name === '') await prove();
else if (room === undefined) {
  console.error(`FAULTS_LIFE: expected a system and a seed, such as ladder:12345. Systems: ${roomNames.join(', ')}.`);
  process.exitCode = 2;
} else {
  const isSame = replay(rooms[room], Number(seed), (text) => {
    console.log(text);
  });
  process.exitCode = isSame ? 0 : 1;
}
