import { SharedCache } from '../cache/shared-cache.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import { GuardedLogger } from '../utils/guarded-logger.js';
import type { ClientOptions } from './client-options.js';
import { readLogLevels } from './log-levels.js';
import { PinoLogger } from './pino-logger.js';
import { findProgramHost } from './program-host.js';
import { TerminalLogger } from './terminal-logger.js';

/**
 * Composes the logger of a client: lines for people in a terminal, JSON by pino elsewhere, or what the user brought or
 * the host of the program has.
 *
 * A logger that was brought has levels of its own and gets all but the finest lines unless `logLevel` says otherwise.
 * Lines name the bot, but not in a terminal in which only one bot speaks.
 *
 * @throws InvalidOptionError when a level or a room does not exist.
 */
export function composeLogger(
  { cache, logger, logLevel }: ClientOptions,
  clock: Clock,
  botId: () => Snowflake | undefined,
): GuardedLogger {
  const ofHost = logger ? undefined : findProgramHost()?.logger;
  const isForPeople = logger === undefined && (ofHost !== undefined || process.stdout.isTTY);
  const namesBot = !isForPeople || cache instanceof SharedCache;
  return new GuardedLogger({
    target: logger ?? ofHost ?? (isForPeople ? new TerminalLogger(clock) : new PinoLogger(clock)),
    allows: readLogLevels(logLevel, logger ? 'debug' : 'info'),
    facts: () => {
      const id = namesBot ? botId() : undefined;
      return id === undefined ? {} : { botId: id };
    },
  });
}
