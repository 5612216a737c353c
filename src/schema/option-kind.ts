import { ApplicationCommandOptionType } from '../types/application-command-option-type.js';

/** Kinds of options; several share one type on Discord's side. */
export type OptionKind =
  | 'attachment'
  | 'boolean'
  | 'channel'
  | 'choice'
  | 'custom'
  | 'duration'
  | 'integer'
  | 'list'
  | 'member'
  | 'mentionable'
  | 'number'
  | 'role'
  | 'string'
  | 'union'
  | 'user';

/** Discord's type for each kind; a `choice` takes that of its values. */
export const OPTION_TYPES = {
  attachment: ApplicationCommandOptionType.Attachment,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
  choice: ApplicationCommandOptionType.String,
  custom: ApplicationCommandOptionType.String,
  duration: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  list: ApplicationCommandOptionType.String,
  member: ApplicationCommandOptionType.User,
  mentionable: ApplicationCommandOptionType.Mentionable,
  number: ApplicationCommandOptionType.Number,
  role: ApplicationCommandOptionType.Role,
  string: ApplicationCommandOptionType.String,
  union: ApplicationCommandOptionType.String,
  user: ApplicationCommandOptionType.User,
} as const satisfies Record<OptionKind, ApplicationCommandOptionType>;
