import { NotReadyError } from '../../errors/not-ready-error.js';
import type { ModelHost } from '../../models/host.js';
import type { RenderedMessage } from '../../models/renderable.js';
import type { Snowflake } from '../../types/type-tools.js';

/** What a view asks of the bot that sends it. */
export interface ViewKeeper {
  /** What a view looks like now, in a new message or in the one that is edited. */
  render(view: object, editedId?: Snowflake): Promise<RenderedMessage>;
  /** Notes the message that shows a view now. */
  track(view: object): void;
  /** Starts the timeout of a view anew. */
  touch(view: object): void;
  /** Waits for a person, without the waiting handler counting as running. */
  park<T>(wait: PromiseLike<T>): Promise<T>;
  /** Forgets a view that has ended. */
  release(view: object): void;
}

const keepers = new WeakMap<ModelHost, ViewKeeper>();

/** Makes a keeper responsible for the views sent through a host. */
export function keepViewsOf(host: ModelHost, keeper: ViewKeeper): void {
  keepers.set(host, keeper);
}

/**
 * Keeper of the views sent through a host.
 *
 * @throws {NotReadyError} when no bot stands behind the host.
 */
export function viewKeeperOf(host: ModelHost): ViewKeeper {
  const keeper = keepers.get(host);
  if (keeper) return keeper;
  throw new NotReadyError(
    'A view was sent without a bot that could answer its components. Send it through a Bot.',
  );
}
