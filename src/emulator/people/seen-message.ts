import type { APIEmbed } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import type { InteractionRecord } from '../interactions/interaction-record.js';
import { flattenComponents } from '../world/message-book.js';
import type { AttachmentRecord, ComponentRecord, MessageRecord } from '../world/message-record.js';
import type { World } from '../world/world.js';
import { SeenButton, SeenSelect } from './seen-component.js';
import { SeenModal } from './seen-modal.js';

const BUTTON = 2;
const SELECTS: readonly number[] = [3, 5, 6, 7, 8];

/**
 * Message, or opened modal, as one person sees it.
 *
 * The view is live: it shows later edits, and `isDeleted` tells when the message is gone.
 */
export class SeenMessage {
  readonly #world: World;
  readonly #viewerId: Snowflake;
  readonly #message: MessageRecord | undefined;
  readonly #interaction: InteractionRecord | undefined;

  /** @internal */
  constructor(world: World, viewerId: Snowflake, message?: MessageRecord, interaction?: InteractionRecord) {
    this.#world = world;
    this.#viewerId = viewerId;
    this.#message = message;
    this.#interaction = interaction;
  }

  /** Id of the message. */
  get id(): Snowflake {
    return this.#record.id;
  }

  /** Channel that it is in. */
  get channelId(): Snowflake {
    return this.#record.channelId;
  }

  /** Text of the message; empty for embeds and components alone. */
  get content(): string {
    return this.#record.content;
  }

  /** Everything that can be read: the content, text displays and embeds, line by line. */
  get text(): string {
    const displays = flattenComponents(this.components).flatMap(({ type, content }) =>
      type === 10 ? [content ?? ''] : [],
    );
    const embeds = this.embeds.flatMap(({ title, description, fields }) => [
      title ?? '',
      description ?? '',
      ...(fields ?? []).map(({ name, value }) => `${name}: ${value}`),
    ]);
    return [this.content, ...displays, ...embeds].filter((line) => line !== '').join('\n');
  }

  /** Embeds as Discord sends them. */
  get embeds(): readonly APIEmbed[] {
    return this.#record.embeds;
  }

  /** Top-level components as Discord sends them. */
  get components(): readonly ComponentRecord[] {
    return this.#record.components;
  }

  /** Files of the message. */
  get attachments(): readonly AttachmentRecord[] {
    return this.#record.attachments;
  }

  /** Name of who wrote it, as shown in the client. */
  get author(): string {
    const { author, guildId } = this.#record;
    const nick =
      guildId === undefined ? undefined : this.#world.guilds.get(guildId)?.members.get(author.id)?.nick;
    return nick ?? author.global_name ?? author.username;
  }

  /** Id of who wrote it. */
  get authorId(): Snowflake {
    return this.#record.author.id;
  }

  /** Whether only this person sees it. */
  get ephemeral(): boolean {
    return this.#record.ephemeralFor !== undefined;
  }

  /** Whether it was edited after it was sent. */
  get edited(): boolean {
    return this.#record.editedTimestamp !== null;
  }

  /** Whether it is pinned. */
  get pinned(): boolean {
    return this.#record.pinnedAt !== undefined;
  }

  /** Whether it is gone. */
  get isDeleted(): boolean {
    return this.#record.isDeleted;
  }

  /** Whether the bot has deferred its answer and sent nothing yet. */
  get isLoading(): boolean {
    return (this.#record.flags & 128) !== 0;
  }

  /** Id of the message that this one replies to. */
  get repliesTo(): Snowflake | undefined {
    return this.#record.referencedId;
  }

  /** Reactions by emoji, with their count. */
  get reactions(): ReadonlyMap<string, number> {
    return new Map(this.#record.reactions.map(({ emoji, userIds }) => [emoji.name, userIds.size]));
  }

  /** Buttons of the message, in reading order. */
  get buttons(): readonly SeenButton[] {
    return this.#find((type) => type === BUTTON).map((data) => new SeenButton(this.#record, data));
  }

  /** Select menus of the message, in reading order. */
  get selects(): readonly SeenSelect[] {
    return this.#find((type) => SELECTS.includes(type)).map((data) => new SeenSelect(this.#record, data));
  }

  /**
   * Button with that label or custom id.
   *
   * @throws {InvalidInvocationError} when there is none; lists the buttons that are there.
   */
  button(labelOrCustomId: string): SeenButton {
    const found = this.buttons.find(
      ({ label, customId }) => label === labelOrCustomId || customId === labelOrCustomId,
    );
    if (found) return found;
    const labels = this.buttons.map(({ label, customId }) => `"${label || customId}"`);
    throw new InvalidInvocationError(
      `The message "${this.content}" has no button "${labelOrCustomId}".`,
      labels,
    );
  }

  /**
   * Select menu with that placeholder or custom id; without an argument, the only one.
   *
   * @throws {InvalidInvocationError} when there is none, or no argument and several.
   */
  select(placeholderOrCustomId?: string): SeenSelect {
    const { selects } = this;
    if (placeholderOrCustomId === undefined && selects.length === 1) return selects[0]!;
    const found = selects.find(
      ({ placeholder, customId }) =>
        placeholder === placeholderOrCustomId || customId === placeholderOrCustomId,
    );
    if (found) return found;
    const names = selects.map(({ placeholder, customId }) => `"${placeholder || customId}"`);
    const asked =
      placeholderOrCustomId === undefined
        ? 'exactly one select menu'
        : `a select menu "${placeholderOrCustomId}"`;
    throw new InvalidInvocationError(`The message "${this.content}" does not have ${asked}.`, names);
  }

  /** Whether the bot opened a modal instead of writing a message. */
  get isModal(): boolean {
    return this.#interaction?.modal !== undefined && this.#message === undefined;
  }

  /**
   * Modal that the bot opened.
   *
   * @throws {InvalidInvocationError} when it wrote a message instead.
   */
  get modal(): SeenModal {
    if (this.#interaction?.modal) return new SeenModal(this.#interaction, this.#interaction.modal);
    throw new InvalidInvocationError(`The bot did not open a modal: it wrote "${this.content}".`);
  }

  /** First message that a bot wrote in the same channel after this one; `undefined` as long as there is none. */
  get reply(): SeenMessage | undefined {
    return this.replies[0];
  }

  /** All messages that bots wrote in the same channel after this one, as far as this person sees them. */
  get replies(): readonly SeenMessage[] {
    const { channelId, id } = this.#record;
    const later = [...(this.#world.channels.get(channelId)?.messages.values() ?? [])].filter(
      (message) => BigInt(message.id) > BigInt(id) && message.author.bot === true && this.#sees(message),
    );
    return later.map((message) => new SeenMessage(this.#world, this.#viewerId, message));
  }

  /** Shows what a failed comparison needs. */
  toJSON(): Record<string, unknown> {
    if (this.isModal) return { modal: this.modal.title };
    const { id, content, author, ephemeral, embeds, components } = this;
    return { id, author, content, ephemeral, embeds, components };
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(this, summaryOf(this), options, inspect);
  }

  get #record(): MessageRecord {
    if (this.#message) return this.#message;
    throw new InvalidInvocationError(
      `The bot opened the modal "${this.#interaction?.modal?.title}" and wrote no message: look at .modal, and fill it in with submit().`,
    );
  }

  #sees({ ephemeralFor }: MessageRecord): boolean {
    return ephemeralFor === undefined || ephemeralFor === this.#viewerId;
  }

  #find(wanted: (type: number) => boolean): ComponentRecord[] {
    return flattenComponents(this.components).filter(({ type }) => wanted(type));
  }
}

/** What a person would tell of a message: only what there is of it. */
function summaryOf(message: SeenMessage): Record<string, unknown> {
  if (message.isModal) return message.modal.toJSON();
  const { attachments, author, content, text } = message;
  return {
    author,
    content,
    ...(text === content ? {} : { text }),
    ...filled('buttons', message.buttons.map(nameOfButton)),
    ...filled(
      'selects',
      message.selects.map(({ customId, placeholder }) => placeholder || customId),
    ),
    ...filled(
      'attachments',
      attachments.map(({ filename }) => filename),
    ),
    ...filled('reactions', [...message.reactions.keys()]),
    ...(message.ephemeral ? { ephemeral: true } : {}),
    ...(message.isDeleted ? { isDeleted: true } : {}),
  };
}

function nameOfButton({ customId, isDisabled, label }: SeenButton): string {
  return `${label || customId}${isDisabled ? ' (disabled)' : ''}`;
}

function filled(name: string, list: readonly unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [name]: list };
}
