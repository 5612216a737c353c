import type { ChannelRecord } from '../../world/channel-record.js';
import type { AllowedMentions, UploadedFile } from '../../world/message-draft.js';
import type { MessageRecord } from '../../world/message-record.js';
import type { World } from '../../world/world.js';

/** How a kind of message may be written. */
export interface MessageRules {
  readonly world: World;
  readonly channel: ChannelRecord;
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Flags that the sender may set. */
  readonly allowedFlags: number;
  /** Mentions when the body does not say. */
  readonly defaultMentions?: AllowedMentions;
  /** Message that is being edited. */
  readonly edited?: MessageRecord;
  /** Whether nothing at all may be sent, as with forwards. */
  readonly mayBeEmpty?: boolean;
}
