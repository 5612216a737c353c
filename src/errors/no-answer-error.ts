import { CogworkError } from './cogwork-error.js';

/**
 * Person in the emulator asked a bot for something, everything came to rest, and nothing was to be seen.
 *
 * Print what the bot logged (`console.log(String(logs))` of `testBot`), or `discord.transcript`: the handler threw, never replied, or answers later; then
 * advance the clock while the person waits.
 */
export class NoAnswerError extends CogworkError {
  readonly code = 'NO_ANSWER';

  constructor(
    message: string,
    /** What was asked, as in `/add a:2 b:3`. */
    readonly asked: string,
    /** How far the bot came: it never answered, or it deferred and sent nothing after that. */
    readonly state: 'unacknowledged' | 'deferred',
  ) {
    super(message);
  }
}
