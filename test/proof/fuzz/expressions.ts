import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A regular expression of the library. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** The files in which it stands, from `src` on. */
  readonly files: readonly string[];
}

/** What a checker says of how long an expression may take, by the length of the text. */
export interface Verdict extends Expression {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly complexity: string;
}

const src = new URL('../../../src/', import.meta.url);

/** Every regular expression of `src`, read from its syntax: literals, and those that `new RegExp` builds. */
export function expressions(): readonly Expression[] {
  const found = new Map<string, { source: string; flags: string; files: Set<string> }>();
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const name of names.sort()) {
    const text = readFileSync(new URL(name, src), 'utf8');
    for (const [source, flags] of expressionsIn(name, text)) {
      const key = `/${source}/${flags}`;
      const known = found.get(key) ?? { source, flags, files: new Set() };
      known.files.add(name);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ source, flags, files }) => ({ source, flags, files: [...files] }));
}

/** Source and flags of each expression of a text. One that is built of what is not known here is an error. */
export function expressionsIn(name: string, text: string): readonly (readonly [string, string])[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const found: (readonly [string, string])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push([node.text.slice(1, end), node.text.slice(end + 1)]);
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      found.push([textOf(source, file), flags === undefined ? '' : textOf(flags, file)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The text that an expression of the language comes to, where it is made of literals and constants of its own file. */
function textOf(node: ts.Expression | undefined, file: ts.SourceFile): string {
  if (node === undefined) throw new Error(`${file.fileName}: RegExp of nothing.`);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return textOf(constantIn(file, node.text), file);
  if (ts.isTemplateExpression(node)) return templateText(node, file, (part) => part.text);
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'String.raw') {
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return template.rawText ?? template.text;
    return templateText(template, file, (part) => part.rawText ?? part.text);
  }
  throw new Error(`${file.fileName}: an expression is built of ${node.getText()}, which is not known before it runs.`);
}

type Part = ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail;

function templateText(template: ts.TemplateExpression, file: ts.SourceFile, written: (part: Part) => string): string {
  const spans = template.templateSpans.map(({ expression, literal }) => textOf(expression, file) + written(literal));
  return written(template.head) + spans.join('');
}

function constantIn(file: ts.SourceFile, name: string): ts.Expression | undefined {
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((declaration) => declaration.name.getText() === name)?.initializer;
}
