/**
 * Answers to one interaction.
 *
 * Discord wants one first answer within 3 seconds and lets any number of edits and follow-ups come after it for 15
 * minutes; which request an answer becomes depends on what was said before. The states:
 *
 *     unanswered ── reply ──────▶ replied          later replies are follow-ups
 *          ├─────── defer ──────▶ deferredReply ── reply edits the "thinking" message ──▶ replied
 *          ├─────── update ─────▶ updated          later updates edit the same message
 *          ├─────── deferUpdate ▶ deferredUpdate ─ update edits the message ──▶ updated
 *          └─────── modal, choices ▶ closed        later replies are follow-ups
 *
 * A first answer that fails leaves the state where it was, so that an apology can still be sent. Two answers at once
 * are put in order: the second waits until it is known what became of the first.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding
 */
import type {
  APIInteraction,
  APIInteractionResponse,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { InteractionStateError } from '../errors/interaction-state-error.js';
import { toEditBody } from '../models/edit-payload.js';
import type { ModelHost } from '../models/host.js';
import type { Message } from '../models/message.js';
import type { MessagePayload, ResolvedPayload } from '../models/message-payload.js';
import { toMessageBody } from '../models/message-payload.js';
import { MessageFlags } from '../types/message-flags.js';
import {
  answeredTooLate,
  explainRefusal,
  modalAfterModal,
  noMessageToChange,
  notTheFirstAnswer,
} from './answer-errors.js';
import type { AnswerState, DeferKind } from './answer-state.js';
import { editedState } from './answer-state.js';
import { CallbackType } from './callback-type.js';
import { DeferralTimer, FIRST_ANSWER_MS } from './deferral-timer.js';
import type { FirstAnswer } from './first-answer.js';
import { answerByCallback } from './first-answer.js';
import { InteractionWebhook } from './interaction-webhook.js';
import type { ReplyOptions, SilentReplyOptions } from './reply-options.js';
import { SentAnswers } from './sent-answers.js';
import { StepTimes } from './step-times.js';

const INTERACTION_MODAL_SUBMIT = 5;

/** Answers one interaction; makes of each answer the request that Discord takes at that moment. */
export class InteractionResponder {
  /** Messages that follow the first answer. @internal */
  readonly webhook: InteractionWebhook;
  /** Steps that the interaction has come to. @internal */
  readonly steps: StepTimes;
  readonly #deferral: DeferralTimer;
  readonly #host: ModelHost;
  readonly #payload: APIInteraction;
  readonly #receivedAtMs: number;
  readonly #send: FirstAnswer;
  readonly #sentAnswers: SentAnswers;
  #state: AnswerState = 'unanswered';
  #first: Promise<unknown> | undefined;
  #original: APIMessage | undefined;
  #hasAttempted = false;

  /** @internal */
  constructor(host: ModelHost, payload: APIInteraction, receivedAtMs: number, send?: FirstAnswer) {
    this.#host = host;
    this.#payload = payload;
    this.#receivedAtMs = receivedAtMs;
    this.steps = new StepTimes(host.clock, receivedAtMs);
    this.#deferral = new DeferralTimer(host.clock, payload.id, receivedAtMs);
    this.#send = send ?? answerByCallback(host, payload);
    this.webhook = new InteractionWebhook(host, {
      id: payload.id,
      applicationId: payload.application_id,
      token: payload.token,
      receivedAtMs,
    });
    this.#sentAnswers = new SentAnswers(host, this.webhook);
  }

  /** What has been answered so far. */
  get state(): AnswerState {
    return this.#state;
  }

  /** Whether anything has been answered, a deferral included. */
  get isAnswered(): boolean {
    return this.#state !== 'unanswered';
  }

  /** Answer as Discord gave it last: the reply, or the changed message of the component. @internal */
  get original(): APIMessage | undefined {
    return this.#original;
  }

  /** Whether anything beyond a deferral has been answered, or is being answered, or was refused. */
  get hasAttempted(): boolean {
    return this.#hasAttempted;
  }

  /** Replies; becomes an edit of the "thinking" message after a deferral, and a follow-up after any other answer. */
  reply(payload: MessagePayload, options: SilentReplyOptions): Promise<undefined>;
  reply(payload: MessagePayload, options?: ReplyOptions): Promise<Message>;
  async reply(payload: MessagePayload, options: ReplyOptions = {}): Promise<Message | undefined> {
    const message = await this.#reply(payload, options);
    return options.withResponse === false ? undefined : message;
  }

  async #reply(payload: MessagePayload, options: ReplyOptions): Promise<Message | undefined> {
    this.#hasAttempted = true;
    const message = await toMessageBody(this.#host, payload, options);
    if (this.#first) await this.#settled();
    switch (this.#state) {
      case 'unanswered':
        return this.#replyFirst(message, options.withResponse === false && message.renderables.length === 0);
      case 'deferredReply':
        return this.#sentOriginal(await this.#editOriginalAs('replied', message), message);
      default:
        return this.#sentAnswers.tell(
          await this.webhook.createFollowup(message.body, message.files),
          message,
        );
    }
  }

  /** Sends one more message after the first answer; before any, it is the first answer itself. */
  async followUp(payload: MessagePayload, options: ReplyOptions = {}): Promise<Message> {
    this.#hasAttempted = true;
    if (this.#first) await this.#settled();
    if (this.#state === 'unanswered' || this.#state === 'deferredReply') return this.reply(payload, options);
    const message = await toMessageBody(this.#host, payload, options);
    return this.#sentAnswers.tell(await this.webhook.createFollowup(message.body, message.files), message);
  }

  /** Changes the message whose component was used; after a reply, it changes that message all the same. */
  async update(payload: MessagePayload): Promise<Message> {
    this.#hasAttempted = true;
    const source = this.#requireSource('update');
    const edited = this.#original?.id === source.id ? this.#original : source;
    const message = await toEditBody(this.#host, payload, edited);
    if (this.#first) await this.#settled();
    switch (this.#state) {
      case 'unanswered': {
        const data = message.body;
        const updated = await this.#answer('updated', { type: CallbackType.Update, data }, message);
        return this.#sentOriginal(updated ?? source, message);
      }
      case 'deferredUpdate':
      case 'updated':
        return this.#sentOriginal(await this.#editOriginalAs('updated', message), message);
      default:
        return this.#sentAnswers.tell(await this.#sentAnswers.edit(source, message), message);
    }
  }

  /** Says that the answer will come later: the user sees "thinking"; does nothing when something was answered. */
  async defer(options: ReplyOptions = {}): Promise<void> {
    const data = options.ephemeral ? { data: { flags: MessageFlags.Ephemeral } } : {};
    await this.#deferAs('deferredReply', { type: CallbackType.DeferredMessage, ...data });
  }

  /** Acknowledges a component without showing anything; does nothing when something was answered. */
  async deferUpdate(): Promise<void> {
    this.#requireSource('deferUpdate');
    await this.#deferAs('deferredUpdate', { type: CallbackType.DeferredUpdate });
  }

  /** Opens a modal; only as the first answer, and not to another modal. */
  async showModal(modal: APIModalInteractionResponseCallbackData): Promise<void> {
    if (this.#payload.type === INTERACTION_MODAL_SUBMIT) throw modalAfterModal(this.#payload.id);
    await this.#answerOnly('A modal', { type: CallbackType.Modal, data: modal });
  }

  /** Suggests choices to somebody who is typing an option; at most 25. */
  async autocomplete(choices: readonly { name: string; value: string | number }[]): Promise<void> {
    await this.#answerOnly('A list of choices', {
      type: CallbackType.Choices,
      data: { choices: [...choices] },
    });
  }

  /** Launches the application's activity; only as the first answer. */
  async launchActivity(): Promise<void> {
    await this.#answerOnly('Launching the activity', { type: CallbackType.LaunchActivity });
  }

  /** Edits the answer: the reply or, for a component without one, the message it sits on. */
  async editOriginal(payload: MessagePayload): Promise<Message> {
    this.#hasAttempted = true;
    if (this.#first) await this.#settled();
    if (this.#state === 'unanswered') return this.#source ? this.update(payload) : this.reply(payload);
    const edited = this.#state === 'deferredReply' ? undefined : (this.#original ?? this.#source);
    const message = await toEditBody(this.#host, payload, edited);
    return this.#sentOriginal(await this.#editOriginalAs(editedState(this.#state), message), message);
  }

  /** Deletes the answer; for a component without a reply, the message it sits on. */
  async deleteOriginal(): Promise<void> {
    this.#hasAttempted = true;
    if (!this.isAnswered) await (this.#source ? this.deferUpdate() : this.defer({ ephemeral: true }));
    if (this.#first) await this.#settled();
    await this.webhook.deleteOriginal();
    if (this.#state === 'deferredReply') this.#state = 'replied'; // there is no "thinking" to edit any more
  }

  /** Ends an interaction whose handler meant no answer: acknowledges it, and takes "thinking" away. @internal */
  async dismiss(): Promise<void> {
    this.cancelDeferral();
    if (this.#hasAttempted) return;
    await (this.#source ? this.deferUpdate() : this.deleteOriginal());
  }

  /** Asks Discord for the first answer. */
  async fetchOriginal(): Promise<Message> {
    return this.#host.models.message(await this.webhook.fetchOriginal());
  }

  /** Defers by itself, `afterMs` after receipt, unless something has been answered by then. */
  deferLater(kind: DeferKind, afterMs: number): void {
    if (this.isAnswered) return;
    this.#deferral.plan(afterMs, () => {
      const deferral =
        kind === 'update' ? this.deferUpdate() : this.defer({ ephemeral: kind === 'ephemeralReply' });
      deferral.catch(() => undefined); // the handler's own answer meets the same failure and reports it
    });
  }

  /** Stops a deferral that has not happened yet; for when the handler has ended. */
  cancelDeferral(): void {
    this.#deferral.cancel();
  }

  get #source(): APIMessage | undefined {
    return this.#payload.message;
  }

  async #replyFirst(message: ResolvedPayload, isSilent: boolean): Promise<Message | undefined> {
    const response = { type: CallbackType.Message, data: message.body };
    const sent = await this.#answer('replied', response, message, isSilent);
    if (isSilent) return undefined;
    return this.#sentOriginal(sent ?? (await this.webhook.fetchOriginal()), message);
  }

  async #deferAs(state: AnswerState, response: APIInteractionResponse): Promise<void> {
    if (this.#first) await this.#settled();
    if (this.#state === 'unanswered') await this.#answer(state, response);
  }

  async #answerOnly(what: string, response: APIInteractionResponse): Promise<void> {
    this.#hasAttempted = true;
    if (this.#first) await this.#settled();
    if (this.#state === 'unanswered') return void (await this.#answer('closed', response));
    throw notTheFirstAnswer(what, this.#state, this.#payload.id);
  }

  /** Sends the first answer; the state is taken at once and given back when Discord did not take it. */
  async #answer(
    state: AnswerState,
    response: object,
    message?: ResolvedPayload,
    isSilent = false,
  ): Promise<APIMessage | undefined> {
    this.#requireInTime();
    this.cancelDeferral();
    this.#state = state;
    const sending = this.#send(response as APIInteractionResponse, message?.files, isSilent);
    this.#first = sending;
    try {
      return await sending;
    } catch (error) {
      throw this.#explainFailure(error);
    } finally {
      this.#first = undefined;
    }
  }

  async #editOriginalAs(state: AnswerState, message: ResolvedPayload): Promise<APIMessage> {
    const before = this.#state;
    this.#state = state;
    try {
      return await this.webhook.editOriginal(message.body, message.files);
    } catch (error) {
      this.#state = before;
      throw error;
    }
  }

  async #settled(): Promise<void> {
    while (this.#first) await this.#first.catch(() => undefined);
  }

  #sentOriginal(wire: APIMessage, message: ResolvedPayload): Message {
    this.#original = wire;
    return this.#sentAnswers.tell(wire, message);
  }

  #requireSource(method: string): APIMessage {
    if (this.#source) return this.#source;
    throw noMessageToChange(method, this.#payload.id);
  }

  #requireInTime(): void {
    if (this.#host.clock.now() - this.#receivedAtMs < FIRST_ANSWER_MS) return;
    throw answeredTooLate(this.#payload.id, this.steps);
  }

  #explainFailure(error: unknown): unknown {
    const explained = explainRefusal(error, this.#payload.id, this.steps);
    if (!(explained instanceof InteractionStateError)) this.#state = 'unanswered';
    return explained;
  }
}
