import type { BrowserContext, ConsoleMessage } from 'playwright-core';

/** What nobody should see happen while they use the pages, gathered over a whole session. */
export interface Mishaps {
  /** Errors on the console and errors nobody caught. */
  readonly errors: string[];
  /** Requests to anything but the registry itself. */
  readonly foreignRequests: string[];
  readonly dialogs: string[];
  /** What the Content-Security-Policy had to stop. */
  readonly policyViolations: string[];
}

export const NO_MISHAPS: Mishaps = { errors: [], foreignRequests: [], dialogs: [], policyViolations: [] };

/** Watches every page of a browser session, from before its first script runs. */
export async function watchForMishaps(context: BrowserContext, origin: string): Promise<Mishaps> {
  const mishaps: Mishaps = { errors: [], foreignRequests: [], dialogs: [], policyViolations: [] };
  context.on('console', (message) => {
    if (message.type() === 'error' && !isGonePicture(message, origin)) {
      mishaps.errors.push(`${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (webError) => {
    mishaps.errors.push(String(webError.error()));
  });
  context.on('request', (request) => {
    const isLocal = /^(data|blob):/.test(request.url()) || request.url().startsWith(`${origin}/`);
    if (!isLocal) mishaps.foreignRequests.push(request.url());
  });
  context.on('dialog', (dialog) => {
    mishaps.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await context.exposeFunction('__reportViolation', (violation: string) => {
    mishaps.policyViolations.push(violation);
  });
  await context.addInitScript(
    `document.addEventListener('securitypolicyviolation', (event) => {
       __reportViolation(event.violatedDirective + ' ' + event.blockedURI);
     });`,
  );
  return mishaps;
}

/** Chromium reports the 404 of a picture that is gone as an error; the page shows a placeholder. */
function isGonePicture(message: ConsoleMessage, origin: string): boolean {
  return message.location().url.startsWith(`${origin}/thumbnails/`);
}
