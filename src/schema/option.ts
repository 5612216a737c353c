import type { ChannelType } from 'discord-api-types/v10';
import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import type { Attachment } from '../models/attachment.js';
import type { Channel } from '../models/channel.js';
import type { ChannelOfType } from '../models/channel-of-type.js';
import type { Member } from '../models/member.js';
import type { Role } from '../models/role.js';
import type { User } from '../models/user.js';
import type { Choice, ChoiceSource, ChoiceValue } from './choices.js';
import type { ConverterLike } from './converter.js';
import type { AnyOption, OptionDecorator, OptionDescriptor, ValueOf } from './option-descriptor.js';
import { makeOption } from './option-descriptor.js';
import type { OptionKind } from './option-kind.js';
import type {
  AttachmentOptionSettings,
  ChannelOptionSettings,
  CommonOptionSettings,
  CustomOptionSettings,
  ListOptionSettings,
  NumericOptionSettings,
  OptionSettings,
  StringOptionSettings,
} from './option-settings.js';

/** Value that one entry of a list of choices stands for. */
type ChoiceValueOf<C> = C extends Choice<infer V> ? V : C extends ChoiceValue ? C : never;

/**
 * Options of commands, one function per kind.
 *
 * Each works as a property decorator in an options class and as a value in an inline shape, and the compiler checks
 * that the property can hold what the option gives. An initialiser makes an option optional, with that default.
 *
 * @example
 * ```ts
 * class BanOptions {
 *   @Option.member('Who to ban') member!: Member;
 *   @Option.integer('Days of messages to delete', { minValue: 0, maxValue: 7 }) days = 0;
 *   @Option.string('Why', { required: false, maxLength: 200 }) reason?: string;
 * }
 * ```
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
 */
export const Option = {
  /** File that the user uploads with the command. */
  attachment<R extends boolean = true>(
    description: string,
    settings: AttachmentOptionSettings<R> = {},
  ): OptionDecorator<Attachment, R> {
    return option('attachment', description, settings);
  },

  /** Yes or no. */
  boolean<R extends boolean = true>(
    description: string,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<boolean, R> {
    return option('boolean', description, settings);
  },

  /** Channel; with `types`, only channels of these types, and the property is narrowed to their classes. */
  channel<R extends boolean = true, const C extends readonly ChannelType[] = readonly ChannelType[]>(
    description: string,
    settings: ChannelOptionSettings<R, C> = {},
  ): OptionDecorator<ChannelType extends C[number] ? Channel : ChannelOfType<C[number]>, R> {
    return option('channel', description, settings);
  },

  /**
   * One of a fixed list or of an enum; the property has the type of exactly these values.
   *
   * More than 25 choices are offered by autocomplete instead of a menu.
   */
  choice<const C extends ChoiceSource, R extends boolean = true>(
    description: string,
    choices: C,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<ChoiceValueOf<C[keyof C & (C extends readonly unknown[] ? number : keyof C)]>, R> {
    return makeOption({ kind: 'choice', description, settings: { ...settings, choices } });
  },

  /** Value that a converter makes from the typed text. */
  custom<V, R extends boolean = true>(
    description: string,
    converter: ConverterLike<V>,
    settings: CustomOptionSettings<R> = {},
  ): OptionDecorator<V, R> {
    return makeOption({ kind: 'custom', description, settings, converter });
  },

  /** Length of time such as `90s`, `15m` or `1h30m`; gives milliseconds. */
  duration<R extends boolean = true>(
    description: string,
    settings: CommonOptionSettings<R> & Pick<NumericOptionSettings<R>, 'minValue' | 'maxValue'> = {},
  ): OptionDecorator<number, R> {
    return option('duration', description, settings);
  },

  /** Whole number between -(2^53 - 1) and 2^53 - 1. */
  integer<R extends boolean = true>(
    description: string,
    settings: NumericOptionSettings<R> = {},
  ): OptionDecorator<number, R> {
    return option('integer', description, settings);
  },

  /**
   * Several values of one kind.
   *
   * Typed as words of a message, or into one text option of a slash command. With an initialiser (`tags: string[] = []`)
   * it may be empty.
   */
  list<V, R extends boolean = true>(
    description: string,
    item: OptionDecorator<V, boolean>,
    settings: ListOptionSettings<R> = {},
  ): OptionDecorator<V[], R> {
    return makeOption({ kind: 'list', description, settings, items: [partOf('list', item)] });
  },

  /** Member of the guild in which the command is used. */
  member<R extends boolean = true>(
    description: string,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<Member, R> {
    return option('member', description, settings);
  },

  /** Anything that can be mentioned: a member (a user outside guilds) or a role. */
  mentionable<R extends boolean = true>(
    description: string,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<Member | Role | User, R> {
    return option('mentionable', description, settings);
  },

  /** Number, with or without a fraction. */
  number<R extends boolean = true>(
    description: string,
    settings: NumericOptionSettings<R> = {},
  ): OptionDecorator<number, R> {
    return option('number', description, settings);
  },

  /** Role of the guild. */
  role<R extends boolean = true>(
    description: string,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<Role, R> {
    return option('role', description, settings);
  },

  /** Text. */
  string<R extends boolean = true>(
    description: string,
    settings: StringOptionSettings<R> = {},
  ): OptionDecorator<string, R> {
    return option('string', description, settings);
  },

  /** Value of the first of several kinds that it fits; text on Discord's side. */
  union<const D extends readonly AnyOption[], R extends boolean = true>(
    description: string,
    items: D,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<ValueOf<D[number]>, R> {
    return makeOption({
      kind: 'union',
      description,
      settings,
      items: items.map((item) => partOf('union', item)),
    });
  },

  /** User, member of the guild or not. */
  user<R extends boolean = true>(
    description: string,
    settings: CommonOptionSettings<R> = {},
  ): OptionDecorator<User, R> {
    return option('user', description, settings);
  },
} as const;

/** Descriptor of an option inside another; files that run without a type check get here with anything. */
function partOf(kind: 'list' | 'union', item: AnyOption): OptionDescriptor {
  const descriptor: OptionDescriptor | undefined = item?.descriptor;
  if (descriptor) return descriptor;
  const example =
    kind === 'list' ? "Option.integer('Number')" : "[Option.user('User'), Option.string('Name')]";
  throw new InvalidDefinitionError(
    `takes options as its second argument, as in Option.${kind}('Text', ${example}).`,
    `Option.${kind}`,
  );
}

function option<Value, R extends boolean>(
  kind: OptionKind,
  description: string,
  settings: OptionSettings,
): OptionDecorator<Value, R> {
  return makeOption({ kind, description, settings } satisfies OptionDescriptor);
}
