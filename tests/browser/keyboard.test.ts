import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from '../support/browser.js';
import { Stage } from '../support/browser-stage.js';
import type { Visitor } from '../support/browser-visitor.js';
import { DESKTOP } from '../support/browser-visitor.js';
import { NO_MISHAPS } from '../support/browser-watch.js';
import { Typist } from '../support/typist.js';

describeInBrowser('an artist with nothing but a keyboard', () => {
  let stage: Stage;
  let artist: Visitor;
  let typist: Typist;

  beforeAll(async () => {
    stage = await Stage.open();
    artist = await stage.visitor(DESKTOP);
    typist = new Typist(artist);
  });

  afterAll(async () => {
    expect(artist.mishaps).toEqual(NO_MISHAPS);
    await stage.close();
  });

  it('skips from the top of the page to its content in two keys', async () => {
    await artist.open('/limits');
    await typist.press('Tab', 'Enter', 'Tab');
    expect(await isWithinMain()).toBe(true);
  });

  it('says no to a folder: every step starts at its title, and nothing needs a pointer', async () => {
    await artist.open('/');
    await typist.tabTo(artist.named('link', 'Say no now'));
    await typist.press('Enter');

    await typist.arriveAt('What is yours?');
    await typist.tabTo(artist.page.getByRole('textbox'));
    await typist.type('https://paintings.example/foxes/red.jpg');
    await typist.tabTo(artist.named('radio', 'This one address'));
    await typist.press('ArrowDown');
    expect(await artist.named('radio', 'This folder and everything below it').isChecked()).toBe(true);
    await typist.tabTo(artist.named('button', 'Continue'));
    await typist.press('Enter');

    await typist.arriveAt('May AI be trained on it?');
    await typist.tabTo(artist.named('button', 'No'));
    await typist.press('Space');

    await typist.arriveAt('So that only you can change it');
    await typist.tabTo(artist.page.getByLabel('E-mail address'));
    await typist.type('typist@example.org');
    await typist.tabTo(artist.page.getByLabel('New password', { exact: true }));
    await typist.type('four unrelated plain words');
    await typist.press('Enter');

    await typist.arriveAt('Your no is on the record.');
    await typist.tabTo(artist.named('button', 'I kept them'));
    await typist.press('Enter');
    await artist.named('button', 'I kept them').waitFor({ state: 'detached' });
    expect(await artist.text()).toContain('paintings.example/foxes/');
  });

  it('withdraws it again in a dialog that keeps the focus, and gives it back when it is left', async () => {
    await artist.open('/desk');
    const withdraw = artist.named('button', /^Withdraw: /);
    await typist.tabTo(withdraw);
    await typist.press('Enter');
    await artist.page.getByRole('dialog').waitFor();
    for (let tab = 0; tab < 4; tab += 1) {
      await typist.press('Tab');
      expect(await isBehindDialog()).toBe(false);
    }
    await typist.press('Escape');
    await artist.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await typist.isFocused(withdraw)).toBe(true);

    await typist.press('Enter');
    await typist.tabTo(artist.named('button', 'Withdraw it'));
    await typist.press('Enter');
    await artist.read('Withdrawn on');
    expect(await typist.isFocused(artist.named('heading', 'My desk'))).toBe(true);
  });

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
