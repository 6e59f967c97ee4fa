import ts from 'typescript';

/** A declaration with what its comment says. */
export interface Documentation {
  readonly name: string;
  readonly isExported: boolean;
  /** A function or a class; not a method, a constant or a type. */
  readonly isFunction: boolean;
  readonly summary: string;
  /** The text of each `@example`, without the stars of the comment. */
  readonly examples: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  /** Parameters that a `@param` says something of. */
  readonly toldParameters: readonly string[];
  /** Errors thrown by a function's own statements, and those of its `@throws`. */
  readonly thrown: readonly string[];
  readonly toldThrows: readonly string[];
}

type Declaration = ts.FunctionDeclaration | ts.ClassDeclaration | ts.MethodDeclaration | ts.VariableStatement;

/** The functions, classes, methods and variables of a source text, in its order. */
export function readDocumentation(path: string, text: string): readonly Documentation[] {
  const found: Documentation[] = [];
  const visit = (node: ts.Node): void => {
    if (isDeclaration(node)) found.push(documentationOf(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return found;
}

function isDeclaration(node: ts.Node): node is Declaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isVariableStatement(node)
  );
}

function documentationOf(node: Declaration): Documentation {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = comments.flatMap((comment) => [...(comment.tags ?? [])]);
  const textOf = (tag: ts.JSDocTag): string => ts.getTextOfJSDocComment(tag.comment) ?? '';
  return {
    name: nameOf(node),
    isExported: isExported(node),
    isFunction: ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node),
    summary: comments.map((comment) => ts.getTextOfJSDocComment(comment.comment) ?? '').join('\n'),
    examples: tags.filter(({ tagName }) => tagName.text === 'example').map(textOf),
    parameters: parametersOf(node),
    toldParameters: tags
      .filter(ts.isJSDocParameterTag)
      .filter((tag) => textOf(tag).trim() !== '')
      .map(({ name }) => name.getText()),
    thrown: ts.isFunctionDeclaration(node) && node.body !== undefined ? thrownIn(node.body) : [],
    toldThrows: tags
      .filter(ts.isJSDocThrowsTag)
      .map((tag) => `${tag.typeExpression?.getText() ?? ''} ${textOf(tag)}`),
  };
}

function nameOf(node: Declaration): string {
  if (!ts.isVariableStatement(node)) return node.name?.getText() ?? '';
  return node.declarationList.declarations.map(({ name }) => name.getText()).join(', ');
}

function isExported(node: Declaration): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function parametersOf(node: Declaration): Documentation['parameters'] {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return [];
  return node.parameters.map(({ name, type, initializer }) => ({
    name: name.getText(),
    // A default without a type is a number, a text or a flag as it stands there.
    type: type?.getText() ?? (initializer && ts.isNumericLiteral(initializer) ? 'number' : ''),
  }));
}

function thrownIn(body: ts.Node): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isThrowStatement(node) && ts.isNewExpression(node.expression))
      names.push(node.expression.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(body);
  return names;
}
