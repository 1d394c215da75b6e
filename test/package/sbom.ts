/**
 * Writes the bill of materials of what users install, in CycloneDX 1.5, as npm makes it of the lockfile:
 * `npm run sbom -- <file>`; absent: pauta.cdx.json. It must list the runtime dependencies, all and no other, with the
 * versions and the SHA-512 of the lockfile.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runtime, type Lock } from './dependencies.js';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
}

/** Of a bill of materials in CycloneDX, what is looked at. */
export interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What npm makes of the lockfile, in a folder without what we develop with: asked to omit that, npm 11 leaves out zod
 * too, because a tool of ours depends on it as well.
 */
export function bill(): Bill {
  const folder = mkdtempSync(join(tmpdir(), 'pauta-sbom-'));
  try {
    const { devDependencies: _, ...manifest } = json('package.json') as { readonly devDependencies?: unknown };
    const lock = json('package-lock.json') as Lock;
    const packages = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && dev !== true);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ ...lock, packages: Object.fromEntries([['', manifest], ...packages]) }),
    );
    const command = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    const text = execFileSync('npm', command, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const { metadata, ...rest } = JSON.parse(text) as Bill;
    // npm calls the package by the folder.
    return { ...rest, metadata: { ...metadata, component: { ...metadata.component, name: 'pauta' } } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

/** Where a bill and a lockfile differ. */
export function billFaults({ bomFormat, specVersion, components }: Bill, lock: Lock): readonly string[] {
  const found: string[] = [];
  if (bomFormat !== 'CycloneDX' || specVersion !== '1.5') found.push(`it is ${bomFormat} ${specVersion}`);
  const owed = runtime(lock);
  for (const { name, version, sha512 } of owed) {
    const component = components.find((one) => one.name === name && one.version === version);
    if (component === undefined) {
      found.push(`${name} ${version} is missing`);
      continue;
    }
    const { hashes = [], licenses = [], purl } = component;
    if (!hashes.some(({ alg, content }) => alg === 'SHA-512' && content === sha512))
      found.push(`${name} has another SHA-512`);
    if (licenses.length === 0) found.push(`${name} has no licence`);
    if (!purl.startsWith('pkg:npm/')) found.push(`${name} has no package URL`);
  }
  if (components.length > owed.length)
    found.push(`it lists ${components.map(({ name }) => name).join(', ')}: more than is installed`);
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file = 'pauta.cdx.json'] = process.argv.slice(2);
  const made = bill();
  const wrong = billFaults(made, json('package-lock.json') as Lock);
  if (wrong.length > 0) throw new Error(`The bill of materials is wrong: ${wrong.join('; ')}.`);
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  console.log(`${basename(file)}: ${made.components.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
}
