import type { Entry } from './list-box.js';
import { nameOf, openChannel, openGuild, userOf, worldNow } from './look-up.js';

/** What a select menu or option of users, roles, mentionables or channels offers. */
export function entityEntries(
  kind: 'user' | 'role' | 'mentionable' | 'channel',
  channelTypes: readonly number[] = [],
): Entry[] {
  const guild = openGuild();
  const direct = worldNow()?.directs.find(({ id }) => id === openChannel()?.id);
  const memberIds =
    guild?.members.map(({ id }) => id) ?? (direct ? [direct.userId, worldNow()!.viewerId] : []);
  const users = memberIds.map((id) => ({ value: id, label: nameOf(id), hint: userOf(id)?.username }));
  const roles = (guild?.roles ?? []).map(({ id, name }) => ({
    value: id,
    label: name.startsWith('@') ? name : `@${name}`,
    hint: 'role',
  }));
  if (kind === 'user') return users;
  if (kind === 'role') return roles;
  if (kind === 'mentionable') return [...users, ...roles];
  return (guild?.channels ?? [])
    .filter(({ type }) => channelTypes.length === 0 || channelTypes.includes(type))
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
}

/** Entries whose label or hint contains a text. */
export function filterEntries(entries: readonly Entry[], text: string): Entry[] {
  const wanted = text.toLowerCase().replace(/^[@#/]/, '');
  return entries.filter(({ label, hint }) => `${label} ${hint ?? ''}`.toLowerCase().includes(wanted));
}
