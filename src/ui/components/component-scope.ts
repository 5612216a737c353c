import type { MessagePayload } from '../../models/message-payload.js';
import type { Snowflake } from '../../types/type-tools.js';

/** What a component's context is told of its surroundings by whoever runs its handler. */
export interface ComponentScope {
  /** Notes that the message shows something else now. */
  noteMessage(messageId: Snowflake, payload: MessagePayload): void;
  /** Lets other presses on the message in, until the returned function has waited for its turn again. */
  stepAside?(): () => Promise<void>;
}
