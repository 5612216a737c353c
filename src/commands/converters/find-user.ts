import type { UserRecord } from '../../models/records.js';
import type { User } from '../../models/user.js';
import type { ConversionContext } from '../../schema/converter.js';
import { mentionedId } from './mention-id.js';
import { unlessUnknown } from './unless-unknown.js';

/** User meant by an id, a mention or a name (`name`, `@name`, `name#0`); asks Discord for an id that is not cached. */
export async function findUser(
  text: string,
  { host, message }: ConversionContext,
): Promise<User | undefined> {
  const id = mentionedId(text, 'user');
  if (id === undefined) {
    const found = firstUser(host.records.list('user', ''), text);
    return found && host.models.user(found);
  }
  const record = host.records.user(id);
  const mentioned = message?.mentions.find((each) => each.id === id);
  if (mentioned) return mentioned;
  if (record) return host.models.user(record);
  const fetched = await unlessUnknown(host.rest.users.get(id));
  return fetched && host.models.user(fetched);
}

/** First user of that name; a display name only when nobody has it as user name. */
function firstUser(records: Iterable<UserRecord>, text: string): UserRecord | undefined {
  const name = text.replace(/^@/, '').replace(/#0$/, '');
  let byDisplayName: UserRecord | undefined;
  for (const record of records) {
    if (record.username === name || `${record.username}#${record.discriminator}` === name) return record;
    if (record.global_name === name) byDisplayName ??= record;
  }
  return byDisplayName;
}
