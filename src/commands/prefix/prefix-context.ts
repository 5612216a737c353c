import type { ServiceContainer } from '../../di/service-container.js';
import { keepTyping } from '../../interactions/keep-typing.js';
import type { ReplyOptions } from '../../interactions/reply-options.js';
import type { Channel } from '../../models/channel.js';
import type { Guild } from '../../models/guild.js';
import type { ModelHost } from '../../models/host.js';
import type { Member } from '../../models/member.js';
import type { Message } from '../../models/message.js';
import type { FileLike, MessageOptions, MessagePayload } from '../../models/message-payload.js';
import { toUpload } from '../../models/message-payload.js';
import type { Permissions } from '../../models/permissions.js';
import type { User } from '../../models/user.js';
import { botPermissions, userPermissions } from '../../pipeline/checks/current-permissions.js';
import { servicesOf } from '../../pipeline/invocation-services.js';
import type { Awaitable, Snowflake } from '../../types/type-tools.js';
import type { Context } from '../context.js';
import type { TypedCommand } from './typed-command.js';

/** How a prefix command was called. */
export interface PrefixInvocation {
  readonly command: TypedCommand;
  /** Prefix that was typed, a mention of the bot included. */
  readonly prefix: string;
  /** Name or alias that was typed. */
  readonly invokedWith: string;
  /** What follows the name, as it was typed. */
  readonly rest: string;
}

/** Context of a prefix command: the message that called it, and the ways to answer. */
export class PrefixContext implements Context {
  /** Bot that got the message, as models see it. */
  readonly host: ModelHost;
  /** Message that called it. */
  readonly message: Message;
  /** How it was called. @internal */
  readonly invocation: PrefixInvocation;
  #answer: Message | undefined;
  readonly #answers: Message[] = [];
  #isAnswered = false;

  /** With the answer to an earlier form of the message, which the first reply then edits. @internal */
  constructor(host: ModelHost, message: Message, invocation: PrefixInvocation, earlierAnswer?: Message) {
    this.host = host;
    this.message = message;
    this.invocation = invocation;
    this.#answer = earlierAnswer;
    if (earlierAnswer) this.#answers.push(earlierAnswer);
  }

  /** First reply, once it is sent. */
  get answer(): Message | undefined {
    return this.#answer;
  }

  /** Every reply, in the order sent. */
  get answers(): readonly Message[] {
    return this.#answers;
  }

  /** Command that was called. */
  get command(): TypedCommand {
    return this.invocation.command;
  }

  /** Prefix that was typed, a mention of the bot included. */
  get prefix(): string {
    return this.invocation.prefix;
  }

  /** Name or alias that was typed. */
  get invokedWith(): string {
    return this.invocation.invokedWith;
  }

  get invocationId(): string {
    return this.message.id;
  }

  /** Author of the message. */
  get user(): User {
    return this.message.author;
  }

  get member(): Member | undefined {
    return this.message.member;
  }

  /** Guild it was used in; `undefined` in direct messages. */
  get guild(): Guild | undefined {
    return this.message.guild;
  }

  /** Id of the guild; `undefined` in direct messages. */
  get guildId(): Snowflake | undefined {
    return this.message.guildId;
  }

  /** Channel it was used in, as far as it is known. */
  get channel(): Channel | undefined {
    return this.message.channel;
  }

  /** Id of the channel. */
  get channelId(): Snowflake {
    return this.message.channelId;
  }

  /** Services of this invocation; see {@link servicesOf}. */
  get services(): ServiceContainer {
    return servicesOf(this);
  }

  /** What the user may do in the channel. */
  get permissions(): Permissions {
    return userPermissions(this);
  }

  /** What the bot may do in the channel. */
  get botPermissions(): Permissions {
    return botPermissions(this);
  }

  /** Replies to the message; `ephemeral` and `withResponse` have no effect here. */
  async reply(payload: MessagePayload, _options?: ReplyOptions): Promise<Message> {
    const isFirst = !this.#isAnswered;
    this.#isAnswered = true;
    if (isFirst && this.#answer) return this.#answer.edit(payload);
    const sent = await this.message.reply(payload);
    this.#answer ??= sent;
    this.#answers.push(sent);
    return sent;
  }

  /** {@inheritDoc reply} */
  respond(payload: MessagePayload, options?: ReplyOptions): Promise<Message> {
    return this.reply(payload, options);
  }

  /** {@inheritDoc reply} */
  followUp(payload: MessagePayload, options?: ReplyOptions): Promise<Message> {
    return this.reply(payload, options);
  }

  /** Replies with a file: an upload, or the path of a file. */
  sendFile(file: FileLike, payload: MessageOptions = {}): Promise<Message> {
    return this.reply({ ...payload, files: [toUpload(file), ...(payload.files ?? [])] });
  }

  /** Shows that the bot is typing; with `work`, until that has ended, and gives what it gives. */
  typing(): Promise<void>;
  typing<T>(work: () => Awaitable<T>): Promise<T>;
  typing(work: () => unknown = () => undefined): Promise<unknown> {
    return keepTyping(this.host, this.channelId, work);
  }

  /** Shows that the bot is typing. */
  async defer(_options?: ReplyOptions): Promise<void> {
    await this.host.rest.channels.triggerTyping(this.channelId);
  }

  /** Edits the first reply, or replies when there is none yet. */
  async edit(payload: MessagePayload): Promise<Message> {
    return this.#answer ? this.#answer.edit(payload) : this.reply(payload);
  }

  /** Deletes the first reply. */
  async delete(): Promise<void> {
    const answer = this.#answer;
    this.#answer = undefined;
    await answer?.delete();
  }

  respondWith(value: unknown): Promise<unknown> {
    return this.reply(value as MessagePayload);
  }

  respondLast(value: unknown): Promise<unknown> {
    return this.reply(value as MessagePayload);
  }

  async apologise(text: string): Promise<void> {
    await this.reply(text);
  }
}
