import type { APIApplication } from 'discord-api-types/v10';
import { DiscordApiError } from '../../errors/discord-api-error.js';
import { InvalidTokenError } from '../../errors/invalid-token-error.js';
import type { Rest } from '../../rest/rest.js';
import type { FoundBot } from '../entry/bot-collector.js';
import { tokenOf } from '../entry/open-bots.js';
import { checkPrivilegedIntents } from './check-privileged-intents.js';
import type { Finding } from './finding.js';

const name = 'token';

/** Whether the token of a bot is one, whether Discord takes it, and whether its application may have the bot's intents. */
export async function checkToken(found: FoundBot): Promise<readonly Finding[]> {
  if (found.token === undefined && (process.env['DISCORD_TOKEN'] ?? '') === '') {
    const advice =
      'Write DISCORD_TOKEN=… into .env, from the "Bot" page at https://discord.com/developers/applications.';
    return [{ name, level: 'warn', detail: 'there is none; `cogwork dev` needs none', advice }];
  }
  try {
    const { rest } = found.bot;
    rest.setToken(tokenOf(found).reveal());
    const application = await fetchApplication(rest);
    const detail = `Discord knows it: ${application.name}`;
    return [{ name, level: 'ok', detail }, ...checkPrivilegedIntents(found.bot.intents, application)];
  } catch (error) {
    if (isRefused(error)) return [{ name, level: 'fail', detail: error.message }];
    throw error;
  }
}

async function fetchApplication(rest: Rest): Promise<APIApplication> {
  try {
    return await rest.applications.getCurrent();
  } catch (error) {
    if (!isOfApi(error) || error.status !== 401) throw error;
    throw new InvalidTokenError(
      'Discord refuses it: it was reset. Copy the current one from the "Bot" page.',
    );
  }
}

// By what they are called: the program may have loaded another copy of the package.
function isOfApi(error: unknown): error is DiscordApiError {
  return error instanceof Error && error.name === DiscordApiError.name;
}

function isRefused(error: unknown): error is InvalidTokenError {
  return error instanceof Error && error.name === InvalidTokenError.name;
}
