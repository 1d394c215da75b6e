import assert from 'node:assert/strict';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { pendingSql } from 'pauta/sql';
import { counted, machine, writeFigures } from '../figures.js';
import { NOW, tableOf } from './chats.js';
import { CHUNK, sweep, type Sums } from './sweep.js';

const CHATS = Number(process.argv[2] ?? 10_000_000);

// The text for PostgreSQL, unchanged. The only parameter is the instant.
const { select, isPending: predicate } = pendingSql({ instants: 'epoch-ms', parameter: 1 });

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
try {
  await connection.run(tableOf(CHATS));
  const sql = await sumsOfSql(connection);
  const inProcess = sweep(CHATS);
  assert.deepEqual(sql, inProcess.sums);

  // The predicate as a filter, and the whole decision of each chat that waits, as `queue` gives it.
  const count = `SELECT count(*) FROM chats WHERE ${predicate}`;
  const waiting = `SELECT count(*), min(rule), sum(pending_since), min(waits_from) FROM (${select}) AS decided WHERE is_pending`;
  const seen: string[] = [];
  for (const threads of [1, 2]) {
    await connection.run(`SET threads = ${threads}`);
    const predicateMs = await timed(connection, count);
    const queueMs = await timed(connection, waiting);
    const cores = threads === 1 ? 'one thread' : `${threads} threads`;
    seen.push(row(`DuckDB, ${cores}`, predicateMs, queueMs));
  }
  const lines = [
    `| ${counted(CHATS)} chats | is it pending? | all who wait, by rule and since when |`,
    '| --- | --- | --- |',
    ...seen,
    row('in process, one thread', inProcess.isPendingMs, inProcess.queueMs),
    '',
    `${counted(Number(sql.pending))} are pending; the counts by rule and the sums of \`pending_since\` and \`valid_until\` are the same`,
    `in both. DuckDB: the table in memory, each question asked once. In process: \`isPending\` once for each, and \`queue\` for`,
    `${counted(CHUNK)} at a time, of chats that are objects already. ${machine()}.`,
  ];
  console.log(lines.join('\n'));
  if (CHATS === 10_000_000) writeFigures('duckdb', lines.join('\n'));
} finally {
  connection.closeSync();
  instance.closeSync();
}

function row(name: string, ...milliseconds: readonly number[]): string {
  const cell = (each: number): string => `${(each / 1000).toFixed(2)} s (${Math.round((each * 1e6) / CHATS)} ns each)`;
  return `| ${[name, ...milliseconds.map(cell)].join(' | ')} |`;
}

async function timed(connection: DuckDBConnection, question: string): Promise<number> {
  const began = performance.now();
  await connection.runAndReadAll(question, [BigInt(NOW)]);
  return performance.now() - began;
}

async function sumsOfSql(connection: DuckDBConnection): Promise<Sums> {
  const reader = await connection.runAndReadAll(
    `SELECT rule, count(*)::varchar, sum(coalesce(pending_since, 0))::varchar, sum(coalesce(valid_until, 0))::varchar,
      count(*) FILTER (is_pending)::varchar FROM (${select}) AS decided GROUP BY rule`,
    [BigInt(NOW)],
  );
  const rows = reader.getRows() as [string, string, string, string, string][];
  const total = (column: 1 | 2 | 3 | 4): string => String(rows.reduce((sum, each) => sum + BigInt(each[column]), 0n));
  return {
    pending: total(4),
    rules: Object.fromEntries(rows.map(([rule, number]) => [rule, number] as const).sort()),
    pendingSince: total(2),
    validUntil: total(3),
  };
}
