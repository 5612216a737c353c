/**
 * Process that is Discord for the benchmark of voice: many guilds, in each a voice channel with one person in it.
 *
 * Started by `bench/voice.ts` with the number of guilds; says where it is by a message, and ends with its parent.
 */
import { createSocket } from 'node:dgram';
import { Emulator } from '../../src/emulator/index.js';

/** What the benchmark has to know of it. */
export interface VoiceCity {
  readonly apiUrl: string;
  readonly token: string;
  /** Port on which audio is taken and dropped, so that relaying it does not take the bot's time. */
  readonly drainPort: number;
  readonly places: readonly { readonly guildId: string; readonly id: string }[];
}

const discord = new Emulator({ clock: 'real' });
const bot = discord.createBot({ name: 'radio' });
const { apiUrl } = await discord.listen();
const places: { guildId: string; id: string }[] = [];
for (let number = 0; number < Number(process.argv[2]); number++) {
  const listener = discord.createUser(`listener${number}`);
  const guild = discord.createGuild({
    channels: [{ name: 'lounge', type: 2 }],
    members: [bot, listener],
  });
  const lounge = guild.channel('lounge');
  await listener.joinVoice(lounge);
  places.push({ guildId: guild.id, id: lounge.id });
}
const drain = createSocket('udp4');
await new Promise<void>((resolve) => drain.bind(0, '127.0.0.1', resolve));
process.on('disconnect', () => process.exit());
const drainPort = drain.address().port;
process.send?.({ apiUrl, token: bot.token, drainPort, places } satisfies VoiceCity);
