/** Everything around the messages as one person sees it: guilds, channels, members, roles, commands. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { commandsIn, findCommand } from '../emulator/people/command-lookup.js';
import type { ChannelRecord } from '../emulator/world/channel-record.js';
import type { GuildRecord } from '../emulator/world/guild-record.js';
import type { MemberRecord } from '../emulator/world/member-record.js';
import { guildPermissions } from '../emulator/world/permissions.js';
import type { UserRecord } from '../emulator/world/user-record.js';
import type { World } from '../emulator/world/world.js';
import type { Viewpoint } from './viewpoint.js';
import type {
  ChannelView,
  CommandOptionView,
  CommandView,
  GuildView,
  MemberView,
  UserView,
  WorldView,
} from './world-view.js';

const SEND_MESSAGES = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;
const COMMAND_TYPES = [1, 2, 3];

/** Makes the view of one person. */
export function viewWorld(
  world: World,
  viewpoint: Viewpoint,
  peopleIds: readonly string[],
  isOnline: (botName: string) => boolean,
): WorldView {
  const { viewer } = viewpoint;
  return {
    viewerId: viewer.id,
    channelId: viewpoint.channel?.data.id,
    users: [...world.users.values()].map((user) => viewUser(user, isOnline)),
    peopleIds,
    guilds: [...world.guilds.values()]
      .filter((guild) => guild.members.has(viewer.id))
      .map((guild) => viewGuild(world, guild, viewpoint)),
    directs: [...world.channels.values()]
      .filter(({ recipientIds }) => recipientIds.includes(viewer.id))
      .map((channel) => ({
        ...viewChannel(world, channel, viewer.id),
        userId: channel.recipientIds.find((id) => id !== viewer.id) ?? viewer.id,
      })),
    commands: viewpoint.channel ? viewCommands(world, viewpoint.channel, viewer.user) : [],
  };
}

function viewUser(user: UserRecord, isOnline: (botName: string) => boolean): UserView {
  const isBot = user.bot === true;
  return {
    id: user.id,
    name: user.global_name ?? user.username,
    username: user.username,
    isBot,
    isOnline: !isBot || isOnline(user.username),
  };
}

function viewGuild(world: World, guild: GuildRecord, viewpoint: Viewpoint): GuildView {
  const own = guild.members.get(viewpoint.viewer.id);
  const permissions = own ? guildPermissions(guild, own, world.clock.now()) : 0n;
  return {
    id: guild.data.id,
    name: guild.data.name,
    channels: [...guild.channels.values()]
      .filter((channel) => viewpoint.canSee(channel))
      .map((channel) => viewChannel(world, channel, viewpoint.viewer.id)),
    roles: [...guild.roles.values()].map(({ id, name, color, position, managed }) => ({
      id,
      name,
      color,
      position,
      isManaged: managed,
    })),
    members: [...guild.members.values()].map((member) => viewMember(guild, member)),
    permissions: permissionNames(permissions),
  };
}

function viewMember(guild: GuildRecord, member: MemberRecord): MemberView {
  const roles = member.roles
    .flatMap((id) => guild.roles.get(id) ?? [])
    .sort((a, b) => b.position - a.position);
  return {
    id: member.user.id,
    nick: member.nick,
    roleIds: roles.map(({ id }) => id),
    color: roles.find(({ color }) => color !== 0)?.color ?? 0,
    isOwner: guild.data.owner_id === member.user.id,
  };
}

function viewChannel(world: World, channel: ChannelRecord, viewerId: string): ChannelView {
  const { data } = channel;
  const isThread = data.thread_metadata !== undefined;
  const permissions = world.permissionsIn(channel, viewerId);
  const voiceStates = [...(world.guildOf(channel)?.voiceStates.values() ?? [])];
  return {
    id: data.id,
    guildId: data.guild_id,
    name: data.name ?? '',
    type: data.type,
    topic: data.topic ?? null,
    parentId: data.parent_id ?? null,
    position: data.position ?? 0,
    canSend: (permissions & (isThread ? SEND_IN_THREADS : SEND_MESSAGES)) !== 0n,
    isArchived: data.thread_metadata?.archived ?? false,
    lastMessageId: data.last_message_id ?? null,
    voiceIds: voiceStates
      .filter((state) => state['channel_id'] === data.id)
      .map((state) => String(state['user_id'])),
  };
}

function viewCommands(world: World, channel: ChannelRecord, user: UserRecord): CommandView[] {
  return COMMAND_TYPES.flatMap((type) =>
    commandsIn({ world, channel, user, type, name: '' }).map(({ bot, command }) => ({
      id: command.id,
      botId: bot.id,
      type,
      name: command.name,
      description: command.description,
      options: (command.options ?? []) as readonly CommandOptionView[],
      isGuildOnly: command.guild_id !== undefined,
      neededPermissions:
        command.default_member_permissions === null
          ? null
          : permissionNames(BigInt(command.default_member_permissions)).join(', ') || 'Administrator',
      isAllowed: isAllowed(world, channel, user, pathTo(command.name, command.options), type),
    })),
  );
}

/** Name of a command, down to its first sub-command, so that nothing but the permissions can be refused. */
function pathTo(name: string, options: readonly CommandOptionView[] = []): string {
  const [first] = options;
  return first && first.type <= 2 ? `${name} ${pathTo(first.name, first.options)}` : name;
}

function isAllowed(
  world: World,
  channel: ChannelRecord,
  user: UserRecord,
  name: string,
  type: number,
): boolean {
  try {
    findCommand({ world, channel, user, type, name });
    return true;
  } catch {
    return false;
  }
}

function permissionNames(bits: bigint): string[] {
  return Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (bits & bit) === bit)
    .map(([name]) => name.replace(/([a-z])([A-Z])/g, '$1 $2'));
}
