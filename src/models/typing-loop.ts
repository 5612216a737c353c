import type { Snowflake } from '../types/type-tools.js';
import type { TimerHandle } from '../utils/clock.js';
import type { ModelHost } from './host.js';

/** Discord shows somebody as typing for ten seconds; the next request comes before that. */
const REPEAT_MS = 8000;

/**
 * Shows the bot as typing until it is disposed of.
 *
 * @example
 * ```ts
 * using typing = channel.typing();
 * await channel.send(await think());
 * ```
 * @see https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
 */
export class TypingLoop implements Disposable {
  readonly #host: ModelHost;
  readonly #channelId: Snowflake;
  #timer: TimerHandle | undefined;
  #isStopped = false;

  constructor(host: ModelHost, channelId: Snowflake) {
    this.#host = host;
    this.#channelId = channelId;
    this.#show();
  }

  /** Stops; what Discord shows already goes away within ten seconds, or with the next message. */
  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== undefined) this.#host.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Types no longer; for `using`. */
  [Symbol.dispose](): void {
    this.stop();
  }

  /** Asks once and again; one request that fails ends it, because the next would fail as well. */
  #show(): void {
    this.#host.rest.channels.triggerTyping(this.#channelId).then(
      () => {
        if (!this.#isStopped) this.#timer = this.#host.clock.setTimeout(() => this.#show(), REPEAT_MS);
      },
      () => this.stop(),
    );
  }
}
