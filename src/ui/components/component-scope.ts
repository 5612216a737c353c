import type { MessagePayload } from '../../models/message-payload.js';
import type { Renderable } from '../../models/renderable.js';
import type { Snowflake } from '../../types/type-tools.js';

/** What a component's context is told of its surroundings by whoever runs its handler. */
export interface ComponentScope {
  /** View that the component belongs to. */
  readonly view?: Renderable;
  /** Value of the component, where it is one of several. */
  readonly value?: unknown;
  /** Notes that the message shows something else now. */
  noteMessage(messageId: Snowflake, payload: MessagePayload): void;
  /** Lets other presses on the message in, until the returned function has waited for its turn again. */
  stepAside?(): () => Promise<void>;
}
