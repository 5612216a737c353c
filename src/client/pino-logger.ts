import { createRequire } from 'node:module';
import type { Logger as PinoInstance } from 'pino';
import type { Clock } from '../utils/clock.js';
import type { LogLine } from '../utils/line-logger.js';
import { LineLogger } from '../utils/line-logger.js';

/**
 * Logger for machines: JSON lines on standard output, in pino's form.
 *
 * pino is loaded when the first line is written, and each line has left when the call returns: nothing is lost when
 * the process crashes or exits.
 */
export class PinoLogger extends LineLogger {
  readonly #clock: Clock;
  #pino: PinoInstance | undefined;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  protected write({ level, room, message, fields }: LogLine): void {
    const { error, ...rest } = fields;
    this.#pino ??= this.#load();
    this.#pino[level]({ room, ...rest, ...(error === undefined ? {} : { err: error }) }, message);
  }

  #load(): PinoInstance {
    const require = createRequire(import.meta.url);
    const { pino } = require('pino') as typeof import('pino');
    return pino(
      {
        level: 'trace',
        base: null,
        serializers: { err: pino.stdSerializers.err },
        timestamp: () => `,"time":${this.#clock.now()}`,
      },
      pino.destination({ sync: true }),
    );
  }
}
