/** Guild, channels, roles and people of a fresh playground. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Emulator } from '../emulator/emulator.js';
import type { EmulatedBot } from '../emulator/people/emulated-bot.js';
import type { Person } from '../emulator/people/person.js';
import { makeRole } from '../emulator/world/make-guild.js';

const TEXT = 0;
const VOICE = 2;
const CATEGORY = 4;

/** Makes the guild, lets the bot in, and gives its people: an owner, a moderator, a member. */
export function makeNeighbourhood(emulator: Emulator, bot: EmulatedBot): readonly Person[] {
  const [alice, bob, carol] = ['Alice', 'Bob', 'Carol'].map((name) => emulator.createUser(name)) as [
    Person,
    Person,
    Person,
  ];
  const guild = emulator.createGuild({ name: 'Playground', owner: alice, channels: [] });
  const record = emulator.world.guilds.get(guild.id)!;
  const moderator = makeRole(emulator.world, record, {
    name: 'Moderator',
    color: 0x3ba55d,
    hoist: true,
    permissions: String(P.KickMembers | P.BanMembers | P.ManageMessages | P.ModerateMembers | P.ManageRoles),
  });
  makeRole(emulator.world, record, { name: 'Regular', color: 0xe67e22 });
  for (const guest of [alice, bot, bob, carol]) guild.add(guest);
  guild.giveRole(bob, moderator);
  const text = guild.createChannel({ name: 'Text channels', type: CATEGORY });
  guild.createChannel({
    name: 'general',
    type: TEXT,
    parent_id: text.id,
    topic: 'Talk to the bot: type / for its commands',
  });
  guild.createChannel({ name: 'bot-commands', type: TEXT, parent_id: text.id });
  const staff = guild.createChannel({ name: 'moderators', type: TEXT, parent_id: text.id });
  staff.setPermissions({ id: guild.id }, { deny: P.ViewChannel });
  staff.setPermissions(moderator, { allow: P.ViewChannel });
  staff.setPermissions(bot, { allow: P.ViewChannel });
  const voice = guild.createChannel({ name: 'Voice channels', type: CATEGORY });
  guild.createChannel({ name: 'Lounge', type: VOICE, parent_id: voice.id });
  return [alice, bob, carol];
}
