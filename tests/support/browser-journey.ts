import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import type { Messages } from '../../src/web/messages/en.js';
import { en } from '../../src/web/messages/en.js';
import { es } from '../../src/web/messages/es.js';
import type { SmtpInbox } from '../identity/smtp-inbox.js';
import type { Stage } from './browser-stage.js';
import { DESKTOP, PHONE, type Visitor } from './browser-visitor.js';

/** How somebody looks at the pages. */
export interface Mode {
  readonly name: string;
  readonly device: BrowserContextOptions;
  readonly words: Messages;
}

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const LIGHT = { colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;
const ENGLISH = { locale: 'en-GB' };
const SPANISH = { locale: 'es-ES' };

/** The first is the one in which every journey is made. */
export const MODES = [
  { name: 'phone-light-en', device: { ...PHONE, ...LIGHT, ...ENGLISH, ...CLIPBOARD }, words: en },
  { name: 'phone-dark-es', device: { ...PHONE, ...DARK, ...SPANISH, ...CLIPBOARD }, words: es },
  { name: 'desktop-dark-en', device: { ...DESKTOP, ...DARK, ...ENGLISH, ...CLIPBOARD }, words: en },
  { name: 'desktop-light-es', device: { ...DESKTOP, ...LIGHT, ...SPANISH, ...CLIPBOARD }, words: es },
] as const satisfies readonly Mode[];

/** Somebody’s way through the pages, in one mode, with what people do on most ways. */
export class Journey {
  private constructor(
    readonly visitor: Visitor,
    readonly words: Messages,
    private readonly inbox: SmtpInbox,
  ) {}

  /** @param pictures folder for a picture of each screen; left out, none is taken */
  static async begin(
    stage: Stage,
    inbox: SmtpInbox,
    mode: Mode,
    name: string,
    pictures?: string,
  ): Promise<Journey> {
    const visitor = await stage.visitor(mode.device);
    if (pictures) {
      await mkdir(pictures, { recursive: true });
      visitor.onScreen = async () => {
        const number = String(visitor.screens.length).padStart(2, '0');
        await visitor.page.screenshot({
          path: join(pictures, `${name}.${mode.name}.${number}.png`),
          fullPage: true,
        });
      };
    }
    return new Journey(visitor, mode.words, inbox);
  }

  /** From a file in hand to the question, without a word typed. */
  async claimFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.visitor.open('/');
    await this.visitor.give(this.words.pictureSearch.choose, file);
    await this.visitor.press('button', this.words.entry.mine);
    await this.visitor.see(this.words.sayNo.answerTitle);
  }

  async sayNoTo(address: string, scope: 'URL' | 'PATH' | 'DOMAIN'): Promise<void> {
    await this.visitor.fill(this.words.sayNo.address, address);
    await this.visitor.press('radio', new RegExp(`^${escaped(this.words.sayNo.scopes[scope].label)}`));
    await this.visitor.press('button', this.words.next);
    await this.no();
  }

  no(): Promise<void> {
    return this.visitor.press('button', this.words.preferences.DENY);
  }

  /** By the code of a mail, which makes the account of a newcomer. */
  async signInByMail(email: string): Promise<void> {
    await this.visitor.fill(this.words.signIn.email, email);
    await this.visitor.press('button', this.words.signIn.sendMail);
    await this.visitor.read(new RegExp(`^${escaped(this.words.signIn.sent)}`));
    const code = /^ {4}(\S+)$/m.exec(this.inbox.newestTo(email).text)?.[1] ?? 'no code in the mail';
    await this.visitor.fill(this.words.signIn.code, code);
    await this.visitor.press('button', this.words.signIn.useCode);
  }

  /** What a button copies. */
  async copied(label: string): Promise<string> {
    await this.visitor.press('button', `${this.words.copy.action}: ${label}`);
    await this.visitor.page.getByRole('status').filter({ hasText: this.words.copy.done }).first().waitFor();
    return this.visitor.page.evaluate<string>('navigator.clipboard.readText()');
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
