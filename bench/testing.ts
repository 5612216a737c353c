/**
 * What a test through `testBot` costs: a world to start, and a slash command from the person to the answer seen.
 *
 *     npm run bench testing
 *
 * Order of magnitude to expect on two cores: 200 invocations in two tenths of a second, a world in ten milliseconds.
 */
import { Cog } from '../src/cogs/cog.js';
import { SlashCommand } from '../src/commands/application/slash-command.js';
import type { SlashContext } from '../src/commands/application/slash-context.js';
import { Option } from '../src/schema/option.js';
import { testBot } from '../src/testing/test-bot.js';

const INVOCATIONS = 200;
const WORLDS = 200;
const ROUNDS = 5;

class AddOptions {
  @Option.integer('First number') a!: number;
  @Option.integer('Second number') b!: number;
}

@Cog()
class Maths {
  @SlashCommand('Adds two numbers', AddOptions)
  add(_ctx: SlashContext, { a, b }: AddOptions): string {
    return `${a} + ${b} = ${a + b}`;
  }
}

async function invoke(): Promise<void> {
  await using world = await testBot({ cogs: [Maths] });
  for (let a = 0; a < INVOCATIONS; a += 1) {
    const { content } = await world.alice.slash(world.general, 'add', { a, b: 1 });
    if (content !== `${a} + 1 = ${a + 1}`) throw new Error(`${a} + 1 gave ${content}`);
  }
}

async function startWorlds(): Promise<void> {
  for (let count = 0; count < WORLDS; count += 1) {
    const { close } = await testBot({ cogs: [Maths] });
    await close();
  }
}

async function measure(name: string, run: () => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    await run();
    console.log(`${name.padEnd(24)} ${(performance.now() - startedAt).toFixed(0).padStart(6)} ms`);
  }
}

async function main(): Promise<void> {
  await measure(`${INVOCATIONS} slash invocations`, invoke);
  await measure(`${WORLDS} worlds`, startWorlds);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
