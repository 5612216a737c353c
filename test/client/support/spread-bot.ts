/** Bot for tests of several processes: answers `/where` with its place, and relays a word to the others. */
import { Bot, Cog, inject, Listen, type Message, SlashCommand } from 'cogwork';

declare module 'cogwork' {
  interface ClusterNotes {
    word: { readonly text: string; readonly by: number };
  }
}

@Cog()
class Spread {
  readonly bot = inject(Bot);

  @SlashCommand('Says which shard answers')
  where(): string {
    const [shard] = this.bot.shards;
    return `shard ${shard?.id} of ${shard?.shardCount}, process ${process.pid}`;
  }

  @Listen('messageCreate')
  async relay(message: Message): Promise<void> {
    if (!message.content.startsWith('tell ')) return;
    this.bot.cluster?.broadcast('word', {
      text: `${message.channelId} ${message.content.slice(5)}`,
      by: process.pid,
    });
  }
}

const bot = new Bot({ cogs: [Spread], logLevel: 'silent', shards: { processes: 2, count: 2 } });
bot.listen('clientReady', () => process.stdout.write('ready\n'));
bot.cluster?.on('word', ({ text, by }) => {
  const [channelId, ...words] = text.split(' ');
  void bot.rest.channels.createMessage(channelId!, {
    content: `${words.join(' ')} (${by} told ${process.pid})`,
  });
});
await bot.run();
