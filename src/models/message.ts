import type {
  APIEmbed,
  APIMessageReference,
  APIMessageTopLevelComponent,
  RESTPostAPIChannelMessagesThreadsJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { because } from './because.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { Member } from './member.js';
import type { MessagePayload } from './message-payload.js';
import { MessageReactions } from './message-reactions.js';
import type { AttachmentRecord, MessageRecord, UserRecord } from './records.js';
import { editMessage, sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import type { ThreadChannel } from './thread-channel.js';
import type { User } from './user.js';

/** Message of any type. @see https://docs.discord.com/developers/resources/message#message-object */
export class Message {
  /** Bot that sees it. @internal */
  protected readonly host: ModelHost;
  readonly #author: UserRecord | undefined;
  readonly #isSnapshot: boolean;
  #record: MessageRecord;
  #seenChanges: number;

  constructor(
    host: ModelHost,
    record: MessageRecord,
    author?: UserRecord,
    options: { readonly isSnapshot?: boolean } = {},
  ) {
    this.host = host;
    this.#record = record;
    this.#author = author;
    this.#isSnapshot = options.isSnapshot ?? false;
    this.#seenChanges = host.records.messageChanges;
  }

  /** Record in Discord's own names, for fields that have no property here. */
  get raw(): MessageRecord {
    const changes = this.host.records.messageChanges;
    if (changes === this.#seenChanges || this.#isSnapshot) return this.#record;
    this.#seenChanges = changes;
    this.#record = this.host.records.message(this.#record.channel_id, this.#record.id) ?? this.#record;
    return this.#record;
  }

  /** Id of the message. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Channel that it is in. */
  get channelId(): Snowflake {
    return this.raw.channel_id;
  }
  /** Guild that it is in; `undefined` in direct messages. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id ?? this.host.records.channel(this.channelId)?.guild_id;
  }
  /** Text; empty without the intent `MessageContent`, but for messages that concern the bot. */
  get content(): string {
    return this.raw.content;
  }
  /** User who wrote it; for webhooks a user of the webhook's name. */
  get author(): User {
    const { author } = this.raw;
    return this.host.models.user(this.#author ?? this.host.records.user(author.id) ?? author);
  }
  /** Author as a member of the guild; `undefined` in direct messages and for webhooks. */
  get member(): Member | undefined {
    const { guildId } = this;
    if (guildId === undefined) return undefined;
    const { author, member } = this.raw;
    const cached = this.host.records.member(guildId, author.id);
    if (cached) return this.host.models.member(guildId, cached);
    return member && this.host.models.member(guildId, { ...member, user: author });
  }
  /** Guild that it is in; `undefined` in direct messages. */
  get guild(): Guild | undefined {
    const { guildId } = this;
    return guildId === undefined ? undefined : this.host.models.guildRef(guildId);
  }
  /** Channel it stands in; known by its id only when it is not cached. */
  get channel(): SendableChannel {
    const { channelId, guildId } = this;
    const record = this.host.records.channel(channelId) ?? {
      id: channelId,
      type: guildId === undefined ? 1 : 0,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    };
    return this.host.models.channel(record) as SendableChannel;
  }
  /**
   * Kind of message: 0 ordinary, 19 reply, 20 slash command, others for what Discord itself says, as in
   * `MessageType`.
   */
  get type(): MessageRecord['type'] {
    return this.raw.type;
  }
  /** Flags as bits. */
  get flags(): number {
    return this.raw.flags ?? 0;
  }
  /** Embeds, at most ten. */
  get embeds(): readonly APIEmbed[] {
    return this.raw.embeds ?? [];
  }
  /** Files that came with it. */
  get attachments(): readonly AttachmentRecord[] {
    return this.raw.attachments ?? [];
  }
  /** Rows of buttons and selects, or its layout. */
  get components(): readonly APIMessageTopLevelComponent[] {
    return this.raw.components ?? [];
  }
  /** Users whom it mentions. */
  get mentions(): User[] {
    return (this.raw.mentions ?? []).map((record) => this.host.models.user(record));
  }
  /** Roles that it mentions. */
  get mentionedRoleIds(): readonly Snowflake[] {
    return this.raw.mention_roles ?? [];
  }
  /** Whether it notifies everybody. */
  get mentionsEveryone(): boolean {
    return this.raw.mention_everyone ?? false;
  }
  /** Whether it is pinned. */
  get pinned(): boolean {
    return this.raw.pinned ?? false;
  }
  /** Whether clients read it aloud. */
  get tts(): boolean {
    return this.raw.tts ?? false;
  }
  /** Id of the webhook that sent it. */
  get webhookId(): Snowflake | undefined {
    return this.raw.webhook_id;
  }
  /** What it replies to or forwards. */
  get reference(): APIMessageReference | undefined {
    return this.raw.message_reference;
  }
  /** Message it replies to, where Discord sent it along. */
  get referencedMessage(): Message | undefined {
    const record = this.raw.referenced_message;
    return record ? this.host.models.message(record) : undefined;
  }
  /** When it was written, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.id);
  }
  /** When it was written. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }
  /** When it was last edited. */
  get editedAt(): Date | undefined {
    return this.raw.edited_timestamp ? new Date(this.raw.edited_timestamp) : undefined;
  }
  /** Whether the bot itself wrote it. */
  get isOwn(): boolean {
    return this.raw.author.id === this.host.selfId;
  }
  /** Address that opens the message in Discord. */
  get url(): string {
    return `https://discord.com/channels/${this.guildId ?? '@me'}/${this.channelId}/${this.id}`;
  }

  /** Reactions: adding, removing, who reacted. */
  get reactions(): MessageReactions {
    return new MessageReactions(this.host, this.raw);
  }
  /** Messages that were forwarded in it, each as it was then. */
  get snapshots(): NonNullable<MessageRecord['message_snapshots']> {
    return this.raw.message_snapshots ?? [];
  }
  /** Poll that it carries. */
  get poll(): MessageRecord['poll'] {
    return this.raw.poll;
  }
  /** Stickers that it carries. */
  get stickers(): NonNullable<MessageRecord['sticker_items']> {
    return this.raw.sticker_items ?? [];
  }
  /** Interaction that it answers. */
  get interactionMetadata(): MessageRecord['interaction_metadata'] {
    return this.raw.interaction_metadata;
  }

  /** Answers with a reference to this message. */
  reply(payload: MessagePayload): Promise<Message> {
    const messageReference = { message_id: this.id, fail_if_not_exists: false };
    return sendMessage(this.host, this.channelId, payload, { messageReference });
  }

  /** Edits the message, which the bot must have sent. */
  edit(payload: MessagePayload): Promise<Message> {
    return editMessage(this.host, this.raw, payload);
  }

  /** Deletes the message. */
  delete(reason?: string): Promise<void> {
    return this.host.rest.channels.deleteMessage(this.channelId, this.id, because(reason));
  }

  /** Pins the message. */
  pin(reason?: string): Promise<void> {
    return this.host.rest.pins.add(this.channelId, this.id, because(reason));
  }

  /** Unpins the message. */
  unpin(reason?: string): Promise<void> {
    return this.host.rest.pins.remove(this.channelId, this.id, because(reason));
  }

  /** Reacts with an emoji: a character, or `name:id` of one of a guild. */
  react(emoji: string): Promise<void> {
    return this.reactions.add(emoji);
  }

  /** Sends a copy of it to another channel. */
  forward(channelId: Snowflake): Promise<Message> {
    const messageReference = { type: 1, message_id: this.id, channel_id: this.channelId } as const;
    return sendMessage(this.host, channelId, {}, { messageReference });
  }

  /** Publishes a message of an announcement channel to those that follow it. */
  async publish(): Promise<Message> {
    return this.host.models.message(await this.host.rest.channels.crosspostMessage(this.channelId, this.id));
  }

  /** Begins a thread on it. */
  async startThread(
    body: RESTPostAPIChannelMessagesThreadsJSONBody,
    reason?: string,
  ): Promise<ThreadChannel> {
    const thread = await this.host.rest.threads.createFromMessage(
      this.channelId,
      this.id,
      body,
      because(reason),
    );
    return this.host.models.channel(thread) as ThreadChannel;
  }

  /** Ends its poll now; only the bot's own. */
  async endPoll(): Promise<Message> {
    return this.host.models.message(await this.host.rest.polls.end(this.channelId, this.id));
  }

  /** Asks Discord for the message as it is now. */
  async fetch(): Promise<Message> {
    return this.host.models.message(await this.host.rest.channels.getMessage(this.channelId, this.id));
  }
}
