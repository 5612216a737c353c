import { removeMarkdown } from './formatting.js';
import type { Message } from './message.js';

/**
 * Text of a message as people read it: names in place of mentions, and nobody would be notified by sending it again.
 *
 * Who is not known keeps the mention that Discord shows for it.
 */
export function cleanContentOf(message: Message): string {
  const { guild } = message;
  const userName = (id: string): string | undefined => {
    const nick = guild?.members.get(id)?.displayName;
    return nick ?? message.mentions.find((user) => user.id === id)?.displayName;
  };
  return message.content
    .replace(/<@!?(\d{15,20})>/g, (_all, id: string) => `@${userName(id) ?? 'deleted-user'}`)
    .replace(/<@&(\d{15,20})>/g, (_all, id: string) => `@${guild?.roles.get(id)?.name ?? 'deleted-role'}`)
    .replace(/<#(\d{15,20})>/g, (_all, id: string) => `#${nameOfChannel(message, id) ?? 'deleted-channel'}`)
    .replace(/<\/([^:>]{1,100}):\d{15,20}>/g, (_all, command: string) => `/${command}`)
    .replace(/<a?(:\w{1,32}:)\d{15,20}>/g, (_all, emoji: string) => emoji)
    .replace(/@(?=everyone\b|here\b)/g, '@\u200b');
}

/** Same without the marks of formatting. */
export function plainContentOf(message: Message): string {
  return removeMarkdown(cleanContentOf(message));
}

function nameOfChannel(message: Message, id: string): string | undefined {
  return (
    message.guild?.channels.get(id)?.raw.name ??
    message.channelMentions.find((named) => named.id === id)?.name
  );
}
