import type { Page } from 'playwright-core';

/**
 * Holds back what the server answers to an operation, by its name, until the returned function is called: what comes late on a slow
 * machine then comes late on every one.
 */
export async function holdAnswers(page: Page, operation: string): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (isAbout(route.request().postData(), operation)) await isReleased;
    await route.fallback();
  });
  return async () => {
    release();
    await page.unroute('**/graphql');
  };
}

/** Answers operations, by their names, with nothing but an error, until the returned function is called. */
export async function failAnswers(page: Page, ...operations: string[]): Promise<() => Promise<void>> {
  await page.route('**/graphql', async (route) => {
    const isMeant = operations.some((operation) => isAbout(route.request().postData(), operation));
    if (isMeant) await route.fulfill({ json: { errors: [{ message: 'not now' }] } });
    else await route.fallback();
  });
  return () => page.unroute('**/graphql');
}

function isAbout(body: string | null, operation: string): boolean {
  return body !== null && (JSON.parse(body) as { operationName?: string }).operationName === operation;
}
