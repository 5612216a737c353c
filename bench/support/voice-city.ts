/**
 * Process that is Discord for the benchmark of voice: many guilds, in each a voice channel with one person in it.
 *
 * Started by `bench/voice.ts` with the number of guilds; says where it is by a message, and ends with its parent.
 */
import { Emulator } from '../../src/emulator/index.js';

/** What the benchmark has to know of it. */
export interface VoiceCity {
  readonly apiUrl: string;
  readonly token: string;
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
// Who relays does not have to remember: a run of a minute would fill the memory.
setInterval(() => {
  for (const { guildId } of places) discord.voice.session(bot.id, guildId)?.audio.splice(0);
}, 1_000).unref();
process.on('disconnect', () => process.exit());
process.send?.({ apiUrl, token: bot.token, places } satisfies VoiceCity);
