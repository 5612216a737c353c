import type { Snowflake } from '../../types/type-tools.js';
import type { BotRecord } from './bot-record.js';
import type { MessageRecord } from './message-record.js';

/** Something that happened and that gateways may tell. */
export interface WorldDispatch {
  /** Name of the gateway event, as in `MESSAGE_CREATE`. */
  readonly name: string;
  /** Payload, or what makes it for one bot, with or without the message-content intent; `undefined` says nothing to it. */
  readonly data: object | ((bot: BotRecord, mayReadContent: boolean) => object | undefined);
  /** Guild in which it happened; only its members hear of it. */
  readonly guildId?: Snowflake | undefined;
  /** Channel in which it happened; only who can see it hears of it. */
  readonly channelId?: Snowflake | undefined;
  /** Only this bot hears of it. */
  readonly botId?: Snowflake;
  /** Message of the event: its content is withheld from bots without the right to read it. */
  readonly message?: MessageRecord;
  /** Intent bits instead of those that go with the name; 0 asks for none. */
  readonly intents?: number;
}

/** Hears of everything that happens in the world, in order. */
export type WorldListener = (dispatch: WorldDispatch) => void;
