import { escapeMentions } from '../../models/formatting.js';
import type { ConversionContext } from '../../schema/converter.js';

/** Text in which mentions are written as names; what is not cached is named as unknown. */
export function cleanText(text: string, { host, guildId, message }: ConversionContext): string {
  const named = text.replace(/<(@[!&]?|#)(\d{15,20})>/g, (_mention, sort: string, id: string) => {
    if (sort === '#') return `#${host.records.channel(id)?.name ?? 'unknown-channel'}`;
    if (sort === '@&') return `@${(guildId && host.records.role(guildId, id)?.name) ?? 'unknown-role'}`;
    const member = guildId === undefined ? undefined : host.records.member(guildId, id);
    const user =
      member?.user ?? host.records.user(id) ?? message?.mentions.find((each) => each.id === id)?.raw;
    return `@${member?.nick ?? user?.global_name ?? user?.username ?? 'unknown-user'}`;
  });
  return escapeMentions(named);
}
