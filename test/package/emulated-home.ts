import type { EmulatedBot, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import type { Program } from './bot-process.js';
import { BotProcess } from './bot-process.js';
import { until } from './until.js';

/** Emulator on a loopback port, with a guild in which alice meets a bot that runs in a process of its own. */
export class EmulatedHome implements AsyncDisposable {
  readonly discord = new Emulator();
  readonly alice: Person = this.discord.createUser('alice');
  readonly bot: EmulatedBot = this.discord.createBot({ name: 'bot' });
  readonly guild: EmulatedGuild = this.discord.createGuild({ members: [this.alice, this.bot] });
  readonly general = this.guild.channel('general');
  #process: BotProcess | undefined;

  /** Starts the program and waits until its commands are registered, which it does once it is connected. */
  async start(program: Program, cwd: string): Promise<BotProcess> {
    const { apiUrl } = await this.discord.listen();
    const process = new BotProcess({ ...program, cwd, token: this.bot.token, apiUrl });
    this.#process = process;
    await until(
      'the bot has registered its commands',
      () => this.bot.commands.length > 0,
      () => (process.hasExited ? `it ended and said:\n${process.output}` : undefined),
    );
    return process;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process?.stop();
    await this.discord.close();
  }
}
