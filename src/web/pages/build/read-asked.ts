import { readAddressList } from '../../../core/tables/address-list.js';

/**
 * The addresses in what somebody pasted or chose: lines, a table with a column of them, or NDJSON of strings and of objects with
 * `url`. What cannot be read stays in its place, for the registry to say that it is no address.
 */
export function readAsked(text: string): string[] {
  return /^\s*[{"]/.test(text) && isJson(firstLine(text))
    ? [
        ...new Set(
          text
            .split(/\r?\n/)
            .filter((line) => line.trim() !== '')
            .map(urlIn),
        ),
      ]
    : readAddressList(text);
}

function firstLine(text: string): string {
  return text.trimStart().split('\n', 1)[0] ?? '';
}

function urlIn(line: string): string {
  const value = parsed(line);
  const url = typeof value === 'object' && value !== null ? (value as { url?: unknown }).url : value;
  return typeof url === 'string' ? url : line;
}

function isJson(line: string): boolean {
  return parsed(line) !== undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
