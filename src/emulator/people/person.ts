/** Somebody who talks to bots: every method does what Discord's client would let that person do, and no more. */
import { InteractionType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import { ResolvedData } from '../interactions/resolved-data.js';
import type { ChannelRecord } from '../world/channel-record.js';
import { deleteMessage, editMessage } from '../world/message-book.js';
import { PARSE_ALL_MENTIONS } from '../world/message-draft.js';
import type { MessageRecord } from '../world/message-record.js';
import { setVotes } from '../world/poll-votes.js';
import { addReaction, removeReaction } from '../world/reactions.js';
import { publishTyping } from '../world/typing.js';
import type { UserRecord } from '../world/user-record.js';
import type { ChannelTarget } from './account.js';
import { Account } from './account.js';
import { BotDialogue, commandData, describe, nestOptions } from './bot-dialogue.js';
import { findCommand, offeredCommands } from './command-lookup.js';
import type { FieldValue } from './modal-values.js';
import { fillModal } from './modal-values.js';
import type { FileValue, OptionValue } from './option-values.js';
import { toSentOptions } from './option-values.js';
import { SeenButton, SeenSelect } from './seen-component.js';
import { SeenMessage } from './seen-message.js';
import { SeenModal } from './seen-modal.js';
import { chooseValues } from './select-values.js';
import type { Stage } from './stage.js';
import type { Suggestion, SuggestionQuery } from './suggestion.js';
import { suggestFor } from './suggestion.js';
import { checkLength, checkRules, writeAs } from './write-as.js';

/** Message, or its id together with that of its channel. */
export type MessageTarget = SeenMessage | { readonly id: Snowflake; readonly channelId: Snowflake };

/** Message with more than text. */
export interface Saying {
  /** Text, at most 2,000 characters. */
  readonly content?: string;
  /** Files to attach, at most ten. */
  readonly files?: readonly FileValue[];
  /** Message that this one replies to. */
  readonly replyTo?: MessageTarget;
}

/**
 * Acting user.
 *
 * What a person does with a bot (`slash`, `click`, …) resolves with the first answer that this person can see, and
 * rejects with `NoAnswerError` when everything is idle and none came.
 *
 * @example
 * ```ts
 * const reply = await alice.slash(general, 'add', { a: 2, b: 3 });
 * const pressed = await alice.click(reply.button('More'));
 * ```
 */
export class Person extends Account {
  readonly #dialogue: BotDialogue;

  /** @internal */
  constructor(stage: Stage, user: UserRecord) {
    super(stage, user);
    this.#dialogue = new BotDialogue(stage, user);
  }

  /**
   * Writes a message; resolves with it when a bot has answered in that channel, or when everything is idle.
   *
   * `reply` and `replies` of the result are what bots wrote after it.
   *
   * @throws {InvalidInvocationError} when this person may not write there, or not yet because of slowmode.
   * @throws {MessageBlockedError} when the guild's auto moderation blocks it.
   */
  async say(target: ChannelTarget, what: string | Saying): Promise<SeenMessage> {
    const { world, answers } = this.stage;
    const channel = this.channelOf(target);
    const saying: Saying = typeof what === 'string' ? { content: what } : what;
    const isThread = channel.data.type >= 10 && channel.data.type <= 12;
    this.#requireIn(channel, isThread ? P.SendMessagesInThreads : P.SendMessages, 'write');
    const message = writeAs(world, channel, this.user as UserRecord, {
      content: saying.content ?? '',
      files: saying.files ?? [],
      referenced: saying.replyTo && this.#message(saying.replyTo),
    });
    const seen = this.#see(message);
    await answers.until({ find: () => seen.reply, onSilence: () => undefined });
    return seen;
  }

  /**
   * Runs a slash command; sub-commands by their path, as in `'config roles add'`.
   *
   * @throws {InvalidInvocationError} when there is no such command or option, or a value does not fit.
   * @throws {NoAnswerError} when the bot shows no answer.
   */
  async slash(
    target: ChannelTarget,
    name: string,
    options: Readonly<Record<string, OptionValue | undefined>> = {},
  ): Promise<SeenMessage> {
    const { world } = this.stage;
    const channel = this.channelOf(target);
    const found = findCommand({ world, channel, user: this.user as UserRecord, type: 1, name });
    const resolved = new ResolvedData(world, channel, this.id);
    const fullName = [found.command.name, ...found.path].join(' ');
    const sent = nestOptions(found, toSentOptions(fullName, found.options, options, resolved));
    const shown = Object.entries(options).map(([key, value]) => ` ${key}:${describe(value)}`);
    return this.#dialogue.interact(found.bot, channel, `/${fullName}${shown.join('')}`, {
      type: InteractionType.ApplicationCommand,
      commandName: fullName,
      data: {
        ...commandData(found.command),
        ...(sent.length > 0 ? { options: sent } : {}),
        ...resolved.toField(),
      },
    });
  }

  /** Runs a command from the context menu of a user. */
  async userCommand(
    target: ChannelTarget,
    name: string,
    user: { readonly id: Snowflake },
  ): Promise<SeenMessage> {
    const channel = this.channelOf(target);
    const resolved = new ResolvedData(this.stage.world, channel, this.id);
    if (!resolved.addUser(user.id)) throw new InvalidInvocationError(`There is no user ${user.id}.`);
    return this.#dialogue.contextCommand(channel, 2, name, user.id, () => resolved);
  }

  /** Runs a command from the context menu of a message. */
  async messageCommand(message: MessageTarget, name: string): Promise<SeenMessage> {
    const record = this.#message(message);
    const channel = this.channelOf(record.channelId);
    return this.#dialogue.contextCommand(channel, 3, name, record.id, (botId) => {
      const resolved = new ResolvedData(this.stage.world, channel, this.id);
      resolved.addMessage(record, botId);
      return resolved;
    });
  }

  /**
   * Presses a button; resolves with the message that changed, or with the new one.
   *
   * @throws {InvalidInvocationError} when the button is disabled, is a link, or is no longer there.
   */
  async click(button: SeenButton): Promise<SeenMessage> {
    if (!(button instanceof SeenButton)) {
      throw new InvalidInvocationError(
        "This is no button: give one of a message, as message.button('Label').",
      );
    }
    const { label, data, message } = button;
    const asked = `click on "${label || data.custom_id}"`;
    if (button.isDisabled) throw new InvalidInvocationError(`The button "${label}" is disabled.`);
    if (data.custom_id === undefined)
      throw new InvalidInvocationError(`The button "${label}" only opens ${button.url}.`);
    return this.#dialogue.useComponent(message, asked, {
      custom_id: data.custom_id,
      component_type: 2,
      id: data.id,
    });
  }

  /**
   * Chooses in a select menu: labels or values of options, or users, roles and channels by id.
   *
   * @throws {InvalidInvocationError} when a value is not on offer, or too few or too many are chosen.
   */
  async select(select: SeenSelect, ...values: readonly OptionValue[]): Promise<SeenMessage> {
    if (!(select instanceof SeenSelect)) {
      throw new InvalidInvocationError('This is no menu: give one of a message, as message.select().');
    }
    const { data, message } = select;
    if (select.isDisabled) throw new InvalidInvocationError(`The menu "${select.placeholder}" is disabled.`);
    const resolved = new ResolvedData(this.stage.world, this.channelOf(message.channelId), this.id);
    const chosen = chooseValues(data, values, resolved);
    return this.#dialogue.useComponent(message, `choose ${chosen.join(', ')}`, {
      custom_id: data.custom_id,
      component_type: data.type,
      id: data.id,
      values: chosen,
      ...resolved.toField(),
    });
  }

  /**
   * Fills in a modal and submits it; fields by label or custom id.
   *
   * @throws {InvalidInvocationError} when there is no such field, or a value does not fit.
   */
  async submit(
    modal: SeenModal | SeenMessage,
    values: Readonly<Record<string, FieldValue>> = {},
  ): Promise<SeenMessage> {
    const filled = modal instanceof SeenModal ? modal : modal.modal;
    const { interaction } = filled;
    const resolved = new ResolvedData(this.stage.world, interaction.channel, this.id);
    const components = fillModal(filled, values, resolved);
    return this.#dialogue.interact(interaction.bot, interaction.channel, `submit of "${filled.title}"`, {
      type: InteractionType.ModalSubmit,
      source: interaction.source,
      trigger: interaction,
      data: { custom_id: filled.customId, components, ...resolved.toField() },
    });
  }

  /** Types into an option with autocomplete; resolves with what the bot suggests. */
  async suggest(target: ChannelTarget, name: string, query: SuggestionQuery): Promise<readonly Suggestion[]> {
    return suggestFor(this.stage, this.user as UserRecord, this.channelOf(target), name, query);
  }

  /** Names of the slash commands that are offered to this person in a channel. */
  commands(target: ChannelTarget): readonly string[] {
    const channel = this.channelOf(target);
    return offeredCommands({
      world: this.stage.world,
      channel,
      user: this.user as UserRecord,
      type: 1,
      name: '',
    });
  }

  /** Adds a reaction, as in `'👍'` or `'name:id'`. */
  async react(message: MessageTarget, emoji: string): Promise<void> {
    addReaction(this.stage.world, this.#message(message), emoji, this.id);
    await this.idle();
  }

  /** Takes a reaction back. */
  async unreact(message: MessageTarget, emoji: string): Promise<void> {
    removeReaction(this.stage.world, this.#message(message), emoji, this.id);
    await this.idle();
  }

  /**
   * Votes in a poll by the numbers of its answers, instead of what was voted for before; without answers, takes votes back.
   *
   * @throws {InvalidInvocationError} when the message has no open poll, or the poll takes one answer only.
   */
  async vote(message: MessageTarget, ...answerIds: readonly number[]): Promise<void> {
    const record = this.#message(message);
    const { poll } = record;
    if (!poll || poll.isFinalized) throw new InvalidInvocationError(`Message ${record.id} has no open poll.`);
    if (answerIds.length > 1 && !poll.allow_multiselect)
      throw new InvalidInvocationError(`The poll "${poll.question.text}" takes one answer only.`);
    setVotes(this.stage.world, record, this.id, answerIds);
    await this.idle();
  }

  /** Changes one of this person's own messages. */
  async edit(message: MessageTarget, content: string): Promise<SeenMessage> {
    const record = this.#message(message);
    if (record.author.id !== this.id)
      throw new InvalidInvocationError(`${this.name} can edit only own messages.`);
    checkLength(content);
    checkRules(this.stage.world, this.channelOf(record.channelId), this.user as UserRecord, content);
    editMessage(this.stage.world, record, { draft: { content, allowedMentions: PARSE_ALL_MENTIONS } });
    await this.idle();
    return this.#see(record);
  }

  /** Deletes a message: an own one, or any with the permission to manage messages. */
  async delete(message: MessageTarget): Promise<void> {
    const record = this.#message(message);
    if (record.author.id !== this.id)
      this.#requireIn(this.channelOf(record.channelId), P.ManageMessages, 'delete messages');
    deleteMessage(this.stage.world, record);
    await this.idle();
  }

  /** Starts typing. */
  async type(target: ChannelTarget): Promise<void> {
    publishTyping(this.stage.world, this.channelOf(target), this.id);
    await this.idle();
  }

  /** Messages of a channel that this person can see, oldest first. */
  read(target: ChannelTarget): readonly SeenMessage[] {
    const channel = this.channelOf(target);
    return [...channel.messages.values()]
      .filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === this.id)
      .map((message) => this.#see(message));
  }

  /** Channel for direct messages with a bot. */
  directMessages(bot: { readonly id: Snowflake }): { readonly id: Snowflake } {
    return { id: this.stage.world.directChannel(this.id, bot.id).data.id };
  }

  #see(message: MessageRecord): SeenMessage {
    return new SeenMessage(this.stage.world, this.id, message);
  }

  protected override channelOf(target: ChannelTarget): ChannelRecord {
    const id = typeof target === 'string' ? target : target.id;
    const channel = this.stage.world.channels.get(id);
    if (!channel) throw new InvalidInvocationError(`There is no channel ${id}.`);
    this.#requireIn(channel, P.ViewChannel, 'see it');
    return channel;
  }

  #message({ id, channelId }: MessageTarget): MessageRecord {
    const message = this.stage.world.findMessage(channelId, id);
    if (!message) throw new InvalidInvocationError(`There is no message ${id} any more.`);
    return message;
  }

  #requireIn(channel: ChannelRecord, needed: bigint, deed: string): void {
    if (this.stage.world.permissionsIn(channel, this.id) & needed) return;
    const place = channel.data.name === undefined ? 'this channel' : `#${channel.data.name}`;
    throw new InvalidInvocationError(
      `${this.name} may not ${deed} in ${place}: is ${this.name} a member with that permission?`,
    );
  }
}
