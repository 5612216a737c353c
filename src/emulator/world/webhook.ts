import { randomBytes } from 'node:crypto';
import type { Snowflake } from '../../types/type-tools.js';
import type { UserRecord } from './user-record.js';
import { newUser } from './user-record.js';
import type { World } from './world.js';

/** Incoming webhook. @see https://docs.discord.com/developers/resources/webhook#webhook-object */
export interface WebhookRecord {
  readonly id: Snowflake;
  readonly type: number;
  readonly guild_id: Snowflake;
  channel_id: Snowflake;
  readonly user?: UserRecord;
  name: string;
  avatar: string | null;
  /** Incoming webhooks have one. */
  readonly token?: string;
  readonly application_id: Snowflake | null;
  /** Where the news come from that it brings. */
  readonly source_guild?: { readonly id: Snowflake; readonly name: string; readonly icon: string | null };
  readonly source_channel?: { readonly id: Snowflake; readonly name: string | undefined };
  [key: string]: unknown;
}

/** Type of webhooks that bring the news of another channel. */
const FOLLOWER = 2;

/** Makes a webhook and tells everybody that there is something new. */
export function makeWebhook(
  world: World,
  draft: Pick<WebhookRecord, 'guild_id' | 'channel_id' | 'name' | 'avatar' | 'application_id'> &
    Pick<WebhookRecord, 'source_guild' | 'source_channel'> & {
      readonly user: UserRecord;
      readonly type?: number;
    },
): WebhookRecord {
  const id = world.ids.next();
  const token = draft.type === FOLLOWER ? {} : { token: randomBytes(51).toString('base64url') };
  const webhook: WebhookRecord = { type: 1, ...draft, id, ...token };
  world.thingsOf('webhooks').set(id, webhook);
  publishWebhooks(world, webhook);
  return webhook;
}

/** Tells everybody that webhooks of a channel changed. */
export function publishWebhooks(world: World, { guild_id, channel_id }: WebhookRecord): void {
  world.publish({ name: 'WEBHOOKS_UPDATE', data: { guild_id, channel_id }, guildId: guild_id });
}

/** User in whose name a webhook writes. */
export function webhookAuthor(webhook: WebhookRecord, name: string | undefined): UserRecord {
  return { ...newUser(webhook.id, name ?? webhook.name, true), avatar: webhook.avatar };
}
