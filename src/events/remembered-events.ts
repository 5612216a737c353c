import type { EventName } from './event-map.js';

/** What an event can only be told of when it is cached. */
export interface RememberedEvent {
  /** Kind of record. */
  readonly kind: 'channel' | 'emoji' | 'message' | 'sticker';
  /** Option of the cache that keeps it. */
  readonly option: 'channels' | 'emojis' | 'messages' | 'stickers';
  /** Event that comes for what is not cached as well. */
  readonly instead: EventName;
}

const ofMessages = { kind: 'message', option: 'messages' } as const;
const ofEmojis = { kind: 'emoji', option: 'emojis', instead: 'guildEmojisUpdate' } as const;
const ofStickers = { kind: 'sticker', option: 'stickers', instead: 'guildStickersUpdate' } as const;

/** Events that say how something was, and so come for what is cached alone. */
export const rememberedEvents: Readonly<Record<string, RememberedEvent | undefined>> = {
  emojiCreate: ofEmojis,
  emojiDelete: ofEmojis,
  emojiUpdate: ofEmojis,
  messageDelete: { ...ofMessages, instead: 'rawMessageDelete' },
  messageDeleteBulk: { ...ofMessages, instead: 'rawMessageDeleteBulk' },
  messageReactionRemoveAll: { ...ofMessages, instead: 'rawMessageReactionRemoveAll' },
  stickerCreate: ofStickers,
  stickerDelete: ofStickers,
  stickerUpdate: ofStickers,
  threadDelete: { kind: 'channel', option: 'channels', instead: 'rawThreadDelete' },
};
