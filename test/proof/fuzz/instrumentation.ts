import ts from 'typescript';

/** A source that counts, and the words in it. */
export interface Instrumented {
  readonly text: string;
  /** How many places it counts at. */
  readonly places: number;
  /** Its literals: names of fields, codes, stages. */
  readonly words: readonly string[];
}

/**
 * Writes into a source that it counts how often each function, branch, loop and right-hand side is passed: `from` is
 * the number of its first place.
 */
export function instrumented(path: string, source: string, from: number): Instrumented {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const words = new Set<string>();
  let next = from;
  const { factory } = ts;

  function count(): ts.Expression {
    const counts = factory.createPropertyAccessExpression(factory.createIdentifier('globalThis'), 'pautaCounters');
    return factory.createPostfixIncrement(factory.createElementAccessExpression(counts, next++));
  }

  function counting(expression: ts.Expression): ts.Expression {
    return factory.createParenthesizedExpression(factory.createComma(count(), expression));
  }

  function block(statement: ts.Statement): ts.Block {
    const inner = ts.isBlock(statement) ? statement.statements : [statement];
    return factory.createBlock([factory.createExpressionStatement(count()), ...inner], true);
  }

  const { transformed } = ts.transform(file, [
    (context) => {
      const visit = (node: ts.Node): ts.Node => {
        if (ts.isTypeNode(node)) return node;
        noteWords(node, words);
        return counted(ts.visitEachChild(node, visit, context), node);
      };
      return (root) => ts.visitEachChild(root, visit, context);
    },
  ]);

  function counted(node: ts.Node, original: ts.Node): ts.Node {
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
      const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken: arrow, body } = node;
      return factory.updateArrowFunction(node, modifiers, typeParameters, parameters, type, arrow, counting(body));
    }
    if (ts.isBlock(node) && isPassed(original)) return block(node);
    if (ts.isIfStatement(node)) {
      const { expression, thenStatement, elseStatement } = node;
      return factory.updateIfStatement(node, expression, block(thenStatement), elseStatement && block(elseStatement));
    }
    if (ts.isConditionalExpression(node)) {
      const { condition, questionToken, whenTrue, colonToken, whenFalse } = node;
      return factory.updateConditionalExpression(node, condition, questionToken, counting(whenTrue), colonToken, counting(whenFalse)); // prettier-ignore
    }
    if (ts.isBinaryExpression(node) && isShort(node.operatorToken.kind)) {
      return factory.updateBinaryExpression(node, node.left, node.operatorToken, counting(node.right));
    }
    if (ts.isCaseClause(node)) {
      const statements = [factory.createExpressionStatement(count()), ...node.statements];
      return factory.updateCaseClause(node, node.expression, statements);
    }
    if (ts.isForStatement(node)) {
      return factory.updateForStatement(
        node,
        node.initializer,
        node.condition,
        node.incrementor,
        block(node.statement),
      );
    }
    if (ts.isForOfStatement(node)) {
      const { awaitModifier, initializer, expression, statement } = node;
      return factory.updateForOfStatement(node, awaitModifier, initializer, expression, block(statement));
    }
    return ts.isWhileStatement(node)
      ? factory.updateWhileStatement(node, node.expression, block(node.statement))
      : node;
  }

  const text = ts.createPrinter().printFile(transformed[0] as ts.SourceFile);
  return { text, places: next - from, words: [...words] };
}

/** Blocks of functions and of `catch`; the others are counted where the statement is that they belong to. */
function isPassed({ parent }: ts.Node): boolean {
  return ts.isFunctionLike(parent) || ts.isCatchClause(parent);
}

function isShort(kind: ts.SyntaxKind): boolean {
  const { AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken } = ts.SyntaxKind;
  return [AmpersandAmpersandToken, BarBarToken, QuestionQuestionToken].some((one) => one === kind);
}

function noteWords(node: ts.Node, words: Set<string>): void {
  const isField = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node);
  const name = isField && ts.isIdentifier(node.name) ? node.name.text : null;
  const text = ts.isStringLiteralLike(node) ? node.text : name;
  if (text !== null && text.length > 0 && text.length < 40 && !text.startsWith('.')) words.add(text);
}
