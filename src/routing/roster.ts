import type { Agents } from './columns.js';

/** How many cells are remembered beside the `Map`: a power of two, far more than a contact centre has agents. */
const RECENT = 4096;

/** The agents whom rows name, each by a number, 0 for nobody: told apart once, however many rows name them. */
export class Roster {
  readonly #ids: [null, ...string[]] = [null];
  readonly #numbers = new Map<string, number>([['', 0]]);
  /** By some of their letters, the cells read last and the numbers of those whom they name: most rows ask no `Map`. */
  readonly #cells = new Array<string>(RECENT);
  readonly #recent = new Uint32Array(RECENT);

  /** The ids by their numbers. */
  get ids(): Agents {
    return this.#ids;
  }

  /** The number of the agent whom a cell names, blanks around them apart; 0: it is blank. */
  numberOf(cell: string): number {
    const slot = slotOf(cell);
    if (this.#cells[slot] === cell) return this.#recent[slot] as number;
    const id = cell.trim().normalize('NFC');
    const number = this.#numbers.get(id) ?? this.#add(id);
    this.#cells[slot] = copied(cell);
    this.#recent[slot] = number;
    return number;
  }

  #add(agent: string): number {
    const id = copied(agent);
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    return number;
  }
}

/** Ids mostly differ at their ends, and three letters are read faster than all: four bits of each. */
function slotOf(text: string): number {
  const { length } = text;
  const last = text.charCodeAt(length - 1) & 15;
  const three = last | ((text.charCodeAt(length - 2) & 15) << 4) | ((text.charCodeAt(length - 3) & 15) << 8);
  // `agent-12` and `supervisor-12` end alike.
  return (three ^ (length * 0x153)) & (RECENT - 1);
}

/** A cell may be a slice of the file's text, and would keep all of it in memory: what is kept is written anew. */
export function copied(text: string): string {
  return Array.from(text).join('');
}
