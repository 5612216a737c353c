import { describe, expect, it } from '@jest/globals';
import { Application } from '../../src/models/application.js';
import type { PermissionName } from '../../src/models/permission-bits.js';
import { permissionBits } from '../../src/models/permission-bits.js';
import { permissionGroups } from '../../src/models/permission-groups.js';
import { Permissions } from '../../src/models/permissions.js';
import { Sku } from '../../src/models/sku.js';
import type { TextChannel } from '../../src/models/text-channel.js';
import { guildPayload, makeScene, readyPayload, selfId, userPayload } from '../dispatch/dispatch-scene.js';
import { recordingRest } from './model-scene.js';

const guildId = '300000000000000000';
const channelId = '300000000000000005';
const applicationId = '100000000000000002';
const aliceId = '200000000000000001';

function makeGuild(answers: Readonly<Record<string, unknown>> = {}, fields: object = {}) {
  const { calls, rest } = recordingRest(answers);
  const scene = makeScene({ rest });
  scene.send('READY', readyPayload([guildId]));
  scene.send('GUILD_CREATE', guildPayload(guildId, fields));
  return { ...scene, calls, guild: scene.host.models.guildRef(guildId) };
}

const template = {
  code: 'hgM48av5Q69A',
  name: 'Friends',
  description: null,
  usage_count: 7,
  creator_id: '200000000000000009',
  creator: userPayload('200000000000000009', 'zoe'),
  created_at: '2020-04-02T21:10:38+00:00',
  updated_at: '2020-05-01T17:57:38+00:00',
  source_guild_id: guildId,
  serialized_source_guild: {},
  is_dirty: true,
};

describe('templates', () => {
  it('are listed with who made them and what they are for', async () => {
    const { guild } = makeGuild({ 'templates.list': [template] });
    const [first] = await guild.templates.fetchAll();
    expect(first).toMatchObject({
      code: 'hgM48av5Q69A',
      name: 'Friends',
      description: undefined,
      usageCount: 7,
      isDirty: true,
      sourceGuildId: guildId,
      url: 'https://discord.new/hgM48av5Q69A',
    });
    expect(first!.creator?.username).toBe('zoe');
    expect(first!.updatedAt.toISOString()).toBe('2020-05-01T17:57:38.000Z');
  });

  it('are made, renamed, brought up to date and deleted', async () => {
    const { calls, guild } = makeGuild({
      'templates.create': template,
      'templates.edit': { ...template, name: 'Others' },
      'templates.sync': { ...template, is_dirty: false },
    });
    const made = await guild.templates.create({ name: 'Friends' });
    expect((await made.edit({ name: 'Others' })).name).toBe('Others');
    expect((await made.sync()).isDirty).toBe(false);
    await made.delete();
    const { code } = template;
    expect(calls.map(({ name, args }) => [name, ...args])).toEqual([
      ['templates.create', guildId, { name: 'Friends' }],
      ['templates.edit', guildId, code, { name: 'Others' }],
      ['templates.sync', guildId, code],
      ['templates.delete', guildId, code],
    ]);
  });
});

describe('the community of a guild', () => {
  it('has a welcome screen, onboarding and a widget', async () => {
    const { guild } = makeGuild({
      'guilds.getWelcomeScreen': { description: 'Hello', welcome_channels: [{ channel_id: channelId }] },
      'guilds.getOnboarding': {
        guild_id: guildId,
        prompts: [],
        default_channel_ids: [channelId],
        enabled: true,
        mode: 1,
      },
      'widgets.get': {
        id: guildId,
        name: 'guild',
        instant_invite: null,
        channels: [],
        members: [],
        presence_count: 3,
      },
    });
    const { community } = guild;
    const screen = await community.fetchWelcomeScreen();
    expect([screen.description, screen.channels.length]).toEqual(['Hello', 1]);
    const onboarding = await community.fetchOnboarding();
    expect([onboarding.enabled, onboarding.defaultChannelIds, onboarding.mode]).toEqual([
      true,
      [channelId],
      1,
    ]);
    const widget = await community.fetchWidget();
    expect([widget.presenceCount, widget.inviteUrl]).toEqual([3, undefined]);
    expect(widget.pageUrl('light')).toBe(`https://discord.com/widget?id=${guildId}&theme=light`);
  });

  it('changes them with a reason, and pauses invitations', async () => {
    const { calls, guild } = makeGuild({ 'guilds.editOnboarding': {}, 'guilds.editWelcomeScreen': {} });
    await guild.community.editOnboarding({ enabled: false }, 'closing');
    await guild.community.editWelcomeScreen({ enabled: true });
    await guild.community.editIncidentActions({ invites_disabled_until: null });
    expect(calls.map(({ name, args }) => [name, ...args])).toEqual([
      ['guilds.editOnboarding', guildId, { enabled: false }, { reason: 'closing' }],
      ['guilds.editWelcomeScreen', guildId, { enabled: true }, {}],
      ['guilds.editIncidentActions', guildId, { invites_disabled_until: null }],
    ]);
  });
});

describe('stickers and sounds of a guild', () => {
  const sticker = { id: '700000000000000001', name: 'wave', format_type: 1, tags: 'wave', guild_id: guildId };
  const sound = {
    sound_id: '800000000000000001',
    name: 'horn',
    volume: 1,
    available: true,
    guild_id: guildId,
  };

  it('are found in the cache', () => {
    const { guild } = makeGuild({}, { stickers: [sticker], soundboard_sounds: [sound] });
    expect([guild.stickers.size, guild.stickers.get(sticker.id)?.name]).toEqual([1, 'wave']);
    expect([...guild.sounds].map(({ name }) => name)).toEqual(['horn']);
    expect(guild.sounds.get('1')).toBeUndefined();
  });

  it('are fetched and made', async () => {
    const { calls, guild } = makeGuild({
      'soundboard.create': sound,
      'soundboard.list': { items: [sound] },
      'stickers.create': sticker,
      'stickers.list': [sticker],
    });
    expect((await guild.stickers.fetchAll()).map(({ id }) => id)).toEqual([sticker.id]);
    expect((await guild.sounds.fetchAll()).map(({ id }) => id)).toEqual([sound.sound_id]);
    const file = { name: 'wave.png', data: Buffer.from('png') };
    const body = { name: 'wave', description: 'A hand', tags: 'wave' };
    await guild.stickers.create(body, file, 'new');
    await guild.sounds.create({ name: 'horn', sound: 'data:audio/ogg;base64,AA==' });
    expect(calls.slice(2).map(({ name, args }) => [name, ...args])).toEqual([
      ['stickers.create', guildId, body, file, { reason: 'new' }],
      ['soundboard.create', guildId, { name: 'horn', sound: 'data:audio/ogg;base64,AA==' }, {}],
    ]);
  });
});

describe('the application', () => {
  const team = {
    id: '900000000000000001',
    name: 'Makers',
    icon: 'abc',
    owner_user_id: aliceId,
    members: [
      { user: userPayload(aliceId, 'alice'), role: '', membership_state: 2, team_id: '900000000000000001' },
      { user: userPayload(selfId), role: 'developer', membership_state: 1, team_id: '900000000000000001' },
    ],
  };
  const application = {
    id: applicationId,
    name: 'Cog',
    description: 'Turns',
    icon: null,
    bot_public: false,
    owner: userPayload(aliceId, 'team'),
    team,
  };

  it('tells to whom it belongs', async () => {
    const { host } = makeGuild({ 'applications.getCurrent': application });
    const fetched = await Application.fetch(host);
    expect([fetched.name, fetched.isPublic, fetched.iconUrl(), fetched.tags]).toEqual([
      'Cog',
      false,
      undefined,
      [],
    ]);
    expect(fetched.team?.owner?.user.username).toBe('alice');
    expect(fetched.team?.members.map(({ role, hasAccepted }) => [role, hasAccepted])).toEqual([
      ['', true],
      ['developer', false],
    ]);
    expect(fetched.team?.iconUrl()).toContain('team-icons/900000000000000001/abc');
  });

  it('brings emojis along', async () => {
    const emoji = { id: '500000000000000001', name: 'gear', animated: true };
    const { calls, host } = makeGuild({
      'applications.getCurrent': application,
      'emojis.createForApplication': emoji,
      'emojis.editForApplication': { ...emoji, name: 'wheel' },
      'emojis.listForApplication': { items: [emoji] },
    });
    const { emojis } = await Application.fetch(host);
    expect((await emojis.fetchAll()).map(String)).toEqual(['<a:gear:500000000000000001>']);
    const made = await emojis.create({ name: 'gear', image: 'data:image/png;base64,AA==' });
    expect((await made.edit({ name: 'wheel' })).name).toBe('wheel');
    await made.delete();
    expect(calls.at(-1)).toEqual({ name: 'emojis.deleteForApplication', args: [applicationId, emoji.id] });
  });

  it('sells what can be bought, and knows who has', async () => {
    const sku = {
      id: '1000000000000000001',
      type: 5,
      application_id: applicationId,
      name: 'Gold',
      slug: 'gold',
    };
    const { host } = makeGuild({
      'applications.getCurrent': application,
      'monetization.listSkus': [{ ...sku, flags: (1 << 2) | (1 << 8) }],
      'monetization.iterateEntitlements': [{ id: '5', sku_id: sku.id, user_id: aliceId, deleted: false }],
      'monetization.iterateSubscriptions': [{ id: '6', user_id: aliceId, sku_ids: [sku.id] }],
    });
    const app = await Application.fetch(host);
    const [gold] = await app.fetchSkus();
    expect(gold).toBeInstanceOf(Sku);
    expect([gold!.isAvailable, gold!.isForUsers, gold!.isForGuilds]).toEqual([true, true, false]);
    const rights: string[] = [];
    for await (const { skuId, userId } of app.entitlements()) rights.push(`${userId} ${skuId}`);
    for await (const { userId } of gold!.subscriptions(aliceId)) rights.push(userId);
    expect(rights).toEqual([`${aliceId} ${sku.id}`, aliceId]);
  });
});

describe('channel.typing()', () => {
  const turn = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

  it('shows the bot as typing again and again until it is stopped', async () => {
    const { calls, clock, guild } = makeGuild();
    const channel = guild.channels.get(channelId) as TextChannel;
    {
      using _typing = channel.typing();
      await turn();
      clock.advance(7999);
      expect(calls).toHaveLength(1);
      clock.advance(1);
      await turn();
      expect(calls.map(({ name, args }) => [name, ...args])).toEqual([
        ['channels.triggerTyping', channelId],
        ['channels.triggerTyping', channelId],
      ]);
    }
    clock.advance(60_000);
    expect(calls).toHaveLength(2);
  });

  it('ends at the first request that fails', async () => {
    const { calls, clock, guild } = makeGuild({
      'channels.triggerTyping': Promise.reject(new Error('403')),
    });
    (guild.channels.get(channelId) as TextChannel).typing();
    await turn();
    await turn();
    clock.advance(60_000);
    expect(calls).toHaveLength(1);
  });
});

describe('Permissions.of', () => {
  it('gives the permissions of a heading of the settings', () => {
    expect(Permissions.of('stage').toArray()).toEqual(['RequestToSpeak']);
    expect(Permissions.of('voice').has(['Connect', 'Speak'])).toBe(true);
    expect(Permissions.of('text').has('Connect')).toBe(false);
  });

  it('has every permission under some heading', () => {
    const { channel: _channel, elevated: _elevated, ...headings } = permissionGroups;
    const grouped = new Set<PermissionName>(Object.values(headings).flat());
    const all = Object.keys(permissionBits) as PermissionName[];
    expect(all.filter((name) => !grouped.has(name))).toEqual([]);
  });

  it('knows which can be given in a channel, and which need a second factor', () => {
    const [inChannel, elevated] = [Permissions.of('channel'), Permissions.of('elevated')];
    expect(inChannel.hasAny(['BanMembers', 'ManageGuild', 'ModerateMembers', 'ViewAuditLog'])).toBe(false);
    expect([inChannel.toArray().length, elevated.toArray().length]).toEqual([40, 11]);
    expect(elevated.without(inChannel).toArray()).toEqual([
      'KickMembers',
      'BanMembers',
      'Administrator',
      'ManageGuild',
      'ManageGuildExpressions',
      'ViewCreatorMonetizationAnalytics',
    ]);
  });
});
