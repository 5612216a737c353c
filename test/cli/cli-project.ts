import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { plainEnvironment } from '../package/packed-package.js';
import type { CliResult } from './cli-process.js';
import { CliProcess } from './cli-process.js';

/** How to run a command until it ends. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads. */
  readonly input?: string;
}

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    strict: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
  },
  include: ['**/*.ts'],
};

/** Builds the package unless it is built. */
export async function buildPackage(): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/ensure-build.mjs'], { env: plainEnvironment() });
}

/** Somebody's project, in which the built `cogwork` command is run. */
export class CliProject implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'cogwork-cli-'));

  /** Makes a project of TypeScript with these files, in which cogwork and tsx are installed. */
  constructor(files: Readonly<Record<string, string>> = {}) {
    this.write({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify(TSCONFIG),
      ...files,
    });
    this.link('cogwork', resolve('.'));
    this.link('tsx', resolve('node_modules/tsx'));
  }

  write(files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), text);
    }
  }

  /** Installs a package by linking it. */
  link(name: string, target: string): void {
    const path = join(this.folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, 'dir');
  }

  /** Starts `cogwork` with these arguments. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): CliProcess {
    return new CliProcess(args, { cwd: this.folder, env });
  }

  /** Starts `cogwork` in a terminal. */
  startInTerminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): CliProcess {
    return new CliProcess(args, { cwd: this.folder, env: { TERM: 'xterm', ...env }, inTerminal: true });
  }

  /** Runs `cogwork` with these arguments until it ends. */
  run(args: readonly string[], { env = {}, input = '' }: RunOptions = {}): Promise<CliResult> {
    return this.start(args, env).end(input);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A bot in one file, which runs as the whole program. */
export const shopBot = `
import { Bot, Cog, Listen, Option, RequireBotPermissions, SlashCommand } from 'cogwork';
import type { Message, SlashContext } from 'cogwork';

class BuyOptions {
  @Option.string('What to buy') item!: string;
}

@Cog()
class Shop {
  @SlashCommand('Buys something', BuyOptions)
  @RequireBotPermissions('ManageMessages')
  buy(_ctx: SlashContext, { item }: BuyOptions): string {
    return \`One \${item}.\`;
  }

  @SlashCommand('Says what there is')
  list(): string {
    return 'Cakes.';
  }

  @Listen('messageCreate')
  async hello(message: Message): Promise<void> {
    if (message.content === 'ping') await message.reply('pong');
  }
}

console.log('This program prints something.');
await new Bot({ cogs: [Shop] }).run();
`;
