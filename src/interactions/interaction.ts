import type { APIInteraction, InteractionType } from 'discord-api-types/v10';
import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { ModelHost } from '../models/host.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { ChannelRecord } from '../models/records.js';
import type { User } from '../models/user.js';
import type { Snowflake } from '../types/type-tools.js';
import { snowflakeTimeMs } from '../utils/snowflake.js';
import type { FirstAnswer } from './first-answer.js';
import { InteractionResponder } from './interaction-responder.js';

/**
 * Where a payload remembers its interaction; not in a `WeakMap`, because hundreds of entries a second in one of those
 * cost the garbage collector more than everything else that an interaction does.
 */
const interactionOf = Symbol('interaction');

/** Payload that may have been seen before. */
type SeenPayload = APIInteraction & { readonly [interactionOf]?: Interaction };

/**
 * Somebody used a command, a component or a modal.
 *
 * Handlers get a context made for what was used; this is what the `interactionCreate` event gives. One received payload
 * has one `Interaction`, so listeners and handlers see the same answers.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export class Interaction {
  /** Bot that got the interaction, as models see it. */
  readonly host: ModelHost;
  /** Interaction as Discord sent it. */
  readonly payload: APIInteraction;
  /** When it was received, in milliseconds since the Unix epoch. */
  readonly receivedAtMs: number;
  readonly #answer: FirstAnswer | undefined;
  #responder: InteractionResponder | undefined;
  #user: User | undefined;
  #member: Member | undefined;
  #message: Message | undefined;

  /**
   * Interaction of a received payload; `answer` carries the first answer when it does not go through the callback
   * route. @internal
   */
  static of(
    host: ModelHost,
    payload: APIInteraction,
    receivedAtMs: number,
    answer?: FirstAnswer,
  ): Interaction {
    const known = (payload as SeenPayload)[interactionOf];
    if (known) return known;
    const made = new Interaction(host, payload, receivedAtMs, answer);
    Reflect.defineProperty(payload, interactionOf, { value: made });
    return made;
  }

  private constructor(host: ModelHost, payload: APIInteraction, receivedAtMs: number, answer?: FirstAnswer) {
    this.host = host;
    this.payload = payload;
    this.receivedAtMs = receivedAtMs;
    this.#answer = answer;
  }

  /** Sends the answers. */
  get responder(): InteractionResponder {
    this.#responder ??= new InteractionResponder(this.host, this.payload, this.receivedAtMs, this.#answer);
    return this.#responder;
  }

  /** Id of the interaction. */
  get id(): Snowflake {
    return this.payload.id;
  }

  /** Command, component, autocomplete, modal or ping. */
  get type(): InteractionType {
    return this.payload.type;
  }

  /** Application that it is for. */
  get applicationId(): Snowflake {
    return this.payload.application_id;
  }

  /** Id of the guild; `undefined` outside guilds. */
  get guildId(): Snowflake | undefined {
    return this.payload.guild_id;
  }

  /** Id of the channel. */
  get channelId(): Snowflake | undefined {
    return this.payload.channel?.id;
  }

  /** Id of the user. */
  get userId(): Snowflake {
    return this.#wireUser.id;
  }

  /** Language of the user, such as `de` or `en-GB`. */
  get locale(): string {
    return 'locale' in this.payload ? this.payload.locale : 'en-US';
  }

  /** Language of the guild, where there is one. */
  get guildLocale(): string | undefined {
    return this.payload.guild_locale;
  }

  /** When it was made, in milliseconds since the Unix epoch. */
  get createdTimestampMs(): number {
    return snowflakeTimeMs(this.payload.id);
  }

  /** When it was made. */
  get createdAt(): Date {
    return new Date(this.createdTimestampMs);
  }

  /** User who made it. */
  get user(): User {
    this.#user ??= this.host.models.user(this.#wireUser);
    return this.#user;
  }

  /** Member who used it; `undefined` outside guilds. */
  get member(): Member | undefined {
    const { guild_id: guildId, member } = this.payload;
    if (guildId === undefined || member === undefined) return undefined;
    this.#member ??= this.host.models.member(guildId, member);
    return this.#member;
  }

  /** Guild from memory; `undefined` outside guilds and where the bot itself is not a member. */
  get guild(): Guild | undefined {
    const record = this.guildId === undefined ? undefined : this.host.records.guild(this.guildId);
    return record && this.host.models.guild(record);
  }

  /** Channel as Discord described it with the interaction, also when it is not cached. */
  get channel(): Channel | undefined {
    const { channel } = this.payload;
    return channel && this.host.models.channel(channel as ChannelRecord);
  }

  /** Message that the component sits on, or from which the modal was opened. */
  get message(): Message | undefined {
    const { message } = this.payload;
    if (message) this.#message ??= this.host.models.message(message);
    return this.#message;
  }

  get #wireUser(): NonNullable<APIInteraction['user']> {
    const user = this.payload.member?.user ?? this.payload.user;
    if (user) return user;
    throw new TypeError(`Interaction ${this.payload.id} names no user.`);
  }
}
