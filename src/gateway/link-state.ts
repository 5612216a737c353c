import { isLineWanted } from '../utils/is-line-wanted.js';
import { gatewayChannel } from './gateway-channels.js';
import type { LinkOptions } from './link-options.js';
import type { ShardDisconnect } from './shard-observer.js';
import type { ShardState } from './shard-state.js';

/** Where a shard's line stands; tells the log, the observer and `gatewayChannel` when that changes. */
export class LinkState {
  readonly #options: LinkOptions;
  #state: ShardState = 'idle';

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get current(): ShardState {
    return this.#state;
  }

  /** Moves to another state; `disconnect` says why the connection ended, where one did. */
  enter(state: ShardState, disconnect?: ShardDisconnect): void {
    const previous = this.#state;
    this.#state = state;
    if (gatewayChannel.hasSubscribers) this.#publish(previous, disconnect);
    const { context, id } = this.#options;
    if (isLineWanted(context.logger, 'debug', 'gateway'))
      context.logger.debug('gateway', `shard ${id} is ${state}`, { shardId: id, previous });
  }

  /** Tells why the connection ended, once everything that belonged to it has stopped. */
  report(disconnect: ShardDisconnect): void {
    const { context, id } = this.#options;
    context.logger.debug('gateway', `shard ${id} disconnected: ${disconnect.reason}`, {
      shardId: id,
      code: disconnect.code,
      next: disconnect.next,
    });
    context.observer.onDisconnect?.(id, disconnect);
  }

  #publish(previous: ShardState, disconnect: ShardDisconnect | undefined): void {
    const { id, session } = this.#options;
    gatewayChannel.publish({
      botId: session.ready?.user.id,
      shardId: id,
      state: this.#state,
      previous,
      ...(disconnect ? { disconnect } : {}),
    });
  }
}
