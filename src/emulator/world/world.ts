/** Everything that exists: who is there, where, and what was said. Knows no transport; tells listeners what happens. */
import { ChannelType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import { Agenda } from './agenda.js';
import type { BotRecord } from './bot-record.js';
import type { ChannelRecord } from './channel-record.js';
import { newChannel } from './channel-record.js';
import type { GuildRecord } from './guild-record.js';
import type { MemberRecord } from './member-record.js';
import type { MessageRecord } from './message-record.js';
import { channelPermissions, DIRECT_MESSAGE_PERMISSIONS } from './permissions.js';
import { SnowflakeSource } from './snowflake-source.js';
import type { UserRecord } from './user-record.js';
import type { WorldDispatch, WorldListener } from './world-dispatch.js';

/** File that was uploaded, by the path under which the CDN serves it. */
export interface StoredFile {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** State of the emulated Discord. */
export class World {
  readonly clock: Clock;
  readonly ids: SnowflakeSource;
  /** What will happen by itself. */
  readonly agenda: Agenda;
  readonly users = new Map<Snowflake, UserRecord>();
  readonly bots = new Map<Snowflake, BotRecord>();
  readonly guilds = new Map<Snowflake, GuildRecord>();
  /** Every channel, thread and direct-message channel. */
  readonly channels = new Map<Snowflake, ChannelRecord>();
  readonly files = new Map<string, StoredFile>();
  /** Things that belong to no guild, by kind and id. */
  readonly things = new Map<string, Map<string, object>>();
  /** Origin of uploaded files, as in `https://cdn.discordapp.com`. */
  cdnUrl: string;
  /** Whether requests to join voice are answered at all. */
  voiceGate: () => boolean = () => true;
  readonly #listeners = new Set<WorldListener>();

  constructor(clock: Clock, cdnUrl: string) {
    this.clock = clock;
    this.ids = new SnowflakeSource(clock);
    this.agenda = new Agenda(clock);
    this.cdnUrl = cdnUrl;
  }

  /** Current time in Discord's ISO form. */
  timestamp(): string {
    return new Date(this.clock.now()).toISOString().replace('Z', '000+00:00');
  }

  /** Calls the listener for everything that happens; returns the function that ends it. */
  listen(listener: WorldListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(dispatch: WorldDispatch): void {
    for (const listener of [...this.#listeners]) listener(dispatch);
  }

  botByToken(token: string): BotRecord | undefined {
    for (const bot of this.bots.values()) if (bot.token === token) return bot;
    return undefined;
  }

  guildOf(channel: ChannelRecord): GuildRecord | undefined {
    return channel.data.guild_id === undefined ? undefined : this.guilds.get(channel.data.guild_id);
  }

  /** Membership of a user in the guild of a channel; none in direct messages. */
  memberIn(channel: ChannelRecord, userId: Snowflake): MemberRecord | undefined {
    return this.guildOf(channel)?.members.get(userId);
  }

  findMessage(channelId: Snowflake, messageId: Snowflake): MessageRecord | undefined {
    const message = this.channels.get(channelId)?.messages.get(messageId);
    return message?.isDeleted ? undefined : message;
  }

  /** Permissions of a user in a channel: none for strangers, everything sensible in direct messages. */
  permissionsIn(channel: ChannelRecord, userId: Snowflake): bigint {
    const guild = this.guildOf(channel);
    if (!guild) return channel.recipientIds.includes(userId) ? DIRECT_MESSAGE_PERMISSIONS : 0n;
    const member = guild.members.get(userId);
    return member ? channelPermissions(guild, channel, member, this.clock.now()) : 0n;
  }

  /** Direct-message channel of two users, made when it is not there yet. */
  directChannel(a: Snowflake, b: Snowflake): ChannelRecord {
    for (const channel of this.channels.values()) {
      if (
        channel.data.type === ChannelType.DM &&
        channel.recipientIds.includes(a) &&
        channel.recipientIds.includes(b)
      ) {
        return channel;
      }
    }
    const id = this.ids.next();
    const channel = newChannel({ id, type: ChannelType.DM, last_message_id: null, flags: 0 }, [a, b]);
    this.channels.set(id, channel);
    return channel;
  }

  /** Collection of one kind of thing that belongs to no guild. */
  thingsOf<T extends object = Record<string, unknown>>(kind: string): Map<string, T> {
    const found = this.things.get(kind) ?? new Map<string, object>();
    this.things.set(kind, found);
    return found as Map<string, T>;
  }
}
