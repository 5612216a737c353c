import type { ChannelType } from 'discord-api-types/v10';
import type { Channel } from '../../models/channel.js';
import type { ChannelRecord } from '../../models/records.js';
import type { ConversionContext } from '../../schema/converter.js';
import { mentionedId } from './mention-id.js';

/** Channel of the guild meant by an id, a mention or a name, when it has one of the given types. */
export function findChannel(
  text: string,
  { host, guildId }: ConversionContext,
  types: readonly ChannelType[] | undefined,
): Channel | undefined {
  const isWanted = (record: ChannelRecord): boolean =>
    record.guild_id === guildId && (types === undefined || types.includes(record.type));
  const id = mentionedId(text, 'channel');
  if (id !== undefined) {
    const record = host.records.channel(id);
    return record && isWanted(record) ? host.models.channel(record) : undefined;
  }
  if (guildId === undefined) return undefined;
  const name = text.replace(/^#/, '');
  for (const record of host.records.list('channel', guildId)) {
    if (record.name === name && isWanted(record)) return host.models.channel(record);
  }
  return undefined;
}
