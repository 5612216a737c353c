import type { Member } from '../../models/member.js';
import type { MemberRecord } from '../../models/records.js';
import type { ConversionContext } from '../../schema/converter.js';
import { mentionedId } from './mention-id.js';

/** Member meant by an id, a mention, a name, a display name or a nickname. */
export function findMember(text: string, { host, guildId }: ConversionContext): Member | undefined {
  if (guildId === undefined) return undefined;
  const id = mentionedId(text, 'user');
  if (id === undefined) {
    const found = firstMember(host.records.list('member', guildId), text);
    return found && host.models.member(guildId, found);
  }
  const cached = host.records.member(guildId, id);
  return cached && host.models.member(guildId, cached);
}

function firstMember(records: Iterable<MemberRecord>, text: string): MemberRecord | undefined {
  const name = text.replace(/^@/, '').replace(/#0$/, '');
  let byShownName: MemberRecord | undefined;
  for (const record of records) {
    const { user } = record;
    if (user.username === name || `${user.username}#${user.discriminator}` === name) return record;
    if (record.nick === name || user.global_name === name) byShownName ??= record;
  }
  return byShownName;
}
