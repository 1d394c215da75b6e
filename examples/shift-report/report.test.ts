/** The report as its reader has it: a copy of this folder, with the packed library. The rest is tested in test/examples. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ruleOf } from 'pauta/catalogue';
import type { Report } from './report.js';

const here = fileURLToPath(new URL('./', import.meta.url));
const data = join(here, 'data');

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Ran {
  return spawnSync(process.execPath, ['--import', 'tsx', 'main.ts', ...args], { cwd: here, encoding: 'utf8' });
}

function linesOf(folder: string, name: string): readonly string[] {
  return readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
}

test('every record of the sample is answered, each by a rule of the catalogue', () => {
  const { status, stdout, stderr } = run('--json', '--lang', 'en');
  assert.deepEqual([status, stderr], [0, '']);
  const { entries, calm } = JSON.parse(stdout) as Report;
  const tickets = JSON.parse(readFileSync(join(data, 'tickets.json'), 'utf8')) as readonly unknown[];
  const calmChats = Object.values(calm).reduce((sum, chats) => sum + chats, 0);
  assert.equal(entries.filter(({ kind }) => kind === 'ticket').length, tickets.length);
  assert.equal(entries.filter(({ kind }) => kind === 'chat').length + calmChats, linesOf(data, 'chats.jsonl').length);
  for (const { decision } of entries) assert.equal(ruleOf(decision.rule).id, decision.rule);
});

test('a line that cannot be read is named, its file is not used by half, and the other files are answered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shift-report-'));
  try {
    cpSync(data, folder, { recursive: true });
    const [first = '', ...others] = linesOf(folder, 'chats.jsonl');
    writeFileSync(join(folder, 'chats.jsonl'), [first.slice(0, -1), ...others].join('\n'));
    const { status, stdout, stderr } = run('--data', folder, '--at', '2026-05-13T10:00:00-04:00', '--lang', 'en');
    assert.equal(status, 1);
    assert.match(stderr, /chats\.jsonl:1\b/);
    const [, counts] = /^(120 tickets.*);/m.exec(stdout) ?? [];
    assert.equal(counts, '120 tickets, 0 chats, 69 moves and 33 conversations');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
