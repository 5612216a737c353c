import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { FileUpload } from '../rest/file-upload.js';
import type { Snowflake } from '../types/type-tools.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';

/**
 * Method by which an object (a view, an embed builder) says what it looks like in a message.
 *
 * The host of the sender is handed over: the same view class may be sent by several bots of one process, and each has
 * its own key, state store and list of known views. So `toMessageBody(host, payload, defaults?)` needs the host too.
 */
export const renderMessage: unique symbol = Symbol.for('cogwork.renderMessage') as never;

/** Method called with the message that came of it, once it is sent or edited. */
export const messageSent: unique symbol = Symbol.for('cogwork.messageSent') as never;

/** Files that go with a message. */
export type MessageFiles = readonly FileUpload[];

/** Part of a message that an object renders to; flags are added to those of the message. */
export interface RenderedMessage {
  /** Text of the message. */
  readonly content?: string;
  /** Embeds in Discord's own form. */
  readonly embeds?: readonly object[];
  /** Rows of buttons and selects, or a layout. */
  readonly components?: readonly APIMessageTopLevelComponent[];
  /** Flags as bits. */
  readonly flags?: number;
  /** Files that go with it. An edit puts them in place of those that are there; without a list, those stay. */
  readonly files?: MessageFiles;
}

/**
 * Way to edit a sent message that its own `edit()` cannot reach: ephemeral ones are known to their interaction only.
 */
export type MessageEditor = (payload: MessagePayload) => Promise<Message>;

/**
 * Anything that can be sent as it is: `ctx.reply(view)`, `return new Counter()`.
 *
 * Rooms above implement it, so that replying knows nothing of views.
 */
export interface Renderable {
  /** `editedId` is the message that is to show it, unless it is a new one. */
  [renderMessage](host: ModelHost, editedId?: Snowflake): RenderedMessage | PromiseLike<RenderedMessage>;
  /** Takes note of the message that came of it. */
  [messageSent]?(message: Message, edit?: MessageEditor): void;
}

/** Whether a value renders itself. */
export function isRenderable(value: unknown): value is Renderable {
  return typeof value === 'object' && value !== null && renderMessage in value;
}
