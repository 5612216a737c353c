import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const MESSAGE_CONTENT = 32_768;
const EXECUTION = 1 << 21;

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
  guild = discord.createGuild({ members: [alice, account], channels: ['general', 'alerts'] });
  general = guild.channel('general');
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  await discord.close();
});

function makeRule(fields: Record<string, unknown>): ReturnType<RawBot['rest']> {
  return bot.rest('POST', `/guilds/${guild.id}/auto-moderation/rules`, {
    name: 'Manners',
    event_type: 1,
    trigger_type: 1,
    enabled: true,
    actions: [{ type: 1, metadata: { custom_message: 'Be kind' } }],
    ...fields,
  });
}

describe('auto moderation', () => {
  it('blocks what a keyword forbids, and tells the writer why', async () => {
    await makeRule({ trigger_metadata: { keyword_filter: ['cat*'] } });
    await expect(alice.say(general, 'Cats!')).rejects.toMatchObject({
      code: 'MESSAGE_BLOCKED',
      rule: 'Manners',
      customMessage: 'Be kind',
    });
    expect(general.transcript).toEqual([]);
    await alice.say(general, 'concatenate');
    expect(general.transcript).toEqual(['alice: concatenate']);
  });

  it('blocks edits too', async () => {
    await makeRule({ trigger_metadata: { keyword_filter: ['cat'] } });
    const said = await alice.say(general, 'dog');
    await expect(alice.edit(said, 'cat')).rejects.toThrow('"Manners"');
    expect(said.content).toBe('dog');
  });

  it.each([
    [{ trigger_metadata: { regex_patterns: ['b[ao]d'] } }, 'so bad', 'so bed'],
    [{ trigger_metadata: { keyword_filter: ['*cat'], allow_list: ['bobcat'] } }, 'wildcat', 'bobcat'],
    [{ trigger_type: 4, trigger_metadata: { presets: [1] } }, 'profanity', 'slur'],
    [{ trigger_type: 5, trigger_metadata: { mention_total_limit: 1 } }, '<@1> <@2>', '<@1> <@1>'],
  ])('matches by pattern, with exceptions, by preset and by mentions: %j', async (rule, bad, good) => {
    await makeRule(rule);
    await alice.say(general, good);
    await expect(alice.say(general, bad)).rejects.toThrow('blocked');
  });

  it('spares exempt roles and channels, and who manages the guild', async () => {
    const owner = discord.createUser('Olga');
    const own = discord.createGuild({ owner, members: [alice, account], channels: ['general', 'free'] });
    const spared = own.createRole('spared');
    await bot.rest('POST', `/guilds/${own.id}/auto-moderation/rules`, {
      name: 'r',
      event_type: 1,
      trigger_type: 1,
      enabled: true,
      trigger_metadata: { keyword_filter: ['cat'] },
      actions: [{ type: 1 }],
      exempt_roles: [spared.id],
      exempt_channels: [own.channel('free').id],
    });
    await owner.say(own.channel('general'), 'cat');
    await alice.say(own.channel('free'), 'cat');
    await expect(alice.say(own.channel('general'), 'cat')).rejects.toThrow('blocked');
    own.giveRole(alice, spared);
    await alice.say(own.channel('general'), 'cat');
    expect(own.channel('general').transcript).toEqual(['olga: cat', 'alice: cat']);
  });

  it('alerts and times out, and tells bots that manage the guild', async () => {
    await bot.start(EXECUTION | MESSAGE_CONTENT);
    const alerts = guild.channel('alerts');
    await makeRule({
      trigger_metadata: { keyword_filter: ['cat'] },
      actions: [
        { type: 2, metadata: { channel_id: alerts.id } },
        { type: 3, metadata: { duration_seconds: 60 } },
      ],
    });
    await alice.say(general, 'a cat');
    expect(general.transcript).toEqual(['alice: a cat']);
    const [alert, timeout] = bot.heard('AUTO_MODERATION_ACTION_EXECUTION');
    expect(alert).toMatchObject({
      action: { type: 2 },
      content: 'a cat',
      matched_keyword: 'cat',
      matched_content: 'cat',
      user_id: alice.id,
    });
    expect(timeout).toMatchObject({ action: { type: 3 } });
    const listed = await bot.rest('GET', `/channels/${alerts.id}/messages`);
    expect(listed.body).toMatchObject([{ type: 24, id: alert?.['alert_system_message_id'] }]);
    await expect(alice.say(general, 'hello')).rejects.toThrow('may not write');
    await discord.virtualClock.advance('1m');
    await alice.say(general, 'hello');
  });

  it('withholds the content from bots without the intent', async () => {
    await bot.start(EXECUTION);
    await makeRule({ trigger_metadata: { keyword_filter: ['cat'] } });
    await alice.say(general, 'cat').catch(() => undefined);
    await discord.settle();
    expect(bot.heard('AUTO_MODERATION_ACTION_EXECUTION')).toMatchObject([
      { content: '', matched_content: '', matched_keyword: 'cat' },
    ]);
  });
});
