import { describe, expect, test } from '@jest/globals';
import type { Invite, Member, Message, PrefixContext } from 'cogwork';
import { Cog, Convert, MemberCacheFlags, Option, PrefixCommand, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

@Cog()
class Conversions {
  @PrefixCommand('x', { color: Option.custom('x', Convert.color, { rest: true }) })
  color(_ctx: PrefixContext, { color }: { color: number }): string {
    return color.toString(16);
  }

  @PrefixCommand('x', { date: Option.custom('x', Convert.date, { rest: true }) })
  date(_ctx: PrefixContext, { date }: { date: Date }): string {
    return date.toISOString();
  }

  @PrefixCommand('x', { id: Option.custom('x', Convert.snowflake) })
  id(_ctx: PrefixContext, { id }: { id: string }): string {
    return `"${id}"`;
  }

  @PrefixCommand('x', { emoji: Option.custom('x', Convert.emoji) })
  emoji(_ctx: PrefixContext, { emoji }: { emoji: object }): string {
    return JSON.stringify(emoji);
  }

  @PrefixCommand('x', { message: Option.custom('x', Convert.message) })
  quote(_ctx: PrefixContext, { message }: { message: Message }): string {
    return `> ${message.content}`;
  }

  @SlashCommand('x', { message: Option.custom('x', Convert.message) })
  cite(_ctx: unknown, { message }: { message: Message }): string {
    return `> ${message.content}`;
  }

  @PrefixCommand('x', { invite: Option.custom('x', Convert.invite) })
  invite(_ctx: PrefixContext, { invite }: { invite: Invite }): string {
    return `code ${invite.code} of ${invite.guildId}`;
  }

  @PrefixCommand('x', { guild: Option.custom('x', Convert.guild, { rest: true }) })
  guild(_ctx: PrefixContext, { guild }: { guild: { id: string } }): string {
    return guild.id;
  }

  @PrefixCommand('x', { text: Option.custom('x', Convert.cleanText, { rest: true }) })
  clean(_ctx: PrefixContext, { text }: { text: string }): string {
    return text;
  }

  @PrefixCommand('x', { member: Option.member('x') })
  who(_ctx: PrefixContext, { member }: { member: Member }): string {
    return `it is ${member.user.username}`;
  }
}

const noMembers = { cache: { members: MemberCacheFlags.none() }, cogs: [Conversions], prefix: '!' };

describe('converters', () => {
  test.each([
    ['!color #ff8000', 'ff8000'],
    ['!color 0x#f80', 'ff8800'],
    ['!color rgb(255, 0, 50%)', 'ff0080'],
    ['!color Dark Blue', '206694'],
    ['!color dark_gray', '607d8b'],
    ['!color rgb(256,0,0)', '`color` cannot take "rgb(256,0,0)": a colour is written as'],
    ['!date 2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['!date 2026-01-31 18:30', '2026-01-31T18:30:00.000Z'],
    ['!date 2026-01-31T18:30+02:00', '2026-01-31T16:30:00.000Z'],
    ['!date <t:0:R>', '1970-01-01T00:00:00.000Z'],
    ['!date 2026-13-99', '`date` cannot take "2026-13-99": a date is written as'],
    ['!id <#123456789012345678>', '"123456789012345678"'],
    ['!id <a:wave:123456789012345678>', '"123456789012345678"'],
    ['!id 12', '`id` cannot take "12": an id has 15 to 20 digits'],
    ['!emoji 👩‍👩‍👧', '{"name":"👩‍👩‍👧"}'],
    ['!emoji <a:wave:123456789012345678>', '{"id":"123456789012345678","name":"wave","animated":true}'],
    ['!emoji x', '`emoji` cannot take "x": that is no emoji'],
    ['!clean @everyone hi', '@\u200beveryone hi'],
  ])('take %s for %s', async (typed, expected) => {
    await using world = await testBot({ cogs: [Conversions], prefix: '!' });
    const said = await world.alice.say(world.general, typed);
    expect(said.reply?.content).toContain(expected);
  });

  test('count times from now by the clock of the bot', async () => {
    await using world = await testBot({ cogs: [Conversions], prefix: '!' });
    const now = world.clock.now();
    const said = await world.alice.say(world.general, '!date in 2h30m');
    expect(Date.parse(said.reply!.content) - now).toBe(9_000_000);
  });

  test('find messages by address, by channel and id, and by id alone', async () => {
    await using world = await testBot({ cogs: [Conversions], prefix: '!', cache: { messages: null } });
    const { alice, general, guild } = world;
    const { id } = await alice.say(general, 'wise words');
    const address = `https://discord.com/channels/${guild.id}/${general.id}/${id}`;
    for (const text of [id, `${general.id}-${id}`, address]) {
      expect((await alice.say(general, `!quote ${text}`)).reply?.content).toBe('> wise words');
      expect((await alice.slash(general, 'cite', { message: text })).content).toBe('> wise words');
    }
    const missing = await alice.say(general, `!quote ${general.id}-${general.id}`);
    expect(missing.reply?.content).toContain('there is no such message');
    expect((await alice.say(general, '!quote here')).reply?.content).toContain('by its address or its id');
  });

  test('find invitations by asking', async () => {
    await using world = await testBot({ cogs: [Conversions], prefix: '!' });
    const { alice, bot, general, guild } = world;
    const { code } = await bot.rest.channels.createInvite(general.id, {});
    for (const text of [code, `https://discord.gg/${code}`, `discord.com/invite/${code}`]) {
      expect((await alice.say(general, `!invite ${text}`)).reply?.content).toBe(
        `code ${code} of ${guild.id}`,
      );
    }
    expect((await alice.say(general, '!invite gone')).reply?.content).toContain('does not exist');
  });

  test('find guilds by name and write mentions as names', async () => {
    await using world = await testBot({ cogs: [Conversions], prefix: '!' });
    const { alice, bob, general, guild } = world;
    expect((await alice.say(general, `!guild ${guild.name}`)).reply?.content).toBe(guild.id);
    const said = await alice.say(general, `!clean ${bob.mention} in <#${general.id}>`);
    expect(said.reply?.content).toBe('@bob in #general');
  });

  test('ask Discord for members that are not cached, by id and by name', async () => {
    await using world = await testBot(noMembers);
    const { alice, bob, bot, general, guild } = world;
    expect(bot.guilds.get(guild.id)!.members.get(bob.id)).toBeUndefined();
    for (const text of [bob.id, bob.mention, 'bob', '@bob', 'bob#0']) {
      expect((await alice.say(general, `!who ${text}`)).reply?.content).toBe('it is bob');
    }
    for (const text of ['bo', '123456789012345678']) {
      expect((await alice.say(general, `!who ${text}`)).reply?.content).toContain('no member called');
    }
    expect(world.logs.of('error')).toEqual([]);
  });
});
