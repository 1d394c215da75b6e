/**
 * Whether a release may be published: `node test/package/release.ts <tag> [<repository>]`. It runs before anything is
 * installed, so it has no imports of others; Node strips the types.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Of package.json, what a release is known by. */
export interface Manifest {
  readonly version: string;
  readonly repository?: string | { readonly url?: string };
}

/** What keeps a tag from being published. `repository`: where the run says that it is; absent: not asked. */
export function obstacles(tag: string, manifest: Manifest, changelog: string, repository?: string): readonly string[] {
  const found: string[] = [];
  const { version } = manifest;
  if (tag !== `v${version}`) found.push(`the tag is ${tag}, and package.json has the version ${version}`);
  const chapter = new RegExp(`^## ${version.replaceAll('.', '\\.')}(?![\\w.+-])[^\\n]*\\n+([^#]*)`, 'm').exec(
    changelog,
  );
  if (chapter === null) found.push(`CHANGELOG.md has no chapter "## ${version}"`);
  else if (chapter[1]?.trim() === '') found.push(`the chapter of ${version} in CHANGELOG.md is empty`);
  const url = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  if (url === undefined || url === '')
    found.push('package.json names no repository: without it the registry refuses the statement of provenance');
  else if (repository !== undefined && bare(url) !== bare(repository))
    found.push(`package.json names the repository ${url}, and the run is in ${repository}`);
  return found;
}

function bare(url: string): string {
  return url
    .toLowerCase()
    .replace(/^git\+/, '')
    .replace(/(\.git)?\/?$/, '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [tag = '', repository] = process.argv.slice(2);
  const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const found = obstacles(tag, JSON.parse(read('package.json')) as Manifest, read('CHANGELOG.md'), repository);
  for (const obstacle of found) console.error(`Not fit to be published: ${obstacle}.`);
  if (found.length === 0) console.log(`${tag} may be published.`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
