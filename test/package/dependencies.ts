/** Of package.json, what concerns others' code. */
export interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Of package-lock.json, what concerns others' code. */
export interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

/** A package that users get with ours. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** Of its tarball, in hexadecimal digits. */
  readonly sha512: string;
}

/** What npm runs at the user's, when the package is installed from a registry or from a repository. */
const lifecycle = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare', 'prepublish'];

/** What users get with ours, dependencies of dependencies too, in the order of the alphabet. */
export function runtime({ packages }: Lock): readonly Dependency[] {
  return users(packages).map(([path, { version = '', integrity = '' }]) => ({
    name: nameOf(path),
    version,
    sha512: Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex'),
  }));
}

/** What must not be of scripts and dependencies. */
export function dependencyFaults(manifest: Manifest, { packages }: Lock): readonly string[] {
  const found = lifecycle
    .filter((name) => manifest.scripts?.[name] !== undefined)
    .map((name) => `package.json has a script ${name}, which runs at the user's`);
  const direct = Object.keys(manifest.dependencies ?? {});
  for (const [path, locked] of users(packages)) {
    const name = nameOf(path);
    if (!direct.includes(name)) found.push(`${name} comes along, and package.json does not name it`);
    if (locked.hasInstallScript === true) found.push(`${name} runs a script when it is installed`);
    if (locked.integrity?.startsWith('sha512-') !== true)
      found.push(`${name} is locked without a SHA-512 of its content`);
    // npm leaves the address out where it is the registry's; one of git or of a file would stand there.
    if (locked.link === true || /^(?!https:)/.test(locked.resolved ?? 'https:'))
      found.push(`${name} does not come from a registry`);
  }
  const comingAlong = users(packages).map(([path]) => nameOf(path));
  for (const name of direct) if (!comingAlong.includes(name)) found.push(`${name} is not locked as what users get`);
  return found;
}

function users(packages: Lock['packages']): readonly (readonly [path: string, locked: Locked])[] {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
