import type { Snowflake } from '../types/type-tools.js';
import type { Guild } from './guild.js';
import type { ModelHost } from './host.js';
import type { RecordOrigin } from './live-model.js';
import { LiveModel } from './live-model.js';
import type { Member } from './member.js';
import type { MemberRecord, VoiceStateRecord } from './records.js';
import type { StageChannel } from './stage-channel.js';
import type { VoiceChannel } from './voice-channel.js';

/** Where a user is in voice, and how. @see https://docs.discord.com/developers/resources/voice#voice-state-object */
export class VoiceState extends LiveModel<'voiceState'> {
  /** Member as the event brought it, which the cache keeps apart. */
  readonly #member: VoiceStateRecord['member'];

  constructor(host: ModelHost, record: VoiceStateRecord, origin?: RecordOrigin) {
    super(host, record, origin, record.guild_id ?? '');
    this.#member = record.member;
  }

  /** User whose state it is. */
  get userId(): Snowflake {
    return this.raw.user_id;
  }
  /** Guild of the channel; `undefined` in calls of direct messages. */
  get guildId(): Snowflake | undefined {
    return this.scope === '' ? undefined : this.scope;
  }
  /** Guild of its voice channel. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.host.models.guildRef(this.guildId);
  }
  /** Channel the user is in; `undefined` for none. */
  get channelId(): Snowflake | undefined {
    return this.raw.channel_id ?? undefined;
  }
  /** Channel that the user is in; `undefined` when not in voice, or not known. */
  get channel(): VoiceChannel | StageChannel | undefined {
    const record = this.channelId === undefined ? undefined : this.host.records.channel(this.channelId);
    // Bots see nobody in voice anywhere else.
    return (record && this.host.models.channel(record)) as VoiceChannel | StageChannel | undefined;
  }
  /** Member whose state it is, when known. */
  get member(): Member | undefined {
    const { guildId } = this;
    if (guildId === undefined) return undefined;
    const record = this.host.records.member(guildId, this.userId) ?? this.#member;
    return record && this.host.models.member(guildId, record as MemberRecord);
  }
  /** Id of the user's voice session. */
  get sessionId(): string {
    return this.raw.session_id;
  }
  /** Whether the guild has deafened the user. */
  get deaf(): boolean {
    return this.raw.deaf;
  }
  /** Whether the guild has muted the user. */
  get mute(): boolean {
    return this.raw.mute;
  }
  /** Whether the user has deafened themself. */
  get selfDeaf(): boolean {
    return this.raw.self_deaf;
  }
  /** Whether the user has muted themself. */
  get selfMute(): boolean {
    return this.raw.self_mute;
  }
  /** Whether the user shares a screen. */
  get streaming(): boolean {
    return this.raw.self_stream ?? false;
  }
  /** Whether the user's camera is on. */
  get selfVideo(): boolean {
    return this.raw.self_video;
  }
  /** Whether the user is in the audience of a stage. */
  get suppress(): boolean {
    return this.raw.suppress;
  }
  /** When the user asked to speak on a stage. */
  get requestToSpeakAt(): Date | undefined {
    const at = this.raw.request_to_speak_timestamp;
    return at ? new Date(at) : undefined;
  }
  /** Whether the user is in the channel to which the guild moves those who do nothing. */
  get isAfk(): boolean {
    return this.channelId !== undefined && this.channelId === this.guild?.afkChannelId;
  }

  /** Asks to speak on the stage, or takes that back; only for the bot itself. */
  async requestToSpeak(isWanted = true): Promise<void> {
    const at = isWanted ? new Date(this.host.clock.now()).toISOString() : null;
    const body = { channel_id: this.channelId!, request_to_speak_timestamp: at };
    await this.host.rest.voice.editCurrentState(this.scope, body);
  }

  /** Moves the user from the stage to its audience, or up on it. */
  async setSuppressed(isSuppressed = true): Promise<void> {
    const body = { channel_id: this.channelId!, suppress: isSuppressed };
    const { voice } = this.host.rest;
    if (this.userId === this.host.selfId) await voice.editCurrentState(this.scope, body);
    else await voice.editState(this.scope, this.userId, body);
  }

  protected get kind(): 'voiceState' {
    return 'voiceState';
  }

  protected override idOf(record: VoiceStateRecord): Snowflake {
    return record.user_id;
  }

  protected override get isByGuild(): boolean {
    return true;
  }
}
