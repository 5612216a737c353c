import type { APIEmbed } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { AttachmentRecord, ComponentRecord } from './message-record.js';
import type { PollRecord } from './poll-record.js';

/** Who may be pinged by a message. @see https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export interface AllowedMentions {
  readonly parse: readonly string[];
  readonly users: readonly Snowflake[];
  readonly roles: readonly Snowflake[];
  readonly repliedUser: boolean;
}

/** File that comes with a message. */
export interface UploadedFile {
  readonly filename: string;
  readonly contentType: string | undefined;
  readonly bytes: Buffer;
}

/** What the sender says about a file, or about an attachment to keep. */
export interface AttachmentDraft {
  readonly id: string;
  readonly filename?: string;
  readonly title?: string;
  readonly description?: string;
  readonly isSpoiler?: boolean;
  readonly durationSecs?: number;
  readonly waveform?: string;
}

/** Checked content of a message that is about to be sent. */
export interface MessageDraft {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly ComponentRecord[];
  readonly attachments: readonly AttachmentRecord[];
  readonly flags: number;
  readonly tts: boolean;
  readonly allowedMentions: AllowedMentions;
  readonly nonce?: string | number | undefined;
  readonly poll?: PollRecord | undefined;
  readonly stickerItems?: { id: Snowflake; name: string; format_type: number }[] | undefined;
}

/** Mentions of everybody, as ordinary messages have them. */
export const PARSE_ALL_MENTIONS: AllowedMentions = {
  parse: ['users', 'roles', 'everyone'],
  users: [],
  roles: [],
  repliedUser: true,
};

/** Mentions of users only, as interactions and webhooks have them. */
export const PARSE_USER_MENTIONS: AllowedMentions = {
  parse: ['users'],
  users: [],
  roles: [],
  repliedUser: true,
};

/** Plain text as a draft. */
export function textDraft(content: string): MessageDraft {
  return {
    content,
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    tts: false,
    allowedMentions: PARSE_ALL_MENTIONS,
  };
}
