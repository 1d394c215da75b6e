import type { AnyDecision } from 'pauta/catalogue';
import { explain, explainRecorded, languages } from 'pauta/render';
import type { System } from 'pauta/catalogue';
import { canonical } from './canonical.js';
import { zones } from './zones.js';

/** So many decisions make a chunk, by which a difference is found. */
export const CHUNK = 1_000;

/** One decision in so many is told in sentences too. */
const TOLD = 20;

/** A day, an hour, a minute, a second and a millisecond: so long before its end an answer is told. */
const BEFORE = 90_061_001;

/** What is made known of decisions while they are kept: for counting what they reach. */
export type Witness = (question: string, answer: unknown) => void;

/** What a machine or a journal made of an event, as far as sentences are told of it. */
type Became = Parameters<typeof explainRecorded>[1];

/** The book in which what a system was asked, and what it answered, is kept as digests of a thousand decisions each. */
export class Ledger {
  readonly system: System;
  count = 0;
  sentences = 0;
  /** Digests of what was drawn, and of what was answered. */
  readonly drawnBy: string[] = [];
  readonly decidedBy: string[] = [];
  /** The lines of the chunk that was asked for. */
  readonly lines: string[] = [];
  readonly #quota: number;
  readonly #wanted: number | undefined;
  readonly #witness: Witness | undefined;
  #drawn: string[] = [];
  #decided: string[] = [];
  readonly #closing: Promise<void>[] = [];

  constructor(system: System, quota: number, wanted?: number, witness?: Witness) {
    this.system = system;
    this.#quota = quota;
    this.#wanted = wanted;
    this.#witness = witness;
  }

  get isFull(): boolean {
    return this.count >= this.#quota;
  }

  /** What was drawn, of which the next decisions are asked. */
  drawn(value: unknown): void {
    if (!this.isFull) this.#drawn.push(canonical(value));
  }

  /** What was answered: no decision with a rule and a term, but a list, a count, a reading. */
  answered(question: string, answer: unknown): void {
    this.#keep(question, answer, '');
  }

  /** What was decided; one in twenty is told in sentences, to people in one of the zones, in one of the languages. */
  decided(question: string, decision: AnyDecision): void {
    let told = '';
    if (!this.isFull && this.count % TOLD === 0) {
      const zone = zones[Math.floor(this.sentences / 2) % zones.length] as string;
      const clock = { now: () => (decision.validUntil ?? 0) - BEFORE };
      told = explain(decision, { lang: this.#next(), zone, clock }).text;
    }
    this.#keep(question, decision, told);
  }

  /**
   * What became of an event; one in twenty is told in sentences. The state that it left is not kept with each: at the
   * end of a history it is, whole.
   */
  recorded(question: string, { status, code, rule }: Became): void {
    const became = { status, ...(code === undefined ? {} : { code }), ...(rule === undefined ? {} : { rule }) };
    let told = '';
    if (!this.isFull && this.count % TOLD === 0) {
      told = explainRecorded<System>(this.system, became, this.#next());
    }
    this.#keep(question, became, told);
  }

  /** The language of the next sentence: by turns. */
  #next(): (typeof languages)[number] {
    this.sentences += 1;
    return languages[this.sentences % 2] as (typeof languages)[number];
  }

  #keep(question: string, answer: unknown, told: string): void {
    if (this.isFull) return;
    this.#witness?.(question, answer);
    this.#decided.push(`${question} ${canonical(answer)} ${told}`);
    this.count += 1;
    if (this.count % CHUNK === 0 || this.isFull) this.#close();
  }

  #close(): void {
    const place = this.decidedBy.length;
    if (place === this.#wanted) this.lines.push(...this.#drawn, ...this.#decided);
    this.drawnBy.push('');
    this.decidedBy.push('');
    const [drawn, decided] = [this.#drawn.join('\n'), this.#decided.join('\n')];
    this.#closing.push(
      Promise.all([sha256(drawn), sha256(decided)]).then(([ofDrawn, ofDecided]) => {
        this.drawnBy[place] = ofDrawn;
        this.decidedBy[place] = ofDecided;
      }),
    );
    this.#drawn = [];
    this.#decided = [];
  }

  /** All digests are there once this is fulfilled. */
  async closed(): Promise<void> {
    await Promise.all(this.#closing);
  }
}

/** The SHA-256 of a text in UTF-8, by the engine's own: the one thing that no engine does without waiting. */
export async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
