/** As much of JSON Schema 2020-12 as the project's schemas use; a keyword that is not here fails the test that meets it. */
type Schema = boolean | Readonly<Record<string, unknown>>;
type Check = (argument: unknown, value: unknown, schema: Readonly<Record<string, unknown>>) => boolean;

export class JsonSchema {
  readonly #checks: Readonly<Record<string, Check>>;

  constructor(private readonly root: Readonly<Record<string, unknown>>) {
    const accepts = (schema: unknown, value: unknown) => this.#accepts(schema as Schema, value);
    const countOf = (schemas: unknown, value: unknown) =>
      (schemas as Schema[]).filter((schema) => accepts(schema, value)).length;
    this.#checks = {
      $schema: () => true,
      title: () => true,
      description: () => true,
      $defs: () => true,
      $ref: (name, value) => accepts(this.#definition(name as string), value),
      type: (names, value) => [names].flat().some((name) => typeOf(value).includes(name as string)),
      const: (expected, value) => expected === value,
      enum: (words, value) => (words as unknown[]).includes(value),
      pattern: (pattern, value) =>
        typeof value !== 'string' || new RegExp(pattern as string, 'u').test(value),
      minimum: (least, value) => typeof value !== 'number' || value >= (least as number),
      maximum: (most, value) => typeof value !== 'number' || value <= (most as number),
      minLength: (least, value) => typeof value !== 'string' || Array.from(value).length >= (least as number),
      maxLength: (most, value) => typeof value !== 'string' || Array.from(value).length <= (most as number),
      required: (names, value) =>
        !isObject(value) || (names as string[]).every((name) => Object.hasOwn(value, name)),
      properties: (schemas, value) =>
        !isObject(value) ||
        Object.entries(schemas as object).every(
          ([name, schema]) => !Object.hasOwn(value, name) || accepts(schema, value[name]),
        ),
      additionalProperties: (_false, value, { properties }) =>
        !isObject(value) || Object.keys(value).every((name) => Object.hasOwn(properties as object, name)),
      items: (schema, value) => !Array.isArray(value) || value.every((item) => accepts(schema, item)),
      minItems: (least, value) => !Array.isArray(value) || value.length >= (least as number),
      maxItems: (most, value) => !Array.isArray(value) || value.length <= (most as number),
      uniqueItems: (_true, value) =>
        !Array.isArray(value) || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
      allOf: (schemas, value) => countOf(schemas, value) === (schemas as Schema[]).length,
      anyOf: (schemas, value) => countOf(schemas, value) > 0,
      oneOf: (schemas, value) => countOf(schemas, value) === 1,
    };
  }

  accepts(value: unknown): boolean {
    return this.#accepts(this.root, value);
  }

  #accepts(schema: Schema, value: unknown): boolean {
    if (typeof schema === 'boolean') {
      return schema;
    }
    return Object.entries(schema).every(([keyword, argument]) => {
      const check = this.#checks[keyword];
      if (check === undefined) {
        throw new Error(`The test's reader of JSON Schema does not know the keyword ${keyword}: teach it.`);
      }
      return check(argument, value, schema);
    });
  }

  #definition(reference: string): unknown {
    const definitions = this.root['$defs'] as Readonly<Record<string, unknown>>;
    return definitions[reference.replace('#/$defs/', '')];
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return ['array'];
  }
  return Number.isInteger(value) ? ['integer', 'number'] : [value === null ? 'null' : typeof value];
}
