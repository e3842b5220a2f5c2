import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from './browser.js';
import { Visitor } from './browser-visitor.js';
import {
  makeTestHome,
  startServerProcess,
  type ServerOptions,
  type ServerProcess,
  type TestHome,
} from './server-process.js';

/** A registry as its operator runs it, and people with browsers before it. */
export class Stage {
  private constructor(
    readonly home: TestHome,
    private running: ServerProcess,
    private readonly browser: Browser,
  ) {}

  get server(): ServerProcess {
    return this.running;
  }

  static async open(
    settings: Readonly<Record<string, string>> = {},
    options: ServerOptions = {},
  ): Promise<Stage> {
    const home = await makeTestHome(settings);
    const [server, browser] = await Promise.all([startServerProcess(home, options), openBrowser()]);
    return new Stage(home, server, browser);
  }

  /** Somebody new to the registry; on a phone unless told otherwise. */
  visitor(device?: BrowserContextOptions): Promise<Visitor> {
    return Visitor.arrive(this.browser, this.server.url, device);
  }

  /** The same registry again, at another address, for whoever comes from then on. */
  async restart(options: ServerOptions = {}): Promise<void> {
    await this.running.stop();
    this.running = await startServerProcess(this.home, options);
  }

  async close(): Promise<void> {
    await Promise.all([this.browser.close(), this.server.stop()]);
    await this.home.remove();
  }
}
