import type { Buffer } from 'node:buffer';
import { BotRecords } from '../../src/cache/bot-records.js';
import { MemberCacheFlags } from '../../src/cache/member-cache-flags.js';
import { SharedCache } from '../../src/cache/shared-cache.js';
import { Dispatcher } from '../../src/dispatch/dispatcher.js';
import { EventBus } from '../../src/events/event-bus.js';
import { Intents } from '../../src/events/intents.js';
import type { GatewayCodec } from '../../src/gateway/codec/gateway-codec.js';
import { JsonCodec } from '../../src/gateway/codec/json-codec.js';
import { FrameReader } from '../../src/gateway/frame-reader.js';
import { ShardSession } from '../../src/gateway/session/shard-session.js';
import { BotModelHost } from '../../src/models/bot-model-host.js';
import type { Rest } from '../../src/rest/rest.js';
import { silentLogger } from '../../src/utils/silent-logger.js';
import { SystemClock } from '../../src/utils/system-clock.js';
import type { GuildSize } from './payloads.js';
import { guildFrame, readyFrame } from './payloads.js';

/** Options of a bot whose frames come from memory. */
export interface ConnectedBotOptions {
  readonly cache?: SharedCache;
  /** Format of its frames, but of those of the start. @defaultValue JSON */
  readonly codec?: GatewayCodec;
  /** Guilds that it is in before anything is measured. */
  readonly guilds?: number;
  readonly size?: GuildSize;
  /** How many shards it has; guilds are spread over them. */
  readonly shards?: number;
}

/** A cache of everything. */
export function wholeCache(): SharedCache {
  return new SharedCache({ members: MemberCacheFlags.all(), presences: true });
}

/** A cache of nothing. */
export function emptyCache(): SharedCache {
  const off = { channels: false, roles: false, presences: false, voiceStates: false, emojis: false } as const;
  return new SharedCache({ ...off, stickers: false, members: MemberCacheFlags.none(), messages: null });
}

/** Everything of a bot between a frame's bytes and its listeners. */
export function connectBot({
  cache = wholeCache(),
  codec,
  guilds = 0,
  size,
  shards = 1,
}: ConnectedBotOptions = {}) {
  cache.addIntents(Intents.all());
  const clock = new SystemClock();
  const records = new BotRecords(cache);
  const host = new BotModelHost({ clock, records, rest: {} as Rest });
  const events = new EventBus({ clock, onListenerError: (error) => console.error(error) });
  const dispatcher = new Dispatcher({
    clock,
    events,
    host,
    logger: silentLogger,
    records,
    expectedShards: () => shards,
  });
  const makeReader = (format: GatewayCodec): FrameReader =>
    new FrameReader({
      codec: format,
      session: new ShardSession(),
      hears: (name) => dispatcher.wants(name),
      bodyReader: (name) => dispatcher.bodyReader(name),
    });
  let readers = Array.from({ length: shards }, () => makeReader(new JsonCodec()));
  /** Takes one frame of a shard. */
  const receive = (bytes: Buffer, shardId = 0): void => {
    const read = readers[shardId]!.read(bytes, false);
    if (read?.t) dispatcher.dispatch(read.t, read.d, shardId, read.text);
  };
  for (let shard = 0; shard < shards; shard++) receive(readyFrame(shard === 0 ? guilds : 0), shard);
  for (let guild = 0; guild < guilds; guild++) receive(guildFrame(guild, size), guild % shards);
  if (codec) readers = readers.map(() => makeReader(codec));
  return { cache, close: () => dispatcher.close(), dispatcher, events, receive, records };
}
