import { InvalidArgumentError, Option } from 'commander';
import type { SyncOptions } from '../../commands/sync/command-sync.js';
import type { FoundBot } from '../entry/bot-collector.js';
import { withCommands } from '../entry/open-bots.js';

/** Option `--guild <id>`, which may be given several times. */
export function guildOption(description: string): Option {
  return new Option('--guild <id>', description).argParser((id: string, others: readonly string[] = []) => {
    if (/^\d{15,20}$/.test(id)) return [...others, id];
    throw new InvalidArgumentError('A guild is given by its id, 15 to 20 digits.');
  });
}

/** Scopes that a command works on: those of `--guild`, or what the bot itself syncs at its start. */
export function syncScopes(found: FoundBot, guilds: readonly string[] | undefined): SyncOptions {
  if (guilds !== undefined) return { guildIds: guilds };
  return withCommands(found).commands.syncedAtStart ?? {};
}
