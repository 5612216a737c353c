/** Bot for tests of its log: its handlers do everything that lets a token slip into a line, and one ends the process. */
import { Bot, Cog, inject, Listen, Logger, type Message, SlashCommand, type SlashContext } from 'cogwork';

const LINES = 500;

@Cog()
class Talk {
  readonly #logger = inject(Logger);

  @SlashCommand('Lets secrets slip') async leak(ctx: SlashContext): Promise<string> {
    const token = process.env['DISCORD_TOKEN'];
    const { rest } = ctx.host;
    const webhook = await rest.webhooks.create(ctx.channelId!, { name: 'hook' });
    const url = `https://discord.com/api/webhooks/${webhook.id}/${webhook.token}`;
    await rest.webhooks.execute(webhook.id, webhook.token!, { content: 'hi' });
    await rest.webhooks
      .executeSlack(webhook.id, `${webhook.token}x`, { text: '' })
      .catch((error: unknown) => {
        this.#logger.warn('talk', `could not post to ${url}`, { error, webhook });
      });
    this.#logger.info('talk', `the token is ${token}`, {
      headers: { authorization: `Bot ${token}` },
      interaction: ctx.interaction.payload,
      deep: [new Map([['url', new URL(url)]])],
    });
    throw new Error(`token ${token} at ${url}`, {
      cause: new TypeError(`{"token":"${ctx.interaction.payload.token}"}`),
    });
  }

  @Listen('messageCreate') end({ content: how }: Message): void {
    if (!/^(exit|throw|kill)$/.test(how)) return;
    for (let n = 1; n <= LINES; n++) this.#logger.info('talk', 'line', { n, text: 'x'.repeat(500) });
    if (how === 'exit') process.exit(3);
    if (how === 'kill') process.kill(process.pid, 'SIGKILL');
    setImmediate(() => {
      throw new Error('nobody catches this');
    });
  }
}

await new Bot({ cogs: [Talk] }).run();
