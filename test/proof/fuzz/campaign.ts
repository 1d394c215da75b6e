import { inspect } from 'node:util';
import { Experience, placesPassed } from './coverage.js';
import { UNREADABLE, type Door } from './doors/index.js';
import { isHostile } from './oddities.js';
import { prototypesCleaned, prototypesWatched } from './prototypes.js';
import { chance, few, mulberry32, pick, type Random } from './random.js';
import { mutatedText } from './texts.js';
import { LARGEST, mutated, realised, sizeOf, type Material } from './values.js';

/** Something that a door must not do, once for all inputs that make it do the same. */
export interface Failure {
  readonly door: string;
  readonly what: string;
  /** The input as it is written in code, cut to a readable length. */
  readonly input: string;
  /** With the seed of the campaign it draws the same once more: `call` of the door is given both. */
  readonly execution: number;
  times: number;
}

/** What a campaign saw. */
export interface Findings {
  readonly executions: number;
  readonly outcomes: number;
  readonly kept: number;
  readonly placesPassed: number;
  /** The slowest call of an input of less than 100 kB, in milliseconds. */
  readonly slowest: number;
  readonly failures: readonly Failure[];
}

/** A call that takes longer is looked at: three times as long is a failure for inputs of less than 100 kB. */
const SLOW = 250;
const SMALL = 100_000;
/** So many inputs are kept of a door; then a new one takes the place of an old one. */
const KEPT = 1_500;
const BATCH = 200;

interface Field {
  readonly door: Door;
  readonly corpus: unknown[];
  readonly experience: Experience;
}

/** Inputs that are changed a little and given to doors; those that are answered in a new way are changed on. */
export class Campaign {
  readonly #seed: number;
  readonly #words: readonly string[];
  readonly #fields: readonly Field[];
  readonly #pollution = prototypesWatched();
  readonly #failures = new Map<string, Failure>();
  #executions = 0;
  #slowest = 0;

  constructor(doors: readonly Door[], words: readonly string[], seed: number) {
    this.#seed = seed;
    this.#words = words;
    this.#fields = doors.map((door) => ({ door, corpus: [...door.seeds], experience: new Experience() }));
  }

  /** The inputs to begin with, as they are. */
  async begin(): Promise<void> {
    for (const field of this.#fields) for (const seed of field.door.seeds) await this.#execute(field, seed);
  }

  /** One changed input at one door. `announce` is told before the call, in case that there is no after it. */
  async step(announce: (door: string, input: unknown) => void = () => undefined): Promise<void> {
    const random = mulberry32(this.#seed + this.#executions * 7_919);
    const field = pick(random, this.#fields);
    const parent = pick(random, field.corpus);
    const material: Material = { words: this.#words, other: () => pick(random, field.corpus) };
    const input = changedFor(field.door, parent, random, material);
    announce(field.door.name, input);
    // What is large is not made larger still.
    if ((await this.#execute(field, input)) && sizeOf(input, SMALL) < SMALL) {
      if (field.corpus.length < KEPT) field.corpus.push(input);
      else field.corpus[few(random, field.corpus.length)] = input;
    }
  }

  /** Calls a door and looks at all that must hold. Says whether its answer is a new one. */
  async #execute({ door, experience }: Field, input: unknown): Promise<boolean> {
    const execution = this.#executions++;
    const value = door.kind === 'value' ? realised(input, execution % 2 === 0) : input;
    const call = async (): Promise<readonly string[]> => door.call(value, mulberry32(this.#seed ^ execution));
    const began = performance.now();
    let signs: readonly string[] = [];
    try {
      signs = await call();
      if (signs.some((sign) => sign.includes(UNREADABLE)) && !isHostile(input))
        throw new Error('Plain data, and unreadable.');
    } catch (error) {
      signs = [`thrown ${error instanceof Error ? error.name : typeof error}`];
      if (door.mayThrow?.(error) !== true) this.#fail(door, traceOf(error), input, execution);
    }
    await this.#time(door, input, execution, performance.now() - began, call);
    if (execution % BATCH === 0) this.#look(door, input, execution);
    return experience.isNew(signs);
  }

  /** What took long is called again: another process may have had the processor. */
  async #time(
    door: Door,
    input: unknown,
    execution: number,
    took: number,
    call: () => Promise<unknown>,
  ): Promise<void> {
    let least = took;
    for (let again = 0; again < 2 && least > SLOW; again++) {
      const began = performance.now();
      await call().catch(() => undefined);
      least = Math.min(least, performance.now() - began);
    }
    if (least <= this.#slowest) return;
    const size = sizeOf(input, LARGEST);
    if (size <= SMALL) this.#slowest = least;
    if (least > SLOW * Math.max(1, size / SMALL)) {
      this.#fail(door, `slow: ${Math.round(least)} ms for ${size} characters`, input, execution);
    }
  }

  #look(door: Door, input: unknown, execution: number): void {
    const polluted = this.#pollution();
    if (polluted.length === 0) return;
    this.#fail(door, `prototypes changed within ${BATCH} calls: ${polluted.join(', ')}`, input, execution);
    prototypesCleaned();
  }

  #fail(door: Door, what: string, input: unknown, execution: number): void {
    const key = `${door.name} ${what.replaceAll(/\d+/g, '#')}`;
    const known = this.#failures.get(key);
    if (known !== undefined) known.times++;
    else this.#failures.set(key, { door: door.name, what, input: written(input), execution, times: 1 });
  }

  get findings(): Findings {
    return {
      executions: this.#executions,
      outcomes: this.#fields.reduce((sum, { experience }) => sum + experience.outcomes, 0),
      kept: this.#fields.reduce((sum, { corpus, door }) => sum + corpus.length - door.seeds.length, 0),
      placesPassed: placesPassed(),
      slowest: this.#slowest,
      failures: [...this.#failures.values()],
    };
  }
}

function changedFor(door: Door, parent: unknown, random: Random, material: Material): unknown {
  if (door.mutation !== undefined) return door.mutation(parent, random, material);
  if (door.kind !== 'text') return mutated(parent, random, material);
  const text = parent as string;
  return chance(random, 0.9) ? mutatedText(text, random, material.words) : text + String(material.other());
}

/** What was thrown, and the first two places in the library that it went through. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${typeof error}`;
  const places = (error.stack ?? '')
    .split('\n')
    .slice(1, 12)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/.*\//, '('));
  return `${error.name}: ${error.message.slice(0, 200)} ${places.slice(0, 3).join(' < ')}`;
}

export function written(input: unknown): string {
  if (input instanceof Uint8Array)
    return `Buffer.from('${Buffer.from(input).toString('base64').slice(0, 2_000)}', 'base64')`;
  return inspect(input, { depth: 12, maxStringLength: 400, maxArrayLength: 20, breakLength: 120 }).slice(0, 3_000);
}
