/** Interaction as a bot gets it. @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
import { InteractionType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from '../world/channel-record.js';
import { toGatewayMessage } from '../world/message-wire.js';
import type { World } from '../world/world.js';
import type { InteractionRequest } from './interaction-request.js';

const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** Builds the payload of a new interaction. */
export function interactionPayload(
  world: World,
  request: InteractionRequest,
  id: Snowflake,
  token: string,
): Record<string, unknown> {
  const { bot, user, channel, type } = request;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const permissions = String(world.permissionsIn(channel, user.id));
  const isBotHere = guild ? guild.members.has(bot.id) : channel.recipientIds.includes(bot.id);
  const carriesMessage = type === InteractionType.MessageComponent || type === InteractionType.ModalSubmit;
  return {
    version: 1,
    type,
    token,
    id,
    application_id: bot.application.id,
    ...(member ? { member: { ...member, permissions } } : { user }),
    ...(request.source && carriesMessage ? { message: toSourceMessage(world, request) } : {}),
    locale: 'en-US',
    ...(guild ? { guild_locale: guild.data.preferred_locale, guild_id: guild.data.id } : {}),
    ...(guild
      ? { guild: { id: guild.data.id, locale: guild.data.preferred_locale, features: guild.data.features } }
      : {}),
    entitlements: activeEntitlements(world, request),
    entitlement_sku_ids: [],
    data: request.data,
    context: guild ? 0 : channel.recipientIds.includes(bot.id) ? 1 : 2,
    channel_id: channel.data.id,
    channel: toInteractionChannel(world, channel, user.id),
    authorizing_integration_owners: isBotHere ? { 0: guild?.data.id ?? '0' } : { 1: user.id },
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    app_permissions: String(world.permissionsIn(channel, bot.id)),
  };
}

/** Channel as interactions carry it. */
export function toInteractionChannel(
  world: World,
  channel: ChannelRecord,
  userId: Snowflake,
): Record<string, unknown> {
  const recipients = channel.recipientIds
    .filter((id) => id !== userId)
    .flatMap((id) => world.users.get(id) ?? []);
  return {
    ...channel.data,
    permission_overwrites: undefined,
    ...(channel.recipientIds.length > 0
      ? { recipients }
      : { permissions: String(world.permissionsIn(channel, userId)) }),
  };
}

function toSourceMessage(world: World, { source, bot }: InteractionRequest): Record<string, unknown> {
  const {
    guild_id: _guildId,
    member: _member,
    channel_type: _type,
    ...wire
  } = toGatewayMessage(world, source!, bot.id);
  return wire;
}

function activeEntitlements(world: World, { bot, user, channel }: InteractionRequest): unknown[] {
  const now = world.clock.now();
  return [...world.thingsOf('entitlements').values()].filter(
    (entitlement) =>
      entitlement['application_id'] === bot.application.id &&
      (entitlement['user_id'] === user.id || entitlement['guild_id'] === channel.data.guild_id) &&
      entitlement['deleted'] !== true &&
      (typeof entitlement['ends_at'] !== 'string' || Date.parse(entitlement['ends_at']) > now),
  );
}
