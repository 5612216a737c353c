import { BaseGuildTextChannel } from './base-guild-text-channel.js';

/** Text channel of a guild. @see https://docs.discord.com/developers/resources/channel#channel-object */
export class TextChannel extends BaseGuildTextChannel {}
