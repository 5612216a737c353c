import type {
  APIGuildIntegration,
  GatewayGuildIntegrationsUpdateDispatchData,
  GatewayIntegrationDeleteDispatchData,
  GatewayInviteDeleteDispatchData,
  GatewayWebhooksUpdateDispatchData,
} from 'discord-api-types/v10';
import { Integration } from '../../models/integration.js';
import type { InviteRecord } from '../../models/invite.js';
import { Invite } from '../../models/invite.js';
import type { DispatchContext } from '../dispatch-context.js';

/** Integrations of a guild changed; Discord does not tell how. */
export function onGuildIntegrationsUpdate(
  context: DispatchContext,
  data: GatewayGuildIntegrationsUpdateDispatchData,
): void {
  context.emit('guildIntegrationsUpdate', (host) => [host.models.guildRef(data.guild_id)]);
}

/** Service or bot was connected to a guild. */
export function onIntegrationCreate(
  context: DispatchContext,
  data: APIGuildIntegration & { readonly guild_id: string },
): void {
  context.emit('integrationCreate', (host) => [new Integration(host, data)]);
}

/** Integration changed. */
export function onIntegrationUpdate(
  context: DispatchContext,
  data: APIGuildIntegration & { readonly guild_id: string },
): void {
  context.emit('integrationUpdate', (host) => [new Integration(host, data)]);
}

/** Integration was removed. */
export function onIntegrationDelete(
  context: DispatchContext,
  data: GatewayIntegrationDeleteDispatchData,
): void {
  const { id: integrationId, guild_id: guildId, application_id: applicationId } = data;
  context.emit('integrationDelete', () => [{ integrationId, guildId, applicationId }]);
}

/** Invitation was made. */
export function onInviteCreate(context: DispatchContext, data: InviteRecord): void {
  context.emit('inviteCreate', (host) => [new Invite(host, data)]);
}

/** Invitation was deleted or used up. */
export function onInviteDelete(context: DispatchContext, data: GatewayInviteDeleteDispatchData): void {
  context.emit('inviteDelete', (host) => [new Invite(host, data as InviteRecord)]);
}

/** Webhooks of a channel changed; Discord does not tell how. */
export function onWebhooksUpdate(context: DispatchContext, data: GatewayWebhooksUpdateDispatchData): void {
  const { channel_id: id, guild_id: guildId } = data;
  const record = context.cache.channels.get(guildId, id) ?? { id, type: 0, guild_id: guildId };
  context.emit('webhooksUpdate', (host) => [host.models.channel(record)]);
}
