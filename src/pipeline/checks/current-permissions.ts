import { channelPermissionsOf, guildPermissionsOf } from '../../models/compute-permissions.js';
import { Permissions } from '../../models/permissions.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { CheckContext } from '../check-context.js';
import { hostOf } from '../host-of.js';

/** What the user may do where the handler is used; everything in direct messages. */
export function userPermissions(ctx: CheckContext): Permissions {
  const wire = ctx.interaction?.payload.member?.permissions;
  if (wire !== undefined) return Permissions.from(wire);
  return computed(ctx, ctx.user.id);
}

/** What the bot may do where the handler is used. */
export function botPermissions(ctx: CheckContext): Permissions {
  if (ctx.interaction) return Permissions.from(ctx.interaction.payload.app_permissions);
  return computed(ctx, hostOf(ctx).selfId);
}

/** What the user may do in the guild as a whole, whatever the channel says. */
export function userGuildPermissions(ctx: CheckContext): Permissions {
  return computed(ctx, ctx.user.id, true);
}

/** What the bot may do in the guild as a whole, whatever the channel says. */
export function botGuildPermissions(ctx: CheckContext): Permissions {
  return computed(ctx, hostOf(ctx).selfId, true);
}

function computed(ctx: CheckContext, userId: Snowflake, inGuild = false): Permissions {
  const { guildId, channelId } = ctx;
  if (guildId === undefined) return Permissions.all();
  const host = hostOf(ctx);
  const isUser = userId === ctx.user.id;
  const member = (isUser ? ctx.member?.raw : undefined) ?? host.records.member(guildId, userId);
  if (!member) return Permissions.none();
  const channel = channelId === undefined || inGuild ? undefined : host.records.channel(channelId);
  return channel
    ? channelPermissionsOf(host, guildId, channel, member)
    : guildPermissionsOf(host, guildId, member);
}
