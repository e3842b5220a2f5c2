import { GraphQLError, Kind, TokenKind } from 'graphql';
import type { ASTNode, Token } from 'graphql';

/** How graphql-js (16) words what is wrong with a variable: names, and the value between them. */
const VARIABLE = /^Variable "\$(\w+)"/;
const WITHIN = / at "([^"]*)"; /;
const MEMBER_OF_VARIABLE = /; Field "(\w+)" (?:is not defined|of required type)/;
/** And with a document, where a field or an argument is missing: the error is about what should hold it. */
const MISSING = /^Field "(?:\w+\.(\w+)" of required type|\w+" argument "(\w+)" of type)/;

/**
 * The field that an error of graphql-js itself is about: its path in the variables (`input.answers[0].use`), or its path in
 * the document (`input.answers.use`). Undefined where it is about none.
 */
export function fieldMeant(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const variable = VARIABLE.exec(error.message)?.[1];
  if (variable !== undefined) return inVariable(variable, error.message);
  if (/^There can be only one (?!argument|input field)/.test(error.message)) return undefined;
  const [, member, argument] = MISSING.exec(error.message) ?? [];
  const path = [...inDocument(error.nodes?.[0]), member ?? argument ?? ''].filter((name) => name !== '');
  return path.length === 0 ? undefined : path.join('.');
}

function inVariable(variable: string, message: string): string {
  const within = WITHIN.exec(message)?.[1] ?? variable;
  const member = MEMBER_OF_VARIABLE.exec(message)?.[1];
  return member === undefined ? within : `${within}.${member}`;
}

function inDocument(node: ASTNode | undefined): string[] {
  const start = node?.loc?.startToken;
  switch (node?.kind) {
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
    case Kind.NAME:
      return [...namesBefore(start, false), start?.value ?? ''];
    case Kind.INT:
    case Kind.FLOAT:
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.NULL:
    case Kind.ENUM:
    case Kind.LIST:
    case Kind.OBJECT:
      return namesBefore(start, true);
    default:
      return [];
  }
}

/**
 * The names of the fields and arguments that lead to a place among the arguments, the outermost first, read backwards: a
 * node of graphql-js does not know what holds it.
 * @param isValue whether the value of a field begins there, rather than its name
 */
function namesBefore(start: Token | undefined, isValue: boolean): string[] {
  const names: string[] = [];
  let inValue = isValue;
  let closed = 0;
  for (let token = start?.prev ?? null; token !== null; token = token.prev) {
    if (CLOSING.includes(token.kind)) closed += 1;
    else if (OPENING.includes(token.kind) && closed > 0) closed -= 1;
    else if (token.kind === TokenKind.PAREN_L) break;
    else if (token.kind === TokenKind.BRACE_L) inValue = true;
    else if (token.kind === TokenKind.COLON && inValue && closed === 0) {
      names.unshift(token.prev?.value ?? '');
      inValue = false;
    }
  }
  return names;
}

const OPENING: readonly TokenKind[] = [TokenKind.PAREN_L, TokenKind.BRACE_L, TokenKind.BRACKET_L];
const CLOSING: readonly TokenKind[] = [TokenKind.PAREN_R, TokenKind.BRACE_R, TokenKind.BRACKET_R];
