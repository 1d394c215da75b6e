import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MIB = 1024 * 1024;
/** A tenth and more above what was seen: 1.11 MiB packed and 5.26 MiB unpacked. */
const limits = { packed: 1.25 * MIB, unpacked: 6 * MIB };

/** What `npm pack` makes of the built library. */
export interface Tarball {
  readonly sha256: string;
  /** In bytes. */
  readonly packed: number;
  /** The files in it by their path in the package. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Packs what is built in a folder, which is the root unless another is given. No script is run. */
export function pack(folder = root): Tarball {
  const place = mkdtempSync(join(tmpdir(), 'pauta-tarball-'));
  try {
    const bytes = readFileSync(packedInto(place, folder));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, packed: bytes.length, files: unpacked(gunzipSync(bytes)) };
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** Packs what is built in a folder, and gives the path of the tarball, which lies in `place`. No script is run. */
export function packedInto(place: string, folder = root): string {
  const command = ['pack', '--silent', '--ignore-scripts', '--pack-destination', place];
  const name = execFileSync('npm', command, { cwd: folder, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  return join(place, name);
}

/** The names in a tarball, one line for each module with its endings; what a bundler names by its hash is one line. */
export function contents({ files }: Tarball): string {
  const endings = new Map<string, Set<string>>();
  for (const path of files.keys()) {
    const [, stem = '', ending = ''] = /^(.*?[^/.]*)((?:\.d)?\.\w+)?$/.exec(path) ?? [];
    const name = stem.replace(/\/chunk-[0-9A-Z]{8}$/, '/chunk-*');
    endings.set(name, (endings.get(name) ?? new Set()).add(ending));
  }
  const lines = [...endings].map(([name, found]) =>
    found.size === 1 ? name + [...found].join('') : `${name}{${[...found].sort().join(',')}}`,
  );
  return `${lines.sort().join('\n')}\n`;
}

/** What a published tarball must not have. `modules`: those of src, without ending, which it must have whole. */
export function faults({ files, packed }: Tarball, modules: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const module of modules)
    for (const ending of ['.js', '.cjs', '.d.ts', '.d.cts'])
      if (!files.has(`dist/${module}${ending}`)) found.push(`dist/${module}${ending} is missing`);
  let unpackedSize = 0;
  for (const [path, bytes] of files) {
    unpackedSize += bytes.length;
    if (!/^(dist\/.+\.(js|cjs|d\.ts|d\.cts)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(path))
      found.push(`${path} does not belong there`);
    const text = bytes.toString('utf8');
    if (/[#@] ?sourceMappingURL=/.test(text)) found.push(`${path} names a source map`);
    if (text.includes(root) || /file:\/\/\/|["'`(]\/(home|root|Users|work|tmp)\//.test(text))
      found.push(`${path} names a path of the machine that built it`);
  }
  if (packed > limits.packed) found.push(`it weighs ${packed} bytes, and ${limits.packed} is the limit`);
  if (unpackedSize > limits.unpacked)
    found.push(`unpacked it weighs ${unpackedSize} bytes, and ${limits.unpacked} is the limit`);
  return found;
}

/** The files of a tar archive as npm writes it: plain files with names of at most 255 bytes, below `package/`. */
function unpacked(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const text = (from: number, to: number): string => archive.toString('utf8', from, to).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const [name, prefix, type] = [text(at, at + 100), text(at + 345, at + 500), text(at + 156, at + 157)];
    const size = Number.parseInt(text(at + 124, at + 136), 8);
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if ((type !== '0' && type !== '') || !path.startsWith('package/'))
      throw new Error(`The tarball has an entry that is no plain file of the package: ${path}, of type ${type}.`);
    files.set(path.slice('package/'.length), archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
