import type { APIExtendedInvite, APIUser } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { because } from './because.js';
import { Model } from './model.js';
import type { User } from './user.js';

/** Invitation as it comes from the gateway or from a request: a different part of it each. */
export interface InviteRecord extends Readonly<Partial<Omit<APIExtendedInvite, 'inviter' | 'code'>>> {
  /** Code of the invite. */
  readonly code: string;
  /** Channel that it leads to. */
  readonly channel_id?: Snowflake;
  /** Guild that it leads to. */
  readonly guild_id?: Snowflake;
  /** User who made it. */
  readonly inviter?: APIUser;
}

/** Invitation to a guild or a group. @see https://docs.discord.com/developers/resources/invite */
export class Invite extends Model<InviteRecord> {
  /** Code of the invite, as at the end of its address. */
  get code(): string {
    return this.raw.code;
  }
  /** Guild that it leads to; `undefined` for groups. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id ?? this.raw.guild?.id;
  }
  /** Channel that it leads to. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? this.raw.channel?.id;
  }
  /** User who made it, when known. */
  get inviter(): User | undefined {
    return attachedUser(this.host, this.raw.inviter);
  }
  /** How often it was used, when Discord tells. */
  get uses(): number | undefined {
    return this.raw.uses;
  }
  /** How often it can be used; 0 for no limit. */
  get maxUses(): number | undefined {
    return this.raw.max_uses;
  }
  /** Seconds it is good for; 0 for no end. */
  get maxAgeSeconds(): number | undefined {
    return this.raw.max_age;
  }
  /** Whether members it brings are gone when they go offline without a role. */
  get temporary(): boolean {
    return this.raw.temporary ?? false;
  }
  /** When it ends; `undefined` for never, or where Discord does not tell. */
  get expiresAt(): Date | undefined {
    return this.raw.expires_at ? new Date(this.raw.expires_at) : undefined;
  }
  /** Address to share. */
  get url(): string {
    return `https://discord.gg/${this.code}`;
  }
  /** Makes the invitation invalid. */
  async delete(reason?: string): Promise<void> {
    await this.host.rest.invites.delete(this.code, because(reason));
  }

  /** Address to share. */
  override toString(): string {
    return this.url;
  }
}
