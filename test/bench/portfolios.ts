import { Readable } from 'node:stream';
import { parse as csvParse } from 'csv-parse';
import Papa from 'papaparse';
import * as routing from '../../src/routing/index.js';
import { validateStream } from '../../src/routing/csv.js';
import { agent } from './contacts.js';
import { decideByHand, type PeopleByHand, type WorldByHand } from './routing-by-hand.js';
import { compare, type Measured, type Side } from './pairs.js';
import { CLIENTS, phone, pieces } from './portfolio-file.js';
import { mulberry32 } from './random.js';
import { sink } from './sink.js';

const account = 'wa-1';
const at = Date.parse('2026-05-13T10:00:00-04:00');

/*
 * As in `speed.ts`, each batch has a loop of its own, written out. The file lies in memory, in pieces, so that no disk
 * is measured; both sides are given it as a stream.
 */

async function* streamed(file: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of file) yield await Promise.resolve(piece);
}

/** The least that reading a file takes: papaparse's own reader of streams, which counts the rows. */
function parsed(file: readonly Uint8Array[]): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse(Readable.from(buffersOf(file), { objectMode: false }), {
      delimiter: ',',
      newline: '\n',
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => {
        resolve(rows);
      },
      error: reject,
    });
  });
}

/** The same by a parser that is strict. */
async function strictlyParsed(file: readonly Uint8Array[]): Promise<number> {
  let rows = 0;
  const parser = Readable.from(buffersOf(file), { objectMode: false }).pipe(csvParse());
  for await (const _ of parser) rows++;
  return rows;
}

function* buffersOf(file: readonly Uint8Array[]): Generator<Buffer> {
  for (const { buffer, byteOffset, length } of file) yield Buffer.from(buffer, byteOffset, length);
}

async function accepted(file: readonly Uint8Array[]): Promise<routing.Accepted> {
  const validation = await validateStream(streamed(file), { account, kind: 'whatsapp' });
  if (!validation.ok) throw new Error(validation.code);
  return validation;
}

const few = { rounds: 6, warmUps: 1, batches: 1, collecting: true } as const;

export interface LoadingPairs {
  /** To validate and load a file beside parsing it. */
  readonly load: Measured;
  readonly strict: Measured;
  /** To validate a file and preview it against a portfolio of the same size, beside validating and loading it. */
  readonly preview: Measured;
}

/** One call is one file of a million clients. */
export async function loadingPairs(): Promise<LoadingPairs> {
  const file = [...pieces()];
  const again = routing.load(routing.emptyPortfolio, await accepted(file), { at }).state;
  const parsing: Side = {
    calls: 1,
    async batch() {
      sink.seen = await parsed(file);
    },
  };
  const strictly: Side = {
    calls: 1,
    async batch() {
      sink.seen = await strictlyParsed(file);
    },
  };
  const loading: Side = {
    calls: 1,
    async batch() {
      sink.seen = routing.load(routing.emptyPortfolio, await accepted(file), { at }).state;
    },
  };
  const previewing: Side = {
    calls: 1,
    async batch() {
      sink.seen = routing.preview(again, await accepted(file), { at: at + 1 });
    },
  };
  return {
    load: await compare({ ours: loading, baseline: parsing, ...few }),
    strict: await compare({ ours: loading, baseline: strictly, ...few }),
    preview: await compare({ ours: previewing, baseline: loading, ...few }),
  };
}

/** A portfolio of a million clients, and the same in a Map; and its clients in another order. */
async function million(): Promise<{
  portfolio: routing.Portfolio;
  clients: Map<string, PeopleByHand>;
  asked: string[];
}> {
  const { state: portfolio } = routing.load(routing.emptyPortfolio, await accepted([...pieces()]), { at });
  const clients = new Map<string, PeopleByHand>();
  for (const { client, main, backup, supervisor } of routing.assignments(portfolio, account)) {
    clients.set(client, { main, backup, supervisor });
  }
  const random = mulberry32(11);
  const asked = Array.from({ length: CLIENTS }, () => phone(Math.floor(random() * CLIENTS)));
  return { portfolio, clients, asked };
}

export interface AskingPairs {
  readonly find: Measured;
  readonly decide: Measured;
}

/** Each of a million clients is asked for, in no order, so that most of the time is the memory's. */
export async function askingPairs(): Promise<AskingPairs> {
  const { portfolio, clients, asked } = await million();
  const finding: Side = {
    calls: CLIENTS,
    batch() {
      for (const client of asked) sink.seen = routing.find(portfolio, account, client);
    },
  };
  const getting: Side = {
    calls: CLIENTS,
    batch() {
      for (const client of asked) sink.seen = clients.get(client);
    },
  };
  const team = teamOf(clients);
  const { defaultPolicy: policy } = routing;
  const contacts = asked.map((client) => ({ account, from: `+${client}` }));
  const context: routing.Context = { portfolio, team };
  const world: WorldByHand = { account, clients, team, policy };
  const deciding: Side = {
    calls: CLIENTS,
    batch() {
      for (const contact of contacts) sink.seen = routing.decide(contact, context);
    },
  };
  const byHand: Side = {
    calls: CLIENTS,
    batch() {
      for (const contact of contacts) sink.seen = decideByHand(contact, world);
    },
  };
  const rounds = { rounds: 9, warmUps: 1, batches: 1, collecting: true } as const;
  return {
    find: await compare({ ours: finding, baseline: getting, ...rounds }),
    decide: await compare({ ours: deciding, baseline: byHand, ...rounds }),
  };
}

/** Four of five can take a client. */
function teamOf(clients: ReadonlyMap<string, PeopleByHand>): routing.Team {
  const random = mulberry32(12);
  const ids = new Set([...clients.values()].flatMap(({ main, backup, supervisor }) => [main, backup, supervisor]));
  const team = [...ids].flatMap((id) => (id === null ? [] : [[id, agent(() => random() < 0.95, account)] as const]));
  return Object.fromEntries(team);
}
