import ts from 'typescript';

/** One line of an example: an expression and what it says it gives. */
export interface Claim {
  readonly expression: string;
  /** As it is written: a value, with `…` where an object or an array has more, or `throws` and the name of an error. */
  readonly result: string;
  /** The value as code, with `...more` for `…`; null when an error is claimed. */
  readonly value: string | null;
  readonly error: string | null;
}

/** An example, taken apart. */
export interface Example {
  /** Declarations that the claims use. */
  readonly setup: readonly string[];
  readonly claims: readonly Claim[];
}

const THROWS = /^throws (\w+)$/;
const RESULT = /^\/\/ => (.+)$/;

/**
 * Reads the text of an `@example`. Notation: `expression // => result` on the line where the expression ends; a
 * declaration sets up what follows; a comment line of its own remarks. A remark behind a result has no place.
 * @throws {Error} for an expression without a result, a result without one, and for text that is no code
 */
export function readExample(text: string): Example {
  const source = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022, true);
  refuseBroken(text);
  const setup: string[] = [];
  const claims: Claim[] = [];
  for (const statement of source.statements) {
    if (!ts.isExpressionStatement(statement)) {
      setup.push(statement.getText());
      continue;
    }
    const [comment] = ts.getTrailingCommentRanges(text, statement.end) ?? [];
    const result = RESULT.exec(comment === undefined ? '' : text.slice(comment.pos, comment.end))?.[1];
    if (result === undefined) throw new Error(`no result: ${statement.getText()}`);
    const error = THROWS.exec(result)?.[1] ?? null;
    const value = error === null ? withMore(result) : null;
    // As an initial value, so that a list by commas is no value.
    refuseBroken(`const value = ${value ?? 'undefined'};`);
    claims.push({ expression: statement.expression.getText(), result, value, error });
  }
  const told = text.split('// =>').length - 1;
  if (claims.length === 0 || told !== claims.length)
    throw new Error(`${told} results, ${claims.length} expressions`);
  return { setup, claims };
}

function refuseBroken(code: string): void {
  const [broken] = ts.transpileModule(code, { reportDiagnostics: true }).diagnostics ?? [];
  if (broken !== undefined) throw new Error(ts.flattenDiagnosticMessageText(broken.messageText, '\n'));
}

/** `…` outside of quotes becomes the spread of `more`. */
function withMore(result: string): string {
  return result.replace(/'(?:[^'\\]|\\.)*'|…/g, (token) => (token === '…' ? '...more' : token));
}
