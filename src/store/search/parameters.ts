import type { Condition } from '../entry-places.js';

/** A part of a statement; its values are added to the statement's. */
export type SqlPart = (parameters: Parameters) => string;

/** The values of one statement, each put where its number stands. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Where the value stands: `$3`. */
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** Conditions joined by and. */
  all(conditions: readonly SqlPart[]): string {
    return conditions.map((condition) => condition(this)).join(' AND ');
  }

  /** The SQL of a condition that counts its values from a given number. */
  condition(make: (firstParameter: number) => Condition): string {
    const { sql, values } = make(this.values.length + 1);
    this.values.push(...values);
    return sql;
  }
}
