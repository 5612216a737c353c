import type { BotOptions } from 'cogwork';
import { KeyValueCooldownStore, KeyValueSessionStore, KeyValueStateStore } from 'cogwork';
import { CaseFile } from './case-file.js';
import { Database } from './database.js';
import { Discipline } from './discipline.js';
import { Upkeep } from './upkeep.js';
import { Warn } from './warn.js';

/** Options of the bot over one file: what the cogs keep, cooldowns, views, and the session that a restart resumes. */
export function moderationBot(path: string): BotOptions {
  const database = new Database(path);
  return {
    cogs: [Discipline, Upkeep, Warn],
    cooldowns: new KeyValueCooldownStore(database.open('cooldowns')),
    gateway: { sessionStore: new KeyValueSessionStore(database.open('sessions')) },
    // A factory and no value: what the bot has built, it closes at its end.
    services: (container) => container.registerFactory(Database, () => database),
    stateStore: new KeyValueStateStore(database.open('views')),
    views: [CaseFile],
  };
}
