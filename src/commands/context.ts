import type { ServiceContainer } from '../di/service-container.js';
import type { ReplyOptions } from '../interactions/reply-options.js';
import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { FileLike, MessageOptions, MessagePayload } from '../models/message-payload.js';
import type { Permissions } from '../models/permissions.js';
import type { User } from '../models/user.js';
import type { InvocationContext } from '../pipeline/handler.js';
import type { Awaitable, Snowflake } from '../types/type-tools.js';

/**
 * What all command contexts have in common, whether the command came as an interaction or as a message.
 *
 * Checks, hooks and hybrid commands are written against it.
 */
export interface Context extends InvocationContext {
  /** User who used it. */
  readonly user: User;
  /** Member who used it; `undefined` outside guilds. */
  readonly member: Member | undefined;
  /** Guild it was used in; `undefined` in direct messages, and where the bot itself is not a member. */
  readonly guild: Guild | undefined;
  /** Id of the guild; `undefined` in direct messages. */
  readonly guildId: Snowflake | undefined;
  /** Channel it was used in, as far as it is known. */
  readonly channel: Channel | undefined;
  /** Id of the channel. */
  readonly channelId: Snowflake | undefined;
  /** Services of this invocation; see {@link servicesOf}. */
  readonly services: ServiceContainer;
  /** What the user may do in the channel. */
  readonly permissions: Permissions;
  /** What the bot may do in the channel. */
  readonly botPermissions: Permissions;
  /** Replies; later replies become follow-ups. `ephemeral` has no effect where a message is answered. */
  reply(payload: MessagePayload, options?: ReplyOptions): Promise<Message>;
  /** {@inheritDoc reply} */
  respond(payload: MessagePayload, options?: ReplyOptions): Promise<Message>;
  /** Says that the answer will come later. */
  defer(options?: ReplyOptions): Promise<void>;
  /** Replies with a file: an upload, or the path of a file. */
  sendFile(file: FileLike, payload?: MessageOptions): Promise<Message>;
  /** Shows that the bot is busy; with `work`, until that has ended, and gives what it gives. */
  typing(): Promise<void>;
  /** Shows that the bot is busy until work has ended, and gives what it gives. */
  typing<T>(work: () => Awaitable<T>): Promise<T>;
  /** Changes the first reply; what is left out stays. */
  edit(payload: MessagePayload): Promise<Message>;
  /** Deletes the first reply. */
  delete(): Promise<void>;
  /** Sends one more message. */
  followUp(payload: MessagePayload, options?: ReplyOptions): Promise<Message>;
}
