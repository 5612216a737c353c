import type { APIEmbed, APIMessageSnapshot, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { Attachment } from './attachment.js';
import { FlagSet } from './flags/flag-set.js';
import type { MessageFlagName } from './flags/flag-tables.js';
import { messageFlags } from './flags/flag-tables.js';
import { Model } from './model.js';
import { StickerItem } from './sticker.js';
import type { User } from './user.js';

/** Message as it was when it was forwarded; Discord does not tell who wrote it. @see https://docs.discord.com/developers/resources/message#message-snapshot-object */
export class MessageSnapshot extends Model<Readonly<APIMessageSnapshot['message']>> {
  /** Text at that moment. */
  get content(): string {
    return this.raw.content;
  }
  /** Number of its type. */
  get type(): APIMessageSnapshot['message']['type'] {
    return this.raw.type;
  }
  /** Embeds that it had. */
  get embeds(): readonly APIEmbed[] {
    return this.raw.embeds;
  }
  /** Files that it had. */
  get attachments(): Attachment[] {
    return this.raw.attachments.map((record) => new Attachment(this.host, record));
  }
  /** Buttons, selects or layout that it had. */
  get components(): readonly APIMessageTopLevelComponent[] {
    return this.raw.components ?? [];
  }
  /** Stickers that it had. */
  get stickers(): StickerItem[] {
    return (this.raw.sticker_items ?? []).map((record) => new StickerItem(this.host, record));
  }
  /** Its flags, as in `snapshot.flags.has('SuppressEmbeds')`. */
  get flags(): FlagSet<MessageFlagName> {
    return new FlagSet<MessageFlagName>(messageFlags, this.raw.flags);
  }
  /** Users whom it mentioned. */
  get mentions(): User[] {
    return (this.raw.mentions ?? []).map((record) => this.host.models.user(record));
  }
  /** Roles that it mentioned. */
  get mentionedRoleIds(): readonly Snowflake[] {
    return this.raw.mention_roles ?? [];
  }
  /** When the original was written. */
  get createdAt(): Date {
    return new Date(this.raw.timestamp);
  }
  /** When the original had last been edited. */
  get editedAt(): Date | undefined {
    return this.raw.edited_timestamp ? new Date(this.raw.edited_timestamp) : undefined;
  }
}
