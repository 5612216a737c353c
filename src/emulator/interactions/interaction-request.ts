import type { BotRecord } from '../world/bot-record.js';
import type { ChannelRecord } from '../world/channel-record.js';
import type { MessageRecord } from '../world/message-record.js';
import type { UserRecord } from '../world/user-record.js';
import type { InteractionRecord } from './interaction-record.js';

/** What a person does to a bot. */
export interface InteractionRequest {
  readonly type: number;
  readonly bot: BotRecord;
  readonly user: UserRecord;
  readonly channel: ChannelRecord;
  readonly data: Record<string, unknown>;
  readonly asked: string;
  readonly commandName?: string;
  readonly source?: MessageRecord | undefined;
  /** Interaction that opened the modal which is submitted. */
  readonly trigger?: InteractionRecord | undefined;
}
