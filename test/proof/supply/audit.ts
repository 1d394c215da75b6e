import { spawnSync } from 'node:child_process';
import type { Dependency } from '../../package/dependencies.js';
import type { Figure } from '../figures.js';

/** An advisory against a package that users install with ours, and the version in which it was mended. */
interface Advisory {
  readonly name: string;
  readonly id: string;
  readonly mended: readonly [major: number, minor: number, patch: number];
}

/** Looked up by hand, in November 2026; all three are of regular expressions that take too long. */
const known: readonly Advisory[] = [
  { name: 'luxon', id: 'CVE-2023-22467', mended: [3, 2, 1] },
  { name: 'papaparse', id: 'CVE-2020-36649', mended: [5, 2, 0] },
  { name: 'zod', id: 'CVE-2023-4316', mended: [3, 22, 3] },
];

/** What the registry answers when it is asked for advisories against what users install. */
export function audited(root: string): Figure {
  const claim = 'npm audit knows no vulnerability of the runtime dependencies.';
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8' });
  const { metadata, message } = JSON.parse(stdout) as {
    readonly metadata?: { readonly vulnerabilities: { readonly total: number } };
    readonly message?: string;
  };
  if (metadata !== undefined) {
    const { total } = metadata.vulnerabilities;
    return { claim, seen: `${total} vulnerabilities`, holds: total === 0 };
  }
  const code = /\b\d{3} [A-Z][\w ]+/.exec(message ?? '')?.[0].trim() ?? 'nothing that could be read';
  const seen =
    `not shown: where this ran, the registry answers no audit (${code}). The publishing workflow asks again, where it ` +
    'does, and stops at the first vulnerability';
  return { claim, seen, holds: false };
}

/** Whether the versions that users install are past what is known by hand. */
export function pastAdvisories(dependencies: readonly Dependency[]): Figure {
  const told = known.map(({ name, id, mended }) => {
    const version = dependencies.find((one) => one.name === name)?.version ?? '0.0.0';
    return {
      text: `${id}: mended in ${name} ${mended.join('.')}, ours is ${version}`,
      isPast: isFrom(version, mended),
    };
  });
  return {
    claim: 'The runtime dependencies are past the advisories against them that were found by hand.',
    seen: `${told.map(({ text }) => text).join('; ')}; none was found against the other ${dependencies.length - known.length}`,
    holds: told.every(({ isPast }) => isPast),
  };
}

function isFrom(version: string, mended: Advisory['mended']): boolean {
  const own = version.split('.').map(Number);
  const at = mended.findIndex((part, index) => part !== own[index]);
  return at === -1 || (own[at] ?? 0) > (mended[at] ?? 0);
}
