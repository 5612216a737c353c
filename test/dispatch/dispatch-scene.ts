import { Buffer } from 'node:buffer';
import { BotRecords } from '../../src/cache/bot-records.js';
import type { CacheOptions } from '../../src/cache/cache-options.js';
import { SharedCache } from '../../src/cache/shared-cache.js';
import { Dispatcher } from '../../src/dispatch/dispatcher.js';
import { EventBus } from '../../src/events/event-bus.js';
import { Intents } from '../../src/events/intents.js';
import { JsonCodec } from '../../src/gateway/codec/json-codec.js';
import type { InteractionSink } from '../../src/interactions/interaction-sink.js';
import { BotModelHost } from '../../src/models/bot-model-host.js';
import type { Rest } from '../../src/rest/rest.js';
import type { Clock, TimerHandle } from '../../src/utils/clock.js';
import type { Logger } from '../../src/utils/logger.js';
import { silentLogger } from '../../src/utils/silent-logger.js';

/** Clock that stands still until it is told to go on. */
export class ManualClock implements Clock {
  #now = 1_800_000_000_000;
  readonly #timers = new Map<object, { readonly at: number; readonly callback: () => void }>();

  now(): number {
    return this.#now;
  }

  monotonicNow(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, delayMs: number): TimerHandle {
    const handle = {};
    this.#timers.set(handle, { at: this.#now + delayMs, callback });
    return handle;
  }

  clearTimeout(handle: TimerHandle): void {
    this.#timers.delete(handle as object);
  }

  get pendingTimers(): number {
    return this.#timers.size;
  }

  advance(byMs: number): void {
    const end = this.#now + byMs;
    for (;;) {
      const due = [...this.#timers]
        .filter(([, timer]) => timer.at <= end)
        .sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].callback();
    }
    this.#now = end;
  }
}

/** Options of a scene. */
export interface SceneOptions {
  readonly cache?: CacheOptions | SharedCache;
  readonly clock?: ManualClock;
  readonly expectedShards?: () => number;
  readonly intents?: Intents;
  readonly interactions?: InteractionSink;
  readonly logger?: Logger;
  readonly queryGuild?: (guildId: string) => Promise<unknown>;
  readonly rest?: unknown;
}

export const selfId = '100000000000000001';

/** One bot without a gateway: payloads go straight into its dispatcher. */
export function makeScene(options: SceneOptions = {}) {
  const clock = options.clock ?? new ManualClock();
  const cache = options.cache instanceof SharedCache ? options.cache : new SharedCache(options.cache);
  cache.addIntents(options.intents ?? Intents.all());
  const records = new BotRecords(cache);
  const host = new BotModelHost({ clock, records, rest: (options.rest ?? {}) as Rest });
  const errors: unknown[] = [];
  const events = new EventBus({ clock, onListenerError: (error) => errors.push(error) });
  const dispatcher = new Dispatcher({
    clock,
    events,
    host,
    logger: options.logger ?? silentLogger,
    records,
    ...(options.interactions ? { interactions: options.interactions } : {}),
    ...(options.queryGuild ? { queryGuild: options.queryGuild } : {}),
    ...(options.expectedShards ? { expectedShards: options.expectedShards } : {}),
  });
  /** Hands a dispatch over parsed, as a connection that speaks ETF does. */
  const sendParsed = (name: string, data: unknown, shardId = 0): void =>
    dispatcher.dispatch(name, data, shardId);
  /** Hands a dispatch over as a connection that speaks JSON does. */
  const send = (name: string, data: unknown, shardId = 0): void => {
    const bytes = Buffer.from(JSON.stringify({ t: name, s: 1, op: 0, d: data }));
    const frame = codec.decode(bytes, codec.readHead(bytes), dispatcher.bodyReader(name));
    dispatcher.dispatch(name, frame.d, shardId, bytes);
    bytes.fill(0); // as good as gone when the next frame comes
  };
  return { cache, clock, dispatcher, errors, events, host, records, send, sendParsed };
}

const codec = new JsonCodec();

export function userPayload(id: string, username = `user${id}`) {
  return { id, username, discriminator: '0', global_name: null, avatar: null };
}

export function memberPayload(id: string, fields: object = {}) {
  return {
    user: userPayload(id),
    nick: null,
    roles: [],
    joined_at: '2024-05-01T10:20:30.123000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    ...fields,
  };
}

export function readyPayload(guildIds: readonly string[]) {
  return {
    v: 10,
    user: { ...userPayload(selfId, 'cog'), bot: true },
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    session_id: 'session',
    resume_gateway_url: 'wss://gateway.test',
    application: { id: '100000000000000002', flags: 0 },
  };
}

export function guildPayload(id: string, fields: object = {}) {
  return {
    id,
    name: `guild ${id}`,
    owner_id: '200000000000000001',
    unavailable: false,
    icon: null,
    features: [],
    member_count: 2,
    roles: [rolePayload(id, { name: '@everyone', permissions: '1024' })],
    emojis: [],
    stickers: [],
    channels: [channelPayload(`${id.slice(0, -1)}5`)],
    threads: [],
    members: [memberPayload(selfId), memberPayload('200000000000000001')],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    ...fields,
  };
}

export function rolePayload(id: string, fields: object = {}) {
  return {
    id,
    name: 'role',
    color: 0,
    hoist: false,
    position: 0,
    permissions: '0',
    managed: false,
    mentionable: false,
    flags: 0,
    ...fields,
  };
}

export function channelPayload(id: string, fields: object = {}) {
  return { id, type: 0, name: 'general', position: 0, permission_overwrites: [], ...fields };
}

export function messagePayload(id: string, fields: object = {}) {
  return {
    id,
    type: 0,
    channel_id: '300000000000000005',
    guild_id: '300000000000000000',
    author: userPayload('200000000000000001'),
    content: 'hello',
    timestamp: '2026-11-20T12:00:00.000000+00:00',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    ...fields,
  };
}
