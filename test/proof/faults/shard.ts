/** Some of the lives, in a process of their own: `shard.ts <system> <from> <to>`. Their tally goes out as JSON. */
import { tallyOf } from './tally.js';
import type { RoomName } from './rooms.js';

const [name, from, to] = process.argv.slice(2);
process.stdout.write(JSON.stringify(tallyOf(name as RoomName, Number(from), Number(to))));
