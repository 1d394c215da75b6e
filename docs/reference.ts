/**
 * Writes the API reference, docs/api, from the doc comments: a page for each subpath that package.json exports.
 * What is exported without a doc comment is named, and fails it: exit code 1.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application, Comment, type TypeDocOptions } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';
import { subpaths } from './subpaths.js';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const options: Partial<TypeDocOptions> & Partial<PluginOptions> = {
  plugin: ['typedoc-plugin-markdown'],
  name: 'API',
  outputs: [{ name: 'markdown', path: path('api') }],
  entryPoints: subpaths.map(({ source }) => source),
  tsconfig: path('../tsconfig.build.json'),
  // `npm run check:types` is for that.
  skipErrorChecking: true,
  readme: 'none',
  disableSources: true,
  githubPages: false,
  validation: { notExported: false, invalidLink: true, notDocumented: true },
  requiredToBeDocumented: ['Class', 'Function', 'Interface', 'Namespace', 'TypeAlias', 'Variable'],
  excludeExternals: true,
  router: 'module',
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  tableColumnSettings: { hideModifiers: true, hideSources: true },
  useCodeBlocks: true,
  sanitizeComments: true,
  useHTMLEncodedBrackets: true,
};

const application = await Application.bootstrapWithPlugins(options);
const project = await application.convert();
if (project === undefined) throw new Error('The API reference cannot be made: the sources do not compile.');
for (const { name, module, source } of subpaths) {
  const part = project.getChildByName([module]);
  if (part === undefined) throw new Error(`The API reference has no part for ${name}.`);
  part.name = name;
  // What stands on top of a file tells what the part is for.
  const [, purpose] = /^\/\*\* ?([\s\S]*?) ?\*\//.exec(readFileSync(source, 'utf8')) ?? [];
  if (purpose !== undefined) part.comment = new Comment([{ kind: 'text', text: purpose.replaceAll(/^ \* ?/gm, '') }]);
}
// A page takes the name of its subpath only if no member of another page has taken it before: pauta/routing has a type
// Phones. So the longest names come first; the list of contents stands in the order of the alphabet.
project.childrenIncludingDocuments?.sort((a, b) => b.name.length - a.name.length);
for (const { children } of project.groups ?? []) children.sort((a, b) => a.name.localeCompare(b.name));
application.validate(project);
await application.generateOutputs(project);
// A symbol without a doc comment, or a link that leads nowhere, is only a warning to typedoc.
process.exitCode = application.logger.hasErrors() || application.logger.hasWarnings() ? 1 : 0;
