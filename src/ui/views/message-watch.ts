import type { EventBus } from '../../events/event-bus.js';
import type { Snowflake } from '../../types/type-tools.js';

/**
 * Hears that messages are deleted, but only while there is a view that could stand on one: a bot without living views
 * drops these events unparsed.
 */
export class MessageWatch {
  readonly #events: EventBus;
  readonly #onDeleted: (messageId: Snowflake) => void;
  #stop: (() => void) | undefined;

  constructor(events: EventBus, onDeleted: (messageId: Snowflake) => void) {
    this.#events = events;
    this.#onDeleted = onDeleted;
  }

  /** Begins or ends to listen. */
  set(isNeeded: boolean): void {
    if (isNeeded === (this.#stop !== undefined)) return;
    if (isNeeded) this.#stop = this.#listen();
    else this.#end();
  }

  /** Without the intent for messages nothing is heard, and a view simply lives until its time is over. */
  #listen(): () => void {
    const origin = { cog: 'views', isIncidental: true };
    const one = this.#events.on(
      'raw:MESSAGE_DELETE',
      (data) => this.#onDeleted((data as { id: Snowflake }).id),
      origin,
    );
    const many = this.#events.on(
      'raw:MESSAGE_DELETE_BULK',
      (data) => {
        for (const id of (data as { ids: readonly Snowflake[] }).ids) this.#onDeleted(id);
      },
      origin,
    );
    return () => {
      one();
      many();
    };
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
