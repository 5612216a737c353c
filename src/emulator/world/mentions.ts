import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { ChannelRecord } from './channel-record.js';
import type { AllowedMentions } from './message-draft.js';
import type { ComponentRecord } from './message-record.js';
import type { World } from './world.js';

/** Whom a text mentions. */
export interface Mentions {
  readonly userIds: Snowflake[];
  readonly roleIds: Snowflake[];
  readonly everyone: boolean;
}

/** Text to be searched for mentions: who wrote it, where, and what they allowed. */
export interface MentionQuery {
  readonly text: string;
  readonly channel: ChannelRecord;
  readonly authorId: Snowflake;
  readonly allowed: AllowedMentions;
  readonly repliedUserId?: Snowflake | undefined;
}

/** Finds the mentions in a text, as far as its author's permissions and `allowed_mentions` let them through. */
export function findMentions(world: World, query: MentionQuery): Mentions {
  const { text, channel, allowed } = query;
  const guild = world.guildOf(channel);
  const mayMentionAll =
    !guild || (world.permissionsIn(channel, query.authorId) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const users = unique(text.matchAll(/<@!?(\d{17,20})>/g)).filter(
    (id) => world.users.has(id) && (allowed.parse.includes('users') || allowed.users.includes(id)),
  );
  if (query.repliedUserId !== undefined && allowed.repliedUser && !users.includes(query.repliedUserId)) {
    users.push(query.repliedUserId);
  }
  const roles = unique(text.matchAll(/<@&(\d{17,20})>/g)).filter((id) => {
    const role = guild?.roles.get(id);
    return (
      role &&
      (role.mentionable || mayMentionAll) &&
      (allowed.parse.includes('roles') || allowed.roles.includes(id))
    );
  });
  const everyone =
    /@(everyone|here)/.test(text) && mayMentionAll && !!guild && allowed.parse.includes('everyone');
  return { userIds: users, roleIds: roles, everyone };
}

/** Everything in a message that can hold mentions: its content and its text displays. */
export function mentionableText(content: string, components: readonly ComponentRecord[]): string {
  return [content, ...components.flatMap(textOf)].join('\n');
}

function textOf(component: ComponentRecord): string[] {
  return [
    ...(component.type === 10 ? [component.content ?? ''] : []),
    ...(component.components ?? []).flatMap(textOf),
  ];
}

function unique(matches: Iterable<RegExpMatchArray>): Snowflake[] {
  return [...new Set([...matches].map((match) => match[1]!))];
}
