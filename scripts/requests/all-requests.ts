import type { Rest } from '../../src/rest/rest.js';
import { callApplications } from './applications.js';
import { callAuditLogs } from './audit-logs.js';
import { callAutoModeration } from './auto-moderation.js';
import { callBans } from './bans.js';
import { callChannels } from './channels.js';
import { callCommands } from './commands.js';
import { callEmojis } from './emojis.js';
import { callGateway } from './gateway.js';
import { callGuilds } from './guilds.js';
import { callIdentities } from './identities.js';
import { callInteractions } from './interactions.js';
import { callInvites } from './invites.js';
import { callLobbies } from './lobbies.js';
import { callMembers } from './members.js';
import { callMessageSearch } from './message-search.js';
import { callMonetization } from './monetization.js';
import { callOauth2 } from './oauth2.js';
import { callPins } from './pins.js';
import { callPolls } from './polls.js';
import { callReactions } from './reactions.js';
import { callRoles } from './roles.js';
import { callScheduledEvents } from './scheduled-events.js';
import { callSoundboard } from './soundboard.js';
import { callStages } from './stages.js';
import { callStickers } from './stickers.js';
import { callTemplates } from './templates.js';
import { callThreads } from './threads.js';
import { callUsers } from './users.js';
import { callVoice } from './voice.js';
import { callWebhooks } from './webhooks.js';
import { callWidgets } from './widgets.js';

/** Calls every method of every resource. */
export function callEverything(rest: Rest): readonly Promise<unknown>[] {
  const calls = [
    callApplications,
    callAuditLogs,
    callAutoModeration,
    callBans,
    callChannels,
    callCommands,
    callEmojis,
    callGateway,
    callGuilds,
    callIdentities,
    callInteractions,
    callInvites,
    callLobbies,
    callMembers,
    callMessageSearch,
    callMonetization,
    callOauth2,
    callPins,
    callPolls,
    callReactions,
    callRoles,
    callScheduledEvents,
    callSoundboard,
    callStages,
    callStickers,
    callTemplates,
    callThreads,
    callUsers,
    callVoice,
    callWebhooks,
    callWidgets,
  ];
  return calls.flatMap((call) => call(rest));
}
