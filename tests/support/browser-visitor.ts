import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Mishaps, watchForMishaps } from './browser-watch.js';

export const PHONE = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions;

export const DESKTOP = { viewport: { width: 1280, height: 800 } } as const satisfies BrowserContextOptions;

/** A page that has not answered by then will not. */
const PATIENCE_MS = 10_000;

type GivenFile = Extract<Parameters<Locator['setInputFiles']>[0], { name: string }>;
type Role = Parameters<Page['getByRole']>[0];

/**
 * Somebody at the pages, who finds things by what they are called, as people and screen readers do. Every tap and every field
 * filled is counted as an input, and every screen they act on, or stop at, as a screen.
 */
export class Visitor {
  readonly inputs: string[] = [];
  readonly screens: string[] = [];
  /** Called at each new screen, before anything is done there. */
  onScreen: (() => Promise<void>) | undefined;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly mishaps: Mishaps,
    private readonly hasTouch: boolean,
  ) {}

  /** A new visitor, unknown to the registry, in a browser session of their own. */
  static async arrive(
    browser: Browser,
    serverUrl: string,
    device: BrowserContextOptions = PHONE,
  ): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: serverUrl,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...device,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const mishaps = await watchForMishaps(context, serverUrl);
    const page = await context.newPage();
    return new Visitor(context, page, mishaps, device.hasTouch === true);
  }

  /** Another tab of the same browser: who is signed in in one is so in the other. */
  async newTab(): Promise<Visitor> {
    const page = await this.context.newPage();
    return new Visitor(this.context, page, this.mishaps, this.hasTouch);
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  /** Types a path, or follows a link from outside; no input of the pages. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.settle();
  }

  async press(role: Role, name: string | RegExp): Promise<void> {
    await this.pressOn(this.named(role, name));
  }

  async pressOn(target: Locator): Promise<void> {
    await this.find(target);
    await this.look();
    this.inputs.push(`press ${(await target.textContent()) ?? ''}`);
    await (this.hasTouch ? target.tap() : target.click());
  }

  async fill(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await this.find(field);
    await this.look();
    this.inputs.push(`fill ${label}`);
    await field.fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await this.find(field);
    await this.look();
    this.inputs.push(`choose ${option}`);
    await field.selectOption({ label: option });
  }

  /** Chooses a file of the device, in the field of that label. */
  async give(label: string, file: GivenFile): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.waitFor({ state: 'attached' });
    await this.look();
    this.inputs.push(`give ${file.name}`);
    await field.setInputFiles(file);
  }

  /** Waits for a screen by its title, and counts it. */
  async see(title: string | RegExp): Promise<void> {
    await this.find(this.page.getByRole('heading', { level: 1, name: title }));
    await this.settle();
    await this.look();
  }

  /** Waits until a text is shown. */
  async read(text: string | RegExp): Promise<void> {
    await this.find(this.page.getByText(text).first());
  }

  named(role: Role, name: string | RegExp): Locator {
    return this.page.getByRole(role, { name, exact: typeof name === 'string' });
  }

  /** All text of the page's own part, as it is read. */
  text(): Promise<string> {
    return this.page.getByRole('main').innerText();
  }

  /** Waits until nothing is being loaded for the page's own part. */
  async settle(): Promise<void> {
    await this.find(this.page.getByRole('heading', { level: 1 }));
    await this.page.locator('[class^="skeleton"]').first().waitFor({ state: 'detached' });
  }

  /** How far the page reaches beyond the window to the side, in CSS pixels. */
  overhang(): Promise<number> {
    const { width } = this.page.viewportSize() ?? { width: 0 };
    return this.page.evaluate<number>(`document.documentElement.scrollWidth - ${width}`);
  }

  private async find(target: Locator): Promise<void> {
    try {
      await target.waitFor();
    } catch {
      throw new Error(
        `There is no ${String(target)} at ${this.page.url()}, which says:\n${await this.text()}`,
      );
    }
  }

  /** A screen is told by its title and by what its forms would do. */
  private async look(): Promise<void> {
    const title = await this.page.getByRole('heading', { level: 1 }).first().innerText();
    const actions = await this.page.getByRole('main').locator('button[type=submit]').allInnerTexts();
    const screen = [title.replaceAll(/\s+/g, ' '), ...actions].join(' / ');
    if (this.screens.at(-1) === screen) return;
    this.screens.push(screen);
    await this.onScreen?.();
  }
}
