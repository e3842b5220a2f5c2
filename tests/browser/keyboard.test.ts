import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { DESKTOP } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';

/** More stops than any of these pages has before what is looked for. */
const MOST_TABS = 30;

describeInBrowser('an artist with nothing but a keyboard', () => {
  let stage: Stage;
  let artist: Visitor;

  beforeAll(async () => {
    stage = await Stage.open();
    artist = await stage.visitor(DESKTOP);
  });

  afterAll(async () => {
    expect(artist.mishaps).toEqual(NO_MISHAPS);
    await stage.close();
  });

  it('skips from the top of the page to its content in two keys', async () => {
    await artist.open('/limits');
    await press('Tab', 'Enter', 'Tab');
    expect(await isWithinMain()).toBe(true);
  });

  it('says no to a folder: every step starts at its title, and nothing needs a pointer', async () => {
    await artist.open('/');
    await tabTo(artist.named('link', 'Say no now'));
    await press('Enter');

    await arriveAt('What is yours?');
    await tabTo(artist.page.getByRole('textbox'));
    await type('https://paintings.example/foxes/red.jpg');
    await tabTo(artist.named('radio', 'This one address'));
    await press('ArrowDown');
    expect(await artist.named('radio', 'This folder and everything below it').isChecked()).toBe(true);
    await tabTo(artist.named('button', 'Continue'));
    await press('Enter');

    await arriveAt('May AI be trained on it?');
    await tabTo(artist.named('button', 'No'));
    await press('Space');

    await arriveAt('So that only you can change it');
    await tabTo(artist.page.getByLabel('E-mail address'));
    await type('typist@example.org');
    await tabTo(artist.page.getByLabel('New password', { exact: true }));
    await type('four unrelated plain words');
    await press('Enter');

    await arriveAt('Your no is on the record.');
    await tabTo(artist.named('button', 'I kept them'));
    await press('Enter');
    await artist.named('button', 'I kept them').waitFor({ state: 'detached' });
    expect(await artist.text()).toContain('paintings.example/foxes/');
  });

  it('withdraws it again in a dialog that keeps the focus, and gives it back when it is left', async () => {
    await artist.open('/desk');
    const withdraw = artist.named('button', /^Withdraw: /);
    await tabTo(withdraw);
    await press('Enter');
    await artist.page.getByRole('dialog').waitFor();
    for (let tab = 0; tab < 4; tab += 1) {
      await press('Tab');
      expect(await isBehindDialog()).toBe(false);
    }
    await press('Escape');
    await artist.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await isFocused(withdraw)).toBe(true);

    await press('Enter');
    await tabTo(artist.named('button', 'Withdraw it'));
    await press('Enter');
    await artist.read('Withdrawn on');
    expect(await isFocused(artist.named('heading', 'My desk'))).toBe(true);
  });

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await artist.page.keyboard.press(key);
  }

  function type(text: string): Promise<void> {
    return artist.page.keyboard.type(text);
  }

  /** Tab after Tab from where the focus is, forwards only. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tab = 0; tab < MOST_TABS; tab += 1) {
      await press('Tab');
      if (await isFocused(target)) return;
    }
    throw new Error(`${MOST_TABS} tabs do not lead to ${String(target)}.`);
  }

  /** A new step: its title has the focus, so that it is spoken and the next Tab goes on from there. */
  async function arriveAt(title: string): Promise<void> {
    await artist.see(title);
    expect(await isFocused(artist.named('heading', title))).toBe(true);
  }

  function isFocused(target: Locator): Promise<boolean> {
    return target.evaluate((element: FocusedOrNot) => element.matches(':focus'));
  }

  function isWithinMain(): Promise<boolean> {
    return artist.page.evaluate<boolean>("document.activeElement.closest('main') !== null");
  }

  /** The browser's own controls come between the last control of a dialog and its first: then the page has no focus. */
  function isBehindDialog(): Promise<boolean> {
    return artist.page.evaluate<boolean>(
      "document.activeElement !== document.body && document.activeElement.closest('dialog') === null",
    );
  }
});

interface FocusedOrNot {
  matches(selector: string): boolean;
}
