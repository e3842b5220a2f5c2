import type { FoundSide } from './operations.js';

/** Whether machines found anything to tell beside a claim, apart from its pictures. */
export function hasFacts({ earliest, names, largest, agreeing }: FoundSide): boolean {
  return [earliest, names, largest, agreeing].some((fact) => fact !== null);
}
