/** Emulator on a real port, with a guild in which one bot account and one person are. */
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../../src/emulator/index.js';
import { Emulator } from '../../../src/emulator/index.js';

export interface PortScene {
  readonly account: EmulatedBot;
  readonly alice: Person;
  /** Base of the REST API without a version, as libraries want it. */
  readonly apiBase: string;
  readonly discord: Emulator;
  readonly general: EmulatedChannel;
  readonly guild: EmulatedGuild;
  readonly port: number;
}

/** Opens the port; real time, real sockets. */
export async function openPort(): Promise<PortScene> {
  const discord = new Emulator({ answerTimeoutMs: 3000 });
  const { port } = await discord.listen();
  const alice = discord.createUser('alice');
  const account = discord.createBot({ name: 'stranger' });
  const guild = discord.createGuild({ name: 'Harbour', members: [alice, account], channels: ['general'] });
  const apiBase = `http://127.0.0.1:${port}/api`;
  return { account, alice, apiBase, discord, general: guild.channel('general'), guild, port };
}

/** Lines of the transcript about the gateway's handshakes: what a client identified and resumed. */
export function handshakes(discord: Emulator): string[] {
  return discord.transcript.entries
    .map(({ line }) => /^gateway (?:← (IDENTIFY|RESUME)|→ (RESUMED|READY))$/.exec(line))
    .flatMap((found) => (found ? [found[1] ?? found[2] ?? ''] : []));
}

/** Waits, turn by turn of the event loop, until something is so; a test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
