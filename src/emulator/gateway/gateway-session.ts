/** One shard's session: what it hears, how far it has come, and what it missed while it was away. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { BotRecord } from '../world/bot-record.js';
import type { ChannelData } from '../world/channel-record.js';
import { seesChannel } from '../world/channel-sight.js';
import { mayReadContent, withoutContent } from '../world/message-wire.js';
import type { World } from '../world/world.js';
import type { WorldDispatch } from '../world/world-dispatch.js';
import { ChannelViews } from './channel-views.js';
import { intentsOf } from './event-intents.js';
import type { GatewayPayload } from './frame-format.js';
import { guildCreatePayload } from './ready-payloads.js';

/** Dispatches about a channel itself. */
const CHANNEL_DISPATCHES: ReadonlySet<string> = new Set([
  'CHANNEL_CREATE',
  'CHANNEL_DELETE',
  'CHANNEL_UPDATE',
]);
/** Dispatches that are kept for a resume. */
const REPLAY_LIMIT = 10_000;

/** What a client asked for when it identified. */
export interface SessionRequest {
  readonly bot: BotRecord;
  readonly intents: number;
  readonly shardId: number;
  readonly shardCount: number;
  readonly largeThreshold: number;
}

/** Connection of a session, as far as the session uses it. */
export interface SessionLink {
  send(payload: GatewayPayload): void;
  close(code: number): void;
}

/** Session of one shard of one bot; it outlives its connection. */
export class GatewaySession {
  readonly id: string;
  readonly bot: BotRecord;
  readonly intents: number;
  readonly shardId: number;
  readonly shardCount: number;
  readonly largeThreshold: number;
  readonly views: ChannelViews;
  readonly #world: World;
  readonly #replay: GatewayPayload[] = [];
  #connection: SessionLink | undefined;
  #seq = 0;
  #replayFrom = 1;
  /** When the connection was lost, in the emulator's time. */
  disconnectedAtMs: number | undefined;

  constructor(world: World, id: string, request: SessionRequest) {
    this.#world = world;
    this.id = id;
    this.bot = request.bot;
    this.intents = request.intents;
    this.shardId = request.shardId;
    this.shardCount = request.shardCount;
    this.largeThreshold = request.largeThreshold;
    this.views = new ChannelViews(world, request.bot.id);
  }

  get connection(): SessionLink | undefined {
    return this.#connection;
  }

  get seq(): number {
    return this.#seq;
  }

  attach(connection: SessionLink): void {
    this.#connection = connection;
    this.disconnectedAtMs = undefined;
  }

  /** Forgets the connection, unless the session has moved on to another one already. */
  detach(connection: SessionLink): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.disconnectedAtMs = this.#world.clock.now();
  }

  /** Whether every dispatch after `seq` is still kept. */
  canReplayAfter(seq: number): boolean {
    return seq >= this.#replayFrom - 1;
  }

  replayAfter(seq: number): void {
    for (const payload of this.#replay) {
      if (payload.s! > seq) this.#connection?.send({ ...payload, d: JSON.parse(payload.json!) });
    }
  }

  /** Sends one dispatch, or keeps it for the next resume. */
  dispatch(name: string, data: unknown): void {
    const payload: GatewayPayload = { t: name, s: ++this.#seq, op: 0, d: data, json: JSON.stringify(data) };
    this.#replay.push(payload);
    if (this.#replay.length > REPLAY_LIMIT) {
      this.#replay.shift();
      this.#replayFrom = this.#replay[0]!.s!;
    }
    this.#connection?.send(payload);
  }

  /** Passes on what happened in the world, when this shard may hear it. */
  hear(dispatch: WorldDispatch): void {
    if (!this.#isAddressed(dispatch)) return;
    if (this.#mayHear(dispatch)) this.#tell(dispatch);
    this.#tellChangedViews(dispatch);
  }

  /** Whether this shard is responsible for the guild; direct messages go to shard 0. */
  serves(guildId: Snowflake | undefined): boolean {
    if (guildId === undefined) return this.shardId === 0;
    return Number((BigInt(guildId) >> 22n) % BigInt(this.shardCount)) === this.shardId;
  }

  #tell(dispatch: WorldDispatch): void {
    const { message, name } = dispatch;
    const mayReadAll = (this.intents & GatewayIntentBits.MessageContent) !== 0;
    const data = typeof dispatch.data === 'function' ? dispatch.data(this.bot, mayReadAll) : dispatch.data;
    if (data === undefined) return;
    if (name === 'GUILD_CREATE') {
      this.#welcome(dispatch.guildId!);
      return;
    }
    if (CHANNEL_DISPATCHES.has(name)) {
      this.#tellChannel(name, data as ChannelData);
      return;
    }
    const mustHide = message !== undefined && !mayReadAll && !mayReadContent(message, this.bot);
    this.dispatch(name, mustHide ? withoutContent(data as Record<string, unknown>) : data);
  }

  /** A channel is told as far as the bot can see it. */
  #tellChannel(name: string, data: ChannelData): void {
    const channel = this.#world.channels.get(data.id);
    if (!channel) this.dispatch(name, this.views.lastViewOf(data));
    else if (name === 'CHANNEL_CREATE' || !this.views.isStale(channel))
      this.dispatch(name, this.views.viewOf(channel));
  }

  /** Channels that come into sight are told in full, with their threads; those that go out of it are hidden. */
  #tellChangedViews({ name, data, guildId }: WorldDispatch): void {
    const guild = this.#world.guilds.get(guildId ?? '');
    if (!guild || !(this.intents & GatewayIntentBits.Guilds)) return;
    if (!this.views.isDecisive(name, data)) return;
    for (const { channel, threads } of this.views.takeChanges(guild)) {
      this.dispatch('CHANNEL_UPDATE', channel);
      if (threads.length === 0) continue;
      const members = threads.flatMap(({ member }) => member ?? []);
      this.dispatch('THREAD_LIST_SYNC', { guild_id: guildId, channel_ids: [channel.id], threads, members });
    }
  }

  /** A guild that appears is told with everything this session may see of it. */
  #welcome(guildId: Snowflake): void {
    const guild = this.#world.guilds.get(guildId);
    if (guild) this.dispatch('GUILD_CREATE', guildCreatePayload(this.#world, guild, this));
  }

  #isAddressed({ botId, guildId, channelId }: WorldDispatch): boolean {
    if (!this.serves(guildId)) return false;
    if (botId !== undefined) return botId === this.bot.id;
    if (guildId !== undefined) {
      const guild = this.#world.guilds.get(guildId);
      return guild?.members.has(this.bot.id) === true && !guild.isUnavailable;
    }
    return (
      channelId === undefined ||
      this.#world.channels.get(channelId)?.recipientIds.includes(this.bot.id) === true
    );
  }

  #mayHear({ name, guildId, channelId, intents }: WorldDispatch): boolean {
    const needed = intents ?? intentsOf(name, guildId === undefined);
    if (needed !== 0 && (needed & this.intents) === 0) return false;
    if (guildId === undefined || channelId === undefined) return true;
    const channel = this.#world.channels.get(channelId);
    if (!channel) return true;
    return seesChannel(this.#world, channel, this.bot.id);
  }
}
