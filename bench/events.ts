/**
 * What an event costs from its bytes to its listener, everything cached, as a ratio to bare `JSON.parse` in the same run.
 *
 *     npm run bench events
 *
 * Events that only the cache wants are never parsed whole, so some rows are below the floor.
 */
import { EtfCodec } from '../src/gateway/etf/etf-codec.js';
import { encodeEtf } from '../src/gateway/etf/etf-encoder.js';
import { connectBot, emptyCache } from './support/connected-bot.js';
import type { EventKind } from './support/payloads.js';
import { eventFrames, guildFrame, mix } from './support/payloads.js';
import { contest } from './support/rounds.js';

const GUILDS = 100;
const EVENTS = 10_000;

const parseAll = (frames: readonly Buffer[]): number => {
  for (const bytes of frames) JSON.parse(bytes.toString('utf8'));
  return frames.length;
};

function feed({ receive }: ReturnType<typeof connectBot>, frames: readonly Buffer[]): number {
  for (const bytes of frames) receive(bytes);
  return frames.length;
}

const bot = connectBot({ guilds: GUILDS });
let characters = 0;
bot.events.on('messageCreate', ({ author, content }) => {
  characters += content.length + author.username.length;
});
for (const kind of [undefined, ...(Object.keys(mix) as EventKind[])]) {
  const frames = eventFrames(EVENTS, { guilds: GUILDS, ...(kind ? { kind } : {}) });
  const name = `${kind ?? 'mixed'}, all cached, one message listener`;
  await contest({ floor: () => parseAll(frames), others: { [name]: () => feed(bot, frames) } });
}
await compareFormats();
bot.close();

const bare = connectBot({ cache: emptyCache(), guilds: GUILDS });
bare.events.on('guildBanAdd', () => {});
const frames = eventFrames(EVENTS, { guilds: GUILDS });
await contest({
  floor: () => parseAll(frames),
  others: { 'mixed, nothing cached, one listener of a rare event': () => feed(bare, frames) },
});
bare.events.on('messageCreate', ({ content }) => {
  characters += content.length;
});
await contest({
  floor: () => parseAll(frames),
  others: { 'mixed, nothing cached, one message listener': () => feed(bare, frames) },
});
bare.close();

const guilds = Array.from({ length: 200 }, (_, guild) => guildFrame(guild));
await contest({
  floor: () => parseAll(guilds),
  others: {
    'guild with 100 members arrives, all cached': () => {
      const arriving = connectBot();
      feed(arriving, guilds);
      arriving.close();
      return guilds.length;
    },
  },
});
if (characters === 0) throw new Error('no listener was called');

/** The same events in the other format of the gateway, beside JSON. */
async function compareFormats(): Promise<void> {
  const json = eventFrames(EVENTS, { guilds: GUILDS });
  const etf = json.map((bytes) => {
    // Erlang sorts keys.
    const { d, op, s, t } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return encodeEtf({ d, op, s, t });
  });
  const other = connectBot({ guilds: GUILDS, codec: new EtfCodec() });
  other.events.on('messageCreate', ({ author, content }) => {
    characters += content.length + author.username.length;
  });
  await contest({
    floor: () => feed(bot, json),
    others: { 'mixed as ETF, all cached, beside JSON, all cached': () => feed(other, etf) },
  });
  other.close();
}
