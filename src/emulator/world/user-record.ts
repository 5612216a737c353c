import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Snowflake } from '../../types/type-tools.js';

/** User as Discord sends one. @see https://docs.discord.com/developers/resources/user#user-object */
export interface UserRecord {
  readonly id: Snowflake;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: string | null;
  banner: string | null;
  accent_color: number | null;
  bot?: true;
  public_flags: number;
  flags: number;
  primary_guild: null;
  avatar_decoration_data: null;
  collectibles: null;
}

/** Person or bot of that name, with everything else at its default. */
export function newUser(id: Snowflake, name: string, isBot: boolean): UserRecord {
  if (typeof name !== 'string' || name.trim() === '') {
    throw new InvalidInvocationError('Everybody has a name of 1 to 32 characters; give one.');
  }
  return {
    id,
    username: isBot ? name : name.toLowerCase().replace(/[^a-z0-9_.]/g, '_'),
    discriminator: isBot ? '0000' : '0',
    global_name: isBot ? null : name,
    avatar: null,
    banner: null,
    accent_color: null,
    ...(isBot ? { bot: true as const } : {}),
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    avatar_decoration_data: null,
    collectibles: null,
  };
}
