/** Events of users: declared by augmenting the package, then typed everywhere. */
import type { EventListener, EventName, Member } from 'cogwork';
import { Bot } from 'cogwork';

declare module 'cogwork' {
  interface EventMap {
    memberLevelUp: [member: Member, level: number];
  }
}

const name: EventName = 'memberLevelUp';
const listener: EventListener<'memberLevelUp'> = (member, level) =>
  `${member.displayName} ${level.toFixed(0)}`;

export function listen(bot: Bot): string {
  bot.listen('memberLevelUp', listener);
  return name;
}
