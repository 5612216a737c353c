import type { Requester } from '../request-options.js';

/** Family of methods over one kind of thing; knows nothing but whom to ask. */
export abstract class Resource {
  readonly #requester: Requester;

  constructor(requester: Requester) {
    this.#requester = requester;
  }

  /** What sends the requests. @internal */
  protected get requester(): Requester {
    return this.#requester;
  }
}
