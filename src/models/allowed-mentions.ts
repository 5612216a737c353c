import type { APIAllowedMentions } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';

/** What an `AllowedMentions` is made of; what is left out falls back to the default. */
export interface AllowedMentionsOptions {
  /** Whether `@everyone` and `@here` notify. */
  readonly everyone?: boolean;
  /** Whether users mentioned in the text are notified, or which ones. */
  readonly users?: boolean | readonly Snowflake[];
  /** Whether members of mentioned roles are notified, or of which roles. */
  readonly roles?: boolean | readonly Snowflake[];
  /** Whether the author of the message replied to is notified. */
  readonly repliedUser?: boolean;
}

/**
 * Mentions that may notify somebody; all others are shown without a notification.
 *
 * Users only, unless said otherwise: text from elsewhere cannot notify everyone by accident.
 *
 * @see https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export class AllowedMentions {
  static readonly #usersOnly = new AllowedMentions({
    everyone: false,
    users: true,
    roles: false,
    repliedUser: true,
  });
  /** What may notify, as it was given. */
  readonly options: AllowedMentionsOptions;

  constructor(options: AllowedMentionsOptions = {}) {
    this.options = Object.freeze({ ...options });
  }

  /** Users in the text and the author replied to, no roles, not everyone. */
  static usersOnly(): AllowedMentions {
    return AllowedMentions.#usersOnly;
  }

  /** Every mention notifies. */
  static all(): AllowedMentions {
    return new AllowedMentions({ everyone: true, users: true, roles: true, repliedUser: true });
  }

  /** No mention notifies. */
  static none(): AllowedMentions {
    return new AllowedMentions({ everyone: false, users: false, roles: false, repliedUser: false });
  }

  /** Same, with the fields that `other` sets in the place of these. */
  merge(other: AllowedMentions | AllowedMentionsOptions): AllowedMentions {
    return new AllowedMentions({
      ...this.options,
      ...(other instanceof AllowedMentions ? other.options : other),
    });
  }

  /** Form in which Discord takes it. */
  toJSON(): APIAllowedMentions {
    const { everyone, users, roles, repliedUser } = this.options;
    const parse: string[] = [];
    if (everyone) parse.push('everyone');
    if (users === true) parse.push('users');
    if (roles === true) parse.push('roles');
    return {
      parse: parse as NonNullable<APIAllowedMentions['parse']>,
      ...(Array.isArray(users) ? { users: [...users] } : {}),
      ...(Array.isArray(roles) ? { roles: [...roles] } : {}),
      replied_user: repliedUser ?? false,
    };
  }
}
