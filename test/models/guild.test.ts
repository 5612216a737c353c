import { describe, expect, it } from '@jest/globals';
import { ChannelType, Intents, MemberCacheFlags, readDataUri } from 'cogwork';
import { testBot } from 'cogwork/testing';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function makeWorld() {
  const world = await testBot({
    intents: Intents.all(),
    cache: { members: MemberCacheFlags.all(), chunkGuilds: true },
  });
  return { ...world, known: world.bot.guilds.get(world.guild.id)! };
}

describe('a guild', () => {
  it('tells its settings, and they are changed', async () => {
    const { bot, discord, known, owner } = await makeWorld();
    const rules = await known.channels.create({ name: 'rules' });
    await known.edit(
      {
        description: 'A place',
        verification_level: 2,
        default_message_notifications: 1,
        explicit_content_filter: 2,
        system_channel_id: rules.id,
        system_channel_flags: known.systemChannelFlags.with('SuppressJoinNotifications').bits,
        afk_timeout: 900,
        icon: await readDataUri(PIXEL),
      },
      'new rules',
    );
    await discord.settle();
    expect([known.description, known.verificationLevel, known.explicitContentFilter]).toEqual([
      'A place',
      2,
      2,
    ]);
    expect([known.defaultMessageNotifications, known.afkTimeoutSeconds, known.systemChannel?.name]).toEqual([
      1,
      900,
      'rules',
    ]);
    expect(known.systemChannelFlags.toArray()).toEqual(['SuppressJoinNotifications']);
    expect(known.iconUrl({ size: 64 })).toMatch(
      /^https:\/\/cdn\.discordapp\.com\/icons\/\d+\/\w+\.webp\?size=64$/,
    );
    expect([known.bannerUrl(), known.splashUrl(), known.discoverySplashUrl()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([known.owner?.id, known.url, known.premiumTier, known.isChunked, known.isPartial]).toEqual([
      owner.id,
      `https://discord.com/channels/${known.id}`,
      0,
      true,
      false,
    ]);
    expect([known.limits.emojis, known.limits.bitrate, known.limits.fileBytes]).toEqual([
      50,
      96_000,
      10 * 2 ** 20,
    ]);
    expect(known.joinedAt).toBeInstanceOf(Date);
    const fetched = await bot.guilds.fetch(known.id);
    expect([
      fetched.approximateMemberCount,
      fetched.approximatePresenceCount,
      known.approximateMemberCount,
    ]).toEqual([4, expect.any(Number), undefined]);
    const listed = await bot.guilds
      .fetchAll()
      .map(({ name, approximate_member_count: count }) => [name, count])
      .toArray();
    expect(listed).toEqual([['guild', 4]]);
    expect((await bot.guilds.fetchPreview(known.id)).approximate_member_count).toBe(4);
  });

  it('lets nobody be invited for a while or for good', async () => {
    const { clock, known } = await makeWorld();
    expect(known.areInvitesDisabled).toBe(false);
    const until = new Date(clock.now() + 3_600_000).toISOString();
    await known.community.editIncidentActions({ invites_disabled_until: until });
    await clock.settle();
    expect([known.areInvitesDisabled, known.incidents.invitesDisabledUntil?.toISOString()]).toEqual([
      true,
      until,
    ]);
    await clock.advance('61m');
    expect(known.areInvitesDisabled).toBe(false);
    await known.setInvitesDisabled();
    await clock.settle();
    expect([known.areInvitesDisabled, known.features]).toEqual([true, ['INVITES_DISABLED']]);
    await known.setInvitesDisabled(false);
    await clock.settle();
    expect(known.areInvitesDisabled).toBe(false);
  });

  it('has an audit log that says who did what, with typed values before and after', async () => {
    const { alice, bot, discord, known, owner } = await makeWorld();
    const role = await known.roles.create({ name: 'old', permissions: '1024' }, 'a role');
    await role.edit({ name: 'new' }, 'better');
    await known.members.get(alice.id)!.kick('spam');
    const webhook = await (await known.channels.create({ name: 'news' })).createWebhook({ name: 'hook' });
    await discord.settle();
    const entries = await known.auditLog().toArray();
    const renamed = entries.find(({ actionType }) => actionType === 31)!;
    const before: string | undefined = renamed.before('name');
    expect([
      before,
      renamed.after('name'),
      renamed.before('color'),
      renamed.category,
      renamed.targetType,
    ]).toEqual(['old', 'new', undefined, 'update', 'role']);
    expect([
      renamed.target?.equals(known.roles.get(role.id)),
      renamed.executor?.id,
      renamed.executorId,
      renamed.reason,
    ]).toEqual([true, bot.user.id, bot.user.id, 'better']);
    const kick = entries.find(({ actionType }) => actionType === 20)!;
    expect([kick.category, kick.targetType, kick.targetId, String(kick.target), kick.reason]).toEqual([
      'delete',
      'user',
      alice.id,
      `<@${alice.id}>`,
      'spam',
    ]);
    const made = entries.find(({ actionType }) => actionType === 50)!;
    expect([made.category, made.target?.id]).toEqual(['create', webhook.id]);
    const oldest = entries.at(-1)!;
    const newer = await known
      .auditLog({ after: oldest.id })
      .map(({ id }) => id)
      .toArray();
    expect(newer).toEqual(
      entries
        .slice(0, -1)
        .map(({ id }) => id)
        .reverse(),
    );
    expect(
      await known
        .auditLog({ action_type: 20 })
        .map(({ id }) => id)
        .toArray(),
    ).toEqual([kick.id]);
    expect(await known.auditLog({ user_id: owner.id }).toArray()).toEqual([]);
    expect(await known.auditLog().take(2).toArray()).toHaveLength(2);
  });

  it('is left by the bot', async () => {
    const { bot, known } = await makeWorld();
    const left = bot.waitFor('guildDelete');
    await known.leave();
    expect([(await left).id, bot.guilds.get(known.id)]).toEqual([known.id, undefined]);
  });
});

describe('emojis, stickers and sounds', () => {
  it('are made, changed, found in any guild and deleted', async () => {
    const { bot, discord, known } = await makeWorld();
    const role = await known.roles.create({ name: 'smiths' });
    const image = await readDataUri(PIXEL);
    const emoji = await known.emojis.create({ name: 'gear', image, roles: [role.id] });
    const sticker = await known.stickers.create(
      { name: 'wheel', description: 'A wheel', tags: 'gear' },
      { name: 'wheel.png', data: PIXEL },
    );
    const sound = await known.sounds.create({
      name: 'honk',
      sound: `data:audio/ogg;base64,${Buffer.from('OggS').toString('base64')}`,
    });
    await discord.settle();
    expect([
      bot.emojis.get(emoji.id)?.name,
      bot.stickers.get(sticker.id)?.name,
      bot.sounds.get(sound.id)?.name,
    ]).toEqual(['gear', 'wheel', 'honk']);
    expect([bot.emojis.size, bot.emojis.find(({ name }) => name === 'gear')?.roles[0]?.name]).toEqual([
      1,
      'smiths',
    ]);
    expect([emoji.isUsable, emoji.requireColons, emoji.mention]).toEqual([
      false,
      true,
      `<:gear:${emoji.id}>`,
    ]);
    expect([sticker.url, sound.url, sound.isDefault]).toEqual([
      `https://cdn.discordapp.com/stickers/${sticker.id}.png`,
      `https://cdn.discordapp.com/soundboard-sounds/${sound.id}`,
      false,
    ]);
    expect((await known.emojis.fetch(emoji.id)).creator?.id).toBe(bot.user.id);
    expect((await emoji.edit({ name: 'cog', roles: null })).isUsable).toBe(true);
    expect((await sticker.edit({ name: 'disc' })).name).toBe('disc');
    expect((await sound.edit({ name: 'quack', volume: 0.5 })).volume).toBe(0.5);
    expect((await bot.stickers.fetch(sticker.id)).name).toBe('disc');
    await discord.settle();
    expect([emoji.name, sticker.name, sound.name]).toEqual(['cog', 'disc', 'quack']);
    const deleted = bot.waitFor('guildSoundboardSoundDelete');
    await sound.delete('loud');
    expect((await deleted).cachedSound?.name).toBe('quack');
    await emoji.delete();
    await sticker.delete();
    await discord.settle();
    expect([bot.emojis.size, known.stickers.size, [...bot.sounds]]).toEqual([0, 0, []]);
  });

  it('that everybody has are listed', async () => {
    const { bot } = await makeWorld();
    const [pack] = await bot.stickers.fetchPacks();
    const [first] = pack!.stickers;
    expect([(await first!.fetchPack())?.name, (await bot.stickers.fetchPack(pack!.id)).equals(pack)]).toEqual(
      [pack!.name, true],
    );
    const [horn] = await bot.sounds.fetchDefaults();
    expect([horn?.isDefault, horn?.guild]).toEqual([true, undefined]);
    await expect(horn!.delete()).rejects.toThrow('one that everybody has');
    await expect(horn!.edit({ name: 'mine' })).rejects.toThrow('nobody can change');
  });
});

describe('scheduled events', () => {
  it('are announced, changed, followed, begun, ended and called off', async () => {
    const { alice, bot, clock, discord, known } = await makeWorld();
    const start = new Date(clock.now() + 3_600_000).toISOString();
    const voice = await known.channels.create({ name: 'talk', type: ChannelType.GuildVoice });
    const event = await known.scheduledEvents.create(
      {
        name: 'Party',
        entity_type: 2,
        channel_id: voice.id,
        privacy_level: 2,
        scheduled_start_time: start,
        image: await readDataUri(PIXEL),
      },
      'fun',
    );
    await discord.settle();
    expect([event.channel?.id, event.startsAt.toISOString(), event.creatorId, event.coverUrl()]).toEqual([
      voice.id,
      start,
      bot.user.id,
      expect.stringContaining(`/guild-events/${event.id}/`),
    ]);
    expect([voice.scheduledEvents.map(({ name }) => name), known.scheduledEvents.size]).toEqual([
      ['Party'],
      1,
    ]);
    const heard = bot.waitFor('guildScheduledEventUserAdd');
    await alice.followEvent(known, event.id);
    const interest = await heard;
    expect([interest.event?.name, interest.member?.id, interest.user?.username]).toEqual([
      'Party',
      alice.id,
      'alice',
    ]);
    expect((await event.fetch()).userCount).toBe(1);
    expect(
      await event
        .users()
        .map(({ username }) => username)
        .toArray(),
    ).toEqual(['alice']);
    expect(
      await event
        .members()
        .map(({ displayName }) => displayName)
        .toArray(),
    ).toEqual(['alice']);
    expect(await event.members({ after: alice.id }).toArray()).toEqual([]);
    expect((await event.edit({ name: 'Feast' })).name).toBe('Feast');
    expect((await event.start()).status).toBe(2);
    expect((await event.complete()).status).toBe(3);
    const other = await known.scheduledEvents.create({
      name: 'Walk',
      entity_type: 3,
      privacy_level: 2,
      scheduled_start_time: start,
      scheduled_end_time: new Date(clock.now() + 7_200_000).toISOString(),
      entity_metadata: { location: 'Park' },
    });
    expect([other.location, other.endsAt instanceof Date, (await other.cancel()).status]).toEqual([
      'Park',
      true,
      4,
    ]);
    expect((await known.scheduledEvents.fetchAll()).every(({ name }) => name !== 'Party')).toBe(true);
    await other.delete();
  });
});

describe('auto moderation', () => {
  it('has rules that are made, changed and fetched, and says what it did', async () => {
    const { alice, bot, discord, general, guild, known } = await makeWorld();
    const spared = guild.createRole('spared');
    const rule = await known.autoModeration.create(
      {
        name: 'no swearing',
        event_type: 1,
        trigger_type: 1,
        trigger_metadata: { keyword_filter: ['darn'] },
        actions: [{ type: 1 }],
        enabled: true,
        exempt_roles: [spared.id],
        exempt_channels: [],
      },
      'be nice',
    );
    await discord.settle();
    const member = known.members.get(alice.id)!;
    expect([rule.creator?.id, rule.exemptRoles[0]?.name, rule.isExempt(member), rule.eventType]).toEqual([
      bot.user.id,
      'spared',
      false,
      1,
    ]);
    const acted = bot.waitFor('autoModerationActionExecution');
    await expect(alice.say(general, 'oh darn')).rejects.toThrow();
    const execution = await acted;
    expect([
      execution.member?.id,
      execution.channel?.id,
      execution.matchedKeyword,
      execution.content,
    ]).toEqual([alice.id, general.id, 'darn', 'oh darn']);
    expect([execution.messageId, execution.message, execution.action.type]).toEqual([
      undefined,
      undefined,
      1,
    ]);
    expect((await execution.fetchRule()).equals(rule)).toBe(true);
    await rule.edit({ name: 'renamed' });
    expect((await known.autoModeration.fetch(rule.id)).name).toBe('renamed');
    await rule.delete();
    expect(await known.autoModeration.fetchAll()).toEqual([]);
  });
});

describe('the community of a guild', () => {
  it('asks newcomers questions, which are added and removed', async () => {
    const { known } = await makeWorld();
    const channel = [...known.channels][0]!;
    const onboarding = await known.community.fetchOnboarding();
    const changed = await onboarding.addPrompt({
      title: 'What do you like?',
      options: [{ title: 'Gears', channel_ids: [channel.id], role_ids: [], emoji_name: '⚙️' }],
    } as never);
    const [prompt] = changed.prompts;
    expect([prompt?.title, prompt?.options[0]?.emoji?.name, changed.prompt(prompt!.id)]).toEqual([
      'What do you like?',
      '⚙️',
      prompt,
    ]);
    const more = await changed.addPrompt({
      title: 'And?',
      options: [{ title: 'Wheels', channel_ids: [channel.id], role_ids: [] }],
    } as never);
    expect(more.prompts.map(({ title, options }) => [title, options[0]?.emoji?.name])).toEqual([
      ['What do you like?', '⚙️'],
      ['And?', null],
    ]);
    expect((await more.deletePrompt(prompt!.id)).prompts.map(({ title }) => title)).toEqual(['And?']);
  });

  it('greets by a welcome screen, and shows a widget', async () => {
    const { general, known } = await makeWorld();
    const screen = await known.community.editWelcomeScreen({
      description: 'Hello',
      welcome_channels: [{ channel_id: general.id, description: 'Talk', emoji_id: null, emoji_name: '👋' }],
    });
    expect([screen.description, screen.channels[0]?.emoji_name]).toEqual(['Hello', '👋']);
    await known.community.editWidget({ enabled: true, channel_id: general.id }, 'show');
    expect((await known.community.fetchWidgetSettings()).enabled).toBe(true);
    const widget = await known.community.fetchWidget();
    expect([widget.name, await widget.fetchInvite(), widget.jsonUrl]).toEqual([
      'guild',
      undefined,
      `https://discord.com/api/guilds/${known.id}/widget.json`,
    ]);
  });

  it('has templates, also found by their address', async () => {
    const { bot, known } = await makeWorld();
    const made = await known.templates.create({ name: 'Base' });
    const found = await bot.templates.fetch(made.url);
    expect([found.code, found.name, found.sourceGuildId]).toEqual([made.code, 'Base', known.id]);
    await found.delete();
    expect(await known.templates.fetchAll()).toEqual([]);
  });

  it('has integrations, one of them the bot itself, and no vanity address', async () => {
    const { bot, known } = await makeWorld();
    const [own] = await known.fetchIntegrations();
    expect([own?.type, own?.applicationId, own?.account.name, own?.guild.equals(known)]).toEqual([
      'discord',
      bot.applicationId,
      'bot',
      true,
    ]);
    expect([await known.fetchVanityInvite(), await known.fetchInvites()]).toEqual([undefined, []]);
  });
});

describe('the application', () => {
  it('changes its settings, and what linked roles can ask for', async () => {
    const { bot } = await makeWorld();
    const application = await bot.fetchApplication();
    const edited = await application.edit({ description: 'Turns', tags: ['cogs'] });
    expect([edited.description, edited.tags, edited.bot?.id, edited.guildCount]).toEqual([
      'Turns',
      ['cogs'],
      bot.user.id,
      1,
    ]);
    expect([
      edited.flags.has('GatewayGuildMembers') || edited.flags.has('GatewayGuildMembersLimited'),
    ]).toEqual([expect.any(Boolean)]);
    expect([edited.storeUrl, edited.eventWebhooks.isEnabled, edited.requiresCodeGrant]).toEqual([
      `https://discord.com/application-directory/${edited.id}/store`,
      false,
      false,
    ]);
    const metadata = { type: 7, key: 'linked', name: 'Linked', description: 'Is linked' } as const;
    await edited.setRoleConnectionMetadata([metadata as never]);
    expect(await edited.fetchRoleConnectionMetadata()).toEqual([metadata]);
  });

  it('sells things, gives them for a test, and knows who has them', async () => {
    const { account, alice, bot, discord, known } = await makeWorld();
    const sku = discord.createSku(account, { name: 'Gold' });
    const application = await bot.fetchApplication();
    const [gold] = await application.fetchSkus();
    expect([gold?.name, gold?.flags.has('UserSubscription'), gold?.isForGuilds]).toEqual([
      'Gold',
      true,
      false,
    ]);
    const given = await application.createTestEntitlement(sku.id, { userId: alice.id });
    await application.createTestEntitlement(sku.id, { guildId: known.id });
    expect([given.user?.username, given.isActive, given.applicationId]).toEqual([
      'alice',
      true,
      application.id,
    ]);
    const all = await application
      .entitlements()
      .map(({ userId, guildId }) => [userId, guildId])
      .toArray();
    expect(all).toContainEqual([alice.id, undefined]);
    expect(
      await application
        .entitlements({ guild_id: known.id })
        .map(({ guild }) => guild?.name)
        .toArray(),
    ).toEqual(['guild']);
    expect((await application.fetchEntitlement(given.id)).skuId).toBe(sku.id);
    await given.consume();
    expect((await application.fetchEntitlement(given.id)).consumed).toBe(true);
    await given.delete();
    await expect(application.fetchEntitlement(given.id)).rejects.toThrow('Unknown Entitlement');
    const started = bot.waitFor('subscriptionCreate');
    await alice.buy(sku);
    const subscription = await started;
    expect([subscription.user?.username, (await gold!.fetchSubscription(subscription.id)).skuIds]).toEqual([
      'alice',
      [sku.id],
    ]);
    expect(
      await gold!
        .subscriptions(alice.id)
        .map(({ id }) => id)
        .toArray(),
    ).toEqual([subscription.id]);
  });

  it('brings emojis along', async () => {
    const { bot } = await makeWorld();
    const { emojis } = await bot.fetchApplication();
    const made = await emojis.create({ name: 'gear', image: await readDataUri(PIXEL) });
    expect([made.mention, made.imageUrl({ format: 'png' }), made.creator?.id]).toEqual([
      `<:gear:${made.id}>`,
      `https://cdn.discordapp.com/emojis/${made.id}.png`,
      bot.user.id,
    ]);
    expect((await emojis.fetch(made.id)).equals(made)).toBe(true);
  });
});
