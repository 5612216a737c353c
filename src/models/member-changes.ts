import type {
  RESTPatchAPICurrentGuildMemberJSONBody,
  RESTPatchAPIGuildMemberJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { because } from './because.js';
import type { ModelHost } from './host.js';
import type { MemberRecord } from './records.js';

/** What can be changed of a member; `avatar`, `banner` and `bio` of the bot itself only. */
export interface MemberChanges
  extends RESTPatchAPIGuildMemberJSONBody,
    Omit<RESTPatchAPICurrentGuildMemberJSONBody, 'nick'> {}

/** Fields that a bot changes about itself by a request of its own. */
const ownFields = ['nick', 'avatar', 'banner', 'bio'] as const;

/**
 * Changes a member. The bot's own name and looks take another request than the rest, which nobody needs to know: a change
 * of both is two requests.
 */
export async function editMember(
  host: ModelHost,
  guildId: Snowflake,
  userId: Snowflake,
  changes: MemberChanges,
  reason: string | undefined,
): Promise<MemberRecord> {
  const { members } = host.rest;
  if (userId !== host.selfId) return members.edit(guildId, userId, changes, because(reason));
  const [own, others] = splitOwn(changes);
  const edited = own && (await members.editCurrent(guildId, own, because(reason)));
  if (edited && !others) return edited as MemberRecord;
  return members.edit(guildId, userId, others ?? {}, because(reason));
}

function splitOwn(
  changes: MemberChanges,
): [RESTPatchAPICurrentGuildMemberJSONBody | undefined, RESTPatchAPIGuildMemberJSONBody | undefined] {
  const own: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(changes)) {
    ((ownFields as readonly string[]).includes(key) ? own : others)[key] = value;
  }
  const given = (fields: object): object | undefined => (Object.keys(fields).length > 0 ? fields : undefined);
  return [given(own), given(others)];
}
