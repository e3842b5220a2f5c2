import { OPENAPI_DOCUMENT } from './openapi-document.js';

/** The text of schema/openapi.json and of `/openapi.json`: byte for byte the same. */
export function writeOpenapi(): string {
  return `${JSON.stringify(OPENAPI_DOCUMENT, null, 2)}\n`;
}
