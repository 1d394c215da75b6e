import { heapHeld } from './memory.js';
import { validateStream, type Validation } from 'pauta/routing/csv';

const PIECE = 2 ** 16;
const GIGABYTE = 2 ** 30;
/** Every so many pieces the memory is looked at. */
const LOOK = 64;
const HEADINGS = 'Identificador de Usuario,Ejecutivo,Ejecutivo de Respaldo,Supervisor de Respaldo\n';

/** What became of a source that gives as much as is asked of it. */
export interface Streamed {
  readonly name: string;
  readonly verdict: string;
  /** Megabytes read before the verdict was certain, or the end came. */
  readonly read: number;
  /** Megabytes that the process took at most, above what it took before. */
  readonly peak: number;
  /** Megabytes that the verdict itself holds. */
  readonly held: number;
  readonly rows: number;
}

interface Source {
  readonly name: string;
  readonly before: string;
  /** What is repeated, to the length of a piece. */
  readonly unit: string | Uint8Array;
  readonly bytes: number;
}

/** Sources of which nothing need be kept: whatever their length, memory has a bound. */
const unbounded: readonly Source[] = [
  { name: 'a quote that is never closed', before: `${HEADINGS}"`, unit: 'a,b\n', bytes: GIGABYTE },
  { name: 'a quote before any heading', before: '"', unit: 'a', bytes: GIGABYTE },
  { name: 'a row without an end', before: HEADINGS, unit: 'a', bytes: GIGABYTE },
  { name: 'nothing but commas', before: '', unit: ',', bytes: GIGABYTE },
  { name: 'nothing but quotes', before: '', unit: '"', bytes: GIGABYTE },
  { name: 'nothing but zero bytes', before: '', unit: '\0', bytes: GIGABYTE },
  { name: 'no encoding at all', before: `${HEADINGS}é`, unit: new Uint8Array([0xc3, 0x28, 0xa0]), bytes: GIGABYTE },
  { name: 'blank rows below the headings', before: HEADINGS, unit: `${' '.repeat(1_000)},\n`, bytes: GIGABYTE },
  { name: 'blank lines before any heading', before: '', unit: `${' '.repeat(4_000)}\r\n`, bytes: GIGABYTE },
];

function* piecesOf({ before, unit, bytes }: Source, passed: { bytes: number }): Generator<Uint8Array, void, undefined> {
  yield Buffer.from(before);
  const one = typeof unit === 'string' ? Buffer.from(unit) : unit;
  const piece = new Uint8Array(Math.ceil(PIECE / one.length) * one.length);
  for (let place = 0; place < piece.length; place += one.length) piece.set(one, place);
  for (; passed.bytes < bytes; passed.bytes += piece.length) yield piece;
}

/** Rows one after the other: `good` and of another client each, or none that can be read. */
function* rowsOf(isGood: boolean, rows: number, passed: { bytes: number }): Generator<string, void, undefined> {
  let text = HEADINGS;
  for (let row = 0; row < rows; row++) {
    text += isGood ? `+569${String(row).padStart(8, '0')},ana,beto,carla\n` : `5.69E+${row},ana,beto,carla\n`;
    if (text.length < PIECE && row < rows - 1) continue;
    passed.bytes += text.length;
    yield text;
    text = '';
  }
}

const account = { account: 'wa-1', kind: 'whatsapp' } as const;

async function streamed(
  name: string,
  pieces: (passed: { bytes: number }) => Iterable<string | Uint8Array>,
  rows: number,
): Promise<Streamed> {
  const passed = { bytes: 0 };
  const empty = heapHeld();
  const before = process.memoryUsage.rss();
  let peak = before;
  function* watched(): Generator<string | Uint8Array, void, undefined> {
    let place = 0;
    for (const piece of pieces(passed)) {
      if (place++ % LOOK === 0) peak = Math.max(peak, process.memoryUsage.rss());
      yield piece;
    }
  }
  const validation = await validateStream(watched(), account);
  peak = Math.max(peak, process.memoryUsage.rss());
  const held = Math.round(heapHeld() + process.memoryUsage().arrayBuffers / 2 ** 20 - empty);
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  return {
    name,
    verdict: verdictOf(validation),
    read: megabytes(passed.bytes),
    peak: megabytes(peak - before),
    held,
    rows,
  };
}

function verdictOf(validation: Validation): string {
  if (validation.ok) return `accepted, ${validation.clients} clients`;
  const [problem] = validation.problems;
  return problem === undefined ? validation.code : `${validation.code}: ${problem.code}`;
}

/** Each source that could go on for ever. */
export async function endless(): Promise<readonly Streamed[]> {
  const all: Streamed[] = [];
  for (const source of unbounded) all.push(await streamed(source.name, (passed) => piecesOf(source, passed), 0));
  return all;
}

/** Files of that many rows, good ones and bad ones: something is kept of each. */
export async function ofRows(rows: number): Promise<readonly Streamed[]> {
  return [
    await streamed('good rows', (passed) => rowsOf(true, rows, passed), rows),
    await streamed('bad rows', (passed) => rowsOf(false, rows, passed), rows),
  ];
}
