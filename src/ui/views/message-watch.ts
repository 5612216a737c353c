import type { EventBus } from '../../events/event-bus.js';
import type { Snowflake } from '../../types/type-tools.js';

/** Place that is gone with all its messages. */
export type GonePlace = { readonly channelId: Snowflake } | { readonly guildId: Snowflake };

/** Who is told of messages that are gone. */
export interface MessageWatcher {
  messageGone(messageId: Snowflake): void;
  /** Discord does not name the messages of a deleted channel, or of a guild that the bot has left. */
  placeGone(place: GonePlace): void;
}

/**
 * Hears that messages are deleted, but only while there is a view that could stand on one: a bot without living views
 * drops these events unparsed.
 */
export class MessageWatch {
  readonly #events: EventBus;
  readonly #watcher: MessageWatcher;
  #stops: readonly (() => void)[] = [];

  constructor(events: EventBus, watcher: MessageWatcher) {
    this.#events = events;
    this.#watcher = watcher;
  }

  /** Begins or ends to listen. */
  set(isNeeded: boolean): void {
    if (isNeeded === this.#stops.length > 0) return;
    for (const stop of this.#stops) stop();
    this.#stops = isNeeded ? this.#listen() : [];
  }

  /** Without the intents for it nothing is heard, and a view simply lives until its time is over. */
  #listen(): readonly (() => void)[] {
    const hear = <Data>(event: string, gone: (data: Data) => void): (() => void) =>
      this.#events.on(`raw:${event}`, (data) => gone(data as Data), { cog: 'views', isIncidental: true });
    const channelGone = ({ id }: Named): void => this.#watcher.placeGone({ channelId: id });
    return [
      hear('MESSAGE_DELETE', ({ id }: Named) => this.#watcher.messageGone(id)),
      hear('MESSAGE_DELETE_BULK', ({ ids }: { readonly ids: readonly Snowflake[] }) => {
        for (const id of ids) this.#watcher.messageGone(id);
      }),
      hear('CHANNEL_DELETE', channelGone),
      hear('THREAD_DELETE', channelGone),
      hear('GUILD_DELETE', ({ id, unavailable }: Named & { readonly unavailable?: boolean }) => {
        if (!unavailable) this.#watcher.placeGone({ guildId: id });
      }),
    ];
  }
}

interface Named {
  readonly id: Snowflake;
}
