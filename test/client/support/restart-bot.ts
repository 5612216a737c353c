/** Bot for tests of restarts: tells on standard output what it hears; sessions are kept in the directory given. */
import { Bot, Cog, FileSessionStore, Listen, type Message } from 'cogwork';

@Cog()
class Ears {
  @Listen('messageCreate')
  hear(message: Message): void {
    process.stdout.write(
      `heard ${message.content} in ${message.guild?.name ?? 'a guild not restored yet'}\n`,
    );
  }
}

const bot = new Bot({
  cogs: [Ears],
  gateway: { sessionStore: new FileSessionStore(process.argv[2]!) },
  logLevel: 'silent',
});
bot.listen('shardReady', () => process.stdout.write('new session\n'));
bot.listen('shardResumed', () => process.stdout.write('resumed\n'));
bot.listen('guildAvailable', (guild) => process.stdout.write(`has ${guild.name}\n`));
bot.listen('clientReady', () => process.stdout.write(`ready as ${bot.user.username}\n`));
await bot.run();
