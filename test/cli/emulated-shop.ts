import type { EmulatedBot, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { CliProject, shopBot } from './cli-project.js';

/** Project of a bot, with the Discord that the environment of its commands leads to. */
export class EmulatedShop implements AsyncDisposable {
  readonly discord = new Emulator();
  readonly alice: Person = this.discord.createUser('alice');
  readonly account: EmulatedBot;
  readonly guild: EmulatedGuild;
  readonly project: CliProject;
  #env: Readonly<Record<string, string>> = {};

  private constructor(privilegedIntents: number | undefined) {
    this.account = this.discord.createBot({
      name: 'shop',
      ...(privilegedIntents === undefined ? {} : { privilegedIntents }),
    });
    this.guild = this.discord.createGuild({ members: [this.alice, this.account] });
    this.project = new CliProject({ 'src/main.ts': shopBot });
  }

  static async open(options: { readonly privilegedIntents?: number } = {}): Promise<EmulatedShop> {
    const shop = new EmulatedShop(options.privilegedIntents);
    const { apiUrl } = await shop.discord.listen();
    shop.#env = { COGWORK_API_URL: apiUrl, DISCORD_TOKEN: shop.account.token };
    return shop;
  }

  /** Environment in which commands know the token. */
  get env(): Readonly<Record<string, string>> {
    return this.#env;
  }

  /** Names of the registered commands, in order. */
  get commandNames(): readonly string[] {
    return this.account.commands.map(({ name }) => name).sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.discord.close();
    this.project[Symbol.dispose]();
  }
}
