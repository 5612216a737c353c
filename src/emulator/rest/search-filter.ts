/** Which messages a search finds. @see https://docs.discord.com/developers/resources/message#search-guild-messages */
import type { MessageRecord } from '../world/message-record.js';

type Criterion = (message: MessageRecord, values: readonly string[]) => boolean;

const HAS: Readonly<Record<string, (message: MessageRecord) => boolean>> = {
  link: ({ content }) => /https?:\/\//.test(content),
  embed: ({ embeds }) => embeds.length > 0,
  file: ({ attachments }) => attachments.length > 0,
  image: (message) => hasAttachment(message, 'image/'),
  video: (message) => hasAttachment(message, 'video/'),
  sound: (message) => hasAttachment(message, 'audio/'),
  poll: ({ poll }) => poll !== undefined,
  sticker: ({ stickerItems }) => (stickerItems?.length ?? 0) > 0,
  snapshot: ({ snapshots }) => (snapshots?.length ?? 0) > 0,
};

/** Words of a query parameter that a message must fit; one of several values suffices. */
const CRITERIA: Readonly<Record<string, Criterion>> = {
  content: ({ content }, values) => values.some((text) => content.toLowerCase().includes(text.toLowerCase())),
  author_id: ({ author }, values) => values.includes(author.id),
  author_type: (message, values) => anyOf(values, (kind) => kind === authorType(message)),
  mentions: ({ mentionedUserIds }, values) => values.some((id) => mentionedUserIds.includes(id)),
  mentions_role_id: ({ mentionedRoleIds }, values) => values.some((id) => mentionedRoleIds.includes(id)),
  mention_everyone: ({ mentionEveryone }, [value]) => String(mentionEveryone) === value,
  replied_to_message_id: ({ referencedId }, values) => values.includes(referencedId ?? ''),
  min_id: ({ id }, [min]) => BigInt(id) > BigInt(min ?? 0),
  max_id: ({ id }, [max]) => BigInt(id) < BigInt(max ?? 0),
  channel_id: ({ channelId }, values) => values.includes(channelId),
  pinned: ({ pinnedAt }, [value]) => String(pinnedAt !== undefined) === value,
  has: (message, values) => anyOf(values, (kind) => HAS[kind]?.(message) === true),
  link_hostname: ({ content }, values) => values.some((host) => content.includes(`://${host}`)),
  embed_type: ({ embeds }, values) => embeds.some((embed) => values.includes(String(embed.type))),
  embed_provider: ({ embeds }, values) => embeds.some((embed) => values.includes(embed.provider?.name ?? '')),
  attachment_filename: ({ attachments }, values) =>
    attachments.some(({ filename }) => values.some((text) => filename.includes(text))),
  attachment_extension: ({ attachments }, values) =>
    attachments.some(({ filename }) => values.includes(filename.split('.').pop() ?? '')),
};

/** Whether a message fits everything that the query asks for. */
export function fitsSearch(message: MessageRecord, query: URLSearchParams): boolean {
  return Object.entries(CRITERIA).every(([name, fits]) => {
    const values = query.getAll(name).flatMap((text) => (name === 'content' ? [text] : text.split(',')));
    return values.length === 0 || fits(message, values);
  });
}

/** A value with a minus in front excludes. */
function anyOf(values: readonly string[], is: (kind: string) => boolean): boolean {
  const [excluded, wanted] = [true, false].map((isMinus) =>
    values.filter((value) => value.startsWith('-') === isMinus),
  ) as [string[], string[]];
  if (excluded.some((value) => is(value.slice(1)))) return false;
  return wanted.length === 0 || wanted.some(is);
}

function authorType({ author, webhookId }: MessageRecord): string {
  if (webhookId !== undefined) return 'webhook';
  return author.bot ? 'bot' : 'user';
}

function hasAttachment({ attachments }: MessageRecord, type: string): boolean {
  return attachments.some(({ content_type: contentType }) => contentType?.startsWith(type) === true);
}
