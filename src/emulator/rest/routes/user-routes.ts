/** Users. @see https://docs.discord.com/developers/resources/user */
import type { BotRecord } from '../../world/bot-record.js';
import { guildPermissions } from '../../world/permissions.js';
import type { UserRecord } from '../../world/user-record.js';
import type { World } from '../../world/world.js';
import { memberGuild } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { storeImage } from '../forms/image-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryFlag, queryInteger, route } from '../rest-call.js';

export const userRoutes: readonly Route[] = [
  route('GET', '/users/@me', (call) => toOwnUser(callerOf(call))),
  route('PATCH', '/users/@me', editOwnUser),
  route('GET', '/users/:user', (call) => findUser(call.world, param(call, 'user'))),
  route('POST', '/users/@me/channels', createDirectChannel),
  route('GET', '/users/@me/guilds', listOwnGuilds),
  route('DELETE', '/users/@me/guilds/:guild', leaveGuild),
  route('GET', '/users/@me/connections', () => []),
];

/** User as the bot sees itself. */
export function toOwnUser(bot: BotRecord): Record<string, unknown> {
  return {
    ...bot.user,
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
  call.world.publish({ name: 'USER_UPDATE', data: toOwnUser(bot), botId: bot.id, intents: 0 });
  return toOwnUser(bot);
}

function createDirectChannel(call: RestCall): unknown {
  const bot = callerOf(call);
  const form = bodyForm(call);
  const recipientId = form.snowflake('recipient_id', { required: true });
  form.check();
  const recipient = call.world.users.get(recipientId!);
  if (!recipient) throw unknown('User');
  if (recipient.id === bot.id) throw new ApiFailure(400, 50007, 'Cannot send messages to this user');
  const channel = call.world.directChannel(bot.id, recipient.id);
  return { ...channel.data, recipients: [recipient] };
}

function listOwnGuilds(call: RestCall): unknown {
  const bot = callerOf(call);
  const limit = queryInteger(call, 'limit', 200, 1, 200);
  const after = BigInt(call.query.get('after') ?? '0');
  const before = BigInt(call.query.get('before') ?? '0');
  const guilds = [...call.world.guilds.values()]
    .filter(
      ({ members, data }) =>
        members.has(bot.id) && BigInt(data.id) > after && (before === 0n || BigInt(data.id) < before),
    )
    .sort((a, b) => (BigInt(a.data.id) < BigInt(b.data.id) ? -1 : 1));
  const page = before > 0n && after === 0n ? guilds.slice(-limit) : guilds.slice(0, limit);
  return page.map((guild) => ({
    id: guild.data.id,
    name: guild.data.name,
    icon: guild.data.icon,
    banner: guild.data.banner,
    owner: guild.data.owner_id === bot.id,
    permissions: String(guildPermissions(guild, guild.members.get(bot.id)!, call.world.clock.now())),
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
