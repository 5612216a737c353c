import type { Interaction } from '../interactions/interaction.js';
import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { ModelHost } from '../models/host.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { User } from '../models/user.js';
import type { Snowflake } from '../types/type-tools.js';
import type { InvocationContext } from './handler.js';

/** What checks, cooldowns and hooks can rely on, whatever kind of handler they stand before. */
export interface CheckContext extends InvocationContext {
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
  /** Interaction that is answered, where one is. */
  readonly interaction?: Interaction;
  /** Message that is answered, where one is. */
  readonly message?: Message | undefined;
  /** Bot that was used, as models see it. */
  readonly host?: ModelHost;
}
