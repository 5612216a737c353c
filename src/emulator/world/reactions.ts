/** Reactions on messages. @see https://docs.discord.com/developers/resources/message#reaction-object */
import type { Snowflake } from '../../types/type-tools.js';
import { guildThings } from './guild-record.js';
import type { MessageRecord, ReactionRecord } from './message-record.js';
import type { World } from './world.js';

/** Emoji from the form that paths use: a character, or `name:id`. */
export function parseEmoji(world: World, text: string): ReactionRecord['emoji'] | undefined {
  const custom = /^(?:a:)?(\w+):(\d{17,20})$/.exec(text.replace(/^<|>$/g, '').replace(/^:/, ''));
  if (!custom)
    return /\p{Extended_Pictographic}|\p{Regional_Indicator}|^[#*\d]\ufe0f?\u20e3$/u.test(text)
      ? { id: null, name: text }
      : undefined;
  for (const guild of world.guilds.values()) {
    const emoji = guildThings(guild, 'emojis').get(custom[2]!);
    if (emoji) return { id: custom[2]!, name: String(emoji['name']), animated: emoji['animated'] === true };
  }
  const own = world.thingsOf('application-emojis').get(custom[2]!);
  return own ? { id: custom[2]!, name: String(own['name']), animated: own['animated'] === true } : undefined;
}

export function findReaction(
  message: MessageRecord,
  emoji: ReactionRecord['emoji'],
): ReactionRecord | undefined {
  return message.reactions.find(
    (reaction) => reaction.emoji.id === emoji.id && (emoji.id !== null || reaction.emoji.name === emoji.name),
  );
}

/** Adds a reaction and tells everybody; false when the emoji does not exist. */
export function addReaction(world: World, message: MessageRecord, text: string, userId: Snowflake): boolean {
  const emoji = parseEmoji(world, text);
  if (!emoji) return false;
  const reaction = findReaction(message, emoji) ?? { emoji, userIds: new Set<Snowflake>() };
  if (!message.reactions.includes(reaction)) message.reactions.push(reaction);
  if (reaction.userIds.has(userId)) return true;
  reaction.userIds.add(userId);
  const member =
    message.guildId === undefined ? undefined : world.guilds.get(message.guildId)?.members.get(userId);
  world.publish({
    name: 'MESSAGE_REACTION_ADD',
    data: {
      ...reactionEvent(message, userId, emoji),
      ...(member ? { member } : {}),
      message_author_id: message.author.id,
    },
    guildId: message.guildId,
    channelId: message.channelId,
  });
  return true;
}

/** Takes one person's reaction away and tells everybody. */
export function removeReaction(
  world: World,
  message: MessageRecord,
  text: string,
  userId: Snowflake,
): boolean {
  const emoji = parseEmoji(world, text);
  const reaction = emoji && findReaction(message, emoji);
  if (!emoji || !reaction?.userIds.delete(userId)) return false;
  if (reaction.userIds.size === 0) message.reactions.splice(message.reactions.indexOf(reaction), 1);
  world.publish({
    name: 'MESSAGE_REACTION_REMOVE',
    data: reactionEvent(message, userId, emoji),
    guildId: message.guildId,
    channelId: message.channelId,
  });
  return true;
}

function reactionEvent(
  message: MessageRecord,
  userId: Snowflake,
  emoji: ReactionRecord['emoji'],
): Record<string, unknown> {
  return {
    user_id: userId,
    channel_id: message.channelId,
    message_id: message.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
    emoji,
    burst: false,
    type: 0,
  };
}
