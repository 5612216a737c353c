import type {
  APIEmbed,
  APIMessageComponent,
  APIMessageReference,
  APIMessageTopLevelComponent,
  RESTPostAPIChannelMessagesThreadsJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import { Attachment } from './attachment.js';
import { because } from './because.js';
import { cleanContentOf, plainContentOf } from './clean-content.js';
import type { EmojiLike } from './emoji.js';
import { FlagSet } from './flags/flag-set.js';
import type { MessageFlagName } from './flags/flag-tables.js';
import { messageFlags } from './flags/flag-tables.js';
import { findMentions } from './formatting.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { Member } from './member.js';
import { findComponent } from './message-components.js';
import type { MessagePayload } from './message-payload.js';
import { MessageReactions } from './message-reactions.js';
import { MessageSnapshot } from './message-snapshot.js';
import { MessagePoll } from './polls/message-poll.js';
import type { PollResult } from './polls/poll-result.js';
import { pollResultOf } from './polls/poll-result.js';
import type { ChannelRecord, MessageRecord, UserRecord } from './records.js';
import type { Role } from './role.js';
import { editMessage, sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { StickerItem } from './sticker.js';
import { isSystemMessage, systemContentOf } from './system-content.js';
import type { ThreadChannel } from './thread-channel.js';
import type { User } from './user.js';

/** Type of the reference of a forwarded message. */
const FORWARD = 1;

/**
 * Message of any type.
 *
 * May be made of an id alone, by `channel.messages.ref(id)`: then it is empty, and the verbs work all the same.
 *
 * @see https://docs.discord.com/developers/resources/message#message-object
 */
export class Message extends LiveModel<'message'> {
  readonly #author: UserRecord | undefined;
  #seenChanges: number;

  constructor(host: ModelHost, record: MessageRecord, author?: UserRecord, origin?: RecordOrigin) {
    super(host, record, origin, record.channel_id);
    this.#author = author;
    this.#seenChanges = host.records.messageChanges;
  }

  /** Id of the message. */
  get id(): Snowflake {
    return this.raw.id;
  }
  /** Channel that it is in. */
  get channelId(): Snowflake {
    return this.scope;
  }
  /** Guild that it is in; `undefined` in direct messages. */
  get guildId(): Snowflake | undefined {
    return this.raw.guild_id ?? this.host.records.channel(this.channelId)?.guild_id;
  }
  /** Whether nothing but the ids is known. */
  get isPartial(): boolean {
    return this.raw.author === undefined;
  }
  /** Text; empty without the intent `MessageContent`, but for messages that concern the bot. */
  get content(): string {
    return this.raw.content ?? '';
  }
  /** Text as people read it: names in place of mentions, which notify nobody when it is sent again. */
  get cleanContent(): string {
    return cleanContentOf(this);
  }
  /** Same without the marks of formatting. */
  get plainContent(): string {
    return plainContentOf(this);
  }
  /** What it says: the words of the system, or its own content. */
  get systemContent(): string {
    return systemContentOf(this);
  }
  /** Whether Discord itself says it, on behalf of its author. */
  get isSystem(): boolean {
    return isSystemMessage(this);
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
  /** Number of the type, also of types newer than this package. */
  get type(): MessageRecord['type'] {
    return this.raw.type ?? 0;
  }
  /** Flags as bits. */
  get flags(): FlagSet<MessageFlagName> {
    return new FlagSet<MessageFlagName>(messageFlags, this.raw.flags);
  }
  /** Embeds, at most ten. */
  get embeds(): readonly APIEmbed[] {
    return this.raw.embeds ?? [];
  }
  /** Files that came with it. */
  get attachments(): Attachment[] {
    return (this.raw.attachments ?? []).map((record) => new Attachment(this.host, record));
  }
  /** Rows of buttons and selects, or its layout. */
  get components(): readonly APIMessageTopLevelComponent[] {
    return this.raw.components ?? [];
  }
  /** Stickers that it carries. */
  get stickers(): StickerItem[] {
    return (this.raw.sticker_items ?? []).map((record) => new StickerItem(this.host, record));
  }
  /** Users whom it mentions, as far as Discord lists them. */
  get mentions(): User[] {
    return (this.raw.mentions ?? []).map((record) => this.host.models.user(record));
  }
  /** Ids of the users in its text. */
  get mentionedUserIds(): Snowflake[] {
    return findMentions(this.content, 'user');
  }
  /** Roles that it mentions. */
  get mentionedRoleIds(): readonly Snowflake[] {
    return this.raw.mention_roles ?? [];
  }
  /** Cached ones of the roles that it mentions. */
  get mentionedRoles(): Role[] {
    return this.mentionedRoleIds.flatMap((id) => this.guild?.roles.get(id) ?? []);
  }
  /** Ids of the channels in its text. */
  get mentionedChannelIds(): Snowflake[] {
    return findMentions(this.content, 'channel');
  }
  /** Channels that it mentions, as Discord lists them for messages from followed channels. */
  get channelMentions(): NonNullable<MessageRecord['mention_channels']> {
    return this.raw.mention_channels ?? [];
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
  /** Text by which its sender recognises it. */
  get nonce(): MessageRecord['nonce'] {
    return this.raw.nonce;
  }
  /** About where it stands in its thread, which shows where messages were deleted. */
  get position(): number | undefined {
    return this.raw.position;
  }
  /** Id of the webhook that sent it. */
  get webhookId(): Snowflake | undefined {
    return this.raw.webhook_id;
  }
  /** Id of the application that sent it, by an interaction or a webhook. */
  get applicationId(): Snowflake | undefined {
    return this.raw.application_id;
  }
  /** What it replies to or forwards. */
  get reference(): APIMessageReference | undefined {
    return this.raw.message_reference;
  }
  /** Message it replies to, where it is cached or Discord sent it along; none once it is deleted. */
  get referencedMessage(): Message | undefined {
    const { message_reference: reference, referenced_message: sent } = this.raw;
    if (sent) return this.host.models.message(sent);
    if (sent === null || reference?.message_id === undefined) return undefined;
    const cached = this.host.records.message(reference.channel_id, reference.message_id);
    return cached && this.host.models.message(cached);
  }
  /** Whether it replied to a message that is deleted. */
  get isReferenceDeleted(): boolean {
    return this.raw.referenced_message === null;
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
    return new MessageReactions(this.host, this);
  }
  /** Messages that were forwarded in it, each as it was then. */
  get snapshots(): MessageSnapshot[] {
    return (this.raw.message_snapshots ?? []).map(({ message }) => new MessageSnapshot(this.host, message));
  }
  /** Poll that it carries. */
  get poll(): MessagePoll | undefined {
    const { poll } = this.raw;
    return poll && new MessagePoll(this.host, this, poll);
  }
  /** How a poll came out, in the message by which Discord tells. */
  get pollResult(): PollResult | undefined {
    return pollResultOf(this.raw);
  }
  /** Call of a group that it tells of. */
  get call(): MessageRecord['call'] {
    return this.raw.call;
  }
  /** Subscription to roles that it tells of. */
  get roleSubscription(): MessageRecord['role_subscription_data'] {
    return this.raw.role_subscription_data;
  }
  /** Activity that it invites to. */
  get activity(): MessageRecord['activity'] {
    return this.raw.activity;
  }
  /** Interaction that it answers. */
  get interactionMetadata(): MessageRecord['interaction_metadata'] {
    return this.raw.interaction_metadata;
  }
  /** Thread that was begun on it, when known. */
  get thread(): ThreadChannel | undefined {
    const record = this.host.records.channel(this.id) ?? (this.raw.thread as ChannelRecord | undefined);
    return record && (this.host.models.channel(record) as ThreadChannel);
  }
  /** Whether it can be forwarded: not words of the system, polls and calls. */
  get isForwardable(): boolean {
    return (
      !this.isSystem &&
      this.raw.poll === undefined &&
      this.raw.call === undefined &&
      this.activity === undefined
    );
  }

  /** Component by its custom id, or by the number that Discord gave it; those inside others included. */
  component(id: number | string): APIMessageComponent | undefined {
    return findComponent(this.components, id);
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

  /** Hides the previews of links in it, or shows them again; of others' messages with the right to manage them. */
  async suppressEmbeds(isSuppressed = true): Promise<Message> {
    const { channels } = this.host.rest;
    const flags = isSuppressed ? this.flags.with('SuppressEmbeds') : this.flags.without('SuppressEmbeds');
    const body = { flags: flags.bits };
    return this.host.answers.message(await channels.editMessage(this.channelId, this.id, body));
  }

  /** Removes these attachments of a message of the bot's own, by their ids. */
  removeAttachments(...ids: readonly Snowflake[]): Promise<Message> {
    return this.edit({ keepAttachments: this.attachments.filter(({ id }) => !ids.includes(id)) });
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

  /** Reacts with an emoji: a character, `<:name:id>`, or any emoji object. */
  react(emoji: EmojiLike): Promise<void> {
    return this.reactions.add(emoji);
  }

  /** Sends a copy of it to another channel. */
  forward(channelId: Snowflake): Promise<Message> {
    const messageReference = { type: FORWARD, message_id: this.id, channel_id: this.channelId } as const;
    return sendMessage(this.host, channelId, {}, { messageReference });
  }

  /** Publishes a message of an announcement channel to those that follow it. */
  async publish(): Promise<Message> {
    return this.host.answers.message(await this.host.rest.channels.crosspostMessage(this.channelId, this.id));
  }

  /** Begins a thread on it. */
  async startThread(
    body: RESTPostAPIChannelMessagesThreadsJSONBody,
    reason?: string,
  ): Promise<ThreadChannel> {
    const { threads } = this.host.rest;
    const thread = await threads.createFromMessage(this.channelId, this.id, body, because(reason));
    return this.host.answers.channel(thread) as ThreadChannel;
  }

  /** Ends its poll now; only the bot's own. */
  async endPoll(): Promise<Message> {
    return this.host.answers.message(await this.host.rest.polls.end(this.channelId, this.id));
  }

  /** Asks Discord for the message as it is now. */
  async fetch(): Promise<Message> {
    return this.host.answers.message(await this.host.rest.channels.getMessage(this.channelId, this.id));
  }

  protected get kind(): 'message' {
    return 'message';
  }

  /** Looks again only when some cached message has changed since. */
  protected override current(last: MessageRecord): MessageRecord {
    const changes = this.host.records.messageChanges;
    if (changes === this.#seenChanges) return last;
    this.#seenChanges = changes;
    return this.lookUp(last) ?? last;
  }

  protected override lookUp(record: MessageRecord): MessageRecord | undefined {
    return this.host.records.message(record.channel_id, record.id);
  }
}
