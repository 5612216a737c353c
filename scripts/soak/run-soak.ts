import { setTimeout as wait } from 'node:timers/promises';
import type { EmulatedBot, EmulatedGuild } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { ChildBot } from './child-bot.js';
import { MemoryWatch } from './memory-watch.js';
import { SeededRandom } from './random.js';
import { makeTrouble } from './trouble.js';
import { Visitor } from './visitor.js';

/** How long and how hard. */
export interface SoakOptions {
  readonly durationMs: number;
  readonly visitors: number;
  /** Mean time between two faults. */
  readonly troubleEveryMs: number;
  /** Time after which an answer counts as lost. */
  readonly answerTimeoutMs: number;
  readonly seed: number;
  /** Program of the bot. */
  readonly botFile: string;
}

/** What a soak found. */
export interface SoakReport {
  readonly invocations: number;
  readonly answers: number;
  /** How often each kind of trouble struck. */
  readonly trouble: ReadonlyMap<string, number>;
  readonly memory: string;
  /** What went wrong, one line each; empty when all is well. */
  readonly problems: readonly string[];
}

/** Runs one soak from start to end. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  await using discord = new Emulator({ answerTimeoutMs: options.answerTimeoutMs });
  const { apiUrl } = await discord.listen();
  const account = discord.createBot({ name: 'soaked' });
  const guild = discord.createGuild({ members: [account], channels: [] });
  const bot = new ChildBot(options.botFile, account.token, apiUrl);
  const over = new AbortController();
  const end = bot.died.then(() => over.abort());
  await isRegistered(account, over.signal);

  const visitors = invite(discord, guild, options);
  const memory = new MemoryWatch();
  const trouble = makeTrouble(
    discord.faults,
    new SeededRandom(options.seed),
    over.signal,
    options.troubleEveryMs,
  );
  const visits = visitors.map((visitor) => visitor.visit(over.signal));
  await Promise.race([memory.watch(() => bot.heapBytes(), options.durationMs), end]);
  over.abort();
  await Promise.all(visits);
  const problems = [
    ...(await bot.stop()),
    ...memory.problems,
    ...discord.crashes.map((error) => `The emulator failed: ${error.message}`),
    ...visitors.flatMap((visitor) => visitor.problems),
  ];
  return {
    invocations: sum(visitors.map((visitor) => visitor.invocations)),
    answers: sum(visitors.map((visitor) => visitor.answers)),
    trouble: await trouble,
    memory: String(memory),
    problems,
  };
}

/** The bot registers its commands once it is connected. */
async function isRegistered(account: EmulatedBot, signal: AbortSignal): Promise<void> {
  while (account.commands.length === 0 && !signal.aborted) await wait(20);
}

function invite(discord: Emulator, guild: EmulatedGuild, options: SoakOptions): Visitor[] {
  return Array.from({ length: options.visitors }, (_, index) => {
    const person = discord.createUser(`visitor-${index + 1}`);
    guild.add(person);
    const channel = guild.createChannel(`room-${index + 1}`);
    return new Visitor(person, channel, new SeededRandom(options.seed * 1000 + index));
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
