/** Blocks of the public surface, section 5: client, REST, gateway, cache. */
import type { Client, Guild, Message } from 'cogwork';
import { Bot, Intents, MemberCacheFlags, Rest } from 'cogwork';

const intents = Intents.default().with('MessageContent');

export function makeBot(): Bot {
  return new Bot({
    cache: { members: MemberCacheFlags.fromIntents(intents), messages: 1000 },
    intents,
    logLevel: 'silent',
    shards: 'auto',
  });
}

export async function lookUp(bot: Client, id: string): Promise<readonly [Guild | undefined, Guild]> {
  return [bot.guilds.get(id), await bot.guilds.fetch(id)];
}

export function nextMessageOf(bot: Client, id: string): Promise<Message> {
  return bot.waitFor('messageCreate', (message) => message.author.id === id, { timeoutMs: 30_000 });
}

export async function askShard(bot: Client, guildId: string): Promise<number | undefined> {
  await bot.shards.get(0)?.requestGuildMembers(guildId, { query: 'al', limit: 10 });
  return bot.shards.get(0)?.latencyMs;
}

export async function sayWithoutGateway(token: string, channelId: string): Promise<string> {
  await using rest = new Rest(token);
  const message = await rest.channels.createMessage(channelId, { content: 'hi' });
  return message.id;
}
