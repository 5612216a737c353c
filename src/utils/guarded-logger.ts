import { isLineWanted } from './is-line-wanted.js';
import type { LogLine } from './line-logger.js';
import { LineLogger } from './line-logger.js';
import type { LineLevel, LogFields, Logger } from './logger.js';
import { Redactor } from './redactor.js';
import type { Secret } from './secret.js';

/** What a `GuardedLogger` stands before, and what it is told. */
export interface GuardOptions {
  readonly target: Logger;
  /** Which lines are wanted. @defaultValue all that the target wants */
  readonly allows?: (level: LineLevel, room: string) => boolean;
  /** Facts that belong to every line. @defaultValue none */
  readonly facts?: () => LogFields;
}

/**
 * Way of every line to whatever logger there is: lines of a level that is off end here, and secrets are taken out of
 * the others.
 */
export class GuardedLogger extends LineLogger {
  readonly #options: GuardOptions;
  readonly #redactor = new Redactor();
  #hasWarned = false;

  constructor(options: GuardOptions) {
    super();
    this.#options = options;
  }

  /** Puts a guard before a logger that has none. */
  static of(logger: Logger): GuardedLogger {
    return logger instanceof GuardedLogger ? logger : new GuardedLogger({ target: logger });
  }

  /** Takes this secret, whatever its form, out of every line from now on. */
  hide(secret: Secret): void {
    this.#redactor.hide(secret);
  }

  override isLevelEnabled(level: LineLevel, room: string): boolean {
    const { allows, target } = this.#options;
    return (allows?.(level, room) ?? true) && isLineWanted(target, level, room);
  }

  protected write({ level, room, message, fields }: LogLine): void {
    if (!this.isLevelEnabled(level, room)) return;
    const { facts, target } = this.#options;
    const shown = this.#redactor.value({ ...facts?.(), ...fields });
    const text = this.#redactor.text(message);
    try {
      if (level === 'trace' && !target.trace) target.debug(room, text, shown);
      else target[level]!(room, text, shown);
    } catch (error) {
      this.#warnOfTarget(error);
    }
  }

  /** A logger that fails must not take down who speaks; there is no other place to tell of it. */
  #warnOfTarget(error: unknown): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    process.emitWarning(`The logger failed, and lines are lost: ${error}`, { code: 'COGWORK_LOGGER' });
  }
}
