/** The pieces that the description of the HTTP interface is put together from (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0). */

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A body in one media type. What is shown as an example is carried out by the suite. */
export interface Body {
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

export interface Answer {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Readonly<Record<string, Body>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Body>> };
  readonly responses: Readonly<Record<string, Answer | { readonly $ref: string }>>;
}

export type PathItem = Readonly<Partial<Record<'get' | 'post', Operation>>>;

export const TEXT: JsonSchema = { type: 'string' };
export const BYTES: JsonSchema = { type: 'string', format: 'binary' };

/** With an example the parameter is given wherever the operation is tried out. */
export function query(name: string, description: string, more: Partial<Parameter> = {}): Parameter {
  return { name, in: 'query', description, required: false, schema: TEXT, ...more };
}

export function inPath(name: string, description: string, more: Partial<Parameter> = {}): Parameter {
  return { name, in: 'path', description, required: true, schema: TEXT, ...more };
}

export function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** An object of which every member is there, and no other. */
export function record(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function orNull(...types: readonly string[]): JsonSchema {
  return { type: [...types, 'null'] };
}

export function header(name: string): { readonly $ref: string } {
  return { $ref: `#/components/headers/${name}` };
}

/** An answer that is told the same way wherever it is given. */
export function known(name: string): { readonly $ref: string } {
  return { $ref: `#/components/responses/${name}` };
}

/** A key is taken, and none is needed. */
export const KEY_OR_NONE = [{}, { apiKey: [] }] as const;

/** A refusal in JSON: `error`, and what belongs to it. */
export const REFUSED: Answer = {
  description: 'It was refused.',
  content: { 'application/json': { schema: { type: 'object', required: ['error'] } } },
};
