import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { DevSession } from '../../src/playground/index.js';
import { startDevSession } from '../../src/playground/index.js';

const root = resolve('.');
const TSCONFIG = {
  extends: join(root, 'tsconfig.json'),
  compilerOptions: { paths: {} },
  include: ['.'],
};
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium of this machine; `undefined` when there is none. */
export const chromiumPath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
].find((path) => path !== undefined && existsSync(path));

/** Copy of the tour as a project of its own, its bot in the playground, and a browser that shows the page. */
export class PageScene {
  readonly folder: string;
  readonly #browser: Browser;
  readonly session: DevSession;
  readonly page: Page;
  /** What went wrong on the page. */
  readonly problems: string[] = [];
  /** Addresses that the page asked for elsewhere. */
  readonly strayRequests: string[] = [];

  private constructor(parts: { folder: string; browser: Browser; session: DevSession; page: Page }) {
    this.folder = parts.folder;
    this.#browser = parts.browser;
    this.session = parts.session;
    this.page = parts.page;
    this.page.on('pageerror', (error) => this.problems.push(String(error.stack)));
    this.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.session.url) && !url.startsWith('data:')) this.strayRequests.push(url);
    });
  }

  static async open(): Promise<PageScene> {
    const folder = makeProject();
    process.env['TSX_TSCONFIG_PATH'] = join(folder, 'tsconfig.json');
    const session = await startDevSession({ entry: join(folder, 'main.ts'), name: 'bakery' });
    const browser = await chromium.launch({ executablePath: chromiumPath!, args: ARGUMENTS });
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'dark',
      deviceScaleFactor: Number(process.env['COGWORK_SCREENSHOT_SCALE'] ?? 1),
    });
    page.setDefaultTimeout(40_000);
    const scene = new PageScene({ folder, browser, session, page });
    await page.goto(session.url);
    await page.getByTestId('status').getByText('online').waitFor();
    return scene;
  }

  /** Chooses a slash command in the picker, as with the keyboard. */
  async choose(name: string): Promise<void> {
    const composer = this.page.getByLabel(/^Message #/);
    await composer.fill(`/${name}`);
    await this.page
      .getByRole('option', { name: `/${name}` })
      .first()
      .waitFor();
    await composer.press('Enter');
    await this.page.getByRole('form', { name: `Command ${name}` }).waitFor();
  }

  /** Runs a slash command without options. */
  async run(name: string): Promise<void> {
    await this.choose(name);
    await this.page.getByRole('button', { name: 'Run command' }).click();
  }

  /** Waits until exactly these suggestions are shown; those for fewer letters may come first. */
  async suggestions(...names: readonly string[]): Promise<void> {
    const options = this.page.getByRole('option');
    for (const [index, name] of names.entries()) await options.nth(index).filter({ hasText: name }).waitFor();
    await options.nth(names.length).waitFor({ state: 'detached' });
  }

  /** Leaves a command or a modal that a failed test was filling in, so that the next one can begin. */
  async leaveForms(): Promise<void> {
    const forms = this.page.getByRole('form').or(this.page.getByRole('dialog'));
    if ((await forms.count()) > 0) await this.page.reload();
  }

  /** Saves a source file of the bot with a text replaced. */
  edit(file: string, from: string, to: string): void {
    const path = join(this.folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  }

  /** Waits until the bot is online after so many starts. */
  async reloaded(times: number): Promise<void> {
    await this.page.getByText(`${times}× reloaded`).waitFor();
    await this.page.getByTestId('status').getByText('online').waitFor();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.session.close();
    delete process.env['TSX_TSCONFIG_PATH'];
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-playground-'));
  cpSync(join(root, 'examples', 'playground-tour'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'cogwork'), 'dir');
  for (const name of ['class-validator', 'tsx'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'dir');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  return folder;
}
