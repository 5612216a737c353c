import type { CommandSync, SyncOptions } from '../commands/sync/command-sync.js';
import { CogworkError } from '../errors/cogwork-error.js';
import { DiscordApiError } from '../errors/discord-api-error.js';
import type { Logger } from '../utils/logger.js';

/** Syncs commands as a bot starts; what Discord refuses fails the start, what merely goes wrong on the way is logged. */
export async function syncAtStart(
  sync: CommandSync,
  options: SyncOptions,
  logger: Logger,
  isClosed: () => boolean,
): Promise<void> {
  try {
    await sync.sync(options);
  } catch (error) {
    const isTransient = !CogworkError.is(error) || (error instanceof DiscordApiError && error.status >= 500);
    if (!isTransient || isClosed()) throw error;
    const message =
      'Commands could not be synced at the start; Discord keeps the ones it has. Try bot.commands.sync() again.';
    logger.error('commands', message, { error });
  }
}
