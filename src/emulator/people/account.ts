/** Who somebody is, and where they belong: guilds, voice, what they allow and buy. */
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import type { Speech } from '../voice/voice-people.js';
import type { HeardFrame, VoiceSeat } from '../voice/voice-seat.js';
import { makeAuthorizationCode } from '../world/access-token.js';
import type { ChannelRecord } from '../world/channel-record.js';
import type { GuildRecord } from '../world/guild-record.js';
import { acceptInvite, liveInvites } from '../world/invite.js';
import { askToJoin } from '../world/join-request.js';
import { joinGuild, leaveGuild } from '../world/make-guild.js';
import { eventsOf, setInterest } from '../world/scheduled-event.js';
import type { SkuRecord } from '../world/subscription.js';
import { buy, cancelSubscription, subscriptionsTo } from '../world/subscription.js';
import type { UserRecord } from '../world/user-record.js';
import type { EmulatedBot } from './emulated-bot.js';
import type { Stage } from './stage.js';

/** Channel, or anything else with the id of one. */
export type ChannelTarget = Snowflake | { readonly id: Snowflake };
/** Guild, or anything else with the id of one. */
export interface GuildTarget {
  /** Id of the guild. */
  readonly id: Snowflake;
}

/** Account of a person; what it does in conversations is in `Person`. */
export abstract class Account {
  /** User as Discord sends it. */
  readonly user: Readonly<UserRecord>;
  /** Everything that people act upon. @internal */
  protected readonly stage: Stage;

  /** @internal */
  constructor(stage: Stage, user: UserRecord) {
    this.stage = stage;
    this.user = user;
  }

  /** Id of the user. */
  get id(): Snowflake {
    return this.user.id;
  }

  /** Name as shown in the client. */
  get name(): string {
    return this.user.global_name ?? this.user.username;
  }

  /** Text that mentions this person in a message. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(this, { id: this.id, name: this.name }, options, inspect);
  }

  /**
   * Becomes a member of a guild, by an invite's code or just so.
   *
   * @throws {InvalidInvocationError} when this person is banned, or the invite is gone or meant for others.
   */
  async join(target: GuildTarget | string): Promise<void> {
    const { world } = this.stage;
    if (typeof target === 'string') this.#accept(target);
    else {
      const guild = this.#guild(target);
      if (guild.bans.has(this.id))
        throw new InvalidInvocationError(`${this.name} is banned from "${guild.data.name}".`);
      joinGuild(world, guild, this.user as UserRecord);
    }
    await this.idle();
  }

  /**
   * Leaves a guild.
   *
   * @throws {InvalidInvocationError} when this person owns it, or is no member.
   */
  async leave(target: GuildTarget): Promise<void> {
    const guild = this.#guild(target);
    if (guild.data.owner_id === this.id)
      throw new InvalidInvocationError(`${this.name} owns "${guild.data.name}", and owners cannot leave.`);
    if (!guild.members.has(this.id))
      throw new InvalidInvocationError(`${this.name} is not a member of "${guild.data.name}".`);
    leaveGuild(this.stage.world, guild, this.user as UserRecord);
    await this.idle();
  }

  /** Asks the moderators of a guild to be let in; gives the id of the request. */
  async askToJoin(target: GuildTarget): Promise<Snowflake> {
    const request = askToJoin(this.stage.world, this.#guild(target), this.user as UserRecord);
    await this.idle();
    return request.id;
  }

  /** Says that this person is interested in a scheduled event, or is no more. */
  async followEvent(target: GuildTarget, eventId: Snowflake, isInterested = true): Promise<void> {
    const guild = this.#guild(target);
    if (!eventsOf(guild).has(eventId))
      throw new InvalidInvocationError(`"${guild.data.name}" has no scheduled event ${eventId}.`);
    setInterest(this.stage.world, guild, eventId, this.id, isInterested);
    await this.idle();
  }

  /**
   * Allows an application to act in this person's name; gives the code that it exchanges for a token.
   *
   * @see https://docs.discord.com/developers/topics/oauth2#authorization-code-grant
   */
  authorize(bot: EmulatedBot, scopes: readonly string[]): string {
    const grant = { applicationId: bot.application.id, userId: this.id, scopes };
    return makeAuthorizationCode(this.stage.world, grant).code;
  }

  /** Buys something from an application, for this person or for a guild; gives the id of the entitlement. */
  async buy(
    sku: { readonly id: Snowflake },
    { guild }: { readonly guild?: GuildTarget } = {},
  ): Promise<Snowflake> {
    const entitlement = buy(this.stage.world, this.#sku(sku), this.id, guild?.id);
    await this.idle();
    return entitlement.id;
  }

  /** Ends a subscription with its period. */
  async cancelSubscription(sku: { readonly id: Snowflake }): Promise<void> {
    const record = this.#sku(sku);
    const { world } = this.stage;
    const own = subscriptionsTo(world, record.id).find(({ user_id: userId }) => userId === this.id);
    if (!own) throw new InvalidInvocationError(`${this.name} has no subscription to "${record.name}".`);
    cancelSubscription(world, record, own);
    await this.idle();
  }

  /**
   * Enters a voice channel, from outside or from another one.
   *
   * @throws {InvalidInvocationError} when it is no voice channel, or this person may not connect.
   */
  async joinVoice(target: ChannelTarget): Promise<VoiceSeat> {
    const seat = await this.stage.voice.join(this.id, this.channelOf(target));
    await this.idle();
    return seat;
  }

  /** Leaves the voice channels that this person is in. */
  async leaveVoice(): Promise<void> {
    this.stage.voice.leave(this.id);
    await this.idle();
  }

  /** Says Opus frames, or PCM of 16 bits, stereo, 48 kHz; resolves when time has passed over all of it. */
  speak(speech: Speech): Promise<void> {
    return this.stage.voice.speak(this.id, speech);
  }

  /** Frames that this person heard in the call, of everybody or of one user. */
  hears(from?: { readonly id: Snowflake }): readonly HeardFrame[] {
    const { heard } = this.stage.voice.seat(this.id);
    return from ? heard.filter((frame) => frame.from === from.id) : heard;
  }

  /** Channel that this person can see. @internal */
  protected abstract channelOf(target: ChannelTarget): ChannelRecord;

  /** Waits until nobody does anything any more. @internal */
  protected async idle(): Promise<void> {
    await this.stage.answers.idle();
  }

  #accept(code: string): void {
    const { world } = this.stage;
    const invite = liveInvites(world).find((candidate) => candidate.code === code);
    if (!invite) throw new InvalidInvocationError(`There is no invite "${code}" any more.`);
    const outcome = acceptInvite(world, invite, this.user as UserRecord);
    if (outcome === 'banned') throw new InvalidInvocationError(`${this.name} is banned from this guild.`);
    if (outcome === 'not invited')
      throw new InvalidInvocationError(`The invite "${code}" is not meant for ${this.name}.`);
  }

  #guild({ id }: GuildTarget): GuildRecord {
    const guild = this.stage.world.guilds.get(id);
    if (!guild) throw new InvalidInvocationError(`There is no guild ${id}.`);
    return guild;
  }

  #sku({ id }: { readonly id: Snowflake }): SkuRecord {
    const sku = this.stage.world.thingsOf<SkuRecord>('skus').get(id);
    if (!sku) throw new InvalidInvocationError(`Nobody sells ${id}.`);
    return sku;
  }
}
