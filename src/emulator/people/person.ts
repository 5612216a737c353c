/** Somebody who talks to bots: every method does what Discord's client would let that person do, and no more. */
import { InteractionType } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import { ResolvedData } from '../interactions/resolved-data.js';
import type { UserRecord } from '../world/user-record.js';
import type { ChannelTarget } from './account.js';
import { BotDialogue, commandData, describe, nestOptions } from './bot-dialogue.js';
import { findCommand, offeredCommands } from './command-lookup.js';
import type { FieldValue } from './modal-values.js';
import { fillModal } from './modal-values.js';
import type { OptionValue } from './option-values.js';
import { toSentOptions } from './option-values.js';
import { SeenButton, SeenSelect } from './seen-component.js';
import type { SeenMessage } from './seen-message.js';
import { SeenModal } from './seen-modal.js';
import { chooseValues } from './select-values.js';
import type { Stage } from './stage.js';
import type { Suggestion, SuggestionQuery } from './suggestion.js';
import { suggestFor } from './suggestion.js';
import type { MessageTarget } from './writer.js';
import { Writer } from './writer.js';

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
export class Person extends Writer {
  readonly #dialogue: BotDialogue;

  /** @internal */
  constructor(stage: Stage, user: UserRecord) {
    super(stage, user);
    this.#dialogue = new BotDialogue(stage, user);
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
    const record = this.messageOf(message);
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
}
