import { Chance } from './chance.js';
import { Fault } from './host.js';
import { play } from './play.js';
import type { Happened, Room } from './room.js';
import { judge } from './verdict.js';

/** Plays one life again, and tells what happens in it: first undisturbed, then not. */
export function replay<State, Event extends Happened>(
  room: Room<State, Event>,
  seed: number,
  tell: (text: string) => void,
): boolean {
  for (const faults of [false, true]) {
    const life = room.live(seed, new Chance(seed, room.name));
    tell(`${room.name}:${seed}, ${faults ? 'disturbed' : 'undisturbed'}: ${life.about}`);
    tell('Instants are milliseconds since the beginning.');
    try {
      play(life, seed, { faults, log: tell });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      tell(`stopped: ${error.message}`);
    }
  }
  const { difference, isOvertaken } = judge(room, seed);
  tell(difference ?? (isOvertaken ? 'As the order of arrival has it.' : 'Nothing differs but when it was noticed.'));
  return difference === null;
}
