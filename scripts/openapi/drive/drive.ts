/** Uses the routes of the emulator one after the other, as a bot would. */
import { Emulator } from '../../../src/emulator/index.js';
import { driveBasics } from './basics.js';
import { driveChannels } from './channels.js';
import { driveEvents } from './events.js';
import { driveExpressions } from './expressions.js';
import { driveGuild } from './guilds.js';
import { driveInteractions } from './interactions.js';
import { driveInvites } from './invites.js';
import { driveLobbies } from './lobbies.js';
import { driveMembers } from './members.js';
import { driveMessages } from './messages.js';
import { driveOauth2 } from './oauth2.js';
import { driveRecurrence } from './recurrence.js';
import type { ResponseListener } from './scene.js';
import { makeScene } from './scene.js';
import { driveSearch } from './search.js';
import { driveVoice } from './voice.js';
import { driveWebhooks } from './webhooks.js';

/** Runs the whole drive. */
export async function drive(listen: ResponseListener): Promise<void> {
  const discord = new Emulator();
  const scene = await makeScene(discord, listen);
  const parts = [
    driveBasics,
    driveMessages,
    driveChannels,
    driveInvites,
    driveWebhooks,
    driveGuild,
    driveExpressions,
    driveEvents,
    driveRecurrence,
    driveVoice,
    driveSearch,
    driveInteractions,
    driveOauth2,
    driveLobbies,
    driveMembers,
  ];
  for (const part of parts) await part(scene);
  await discord.close();
  const [crash] = discord.crashes;
  if (crash) throw crash;
}
