import { checkSettings } from '../../errors/check-settings.js';
import { ownerOfProperty, placeOf, refuseBare } from '../../errors/decorator-site.js';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { Attachment } from '../../models/attachment.js';
import type { Channel } from '../../models/channel.js';
import type { Role } from '../../models/role.js';
import type { User } from '../../models/user.js';
import type { Fits } from '../../schema/option-fit.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import type { SelectChoice, SelectChoiceValue } from '../components/select-choice.js';
import type {
  ChannelInputSettings,
  CheckboxesInputSettings,
  CommonInputSettings,
  DeclaredInput,
  FileInputSettings,
  InputKind,
  InputSettings,
  SelectInputSettings,
  TextInputSettings,
} from './input-settings.js';

/** Decorator of a property that can hold exactly what the field gives. */
export type InputDecorator<Value, Required extends boolean> = <T, K extends keyof T & string>(
  target: T & Fits<T, K, Value, Required>,
  key: K,
) => void;

/** Where `@Input` writes. */
export const inputMetadata = new ClassMetadata<DeclaredInput>('input');

type Chosen<Choices extends readonly SelectChoice[]> = SelectChoiceValue<Choices[number]>;
type Some<Value, Multiple extends boolean> = Multiple extends true ? Value[] : Value;

/**
 * Fields of a modal, one function per kind. The first parameter is the label, at most 45 characters.
 *
 * Length rules of class-validator become limits of Discord, and all its rules are checked again on submission. An
 * initialiser fills a field from the start and makes it optional.
 *
 * @see https://docs.discord.com/developers/components/reference#label
 */
export const Input = {
  /** One line of text. */
  text<R extends boolean = true>(
    label: string,
    settings: TextInputSettings<R> = {},
  ): InputDecorator<string, R> {
    return declare('text', label, settings);
  },

  /** Several lines of text. */
  paragraph<R extends boolean = true>(
    label: string,
    settings: TextInputSettings<R> = {},
  ): InputDecorator<string, R> {
    return declare('paragraph', label, settings);
  },

  /** Menu with entries of its own, 1 to 25, or a function asked for them each time; with `multiple`, an array. */
  select<const C extends readonly SelectChoice[], R extends boolean = true, M extends boolean = false>(
    label: string,
    choices: C | (() => C),
    settings: SelectInputSettings<R, M> = {},
  ): InputDecorator<Some<Chosen<C>, M>, R> {
    return declare('select', label, settings, choices);
  },

  /** Menu of users. */
  user<R extends boolean = true, M extends boolean = false>(
    label: string,
    settings: SelectInputSettings<R, M> = {},
  ): InputDecorator<Some<User, M>, R> {
    return declare('user', label, settings);
  },

  /** Menu of roles. */
  role<R extends boolean = true, M extends boolean = false>(
    label: string,
    settings: SelectInputSettings<R, M> = {},
  ): InputDecorator<Some<Role, M>, R> {
    return declare('role', label, settings);
  },

  /** Menu of users and roles. */
  mentionable<R extends boolean = true, M extends boolean = false>(
    label: string,
    settings: SelectInputSettings<R, M> = {},
  ): InputDecorator<Some<User | Role, M>, R> {
    return declare('mentionable', label, settings);
  },

  /** Menu of channels. */
  channel<R extends boolean = true, M extends boolean = false>(
    label: string,
    settings: ChannelInputSettings<R, M> = {},
  ): InputDecorator<Some<Channel, M>, R> {
    return declare('channel', label, settings);
  },

  /** File to upload; up to 10 with `multiple`. */
  file<R extends boolean = true, M extends boolean = false>(
    label: string,
    settings: FileInputSettings<R, M> = {},
  ): InputDecorator<Some<Attachment, M>, R> {
    return declare('file', label, settings);
  },

  /** One of 2 to 10 entries, all in sight. */
  radio<const C extends readonly SelectChoice[], R extends boolean = true>(
    label: string,
    choices: C | (() => C),
    settings: CommonInputSettings<R> = {},
  ): InputDecorator<Chosen<C>, R> {
    return declare('radio', label, settings, choices);
  },

  /** Any of 1 to 10 entries, all in sight. */
  checkboxes<const C extends readonly SelectChoice[], R extends boolean = true>(
    label: string,
    choices: C | (() => C),
    settings: CheckboxesInputSettings<R> = {},
  ): InputDecorator<Chosen<C>[], R> {
    return declare('checkboxes', label, settings, choices);
  },

  /** Yes or no. */
  checkbox(
    label: string,
    settings: Pick<CommonInputSettings<true>, 'description'> = {},
  ): InputDecorator<boolean, true> {
    return declare('checkbox', label, settings);
  },

  /** Text between the fields, with markdown; it asks for nothing, and the property holds the text. */
  label(text: string): InputDecorator<string, true> {
    return declare('label', text, {});
  },
} as const;

function declare<Value, R extends boolean>(
  kind: InputKind,
  label: string,
  settings: InputSettings,
  choices: DeclaredInput['choices'] = [],
): InputDecorator<Value, R> {
  const name = `Input.${kind}`;
  refuseBare(name, [label, settings], `${name}('Label')`);
  return (target: unknown, property: string, descriptor?: unknown): void => {
    const owner = ownerOfProperty(name, target as object, property, descriptor);
    const place = placeOf(target as object, property);
    if (typeof label !== 'string') {
      throw new InvalidDefinitionError(`has no label; write @${name}('Label', …)`, place);
    }
    checkSettings(settings, inputKeys(kind), place);
    inputMetadata.add(owner, { property, kind, label, settings, choices });
  };
}

/** Settings that a kind of field takes. */
function inputKeys(kind: InputKind): Readonly<Record<string, true>> {
  if (kind === 'label') return {};
  if (kind === 'checkbox') return { description: true };
  const common = { description: true, required: true } as const;
  if (kind === 'radio') return common;
  if (kind === 'text' || kind === 'paragraph') {
    return { ...common, maxLength: true, minLength: true, placeholder: true };
  }
  const counted = { ...common, maxValues: true, minValues: true } as const;
  if (kind === 'checkboxes') return counted;
  const chosen = { ...counted, multiple: true, placeholder: true } as const;
  if (kind === 'channel') return { ...chosen, channelTypes: true };
  return kind === 'file' ? { ...chosen, fileTypes: true } : chosen;
}
