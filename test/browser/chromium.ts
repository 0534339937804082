import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Part } from '../../src/demo/parts.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser that is on the machine; none is downloaded. */
export const CHROMIUM: Part = {
  name: 'chromium',
  get: 'apt-get install chromium, or CHROME_PATH=<its binary>',
  found: candidates(process.env).find(isExecutable),
};

function candidates({ CHROME_PATH, PATH = '' }: NodeJS.ProcessEnv): string[] {
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return CHROME_PATH ? [CHROME_PATH] : onPath;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A page in the browser, and all that it complained about: errors, warnings, what its policy refused. */
export interface Opened {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** A browser that opens pages from files, as somebody does who was sent one. */
export interface Chromium {
  open(html: string, options?: BrowserContextOptions, fragment?: string): Promise<Opened>;
  goTo(url: string): Promise<Opened>;
  close(): Promise<void>;
}

export async function startChromium(): Promise<Chromium> {
  const folder = mkdtempSync(join(tmpdir(), 'poolward-page-'));
  const browser = await chromium.launch({ executablePath: CHROMIUM.found ?? '' });
  let files = 0;
  return {
    open: (html, options = {}, fragment = '') => {
      files += 1;
      const file = join(folder, `${files}.html`);
      writeFileSync(file, html);
      return visit(browser, `${pathToFileURL(file)}${fragment}`, options);
    },
    goTo: (url) => visit(browser, url, {}),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each in a context of its own, so that pages share nothing. */
async function visit(browser: Browser, url: string, options: BrowserContextOptions): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  // A busy machine is slow, and nothing else.
  page.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== page.url() && !/^(file|data):/.test(request.url())) complaints.push(`asks: ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}
