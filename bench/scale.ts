/**
 * Whether an event costs the same however large the bot is: the ratio to the smallest bot of the same run.
 *
 *     npm run bench scale
 *
 * Guilds are small, so that ten thousand fit; what grows is their number. Flat is within 15 %, apart from what
 * the processor's caches do not hold any more.
 */
import { Interaction } from '../src/interactions/interaction.js';
import { cogWith, commandPayload } from './support/command-cog.js';
import { connectBot } from './support/connected-bot.js';
import type { GuildSize } from './support/payloads.js';
import { eventFrames, mix } from './support/payloads.js';
import { median, publish } from './support/results.js';
import { nsOfOne } from './support/rounds.js';

const EVENTS = 10_000;
const COMMANDS = 2_000;
const ROUNDS = 9;
const small: GuildSize = { channels: 5, members: 10, roles: 5 };
/** Events about the same few guilds in every bot, so that only its size differs. */
const frames = eventFrames(EVENTS, { guilds: 100, size: small });

interface Candidate {
  readonly name: string;
  readonly run: () => number | Promise<number>;
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

async function compare(candidates: readonly Candidate[], unit = 'an event'): Promise<void> {
  const times = candidates.map((): number[] => []);
  for (let round = 0; round < ROUNDS + 2; round++) {
    for (const [index, { run }] of candidates.entries()) {
      const ns = await nsOfOne(run);
      if (round >= 2) times[index]!.push(ns);
    }
  }
  const ratios = times.map((values) => median(values.map((ns, round) => ns / times[0]![round]!)));
  candidates.forEach(({ name }, index) => {
    const detail = `${(median(times[index]!) / 1000).toFixed(2)} µs ${unit}`;
    if (index === 0) console.log(`${name.padEnd(52)}    1 (floor)  ${detail}`);
    else publish({ name, ratio: ratios[index]!, detail });
  });
}

/** Bot with that many commands, of which the first is used again and again. */
async function commandCandidate(count: number): Promise<Candidate> {
  const { CommandBench } = await import('../test/commands/support/command-bench.js');
  const bench = new CommandBench().add(cogWith(count));
  const payloads = Array.from({ length: COMMANDS }, (_, index) => commandPayload(index, 'run-0'));
  return {
    name: `${count} commands`,
    run: async () => {
      for (const payload of payloads) {
        const now = bench.clock.now();
        await bench.application.dispatch(
          Interaction.of(bench.host, payload as never, now, async () => undefined),
        );
      }
      return payloads.length;
    },
  };
}

console.log(
  `${EVENTS} events: ${Object.entries(mix)
    .map(([kind, share]) => `${share} % ${kind}`)
    .join(', ')}`,
);
await compare([100, 1_000, 10_000].map((guilds) => candidate(`${guilds} guilds`, guilds, 1, 1)));
await compare([1, 4, 16].map((shards) => candidate(`${shards} shards`, 1_000, shards, 1)));
await compare([1, 10, 100].map((listeners) => candidate(`${listeners} listeners`, 100, 1, listeners)));
await compare(await Promise.all([10, 100, 1_000].map(commandCandidate)), 'a command');
