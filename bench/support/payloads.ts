/** Payloads as a busy bot sees them, the same in every run. */
import { Buffer } from 'node:buffer';

const epoch = 1_100_000_000_000_000_000n;
const idOf = (kind: number, number: number): string =>
  String(epoch + BigInt(kind) * 10n ** 12n + BigInt(number));

export const guildIdOf = (guild: number): string => idOf(1, guild);
export const channelIdOf = (guild: number, channel: number): string => idOf(2, guild * 1000 + channel);
const roleIdOf = (guild: number, role: number): string => idOf(3, guild * 1000 + role);
export const userIdOf = (guild: number, member: number): string => idOf(4, guild * 10_000 + member);
export const selfId = idOf(5, 1);

/** Size of each guild of a world. */
export interface GuildSize {
  readonly channels: number;
  readonly members: number;
  readonly roles: number;
}

export const usualGuild: GuildSize = { channels: 20, members: 100, roles: 20 };

let sequence = 1;

/** Frame of a dispatch, as it comes out of the socket. */
export function frame(name: string, data: unknown): Buffer {
  sequence += 1;
  return Buffer.from(JSON.stringify({ t: name, s: sequence, op: 0, d: data }));
}

export function readyFrame(guilds: number): Buffer {
  return frame('READY', {
    v: 10,
    user: { ...userPayload(0, 0), id: selfId, bot: true },
    guilds: Array.from({ length: guilds }, (_, guild) => ({ id: guildIdOf(guild), unavailable: true })),
    session_id: 'bench',
    resume_gateway_url: 'ws://127.0.0.1',
    application: { id: selfId, flags: 0 },
  });
}

export function guildFrame(guild: number, size: GuildSize = usualGuild): Buffer {
  const list = <T>(length: number, make: (index: number) => T): T[] =>
    Array.from({ length }, (_, index) => make(index));
  return frame('GUILD_CREATE', {
    id: guildIdOf(guild),
    name: `Guild ${guild}`,
    owner_id: userIdOf(guild, 0),
    unavailable: false,
    member_count: size.members,
    large: false,
    joined_at: '2025-01-01T00:00:00.000000+00:00',
    features: ['COMMUNITY', 'NEWS'],
    premium_tier: 1,
    icon: '06c16474723fe537c283b8efa61a30c8',
    members: list(size.members, (member) => ({
      ...memberPayload(guild, member),
      user: userPayload(guild, member),
    })),
    channels: list(size.channels, (channel) => channelPayload(guild, channel)),
    roles: list(size.roles, (role) => rolePayload(guild, role)),
    threads: [],
    emojis: [],
    stickers: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  });
}

function userPayload(guild: number, member: number): object {
  return {
    id: userIdOf(guild, member),
    username: `somebody_${guild}_${member}`,
    global_name: member % 3 === 0 ? null : `Somebody ${member}`,
    avatar: member % 4 === 0 ? null : '8342729096ea3675442027381ff50dfe',
    discriminator: '0',
    public_flags: member % 10 === 0 ? 64 : 0,
    bot: false,
    primary_guild: null,
    collectibles: null,
    avatar_decoration_data: null,
  };
}

function memberPayload(guild: number, member: number): object {
  return {
    roles: Array.from({ length: member % 4 }, (_, role) => roleIdOf(guild, 1 + ((member + role) % 19))),
    nick: member % 5 === 0 ? `nick ${member}` : null,
    joined_at: '2025-03-04T05:06:07.089000+00:00',
    premium_since: null,
    pending: false,
    mute: false,
    deaf: false,
    flags: 0,
    communication_disabled_until: null,
    banner: null,
    avatar: null,
  };
}

function channelPayload(guild: number, channel: number): object {
  return {
    id: channelIdOf(guild, channel),
    type: channel % 5 === 4 ? 2 : 0,
    name: `channel-${channel}`,
    position: channel,
    parent_id: null,
    topic: channel % 2 === 0 ? 'What this channel is about' : null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    permission_overwrites: [{ id: roleIdOf(guild, 1), type: 0, allow: '1024', deny: '0' }],
  };
}

function rolePayload(guild: number, role: number): object {
  return {
    id: role === 0 ? guildIdOf(guild) : roleIdOf(guild, role),
    name: role === 0 ? '@everyone' : `role ${role}`,
    position: role,
    permissions: '1071698660929',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** Kinds of events and how often each comes. */
export const mix = { message: 45, presence: 25, typing: 15, memberUpdate: 9, voice: 6 } as const;

export type EventKind = keyof typeof mix;

/** Events spread over the guilds of a world, of the usual mix or of one kind. */
export function eventFrames(
  count: number,
  { guilds, size = usualGuild, kind }: { guilds: number; size?: GuildSize; kind?: EventKind },
): Buffer[] {
  const pattern = kind ? [kind] : patternOf(mix);
  return Array.from({ length: count }, (_, index) => {
    const guild = (index * 7919) % guilds;
    return makers[pattern[(index * 37) % pattern.length]!](
      index,
      guild,
      (index * 104_729) % size.members,
      size,
    );
  });
}

function patternOf(weights: Readonly<Record<EventKind, number>>): EventKind[] {
  return Object.entries(weights).flatMap(([kind, weight]) =>
    Array<EventKind>(weight).fill(kind as EventKind),
  );
}

type Maker = (index: number, guild: number, member: number, size: GuildSize) => Buffer;

const makers: Readonly<Record<EventKind, Maker>> = {
  message: (index, guild, member, size) =>
    frame('MESSAGE_CREATE', {
      id: idOf(9, sequence),
      type: 0,
      channel_id: channelIdOf(guild, index % size.channels),
      guild_id: guildIdOf(guild),
      content: `message ${index}: ${'words and more words '.repeat(index % 12)}`,
      author: userPayload(guild, member),
      member: memberPayload(guild, member),
      timestamp: '2026-11-20T12:00:00.000000+00:00',
      edited_timestamp: null,
      tts: false,
      pinned: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      embeds: [],
      attachments: [],
      components: [],
      flags: 0,
      nonce: String(index),
    }),
  presence: (index, guild, member) =>
    frame('PRESENCE_UPDATE', {
      user: { id: userIdOf(guild, member) },
      guild_id: guildIdOf(guild),
      status: (['online', 'idle', 'dnd', 'offline'] as const)[index % 4],
      client_status: { desktop: 'online' },
      activities:
        index % 3 === 0 ? [{ id: 'a', name: 'Some game', type: 0, created_at: 1_760_000_000_000 }] : [],
    }),
  typing: (index, guild, member, size) =>
    frame('TYPING_START', {
      user_id: userIdOf(guild, member),
      channel_id: channelIdOf(guild, index % size.channels),
      guild_id: guildIdOf(guild),
      timestamp: 1_760_000_000,
      member: { ...memberPayload(guild, member), user: userPayload(guild, member) },
    }),
  memberUpdate: (index, guild, member) =>
    frame('GUILD_MEMBER_UPDATE', {
      ...memberPayload(guild, member),
      nick: `nick ${index % 100}`,
      user: userPayload(guild, member),
      guild_id: guildIdOf(guild),
    }),
  voice: (index, guild, member, size) =>
    frame('VOICE_STATE_UPDATE', {
      user_id: userIdOf(guild, member),
      guild_id: guildIdOf(guild),
      channel_id:
        index % 3 === 0
          ? null
          : channelIdOf(guild, 4 + 5 * (index % Math.max(1, Math.floor(size.channels / 5)))),
      member: { ...memberPayload(guild, member), user: userPayload(guild, member) },
      session_id: 'a'.repeat(32),
      deaf: false,
      mute: false,
      self_deaf: false,
      self_mute: index % 2 === 0,
      self_video: false,
      suppress: false,
      request_to_speak_timestamp: null,
    }),
};
