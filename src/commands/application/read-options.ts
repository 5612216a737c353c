import type { APIApplicationCommandInteractionDataOption } from 'discord-api-types/v10';
import { OptionValueError } from '../../errors/option-value-error.js';
import type { ResolvedEntities } from '../../interactions/resolved-entities.js';
import { checkValue } from '../../schema/check-value.js';
import type { CompiledOption, OptionSchema } from '../../schema/compiled-option.js';
import type { ConversionContext } from '../../schema/converter.js';
import type { OptionKind } from '../../schema/option-kind.js';
import { validateOptions } from '../../schema/validate-options.js';
import { convertText } from '../converters/convert-text.js';

/** Options of an interaction at one level, as Discord sends them. */
export type WireOptions = readonly APIApplicationCommandInteractionDataOption[];

/**
 * Fills a fresh options object from an interaction: models for entities, defaults for what was left out.
 *
 * @throws {OptionValueError} when a value does not fit, or a required one is missing.
 */
export async function readOptions(
  schema: OptionSchema,
  wire: WireOptions,
  entities: ResolvedEntities,
  ctx: ConversionContext,
): Promise<object> {
  const values = schema.create();
  const given = new Map(wire.map((option) => [option.name, option]));
  for (const option of schema.options) {
    const sent = given.get(option.name);
    if (sent && 'value' in sent) values[option.property] = await readValue(option, sent.value, entities, ctx);
    else if (option.isRequired) throw missing(option);
  }
  await validateOptions(schema, values);
  return values;
}

async function readValue(
  option: CompiledOption,
  raw: unknown,
  entities: ResolvedEntities,
  ctx: ConversionContext,
): Promise<unknown> {
  const find = FINDERS[option.descriptor.kind];
  if (find) return found(option, raw, find(entities, String(raw)));
  if (TYPED_AS_TEXT.has(option.descriptor.kind)) return convertText(option, String(raw), ctx);
  checkValue(option, raw);
  return raw;
}

/** Kinds that are text for Discord and something else for the handler. */
const TYPED_AS_TEXT: ReadonlySet<OptionKind> = new Set(['custom', 'duration', 'list', 'union']);

const FINDERS: Partial<Record<OptionKind, (entities: ResolvedEntities, id: string) => object | undefined>> = {
  attachment: (entities, id) => entities.attachment(id),
  channel: (entities, id) => entities.channel(id),
  member: (entities, id) => entities.member(id),
  mentionable: (entities, id) => entities.role(id) ?? entities.member(id) ?? entities.user(id),
  role: (entities, id) => entities.role(id),
  user: (entities, id) => entities.user(id),
};

function found(option: CompiledOption, raw: unknown, entity: object | undefined): object {
  if (entity) return entity;
  const { kind } = option.descriptor;
  const reason = kind === 'member' ? 'is not a member of this server' : 'was not found';
  throw new OptionValueError(`The ${kind} given for \`${option.name}\` ${reason}.`, option.name, raw);
}

function missing(option: CompiledOption): OptionValueError {
  return new OptionValueError(
    `\`${option.name}\` is missing. The command may have changed since your app loaded it: try again in a moment.`,
    option.name,
  );
}
