import type { RESTPostAPIStageInstanceJSONBody } from 'discord-api-types/v10';
import { BaseGuildVoiceChannel } from './base-guild-voice-channel.js';
import { because } from './because.js';
import type { Member } from './member.js';
import { permissionGroups } from './permission-groups.js';
import { StageInstance } from './stage-instance.js';
import type { VoiceState } from './voice-state.js';

/**
 * Stage of a guild, where few speak and many listen; with its chat. @see
 * https://docs.discord.com/developers/resources/channel#channel-object
 */
export class StageChannel extends BaseGuildVoiceChannel {
  /** Topic of the stage that is live. */
  get topic(): string | undefined {
    return this.raw.topic ?? undefined;
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
