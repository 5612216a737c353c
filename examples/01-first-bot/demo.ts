/**
 * Conversation with the first bot: an emulated Discord on a loopback port, the unchanged example in a process of its
 * own, and a scripted user. Prints what was said and ends; exits with 1 when the bot did not answer as expected.
 */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EmulatedChannel, Person, SeenMessage } from 'cogwork/emulator';
import { Emulator } from 'cogwork/emulator';

const START_LIMIT_MS = 20_000;

async function main(): Promise<void> {
  await using discord = new Emulator();
  const { apiUrl } = await discord.listen({ port: 0 });
  const account = discord.createBot({ name: 'first-bot' });
  const alice = discord.createUser('alice');
  const guild = discord.createGuild({ name: 'Home', members: [alice, account], channels: ['general'] });
  const bot = startBot(account.token, apiUrl);
  try {
    await until(() => bot.hasEnded() || account.commands.length === 2);
    if (bot.hasEnded()) throw new Error(`The bot ended before it was ready:\n${bot.output()}`);
    await converse(alice, guild.channel('general'));
  } finally {
    await bot.stop();
  }
}

async function converse(alice: Person, general: EmulatedChannel): Promise<void> {
  show('alice', 'ping');
  showAnswer((await alice.say(general, 'ping')).reply, 'pong');

  show('alice', '/add a:2 b:40');
  showAnswer(await alice.slash(general, 'add', { a: 2, b: 40 }), '2 + 40 = 42');

  show('alice', '/add a:two');
  await alice.slash(general, 'add', { a: 'two' }).catch((error: Error) => show('Discord', error.message));

  show('alice', '!sum two 40');
  showAnswer((await alice.say(general, '!sum two 40')).reply);

  show('alice', '/counter');
  let message = await alice.slash(general, 'counter');
  showAnswer(message);
  for (const count of [0, 1, 2]) {
    show('alice', `presses [${message.buttons[0]?.label}]`);
    message = await alice.click(message.button(`Pressed ${count} times`));
    showAnswer(message);
  }
  expectText(message.buttons[0]?.label, 'Pressed 3 times');
}

interface RunningBot {
  hasEnded(): boolean;
  output(): string;
  stop(): Promise<void>;
}

/** Runs the example as anybody would, but for the address of Discord. */
function startBot(token: string, apiUrl: string): RunningBot {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, COGWORK_API_URL: apiUrl, DISCORD_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => output.push(String(text)));
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    output: () => output.join(''),
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  const limit = Date.now() + START_LIMIT_MS;
  while (!isTrue()) {
    if (Date.now() > limit) throw new Error('The bot did not register its commands in time.');
    await wait(20);
  }
}

function show(who: string, what: string): void {
  process.stdout.write(`${who.padStart(10)}  ${what}\n`);
}

function showAnswer(message: SeenMessage | undefined, expected?: string): void {
  const buttons = message?.buttons.map(({ label }) => `[${label}]`) ?? [];
  show('first-bot', [message?.content, ...buttons].filter(Boolean).join(' ') || '(silence)');
  if (expected !== undefined) expectText(message?.content, expected);
}

function expectText(actual: string | undefined, expected: string): void {
  if (actual !== expected) throw new Error(`Expected "${expected}", but the bot said "${actual}".`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
