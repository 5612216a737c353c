import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { InvalidComponentError } from '../errors/invalid-component-error.js';
import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { FileLike, MessageOptions, MessagePayload } from '../models/message-payload.js';
import { toUpload } from '../models/message-payload.js';
import type { User } from '../models/user.js';
import type { Awaitable, Constructor, Snowflake } from '../types/type-tools.js';
import type { Interaction } from './interaction.js';
import type { InteractionResponder } from './interaction-responder.js';
import { keepTyping } from './keep-typing.js';
import type { AskOptions, ModalFields, OpenModalOptions } from './modal-asker.js';
import { modalAskerOf } from './modal-asker.js';
import type { ReplyOptions, SilentReplyOptions } from './reply-options.js';

/** Modal in Discord's own form, or an object that turns into it. */
export type ModalJson =
  | APIModalInteractionResponseCallbackData
  | { toJSON(): APIModalInteractionResponseCallbackData };

/** Submitted modal: its values, and the context to answer it with. */
export interface ModalAnswer<T> {
  /** What was entered, as an instance of the modal's class. */
  readonly values: T;
  /** Context to answer the submission with. */
  readonly ctx: ModalContext;
}

/** What every handler of an interaction gets first: who used it, where, and the ways to answer. */
export abstract class InteractionContext {
  /** Interaction that is handled. */
  readonly interaction: Interaction;
  readonly #atEnd: Array<() => Promise<unknown>> = [];

  /** @internal */
  constructor(interaction: Interaction) {
    this.interaction = interaction;
  }

  /** Sends the answers; knows what has been said so far. */
  get responder(): InteractionResponder {
    return this.interaction.responder;
  }

  /** Id of the interaction. */
  get invocationId(): string {
    return this.interaction.id;
  }

  /** User who used it. */
  get user(): User {
    return this.interaction.user;
  }

  /** Member who used it; `undefined` outside guilds. */
  get member(): Member | undefined {
    return this.interaction.member;
  }

  /** Guild from memory; `undefined` outside guilds and where the bot itself is not a member. */
  get guild(): Guild | undefined {
    return this.interaction.guild;
  }

  /** Id of the guild; `undefined` outside guilds. */
  get guildId(): Snowflake | undefined {
    return this.interaction.guildId;
  }

  /** Channel it was used in, as far as it is known. */
  get channel(): Channel | undefined {
    return this.interaction.channel;
  }

  /** Id of the channel. */
  get channelId(): Snowflake | undefined {
    return this.interaction.channelId;
  }

  /** Language of the user, such as `de` or `en-GB`. */
  get locale(): string {
    return this.interaction.locale;
  }

  /**
   * Replies with a text, a view or a message; the second reply to one interaction is a follow-up by itself.
   *
   * @throws {InteractionExpiredError} when nothing was answered within 3 seconds, or 15 minutes have gone by.
   * @see https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction
   */
  reply(payload: MessagePayload, options: SilentReplyOptions): Promise<undefined>;
  reply(payload: MessagePayload, options?: ReplyOptions): Promise<Message>;
  reply(payload: MessagePayload, options?: ReplyOptions): Promise<Message | undefined> {
    return this.responder.reply(payload, options);
  }

  /** {@inheritDoc reply} */
  respond(payload: MessagePayload, options: SilentReplyOptions): Promise<undefined>;
  respond(payload: MessagePayload, options?: ReplyOptions): Promise<Message>;
  respond(payload: MessagePayload, options?: ReplyOptions): Promise<Message | undefined> {
    return this.responder.reply(payload, options);
  }

  /** Says that the answer will come later; there are 15 minutes then. */
  defer(options?: ReplyOptions): Promise<void> {
    return this.responder.defer(options);
  }

  /** Replies with a file: an upload, or the path of a file. */
  sendFile(file: FileLike, payload: MessageOptions = {}): Promise<Message> {
    return this.reply({ ...payload, files: [toUpload(file), ...(payload.files ?? [])] });
  }

  /**
   * Shows that the bot is busy: as the "thinking" answer while nothing is answered, else as typing in the channel.
   *
   * With `work`, it shows it until that has ended, and gives what it gives.
   */
  typing(): Promise<void>;
  typing<T>(work: () => Awaitable<T>): Promise<T>;
  async typing(work: () => unknown = () => undefined): Promise<unknown> {
    const { channelId } = this;
    if (this.responder.isAnswered && channelId !== undefined) {
      return keepTyping(this.interaction.host, channelId, work);
    }
    await this.responder.defer();
    return work();
  }

  /** Edits the answer sent before. */
  edit(payload: MessagePayload): Promise<Message> {
    return this.responder.editOriginal(payload);
  }

  /** Deletes the answer sent before. */
  delete(): Promise<void> {
    return this.responder.deleteOriginal();
  }

  /** Sends one more message after the answer. */
  followUp(payload: MessagePayload, options?: ReplyOptions): Promise<Message> {
    return this.responder.followUp(payload, options);
  }

  /**
   * Opens a modal whose submission goes to the `@OnSubmit` method of its class, or of the path of its custom id when it
   * is plain JSON; it has to be the first answer.
   *
   * @throws {InteractionStateError} when something was answered already, or this is a modal itself.
   * @see https://docs.discord.com/developers/components/using-modal-components
   */
  showModal<T extends object>(
    modal: Constructor<T> | ModalJson,
    options: OpenModalOptions<T> = {},
  ): Promise<void> {
    if (typeof modal !== 'function') return this.responder.showModal(plainModal(modal));
    return modalAskerOf(this.interaction.host).open(this.interaction, modal, options);
  }

  /**
   * Opens a modal and waits for what is entered; `undefined` when nobody submits it in time.
   *
   * Of a class it gives an instance, of plain JSON the fields by their custom ids.
   *
   * @throws {InteractionStateError} when something was answered already, or this is a modal itself.
   */
  ask<T extends object>(modal: Constructor<T>, options?: AskOptions<T>): Promise<ModalAnswer<T> | undefined>;
  ask(
    modal: ModalJson,
    options?: Pick<AskOptions<object>, 'timeoutMs'>,
  ): Promise<ModalAnswer<ModalFields> | undefined>;
  async ask(
    modal: Constructor | ModalJson,
    options: AskOptions<object> = {},
  ): Promise<ModalAnswer<object> | undefined> {
    const asked = typeof modal === 'function' ? modal : plainModal(modal);
    const submission = await modalAskerOf(this.interaction.host).ask(this.interaction, asked, options);
    if (!submission) return undefined;
    const { responder } = submission.interaction;
    this.atEnd(() => responder.dismiss()); // or one that is not answered would go on "thinking"
    return { values: submission.values, ctx: new ModalContext(submission.interaction) };
  }

  /** Does something once the handler has ended, the latest first; what fails then is of no more use. @internal */
  atEnd(step: () => Promise<unknown>): void {
    this.#atEnd.unshift(step);
  }

  /** Takes leave of what the handler has opened. @internal */
  ended(): Promise<void> | undefined {
    return this.#atEnd.length === 0 ? undefined : this.#takeLeave();
  }

  /** Notes how far handling has come. @internal */
  entered(step: string): void {
    this.responder.steps.enter(step);
  }

  /** Answers with what a handler yielded. @internal */
  respondWith(value: unknown): Promise<unknown> {
    return this.responder.reply(value as MessagePayload);
  }

  /** Answers with what a handler returned. @internal */
  respondLast(value: unknown): Promise<unknown> {
    return this.responder.reply(value as MessagePayload, { withResponse: false });
  }

  /** Tells the user privately that something went wrong. @internal */
  async apologise(text: string): Promise<void> {
    await this.responder.reply(text, { ephemeral: true });
  }

  async #takeLeave(): Promise<void> {
    for (const step of this.#atEnd.splice(0)) {
      await step().catch(() => undefined); // the interaction is gone, and so is what was to be tidied
    }
  }
}

function plainModal(modal: ModalJson): APIModalInteractionResponseCallbackData {
  const json = modal && 'toJSON' in modal ? modal.toJSON() : modal;
  if (Array.isArray(json?.components)) return json;
  throw new InvalidComponentError(
    `${modal?.constructor.name ?? String(modal)} is no modal: give a class with @Modal itself, not an instance of it, or Discord's JSON.`,
  );
}

/** What the handler of a submitted modal gets first; here, because asking by a modal gives one. */
export class ModalContext extends InteractionContext {
  /** Message from whose component the modal was opened. */
  get message(): Message | undefined {
    return this.interaction.message;
  }

  /**
   * Changes the message from whose component the modal was opened.
   *
   * @throws {InteractionStateError} when it was opened by a command.
   */
  update(payload: MessagePayload): Promise<Message> {
    return this.responder.update(payload);
  }

  /** Acknowledges the submission without showing anything; only when it was opened from a component. */
  deferUpdate(): Promise<void> {
    return this.responder.deferUpdate();
  }
}
