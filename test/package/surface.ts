/**
 * What each subpath of the built package offers, as text in a normal form: the declarations of all that it exports, in
 * the order of the alphabet, without comments, and those of all that they lean on and that no subpath exports.
 */
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';
import { subpaths } from '../../docs/subpaths.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url)).replaceAll('\\', '/');
const printer = ts.createPrinter({ removeComments: true });

/** One name that a subpath exports. */
interface Export {
  readonly name: string;
  /** What it stands for, aliases followed. */
  readonly symbol: ts.Symbol;
  /** Exported as a type, so that it cannot be called or constructed. */
  readonly isTypeOnly: boolean;
}

/** The report of each subpath, by its name: `pauta/pending/schema`. It reads `dist`. */
export async function surface(): Promise<ReadonlyMap<string, string>> {
  const entries = new Map(subpaths.map(({ name, source }) => [name, built(source)]));
  const program = ts.createProgram([...entries.values()], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const exported = new Map([...entries].map(([name, path]) => [name, exportsOf(program, checker, path)]));
  const modules = new Map([...entries].map(([name, path]) => [path, name]));
  const offered = new Map([...exported].map(([name, names]) => [name, inside(names, checker, modules)]));
  const homes = homesOf(offered);

  const reports = new Map<string, string>();
  for (const [name, names] of exported) {
    const leaning = new Map<ts.Symbol, string>();
    const own = names.map((one) => exportText(one, checker, modules, leaning));
    const code = await pretty([...own, ...leaningText(leaning, homes, name, checker)].join('\n\n'));
    reports.set(name, `# ${name}\n\n\`\`\`ts\n${code}\`\`\`\n`);
  }
  return reports;
}

/** The declarations that a source file is built to. */
function built(source: string): string {
  return (
    dist +
    source
      .replaceAll('\\', '/')
      .replace(/^.*\/src\//, '')
      .replace(/\.ts$/, '.d.ts')
  );
}

function exportsOf(program: ts.Program, checker: ts.TypeChecker, path: string): readonly Export[] {
  const file = program.getSourceFile(path);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (symbol === undefined) throw new Error(`There is no ${path}, or it exports nothing: npm run build makes it.`);
  return membersOf(symbol, checker);
}

/** What a module exports, in the order of the alphabet. */
function membersOf(module: ts.Symbol, checker: ts.TypeChecker): readonly Export[] {
  return checker
    .getExportsOfModule(module)
    .map((one) => ({
      name: one.name,
      symbol: resolved(one, checker),
      isTypeOnly: (one.declarations ?? []).some((each) => ts.isTypeOnlyExportDeclaration(each)),
    }))
    .sort((a, b) => order(a.name, b.name));
}

/** The symbols that a subpath exports, and those in its namespaces, unless these are subpaths themselves. */
function inside(
  names: readonly Export[],
  checker: ts.TypeChecker,
  modules: ReadonlyMap<string, string>,
): readonly ts.Symbol[] {
  return names.flatMap(({ symbol }) => {
    const [first] = symbol.declarations ?? [];
    if (first === undefined || !ts.isSourceFile(first)) return [symbol];
    return modules.has(first.fileName) ? [] : inside(membersOf(symbol, checker), checker, modules);
  });
}

/** The subpaths that offer a symbol. */
function homesOf(offered: ReadonlyMap<string, readonly ts.Symbol[]>): ReadonlyMap<ts.Symbol, readonly string[]> {
  const homes = new Map<ts.Symbol, string[]>();
  for (const [subpath, symbols] of offered)
    for (const symbol of symbols) homes.set(symbol, [...(homes.get(symbol) ?? []), subpath]);
  return homes;
}

function exportText(
  { name, symbol, isTypeOnly }: Export,
  checker: ts.TypeChecker,
  modules: ReadonlyMap<string, string>,
  leaning: Map<ts.Symbol, string>,
): string {
  const declarations = symbol.declarations ?? [];
  const [first] = declarations;
  if (first === undefined) throw new Error(`${name} is declared nowhere.`);
  if (ts.isSourceFile(first)) {
    const subpath = modules.get(first.fileName);
    if (subpath !== undefined) return `export * as ${name} from '${subpath}';`;
    const text = membersOf(symbol, checker).map((one) => exportText(one, checker, modules, leaning));
    return `export namespace ${name} {\n${text.join('\n')}\n}`;
  }
  const { fileName } = first.getSourceFile();
  if (!fileName.startsWith(dist)) return `export { ${name} } from '${packageOf(fileName)}';`;
  const caution = isTypeOnly && (symbol.flags & ts.SymbolFlags.Value) !== 0 ? '// Its type only.\n' : '';
  const text = caution + declarationsText(declarations, checker, leaning);
  return symbol.name === name ? text : `${text.replaceAll(/^export /gm, '')}\nexport { ${symbol.name} as ${name} };`;
}

/** What is leant on: named where a subpath exports it, declared where none does. Declaring it may lead to more. */
function leaningText(
  leaning: Map<ts.Symbol, string>,
  homes: ReadonlyMap<ts.Symbol, readonly string[]>,
  subpath: string,
  checker: ts.TypeChecker,
): readonly string[] {
  const declared: [place: string, text: string][] = [];
  const elsewhere = new Set<string>();
  // A Map gives what is added while it is walked, so this ends when nothing new is leant on.
  for (const [symbol, place] of leaning) {
    const places = homes.get(symbol);
    if (places?.includes(subpath) === true) continue;
    if (places !== undefined) elsewhere.add(`// ${symbol.name}: see ${places.join(', ')}`);
    else {
      const text = declarationsText(symbol.declarations ?? [], checker, leaning);
      const unexported = text.replaceAll(/^export (?:declare (?=type|interface))?/gm, '');
      declared.push([`${place} ${symbol.name}`, `// ${place}\n${unexported}`]);
    }
  }
  const parts: string[] = [];
  if (declared.length > 0) parts.push('// Leant on, and exported by no subpath.');
  parts.push(...declared.sort(([a], [b]) => order(a, b)).map(([, text]) => text));
  if (elsewhere.size > 0) parts.push(`// Leant on, and exported elsewhere.\n${[...elsewhere].sort(order).join('\n')}`);
  return parts;
}

function declarationsText(
  declarations: readonly ts.Declaration[],
  checker: ts.TypeChecker,
  leaning: Map<ts.Symbol, string>,
): string {
  const statements = declarations.map((one) => (ts.isVariableDeclaration(one) ? one.parent.parent : one));
  for (const statement of statements) lean(statement, checker, leaning);
  return statements.map((one) => printer.printNode(ts.EmitHint.Unspecified, one, one.getSourceFile())).join('\n');
}

/** Notes every declaration of ours that a statement names, with the module in which it stands. */
function lean(statement: ts.Node, checker: ts.TypeChecker, leaning: Map<ts.Symbol, string>): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const found = checker.getSymbolAtLocation(node);
      const symbol = found && resolved(found, checker);
      const declaration = symbol?.declarations?.[0];
      if (symbol !== undefined && declaration !== undefined && isOurs(declaration)) {
        const place = declaration
          .getSourceFile()
          .fileName.slice(dist.length)
          .replace(/\.d\.ts$/, '');
        if (!leaning.has(symbol)) leaning.set(symbol, place);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(statement);
}

/** Whether a declaration stands by itself in a file of ours: no member, no parameter. */
function isOurs(declaration: ts.Declaration): boolean {
  if (ts.isSourceFile(declaration)) return false;
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts.isSourceFile(statement.parent) && statement.parent.fileName.startsWith(dist);
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function packageOf(fileName: string): string {
  const [, name = fileName] = /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(fileName) ?? [];
  return name;
}

/** By code units, so that no locale has a say. */
function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function pretty(code: string): Promise<string> {
  return format(code, { parser: 'typescript', printWidth: 120, singleQuote: true, trailingComma: 'all' });
}
