import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

let discord: Emulator;
let alice: Person;
let account: EmulatedBot;
let guild: EmulatedGuild;
let general: EmulatedChannel;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  alice = discord.createUser('Alice');
  account = discord.createBot();
  guild = discord.createGuild({ members: [alice, account] });
  general = guild.channel('general');
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  await discord.close();
});

async function search(query: string): Promise<string[]> {
  const { body } = await bot.rest('GET', `/guilds/${guild.id}/messages/search?${query}`);
  const groups = (body['messages'] ?? []) as { content: string; hit: boolean }[][];
  return groups.flatMap((group) => group.filter(({ hit }) => hit).map(({ content }) => content));
}

describe('search', () => {
  beforeEach(async () => {
    await alice.say(general, 'one needle');
    await alice.say(general, { content: 'see https://example.com', files: [{ name: 'a.png', data: 'x' }] });
    await bot.rest('POST', `/channels/${general.id}/messages`, { content: 'NEEDLE of a bot' });
  });

  it('finds messages by words, newest first unless told otherwise', async () => {
    expect(await search('content=needle')).toEqual(['NEEDLE of a bot', 'one needle']);
    expect(await search('content=needle&sort_order=asc&limit=1')).toEqual(['one needle']);
    expect(await search('content=needle&offset=1')).toEqual(['one needle']);
  });

  it('finds messages by author, kind of author, and what they have', async () => {
    expect(await search(`author_id=${account.id}`)).toEqual(['NEEDLE of a bot']);
    expect(await search('author_type=-bot&content=needle')).toEqual(['one needle']);
    expect(await search('has=link&has=image')).toEqual(['see https://example.com']);
    expect(await search('has=-link&author_type=user')).toEqual(['one needle']);
    expect(await search('attachment_extension=png')).toEqual(['see https://example.com']);
    expect(await search('link_hostname=example.org')).toEqual([]);
  });

  it('finds nothing in channels that the bot cannot read', async () => {
    const role = guild.roles.find(({ tags }) => tags?.bot_id === account.id)!;
    general.setPermissions(role, { deny: 1n << 10n });
    expect(await search('content=needle')).toEqual([]);
  });

  it('refuses more than 25 at once', async () => {
    const { body } = await bot.rest('GET', `/guilds/${guild.id}/messages/search?limit=26`);
    expect(body['code']).toBe(50035);
  });

  it('finds threads by name, tag and state', async () => {
    const tags = ['open', 'done'].map((name) => ({ name }));
    const forum = await bot.rest('POST', `/guilds/${guild.id}/channels`, {
      name: 'questions',
      type: 15,
      available_tags: tags,
    });
    const [open] = forum.body['available_tags'] as { id: string }[];
    const path = `/channels/${forum.body['id']}/threads`;
    await bot.rest('POST', path, {
      name: 'A needle',
      applied_tags: [open!.id],
      message: { content: 'Where?' },
    });
    await bot.rest('POST', path, { name: 'A pin', message: { content: 'There' } });
    const find = async (query: string): Promise<unknown> => {
      const { body } = await bot.rest('GET', `${path}/search?${query}`);
      return [body['total_results'], (body['first_messages'] as { content: string }[]).map((m) => m.content)];
    };
    expect(await find('name=needle')).toEqual([1, ['Where?']]);
    expect(await find(`tag=${open!.id}`)).toEqual([1, ['Where?']]);
    expect(await find('archived=true')).toEqual([0, []]);
    expect(await find('sort_order=asc')).toEqual([2, ['Where?', 'There']]);
  });
});
