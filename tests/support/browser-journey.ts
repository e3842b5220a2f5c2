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
const PHONE_SIZED = [PHONE, 'phone'] as const;
const DESKTOP_SIZED = [DESKTOP, 'desktop'] as const;
const LIGHT = { colorScheme: 'light' } as const;
const DARK = { colorScheme: 'dark' } as const;
const ENGLISH = ['en-GB', en] as const;
const SPANISH = ['es-ES', es] as const;
const OPPOSITES = ['phone-dark-es', 'desktop-light-en'];

/** Every way to look at them, the first the one that screens and inputs are stated for. */
export const MODES: readonly Mode[] = [PHONE_SIZED, DESKTOP_SIZED].flatMap(([device, size]) =>
  [LIGHT, DARK].flatMap(({ colorScheme }) =>
    [ENGLISH, SPANISH].map(([locale, words]) => ({
      name: [size, colorScheme, locale.slice(0, 2)].join('-'),
      device: { ...device, ...CLIPBOARD, colorScheme, locale },
      words,
    })),
  ),
);

/** Two that have nothing in common. */
export const OPPOSITE_MODES = MODES.filter(({ name }) => OPPOSITES.includes(name));

/** Each comes from a network of its own, where the server trusts a proxy: mails to one network are limited. */
let begun = 0;

/** Somebody’s way through the pages, in one mode, with what people do on most ways. */
export class Journey {
  private constructor(
    readonly visitor: Visitor,
    readonly words: Messages,
    private readonly inbox: SmtpInbox,
    private readonly mode: Mode,
    private readonly pictures: string | undefined,
  ) {}

  /** @param pictures folder for a picture of each screen; left out, none is taken */
  static async begin(
    stage: Stage,
    inbox: SmtpInbox,
    mode: Mode,
    name: string,
    pictures?: string,
  ): Promise<Journey> {
    begun += 1;
    const headers = { 'x-forwarded-for': `10.${begun >> 8}.${begun & 255}.1` };
    const visitor = await stage.visitor({ ...mode.device, extraHTTPHeaders: headers });
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
    return new Journey(visitor, mode.words, inbox, mode, pictures);
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

  /** A picture in hand, this is mine, no, and an account by mail: from the home page to a no on record. */
  async denyPicture(buffer: Buffer, email: string): Promise<void> {
    await this.claimFile({ name: 'a fox at night.png', mimeType: 'image/png', buffer });
    await this.no();
    await this.signInByMail(email);
    await this.visitor.see(this.words.done.titleNo);
    await this.leaveNothingBeside();
  }

  /** Of a builder, from the home page: two addresses that lie beside one another, of which one is denied. */
  async checkAddresses(denied: string, unanswered: string): Promise<void> {
    const { visitor, words } = this;
    await visitor.open('/');
    await visitor.pressOn(visitor.named('link', words.build.title).first());
    await visitor.see(words.build.title);
    await visitor.fill(words.build.addresses, `${denied}\n${unanswered}`);
    await visitor.press('button', words.build.ask);
    const answers = visitor.page.getByRole('region', { name: words.build.answers });
    await answers.getByText(words.decisions.DENIED).first().waitFor();
    await answers.getByText(words.decisions.UNKNOWN).first().waitFor();
    await visitor.read(/assent snapshot pull http/);
    await this.leaveNothingBeside();
    await this.keepPicture('builder.answered');
  }

  /** Of a moderator whom the operator made: the case that waits longest is taken and approved. */
  async approveCase(email: string): Promise<void> {
    const { visitor, words } = this;
    await visitor.open('/sign-in?next=/moderation');
    await this.signInByMail(email);
    await visitor.see(words.moderation.title);
    await visitor.pressOn(visitor.named('button', words.moderation.take).first());
    await visitor.pressOn(visitor.named('radio', words.moderation.approve).first());
    await visitor.named('button', words.moderation.giveBack).waitFor();
    await visitor.pressOn(
      visitor.named('button', new RegExp(`^${escaped(words.moderation.template)}`)).first(),
    );
    await this.keepPicture('moderator.deciding');
    await visitor.pressOn(
      visitor.named('button', new RegExp(`^${escaped(words.moderation.decide)}: `)).first(),
    );
    await visitor.read(new RegExp(`^${escaped(words.moderation.approved)}`));
    await this.leaveNothingBeside();
  }

  /** Of whoever only looks, from the home page: what stands about an address, its proof, and the log. */
  async proveAnswer(denied: string): Promise<void> {
    const { visitor, words } = this;
    await visitor.open('/');
    await visitor.pressOn(visitor.named('link', words.nav.ask).first());
    await visitor.fill(words.ask.address, denied);
    await visitor.press('button', words.ask.submit);
    await visitor.read(words.ask.decidedBy);
    await visitor.pressOn(visitor.page.locator('a[href^="/statements/"]').first());
    await visitor.read(words.verification.verified);
    await this.keepPicture('visitor.proven');
    await this.leaveNothingBeside();
    await visitor.pressOn(visitor.named('link', words.transparency.title).first());
    await visitor.see(words.transparency.title);
  }

  /** What a button copies. */
  async copied(label: string): Promise<string> {
    await this.visitor.press('button', `${this.words.copy.action}: ${label}`);
    await this.visitor.page.getByRole('status').filter({ hasText: this.words.copy.done }).first().waitFor();
    return this.visitor.page.evaluate<string>('navigator.clipboard.readText()');
  }

  private async keepPicture(name: string): Promise<void> {
    if (this.pictures === undefined) return;
    const path = join(this.pictures, `${name}.${this.mode.name}.png`);
    await this.visitor.page.screenshot({ path, fullPage: true });
  }

  private async leaveNothingBeside(): Promise<void> {
    const overhang = await this.visitor.overhang();
    if (overhang > 0) throw new Error(`The page reaches ${overhang} pixels beyond the window.`);
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
