import { DirectMessageOnlyError } from '../../errors/direct-message-only-error.js';
import { GuildOnlyError } from '../../errors/guild-only-error.js';
import { NsfwChannelRequiredError } from '../../errors/nsfw-channel-required-error.js';
import type { CheckFunction } from './check-like.js';

/** Check that it is used in a guild. */
export const guildOnly: CheckFunction = ({ guildId }) => {
  if (guildId === undefined) throw new GuildOnlyError();
};

/** Check that it is used outside guilds. */
export const directMessageOnly: CheckFunction = ({ guildId }) => {
  if (guildId !== undefined) throw new DirectMessageOnlyError();
};

/** Check that it is used in an age-restricted channel; passes in direct messages. */
export const nsfwOnly: CheckFunction = ({ guildId, channel }) => {
  if (guildId !== undefined && !channel?.raw.nsfw) throw new NsfwChannelRequiredError();
};
