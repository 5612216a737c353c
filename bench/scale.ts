/**
 * Whether an event costs the same however large the bot is: the ratio to the smallest bot of the same run.
 *
 *     npm run bench scale
 *
 * Guilds are small, so that ten thousand fit; what grows is their number. Flat is within 15 %, apart from what
 * the processor's caches do not hold any more.
 */
import { connectBot } from './support/connected-bot.js';
import type { GuildSize } from './support/payloads.js';
import { eventFrames, mix } from './support/payloads.js';
import { median, publish } from './support/results.js';
import { nsOfOne } from './support/rounds.js';

const EVENTS = 10_000;
const ROUNDS = 9;
const small: GuildSize = { channels: 5, members: 10, roles: 5 };
/** Events about the same few guilds in every bot, so that only its size differs. */
const frames = eventFrames(EVENTS, { guilds: 100, size: small });

interface Candidate {
  readonly name: string;
  readonly run: () => number;
}

function candidate(name: string, guilds: number, shards: number, listeners: number): Candidate {
  const bot = connectBot({ guilds, shards, size: small });
  let heard = 0;
  bot.events.on('messageCreate', () => {
    heard += 1;
  });
  const others = ['roleCreate', 'roleDelete', 'guildBanAdd', 'guildBanRemove', 'channelDelete'] as const;
  for (let index = 1; index < listeners; index++) bot.events.on(others[index % others.length]!, () => {});
  return {
    name,
    run: () => {
      for (let index = 0; index < frames.length; index++) bot.receive(frames[index]!, index % shards);
      if (heard === 0) throw new Error('no message was heard');
      return frames.length;
    },
  };
}

function compare(candidates: readonly Candidate[]): void {
  const times = candidates.map((): number[] => []);
  for (let round = 0; round < ROUNDS + 2; round++) {
    candidates.forEach(({ run }, index) => {
      const ns = nsOfOne(run);
      if (round >= 2) times[index]!.push(ns);
    });
  }
  const ratios = times.map((values) => median(values.map((ns, round) => ns / times[0]![round]!)));
  candidates.forEach(({ name }, index) => {
    const detail = `${(median(times[index]!) / 1000).toFixed(2)} µs an event`;
    if (index === 0) console.log(`${name.padEnd(52)}    1 (floor)  ${detail}`);
    else publish({ name, ratio: ratios[index]!, detail });
  });
}

console.log(
  `${EVENTS} events: ${Object.entries(mix)
    .map(([kind, share]) => `${share} % ${kind}`)
    .join(', ')}`,
);
compare([100, 1_000, 10_000].map((guilds) => candidate(`${guilds} guilds`, guilds, 1, 1)));
compare([1, 4, 16].map((shards) => candidate(`${shards} shards`, 1_000, shards, 1)));
compare([1, 10, 100].map((listeners) => candidate(`${listeners} listeners`, 100, 1, listeners)));
