// A headless Chromium, spoken to over a pipe (Chrome DevTools Protocol): what the checks and pictures of report.html use.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The name of a Chromium on the PATH; undefined where there is none. */
export const chromium = names.find((name) => spawnSync(name, ['--version']).status === 0);

/** One page of a headless Chromium. `send` rejects with what Chromium says; a method takes a minute at most. */
export class Page {
  #process;
  #folder = mkdtempSync(join(tmpdir(), 'chromium-'));
  #waiting = new Map();
  #events = new Map();
  #next = 1;
  #session;

  static async open() {
    const page = new Page();
    const { targetId } = await page.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await page.send('Target.attachToTarget', { targetId, flatten: true });
    page.#session = sessionId;
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.send(`${domain}.enable`);
    return page;
  }

  constructor() {
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe'];
    this.#process = spawn(chromium, [...args, `--user-data-dir=${this.#folder}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    let rest = '';
    this.#process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const parts = (rest + text).split('\0');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#receive(JSON.parse(part));
    });
  }

  #receive({ id, error, result, method, params }) {
    const waiting = this.#waiting.get(id);
    if (waiting) {
      this.#waiting.delete(id);
      if (error) waiting.reject(new Error(`${waiting.method}: ${error.message}`));
      else waiting.resolve(result);
    } else for (const listener of this.#events.get(method) ?? []) listener(params);
  }

  on(method, listener) {
    this.#events.set(method, [...(this.#events.get(method) ?? []), listener]);
  }

  send(method, params = {}) {
    const id = this.#next++;
    const message = { id, method, params, ...(this.#session ? { sessionId: this.#session } : {}) };
    this.#process.stdio[3].write(`${JSON.stringify(message)}\0`);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer within a minute`)), 60_000);
      const done = (settle) => (value) => {
        clearTimeout(timer);
        settle(value);
      };
      this.#waiting.set(id, { method, resolve: done(resolve), reject: done(reject) });
    });
  }

  /** Opens an address and waits until it is loaded; resolves to the milliseconds that took. */
  async visit(url) {
    const start = performance.now();
    const loaded = new Promise((resolve) => this.on('Page.loadEventFired', resolve));
    await this.send('Page.navigate', { url });
    await loaded;
    return performance.now() - start;
  }

  /** The value of an expression, awaited; it is not held by the page's content security policy. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** `scheme`: light or dark; `media`: screen or print. */
  async look({ width = 1280, height = 900, scheme = 'light', media = 'screen' } = {}) {
    const size = { width, height, deviceScaleFactor: 1, mobile: width < 600 };
    await this.send('Emulation.setDeviceMetricsOverride', size);
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.send('Emulation.setEmulatedMedia', { media, features });
  }

  /** A picture (PNG) of what is seen, or of the whole page. */
  async picture({ isWhole = false } = {}) {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: isWhole });
    return Buffer.from(data, 'base64');
  }

  async close() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill();
    await ended;
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
