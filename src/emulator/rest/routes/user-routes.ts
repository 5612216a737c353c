/** Users. @see https://docs.discord.com/developers/resources/user */
import { findToken } from '../../world/access-token.js';
import type { ChannelRecord } from '../../world/channel-record.js';
import { changeRecipients, makeGroup } from '../../world/group.js';
import { guildPermissions } from '../../world/permissions.js';
import type { UserRecord } from '../../world/user-record.js';
import type { World } from '../../world/world.js';
import { memberGuild, visibleChannel } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { storeImage } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import {
  askingUser,
  bodyForm,
  callerOf,
  param,
  queryFlag,
  queryInteger,
  RestReply,
  route,
  sharedRoute,
} from '../rest-call.js';

export const userRoutes: readonly Route[] = [
  sharedRoute('GET', '/users/@me', 'identify', (call) => toOwnUser(askingUser(call))),
  route('PATCH', '/users/@me', editOwnUser),
  route('GET', '/users/:user', (call) => findUser(call.world, param(call, 'user'))),
  route('POST', '/users/@me/channels', createDirectChannel),
  sharedRoute('GET', '/users/@me/guilds', 'guilds', listOwnGuilds),
  route('DELETE', '/users/@me/guilds/:guild', leaveGuild),
  sharedRoute('GET', '/users/@me/connections', 'connections', () => []),
  route('PUT', '/channels/:channel/recipients/:user', addRecipient),
  route('DELETE', '/channels/:channel/recipients/:user', removeRecipient),
];

/** User as it sees itself. */
export function toOwnUser(user: UserRecord): Record<string, unknown> {
  return {
    ...user,
    locale: 'en-US',
    verified: true,
    mfa_enabled: true,
    email: null,
  };
}

function findUser(world: World, id: string): UserRecord {
  const user = world.users.get(id);
  if (!user) throw unknown('User');
  return user;
}

function editOwnUser(call: RestCall): unknown {
  const bot = callerOf(call);
  const form = bodyForm(call);
  const username = form.string('username', { min: 2, max: 32 });
  const avatar = storeImage(form, 'avatar', call.world, `avatars/${bot.id}`);
  const banner = storeImage(form, 'banner', call.world, `banners/${bot.id}`);
  form.check();
  if (username !== undefined) bot.user.username = username;
  if (avatar !== undefined) bot.user.avatar = avatar;
  if (banner !== undefined) bot.user.banner = banner;
  call.world.publish({ name: 'USER_UPDATE', data: toOwnUser(bot.user), botId: bot.id, intents: 0 });
  return toOwnUser(bot.user);
}

function createDirectChannel(call: RestCall): unknown {
  const bot = callerOf(call);
  const form = bodyForm(call);
  const isGroup = form.has('access_tokens');
  const recipientId = form.snowflake('recipient_id', { required: !isGroup });
  const tokens = form.strings('access_tokens', { min: 1, max: 10 }) ?? [];
  form.check();
  if (isGroup) return createGroup(call, tokens);
  const recipient = call.world.users.get(recipientId!);
  if (!recipient) throw unknown('User');
  if (recipient.id === bot.id) throw new ApiFailure(400, 50007, 'Cannot send messages to this user');
  const channel = call.world.directChannel(bot.id, recipient.id);
  return { ...channel.data, recipients: [recipient] };
}

/** Group of the people who allowed it, owned by the bot. */
function createGroup(call: RestCall, tokens: readonly string[]): unknown {
  const bot = callerOf(call);
  const people = tokens.map((token) => joiningUser(call, token));
  const channel = makeGroup(call.world, bot.id, people);
  return toWireGroup(call, channel);
}

/** Whose token it is; it must allow to join groups. */
function joiningUser(call: RestCall, token: string): string {
  const access = findToken(call.world, token);
  if (access?.applicationId !== callerOf(call).application.id)
    throw new ApiFailure(400, 50025, 'Invalid OAuth2 access token provided');
  if (!access.scopes.includes('gdm.join')) throw new ApiFailure(403, 50026, 'Missing required OAuth2 scope');
  return access.userId;
}

function toWireGroup(call: RestCall, { data, recipientIds }: ChannelRecord): unknown {
  const others = recipientIds.filter((id) => id !== callerOf(call).id);
  return { ...data, recipients: others.flatMap((id) => call.world.users.get(id) ?? []) };
}

function ownGroup(call: RestCall): ChannelRecord {
  const channel = visibleChannel(call);
  if (channel.data.type !== 3) throw new ApiFailure(400, 50024, 'Cannot execute action on this channel type');
  return channel;
}

function addRecipient(call: RestCall): RestReply {
  const group = ownGroup(call);
  const form = bodyForm(call);
  const token = form.string('access_token', { required: true });
  form.string('nick');
  form.check();
  const userId = param(call, 'user');
  if (joiningUser(call, token!) !== userId)
    throw new ApiFailure(400, 50025, 'Invalid OAuth2 access token provided');
  if (group.recipientIds.includes(userId)) return new RestReply(204);
  if (group.recipientIds.length >= 10)
    throw new ApiFailure(400, 30004, 'Maximum number of recipients reached (10)');
  changeRecipients(call.world, group, userId, true);
  return new RestReply(201, toWireGroup(call, group));
}

function removeRecipient(call: RestCall): undefined {
  const group = ownGroup(call);
  const userId = param(call, 'user');
  if (!group.recipientIds.includes(userId)) throw unknown('User');
  changeRecipients(call.world, group, userId, false);
}

function listOwnGuilds(call: RestCall): unknown {
  const { id: ownId } = askingUser(call);
  const limit = queryInteger(call, 'limit', 200, 1, 200);
  const after = BigInt(call.query.get('after') ?? '0');
  const before = BigInt(call.query.get('before') ?? '0');
  const guilds = [...call.world.guilds.values()]
    .filter(
      ({ members, data }) =>
        members.has(ownId) && BigInt(data.id) > after && (before === 0n || BigInt(data.id) < before),
    )
    .sort((a, b) => (BigInt(a.data.id) < BigInt(b.data.id) ? -1 : 1));
  const page = before > 0n && after === 0n ? guilds.slice(-limit) : guilds.slice(0, limit);
  return page.map((guild) => ({
    id: guild.data.id,
    name: guild.data.name,
    icon: guild.data.icon,
    banner: guild.data.banner,
    owner: guild.data.owner_id === ownId,
    permissions: String(guildPermissions(guild, guild.members.get(ownId)!, call.world.clock.now())),
    features: guild.data.features,
    ...(queryFlag(call, 'with_counts')
      ? { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
      : {}),
  }));
}

function leaveGuild(call: RestCall): undefined {
  const guild = memberGuild(call);
  const bot = callerOf(call);
  if (guild.data.owner_id === bot.id) throw new ApiFailure(400, 50055, 'Invalid Guild');
  guild.members.delete(bot.id);
  call.world.publish({
    name: 'GUILD_DELETE',
    data: { id: guild.data.id },
    botId: bot.id,
    guildId: guild.data.id,
  });
  call.world.publish({
    name: 'GUILD_MEMBER_REMOVE',
    data: { guild_id: guild.data.id, user: bot.user },
    guildId: guild.data.id,
  });
}
