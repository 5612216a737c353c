/** Turns what a test writes as an option's value into what Discord's client would send, and refuses what it would not. */
import { ApplicationCommandOptionType as O } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { nearestName } from '../../utils/nearest-name.js';
import type { ResolvedData } from '../interactions/resolved-data.js';
import type { CommandOptionRecord } from '../world/command-record.js';
import { checkFileTypes } from './check-file-types.js';

/** File to attach to an option. */
export interface FileValue {
  /** Name of the file, such as `cat.png`. */
  readonly name: string;
  /** Content of the file. */
  readonly data: Buffer | string;
  /** Media type, such as `image/png`. Default: by the ending of the name. */
  readonly contentType?: string;
}

/** Value of an option: plain, a file, or anything with an id, such as a person, channel or role. */
export type OptionValue = string | number | boolean | { readonly id: string } | FileValue;

/** Option as an interaction carries it. */
export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: readonly SentOption[];
}

/** Options of one (sub-)command, checked against how it was registered. */
export function toSentOptions(
  command: string,
  options: readonly CommandOptionRecord[],
  values: Readonly<Record<string, OptionValue | undefined>>,
  resolved: ResolvedData,
): SentOption[] {
  const names = options.map(({ name }) => name);
  for (const name of Object.keys(values)) {
    if (names.includes(name)) continue;
    const near = nearestName(name, names);
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    throw new InvalidInvocationError(`/${command} has no option "${name}".${hint}`, names);
  }
  const missing = options.filter(({ name, required }) => required === true && values[name] === undefined);
  if (missing.length > 0) {
    const list = missing.map(({ name }) => `"${name}"`).join(', ');
    throw new InvalidInvocationError(`/${command} needs a value for ${list}.`, names);
  }
  return options.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) return [];
    return [{ name: option.name, type: option.type, value: toSentValue(command, option, value, resolved) }];
  });
}

function toSentValue(
  command: string,
  option: CommandOptionRecord,
  value: OptionValue,
  resolved: ResolvedData,
): string | number | boolean {
  const refuse = (expected: string): never => {
    throw new InvalidInvocationError(
      `/${command}: the option "${option.name}" takes ${expected}, not ${JSON.stringify(value)}.`,
    );
  };
  switch (option.type) {
    case O.String:
      return typeof value === 'string' ? checkText(option, value, refuse) : refuse('text');
    case O.Integer:
      return Number.isSafeInteger(value)
        ? checkNumber(option, value as number, refuse)
        : refuse('a whole number');
    case O.Number:
      return typeof value === 'number' && Number.isFinite(value)
        ? checkNumber(option, value, refuse)
        : refuse('a number');
    case O.Boolean:
      return typeof value === 'boolean' ? value : refuse('true or false');
    case O.Attachment:
      if (!isFile(value)) return refuse('a file: { name, data }');
      checkFileTypes(`/${command}: the option "${option.name}"`, option.file_types, value.name);
      return resolved.addFile(value);
    default: {
      const id = typeof value === 'string' ? value : (value as { id?: string }).id;
      if (id === undefined || !resolved.add(option, id))
        return refuse(`a ${KIND_NAMES[option.type] ?? 'value'} or its id`);
      return id;
    }
  }
}

const KIND_NAMES: Readonly<Record<number, string>> = {
  [O.User]: 'user',
  [O.Channel]: 'channel of the right type',
  [O.Role]: 'role',
  [O.Mentionable]: 'user or role',
};

function checkText(option: CommandOptionRecord, value: string, refuse: (expected: string) => never): string {
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (value.length < min || value.length > max) refuse(`${min} to ${max} characters`);
  return checkChoice(option, value, refuse);
}

function checkNumber(
  option: CommandOptionRecord,
  value: number,
  refuse: (expected: string) => never,
): number {
  const { min_value: min, max_value: max } = option;
  if (min !== undefined && value < min) refuse(`at least ${min}`);
  if (max !== undefined && value > max) refuse(`at most ${max}`);
  return checkChoice(option, value, refuse);
}

/** A choice may be given by its value or by the name that people see. */
function checkChoice<T extends string | number>(
  { choices }: CommandOptionRecord,
  value: T,
  refuse: (expected: string) => never,
): T {
  if (!choices || choices.length === 0) return value;
  const choice = choices.find((candidate) => candidate.value === value || candidate.name === value);
  return choice ? (choice.value as T) : refuse(`one of ${choices.map(({ name }) => `"${name}"`).join(', ')}`);
}

function isFile(value: OptionValue): value is FileValue {
  return typeof value === 'object' && 'data' in value && 'name' in value;
}
