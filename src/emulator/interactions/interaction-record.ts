import type { Snowflake } from '../../types/type-tools.js';
import type { ActivityInstanceRecord } from '../world/activity-instance.js';
import type { BotRecord } from '../world/bot-record.js';
import type { ChannelRecord } from '../world/channel-record.js';
import type { ComponentRecord, MessageRecord } from '../world/message-record.js';
import type { UserRecord } from '../world/user-record.js';

/** Modal that a bot opened. */
export interface ModalRecord {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly ComponentRecord[];
}

/** How far the bot came with an interaction. */
export type InteractionState = 'waiting' | 'deferred' | 'deferred-update' | 'answered';

/** Interaction from the moment a person caused it. */
export interface InteractionRecord {
  readonly id: Snowflake;
  readonly token: string;
  readonly type: number;
  readonly bot: BotRecord;
  readonly user: UserRecord;
  readonly channel: ChannelRecord;
  readonly createdAtMs: number;
  /** What was asked, in the words of a person. */
  readonly asked: string;
  /** Name of the command. */
  readonly commandName: string | undefined;
  /** Payload as the bot gets it. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** Message whose component was used, also by way of a modal. */
  readonly source: MessageRecord | undefined;
  /** Interaction that opened the modal. */
  readonly trigger: InteractionRecord | undefined;
  state: InteractionState;
  isDeferredEphemeral: boolean;
  original: MessageRecord | undefined;
  /** What the person sees first. */
  shown: MessageRecord | undefined;
  modal: ModalRecord | undefined;
  activity: ActivityInstanceRecord | undefined;
  choices: readonly { readonly name: string; readonly value: string | number }[] | undefined;
  followupCount: number;
}
