import type { ModelHost } from '../../models/host.js';
import type { Member } from '../../models/member.js';
import type { MemberRecord } from '../../models/records.js';
import type { ConversionContext } from '../../schema/converter.js';
import type { Snowflake } from '../../types/type-tools.js';
import { mentionedId } from './mention-id.js';
import { unlessUnknown } from './unless-unknown.js';

/**
 * Member meant by an id, a mention, a name, a display name or a nickname; asks Discord for one that is not cached.
 *
 * Discord finds by the beginning of a name, so what it gives is looked at in the same way as the cache.
 */
export async function findMember(
  text: string,
  { host, guildId }: ConversionContext,
): Promise<Member | undefined> {
  if (guildId === undefined) return undefined;
  const id = mentionedId(text, 'user');
  const cached =
    id === undefined
      ? firstMember(host.records.list('member', guildId), text)
      : host.records.member(guildId, id);
  const found = cached ?? (await ask(host, guildId, text, id));
  return found && host.models.member(guildId, found);
}

async function ask(
  { rest }: ModelHost,
  guildId: Snowflake,
  text: string,
  id: Snowflake | undefined,
): Promise<MemberRecord | undefined> {
  if (id !== undefined) return unlessUnknown(rest.members.get(guildId, id));
  const query = nameOf(text).replace(/#\d{4}$/, '');
  if (query === '') return undefined;
  return firstMember(await rest.members.search(guildId, { query, limit: 100 }), text);
}

/** Name without what people put around it. */
function nameOf(text: string): string {
  return text.replace(/^@/, '').replace(/#0$/, '');
}

function firstMember(records: Iterable<MemberRecord>, text: string): MemberRecord | undefined {
  const name = nameOf(text);
  let byShownName: MemberRecord | undefined;
  for (const record of records) {
    const { user } = record;
    if (user.username === name || `${user.username}#${user.discriminator}` === name) return record;
    if (record.nick === name || user.global_name === name) byShownName ??= record;
  }
  return byShownName;
}
