import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/database.js';

const folder = mkdtempSync(join(tmpdir(), 'pauta-inbox-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

let template: Promise<string> | undefined;
let count = 0;

/** A folder with an empty database of its own. To make one costs seconds, to copy it does not. */
export async function freshStore(): Promise<string> {
  template ??= openDatabase(join(folder, 'template')).then(async (database) => {
    await database.close();
    return join(folder, 'template');
  });
  const store = join(folder, `store-${++count}`);
  cpSync(await template, store, { recursive: true });
  return store;
}
