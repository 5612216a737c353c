import type { Snowflake } from '../../types/type-tools.js';

/** Role as Discord sends one. @see https://docs.discord.com/developers/topics/permissions#role-object */
export interface RoleRecord {
  readonly id: Snowflake;
  name: string;
  permissions: string;
  position: number;
  color: number;
  colors: { primary_color: number; secondary_color: number | null; tertiary_color: number | null };
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  icon: string | null;
  unicode_emoji: string | null;
  flags: number;
  tags?: { bot_id?: Snowflake };
}

/** Role of that name, with everything else at its default. */
export function newRole(id: Snowflake, name: string, permissions: bigint, position: number): RoleRecord {
  return {
    id,
    name,
    permissions: String(permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}
