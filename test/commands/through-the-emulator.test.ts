import { describe, expect, test } from '@jest/globals';
import type { Attachment, Member, Role, SlashContext, TextChannel, User } from 'cogwork';
import {
  ChannelType,
  Cog,
  CommandGroup,
  MessageCommand,
  Option,
  PrefixCommand,
  SlashCommand,
  UserCommand,
} from 'cogwork';
import { testBot } from 'cogwork/testing';

enum Colour {
  Red,
  Green = 5,
}

class EveryKind {
  @Option.string('x', { minLength: 2, maxLength: 20, nameLocalizations: { de: 'wort' } }) word!: string;
  @Option.string('x', { choices: ['a', { name: 'B', value: 'b', nameLocalizations: { de: 'Be' } }] }) letter =
    'a';
  @Option.string('x', { autocomplete: ['one'], descriptionLocalizations: { fr: 'mot' } }) typed = 'none';
  @Option.integer('x', { minValue: -5, maxValue: 7 }) count = 0;
  @Option.number('x', { minValue: 0, maxValue: 1.5 }) ratio = 0.5;
  @Option.boolean('x') flag = false;
  @Option.user('x', { required: false }) user?: User;
  @Option.member('x', { required: false }) member?: Member;
  @Option.channel('x', { types: [ChannelType.GuildText], required: false }) channel?: TextChannel;
  @Option.role('x', { required: false }) role?: Role;
  @Option.mentionable('x', { required: false }) anyone?: Member | Role | User;
  @Option.attachment('x', { required: false }) file?: Attachment;
  @Option.choice('x', Colour) colour = Colour.Red;
  @Option.duration('x') lengthMs = 1000;
  @Option.custom('x', (text) => new Date(text), { required: false }) when?: Date;
  @Option.list('x', Option.integer('x')) numbers: number[] = [];
}

@Cog()
class Everything {
  @SlashCommand(
    {
      description: 'Takes all',
      contexts: ['guild', 'botDm'],
      integrationTypes: ['guild', 'user'],
      nsfw: true,
      permissions: ['SendMessages'],
      descriptionLocalizations: { de: 'Nimmt alles' },
    },
    EveryKind,
  )
  all(_ctx: SlashContext, given: EveryKind): string {
    return JSON.stringify({ ...given, user: given.user?.username, channel: given.channel?.constructor.name });
  }

  @UserCommand('Profile')
  profile(): void {}

  @MessageCommand('Quote')
  quote(): void {}

  @PrefixCommand('Echoes', { text: Option.string('x', { rest: true }) })
  echo(_ctx: unknown, { text }: { text: string }): string {
    return text;
  }
}

@Cog()
@CommandGroup('config', 'Settings', { permissions: ['ViewChannel'] })
class Config {
  @SlashCommand({ description: 'Adds', group: 'roles' }, EveryKind)
  add(): string {
    return 'added';
  }

  @SlashCommand('Shows')
  show(): string {
    return 'shown';
  }
}

describe('commands through the emulator', () => {
  test('of every option kind come back from Discord as they were sent', async () => {
    await using world = await testBot({ cogs: [Everything, Config] });
    expect(String(await world.bot.commands.plan())).toBe('Commands are in sync: nothing to do.');
  });

  test('get models of what was given', async () => {
    await using world = await testBot({ cogs: [Everything] });
    const { alice, bob, general } = world;
    const options = {
      word: 'hello',
      user: bob,
      channel: general,
      count: 7,
      length_ms: '1m',
      numbers: '1 2 3',
    };
    const reply = await alice.slash(general, 'all', options);
    expect(JSON.parse(reply.content)).toMatchObject({
      word: 'hello',
      user: 'bob',
      channel: 'TextChannel',
      count: 7,
      lengthMs: 60_000,
      numbers: [1, 2, 3],
      letter: 'a',
    });
  });

  test('below groups and in messages answer too', async () => {
    await using world = await testBot({ cogs: [Everything, Config], prefix: '!' });
    const { alice, general } = world;
    expect((await alice.slash(general, 'config show')).content).toBe('shown');
    expect((await alice.slash(general, 'config roles add', { word: 'xx' })).content).toBe('added');
    await alice.say(general, '!echo "as it is"  here');
    await world.discord.settle();
    expect(alice.read(general).at(-1)?.content).toBe('"as it is"  here');
  });

  test('are registered in one guild when told, and mentioned by the id that Discord gave', async () => {
    await using world = await testBot({ cogs: [Config], syncCommands: 'off' });
    const { alice, bot, general, guild } = world;
    expect(bot.pendingApplicationCommands).toHaveLength(2);
    expect(bot.commands.mention('config show')).toBe('/config show');
    await bot.commands.sync({ guildIds: [guild.id] });
    expect((await alice.slash(general, 'config show')).content).toBe('shown');
    expect(await bot.rest.commands.list(bot.user.id)).toEqual([]);
    const id = bot.commands.idOf('config show', { guildId: guild.id });
    expect(bot.commands.mention('config show', { guildId: guild.id })).toBe(`</config show:${id}>`);
    expect(bot.getApplicationCommand('config roles add')?.origin).toMatchObject({
      cog: 'Config',
      method: 'add',
    });
  });
});
