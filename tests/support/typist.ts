import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Visitor } from './browser-visitor.js';

/** More stops than any of the pages has before what is looked for. */
const MOST_TABS = 40;

type GivenFile = Exclude<Parameters<Locator['setInputFiles']>[0], string | readonly unknown[]>;

/** Somebody at the pages with nothing but a keyboard, who goes on from where the focus is, forwards only, and must see where that is. */
export class Typist {
  constructor(private readonly visitor: Visitor) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.visitor.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.visitor.page.keyboard.type(text);
  }

  /** Tab after Tab; every stop on the way shows that it has the focus. */
  async tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      await this.press('Tab');
      expect(await this.unseenFocus()).toBe('');
      if (await this.isFocused(target)) return;
    }
    throw new Error(`${MOST_TABS} tabs do not lead to ${String(target)}.`);
  }

  /** Goes to what has this name, and presses it. */
  async choose(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Goes to the field of that label, and fills it. */
  async fill(label: string, text: string): Promise<void> {
    await this.tabTo(this.visitor.page.getByLabel(label, { exact: true }));
    await this.type(text);
  }

  /** Opens the window in which the device lets a file be chosen, and chooses one. */
  async give(label: string, file: GivenFile): Promise<void> {
    await this.tabTo(this.visitor.page.getByLabel(label, { exact: true }));
    const [window] = await Promise.all([this.visitor.page.waitForEvent('filechooser'), this.press('Space')]);
    await window.setFiles(file);
  }

  /** A new step: its title has the focus, so that it is spoken and the next Tab goes on from there. */
  async arriveAt(title: string): Promise<void> {
    await this.visitor.see(title);
    expect(await this.isFocused(this.visitor.named('heading', title))).toBe(true);
  }

  isFocused(target: Locator): Promise<boolean> {
    return target.evaluate((element: FocusedOrNot) => element.matches(':focus'));
  }

  /** What a key led to without its showing so, by itself or by what it stands for; empty where it is seen. */
  unseenFocus(): Promise<string> {
    return this.visitor.page.evaluate<string>(
      `(() => {
         const control = document.activeElement;
         const isSeen = [undefined, '::after'].some((part) => {
           const { outlineStyle, outlineWidth } = getComputedStyle(control, part);
           return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
         });
         // A heading takes the focus once its page is there, perhaps between two presses; no key leads to it.
         return isSeen || control.tabIndex < 0 ? '' : control.outerHTML.slice(0, 200);
       })()`,
    );
  }
}

interface FocusedOrNot {
  matches(selector: string): boolean;
}
