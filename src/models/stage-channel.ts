import type {
  RESTPostAPIChannelWebhookJSONBody,
  RESTPostAPIStageInstanceJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import { ChannelMessages } from './channel-messages.js';
import { createChannelWebhook, fetchChannelWebhooks } from './channel-webhooks.js';
import { GuildChannel } from './guild-channel.js';
import type { Member } from './member.js';
import type { Message } from './message.js';
import type { MessagePayload } from './message-payload.js';
import { permissionGroups } from './permission-groups.js';
import { sendMessage } from './send-message.js';
import type { SendableChannel } from './sendable-channel.js';
import { StageInstance } from './stage-instance.js';
import { TypingLoop } from './typing-loop.js';
import type { VoiceState } from './voice-state.js';
import type { Webhook } from './webhook.js';

/**
 * Stage of a guild, where few speak and many listen; with its chat. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class StageChannel extends GuildChannel implements SendableChannel {
  /** Bits per second. */
  get bitrate(): number {
    return this.raw.bitrate ?? 64_000;
  }
  /** How many users fit in; 0 for no limit. */
  get userLimit(): number {
    return this.raw.user_limit ?? 0;
  }
  /** Id of the voice region, or `undefined` for the nearest. */
  get rtcRegion(): string | undefined {
    return this.raw.rtc_region ?? undefined;
  }

  /** Topic of the stage that is live. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
  }

  /** 1 when Discord chooses the quality of videos, 2 for 720p. */
  get videoQualityMode(): number {
    return this.raw.video_quality_mode ?? 1;
  }
  /** Seconds that a user waits between two messages; 0 for no wait. */
  get slowmodeSeconds(): number {
    return this.raw.rate_limit_per_user ?? 0;
  }
  /** Who is connected, as far as it is cached. */
  get voiceStates(): VoiceState[] {
    return this.guild.voiceStates.filter(({ channelId }) => channelId === this.id);
  }

  get messages(): ChannelMessages {
    return new ChannelMessages(this.host, this.id, this.guildId);
  }
  /** Newest message, which may be gone by now. */
  get lastMessageId(): Snowflake | undefined {
    return this.raw.last_message_id ?? undefined;
  }
  /** Newest message, when cached. */
  get lastMessage(): Message | undefined {
    return this.messages.last;
  }

  /** Sends text, options or a view. */
  send(payload: MessagePayload): Promise<Message> {
    return sendMessage(this.host, this.id, payload);
  }

  /** Shows the bot as typing for ten seconds, or until it sends something. */
  async sendTyping(): Promise<void> {
    await this.host.rest.channels.triggerTyping(this.id);
  }

  /** Shows the bot as typing until the loop is stopped: `using typing = channel.typing()`. */
  typing(): TypingLoop {
    return new TypingLoop(this.host, this.id);
  }

  /** Makes a webhook that sends here. */
  createWebhook(body: RESTPostAPIChannelWebhookJSONBody, reason?: string): Promise<Webhook> {
    return createChannelWebhook(this.host, this.id, body, reason);
  }

  /** Webhooks that send here. */
  fetchWebhooks(): Promise<Webhook[]> {
    return fetchChannelWebhooks(this.host, this.id);
  }

  /** Stage that is live here, when cached. */
  get instance(): StageInstance | undefined {
    return this.guild.stageInstances.find(({ channelId }) => channelId === this.id);
  }
  /** Cached members who may speak. */
  get speakers(): Member[] {
    return this.#membersWhere(({ suppress }) => !suppress);
  }
  /** Cached members who only listen. */
  get listeners(): Member[] {
    return this.#membersWhere(({ suppress }) => suppress);
  }
  /** Cached members who ask to speak. */
  get requestingToSpeak(): Member[] {
    return this.#membersWhere(({ suppress, requestToSpeakAt }) => suppress && requestToSpeakAt !== undefined);
  }
  /** Cached members, connected or not, who may do what moderators of a stage do. */
  get moderators(): Member[] {
    const needed = permissionGroups.stageModerator;
    return this.guild.members.filter((member) => this.permissionsFor(member).has(needed));
  }

  /** Goes live with a topic. */
  async createInstance(
    body: Omit<RESTPostAPIStageInstanceJSONBody, 'channel_id'>,
    reason?: string,
  ): Promise<StageInstance> {
    const { stages } = this.host.rest;
    const record = await stages.create({ ...body, channel_id: this.id }, because(reason));
    return new StageInstance(this.host, record, 'answer');
  }

  /** Asks Discord for the stage that is live here. */
  async fetchInstance(): Promise<StageInstance> {
    return new StageInstance(this.host, await this.host.rest.stages.get(this.id), 'answer');
  }

  #membersWhere(fits: (state: VoiceState) => boolean): Member[] {
    return this.voiceStates.filter(fits).flatMap(({ member }) => member ?? []);
  }
}
