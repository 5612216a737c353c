/** What answers do: callbacks, edits of the original, follow-ups. */
import {
  InteractionType as I,
  MessageFlags,
  MessageType,
  InteractionResponseType as R,
} from 'discord-api-types/v10';
import { ApiFailure, invalidForm, unknown } from '../rest/api-failure.js';
import { Form } from '../rest/form.js';
import { readModalComponents } from '../rest/forms/component-form.js';
import { readMessageEdit, readNewMessage, SETTABLE_FLAGS } from '../rest/forms/message-form.js';
import { launchActivity } from '../world/activity-instance.js';
import { editMessage, writeMessage } from '../world/message-book.js';
import type { MessageDraft, UploadedFile } from '../world/message-draft.js';
import { PARSE_USER_MENTIONS, textDraft } from '../world/message-draft.js';
import type { MessageRecord } from '../world/message-record.js';
import type { World } from '../world/world.js';
import type { InteractionDesk } from './interaction-desk.js';
import { cameFromComponent } from './interaction-desk.js';
import { interactionMetadata } from './interaction-metadata.js';
import type { InteractionRecord } from './interaction-record.js';

type Files = ReadonlyMap<string, UploadedFile>;

const VALID_RESPONSES: Readonly<Record<number, readonly number[]>> = {
  [I.Ping]: [R.Pong],
  [I.ApplicationCommand]: [4, 5, 9, 10, 12],
  [I.MessageComponent]: [4, 5, 6, 7, 9, 10, 12],
  [I.ApplicationCommandAutocomplete]: [8],
  [I.ModalSubmit]: [4, 5, 10, 12],
};

/** Applies answers to interactions. */
export class InteractionAnswers {
  readonly #world: World;
  readonly #desk: InteractionDesk;

  constructor(world: World, desk: InteractionDesk) {
    this.#world = world;
    this.#desk = desk;
  }

  /** First answer. Gives the message that it made or changed. */
  respond(interaction: InteractionRecord, body: unknown, files: Files): MessageRecord | undefined {
    const form = Form.of(body);
    const type = form.integer('type', { required: true, oneOf: [1, 4, 5, 6, 7, 8, 9, 10, 12] });
    form.check();
    this.#checkType(interaction, type!);
    if (interaction.state !== 'waiting') {
      throw new ApiFailure(400, 40060, 'Interaction has already been acknowledged.');
    }
    const data = Form.of((body as { data?: unknown }).data, ['data']);
    const message = this.#apply(interaction, type!, data, files);
    this.#desk.notifyChanged();
    return message;
  }

  /** Changes the original answer; after a deferral this is when it appears. */
  editOriginal(interaction: InteractionRecord, body: unknown, files: Files): MessageRecord {
    const original = this.findOriginal(interaction);
    this.editMessage(interaction, original, body, files);
    return original;
  }

  /** Message that `@original` stands for. */
  findOriginal(interaction: InteractionRecord): MessageRecord {
    const original = interaction.original;
    if (!original || original.isDeleted) throw unknown('Message');
    return original;
  }

  /** Changes any message of the interaction. */
  editMessage(interaction: InteractionRecord, message: MessageRecord, body: unknown, files: Files): void {
    const wasLoading = (message.flags & MessageFlags.Loading) !== 0;
    const form = Form.of(body);
    const draft = readMessageEdit(form, {
      world: this.#world,
      channel: interaction.channel,
      files,
      allowedFlags: SETTABLE_FLAGS,
      defaultMentions: PARSE_USER_MENTIONS,
      edited: message,
    });
    editMessage(this.#world, message, { draft, isQuiet: wasLoading });
    if (interaction.state === 'deferred' && message === interaction.original) interaction.state = 'answered';
    interaction.shown ??= message;
    this.#desk.notifyChanged();
  }

  /** Further message; after a deferral the first one becomes the original. */
  followUp(interaction: InteractionRecord, body: unknown, files: Files): MessageRecord {
    if (interaction.state === 'waiting') throw unknown('Webhook');
    if (interaction.state === 'deferred' && interaction.original) {
      return this.editOriginal(interaction, body, files);
    }
    const draft = this.#readMessage(interaction, Form.of(body), files);
    const isEphemeral = (draft.flags & MessageFlags.Ephemeral) !== 0;
    const original = interaction.original;
    interaction.followupCount++;
    const message = writeMessage(this.#world, interaction.channel, interaction.bot.user, draft, {
      ...this.#authorship(interaction, true),
      type: MessageType.Reply,
      ...(original ? { referenced: original, reference: referenceTo(original) } : {}),
      ephemeralFor: isEphemeral ? interaction.user.id : undefined,
    });
    interaction.shown ??= message;
    this.#desk.notifyChanged();
    return message;
  }

  #checkType(interaction: InteractionRecord, type: number): void {
    const isUpdate = type === R.DeferredMessageUpdate || type === R.UpdateMessage;
    const isValid =
      VALID_RESPONSES[interaction.type]?.includes(type) === true ||
      (isUpdate && cameFromComponent(interaction));
    if (!isValid) {
      throw invalidForm(
        ['type'],
        'INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE',
        `An interaction of type ${interaction.type} cannot be answered with callback type ${type}.`,
      );
    }
  }

  #apply(interaction: InteractionRecord, type: number, data: Form, files: Files): MessageRecord | undefined {
    switch (type) {
      case R.ChannelMessageWithSource:
        return this.#reply(interaction, this.#readMessage(interaction, data, files));
      case R.DeferredChannelMessageWithSource:
        return this.#defer(interaction, data);
      case R.DeferredMessageUpdate:
        interaction.original = interaction.source;
        interaction.state = 'deferred-update';
        return undefined;
      case R.UpdateMessage:
        return this.#update(interaction, data, files);
      case R.ApplicationCommandAutocompleteResult:
        return this.#suggest(interaction, data);
      case R.Modal:
        return this.#openModal(interaction, data);
      case R.LaunchActivity:
        interaction.activity = launchActivity(
          this.#world,
          interaction.bot.application.id,
          interaction.channel,
          interaction.user.id,
        );
        interaction.state = 'answered';
        return undefined;
      default:
        interaction.state = 'answered';
        return undefined;
    }
  }

  #reply(interaction: InteractionRecord, draft: MessageDraft): MessageRecord {
    const isEphemeral = (draft.flags & MessageFlags.Ephemeral) !== 0;
    const source = cameFromComponent(interaction) ? interaction.source : undefined;
    const message = writeMessage(this.#world, interaction.channel, interaction.bot.user, draft, {
      ...this.#authorship(interaction),
      type: this.#messageType(interaction),
      ...(source ? { reference: referenceTo(source), referenced: source } : {}),
      ephemeralFor: isEphemeral ? interaction.user.id : undefined,
    });
    interaction.original = message;
    if (interaction.state === 'waiting') interaction.state = 'answered';
    if (!(message.flags & MessageFlags.Loading)) interaction.shown = message;
    return message;
  }

  #defer(interaction: InteractionRecord, data: Form): MessageRecord {
    const ephemeral = (data.integer('flags') ?? 0) & MessageFlags.Ephemeral;
    data.check();
    interaction.isDeferredEphemeral = ephemeral !== 0;
    interaction.state = 'deferred';
    return this.#reply(interaction, { ...textDraft(''), flags: MessageFlags.Loading | ephemeral });
  }

  #update(interaction: InteractionRecord, data: Form, files: Files): MessageRecord {
    const source = interaction.source!;
    const draft = readMessageEdit(data, {
      world: this.#world,
      channel: interaction.channel,
      files,
      allowedFlags: SETTABLE_FLAGS,
      defaultMentions: PARSE_USER_MENTIONS,
      edited: source,
    });
    editMessage(this.#world, source, { draft });
    interaction.original = source;
    interaction.state = 'answered';
    interaction.shown = source;
    return source;
  }

  #suggest(interaction: InteractionRecord, data: Form): undefined {
    const choices = data.list('choices', { required: true, max: 25 })?.map((choice) => ({
      name: choice.string('name', { required: true, min: 1, max: 100 }) ?? '',
      value: choice.raw('value') as string | number,
    }));
    data.check();
    interaction.choices = choices ?? [];
    interaction.state = 'answered';
    return undefined;
  }

  #openModal(interaction: InteractionRecord, data: Form): undefined {
    const customId = data.string('custom_id', { required: true, min: 1, max: 100 });
    const title = data.string('title', { required: true, min: 1, max: 45 });
    const components = readModalComponents(data);
    data.check();
    interaction.modal = { customId: customId!, title: title!, components: components! };
    interaction.state = 'answered';
    return undefined;
  }

  #readMessage(interaction: InteractionRecord, form: Form, files: Files): MessageDraft {
    const draft = readNewMessage(form, {
      world: this.#world,
      channel: interaction.channel,
      files,
      allowedFlags: SETTABLE_FLAGS | MessageFlags.Ephemeral,
      defaultMentions: PARSE_USER_MENTIONS,
    });
    return { ...draft, allowedMentions: { ...draft.allowedMentions, repliedUser: false } };
  }

  #messageType(interaction: InteractionRecord): number {
    if (interaction.type !== I.ApplicationCommand) return MessageType.Reply;
    const { type } = interaction.payload['data'] as { type: number };
    return type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
  }

  #authorship(interaction: InteractionRecord, isFurther = false): Parameters<typeof writeMessage>[4] {
    const { id, type, user, commandName: name } = interaction;
    return {
      applicationId: interaction.bot.application.id,
      webhookId: interaction.bot.application.id,
      interactionMetadata: interactionMetadata(this.#world, interaction, isFurther),
      ...(name === undefined ? {} : { interaction: { id, type, name, user } }),
    };
  }
}

function referenceTo(message: MessageRecord): NonNullable<MessageRecord['reference']> {
  return {
    type: 0,
    channel_id: message.channelId,
    message_id: message.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
  };
}
