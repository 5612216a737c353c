import { CommandCreateLimitError } from '../../errors/command-create-limit-error.js';
import type { Clock } from '../../utils/clock.js';
import type { CommandScope } from '../application/scope-commands.js';

/** Commands that Discord lets an application create in a day, per scope; edits and deletions are free. */
const MAX_CREATES_PER_DAY = 200;
const DAY_MS = 86_400_000;

/** Discord's own refusal when the limit is reached. */
const CODE_LIMIT_REACHED = 30_034;

/**
 * Counts the commands that were created in each scope in the last day, so that a bot that keeps renaming commands stops
 * before Discord stops it.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#registering-a-command
 */
export class CreateLimit {
  readonly #clock: Clock;
  readonly #times = new Map<CommandScope, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Looks whether so many can be created. @throws {CommandCreateLimitError} */
  check(scope: CommandScope, creates: number): void {
    const used = this.#recent(scope).length;
    if (creates === 0 || used + creates <= MAX_CREATES_PER_DAY) return;
    const before = used === 0 ? '' : ` after ${used} in the last day`;
    throw new CommandCreateLimitError(
      `The plan creates ${creates} commands ${where(scope)}${before}; Discord takes ${MAX_CREATES_PER_DAY} a day. ` +
        'Editing is free: keep the names of commands, or sync the rest tomorrow.',
    );
  }

  count(scope: CommandScope, creates: number): void {
    const now = this.#clock.now();
    this.#times.set(scope, [...this.#recent(scope), ...Array.from({ length: creates }, () => now)]);
  }

  /** Says in our words that Discord counted more, as from an earlier process. */
  explain(error: unknown, scope: CommandScope): unknown {
    const isLimit =
      typeof error === 'object' &&
      error !== null &&
      'discordCode' in error &&
      error.discordCode === CODE_LIMIT_REACHED;
    if (!isLimit) return error;
    return new CommandCreateLimitError(
      `Discord creates no more commands ${where(scope)} today: ${MAX_CREATES_PER_DAY} were created. It keeps the ones it ` +
        'has; editing them is still possible.',
      { cause: error },
    );
  }

  #recent(scope: CommandScope): readonly number[] {
    const since = this.#clock.now() - DAY_MS;
    return (this.#times.get(scope) ?? []).filter((time) => time > since);
  }
}

function where(scope: CommandScope): string {
  return scope === undefined ? 'globally' : `in guild ${scope}`;
}
