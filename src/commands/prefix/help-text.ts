import { UserFacingError } from '../../errors/user-facing-error.js';
import { nearestName } from '../../utils/nearest-name.js';
import type { PrefixCommandRegistry } from './prefix-command-registry.js';
import type { PrefixContext } from './prefix-context.js';
import type { RegisteredTypedCommand } from './registered-typed-command.js';
import type { TypedCommand } from './typed-command.js';
import { usageOf } from './usage.js';

/** Commands of one cog, as help lists them. */
export interface HelpCategory {
  /** Name of the cog. */
  readonly name: string;
  /** Text of the cog. */
  readonly description: string;
  /** Commands of the cog, in alphabetical order. */
  readonly commands: readonly TypedCommand[];
}

/**
 * Writes what help says of the prefix commands; extend it to say it in another way.
 *
 * Hidden commands are left out, and so are those whose checks refuse the user who asks.
 */
export class HelpText {
  /** Lines about a topic: a command, a group, a cog, or everything when it is empty. */
  async about(
    topic: string,
    ctx: PrefixContext,
    registry: PrefixCommandRegistry,
  ): Promise<readonly string[]> {
    const commands = await visibleCommands(registry, ctx);
    if (topic === '') return this.overview(categoriesOf(commands), ctx);
    const named = registry.get(topic);
    const command = commands.find((each) => each === named);
    if (command) return this.command(command, ctx);
    const inGroup = commands.filter(({ name }) => name.startsWith(`${topic} `));
    if (inGroup.length > 0) return this.group(topic, inGroup, ctx);
    const category = categoriesOf(commands).find(({ name }) => name === topic);
    return category ? this.category(category, ctx) : this.notFound(topic, commands);
  }

  /** Everything, by cog. */
  overview(categories: readonly HelpCategory[], ctx: PrefixContext): readonly string[] {
    if (categories.length === 0) return ['There is no command that you can use.'];
    const lines = categories.flatMap((category) => [...this.category(category, ctx), '']);
    return [...lines, `\`${ctx.prefix}${ctx.invokedWith} <command>\` tells more about one.`];
  }

  /** One cog. */
  category({ name, description, commands }: HelpCategory, ctx: PrefixContext): readonly string[] {
    return [
      `**${name}**${description && ` – ${description}`}`,
      ...commands.map((command) => this.line(command, ctx)),
    ];
  }

  /** One group of commands. */
  group(name: string, commands: readonly TypedCommand[], ctx: PrefixContext): readonly string[] {
    return [`**${ctx.prefix}${name}**`, ...commands.map((command) => this.line(command, ctx))];
  }

  /** One command in full. */
  command(command: TypedCommand, ctx: PrefixContext): readonly string[] {
    const options = command.schema.options.map(({ name, descriptor, defaultValue, isRequired }) => {
      const fallback =
        isRequired || defaultValue === undefined ? '' : ` (${JSON.stringify(defaultValue)} unless given)`;
      return `\`${name}\` – ${descriptor.description}${fallback}`;
    });
    const aliases = command.aliases.length > 0 ? [`Also: ${command.aliases.join(', ')}`] : [];
    return [`\`${usageOf(command, ctx.prefix)}\``, command.description, ...aliases, ...options].filter(
      Boolean,
    );
  }

  /** One command in a list. */
  line({ name, description }: TypedCommand, ctx: PrefixContext): string {
    return `\`${ctx.prefix}${name}\`${description && ` – ${description}`}`;
  }

  /** Nothing has that name. */
  notFound(topic: string, commands: readonly TypedCommand[]): readonly string[] {
    const nearest = nearestName(
      topic,
      commands.map(({ name }) => name),
    );
    return [`There is no command "${topic}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`];
  }
}

async function visibleCommands(
  registry: PrefixCommandRegistry,
  ctx: PrefixContext,
): Promise<readonly RegisteredTypedCommand[]> {
  const visible: RegisteredTypedCommand[] = [];
  for (const command of registry.all) {
    if (!command.settings.hidden && (await passes(command, ctx))) visible.push(command);
  }
  return visible;
}

async function passes(command: RegisteredTypedCommand, ctx: PrefixContext): Promise<boolean> {
  try {
    await command.check(ctx);
    return true;
  } catch (error) {
    if (error instanceof UserFacingError) return false;
    throw error;
  }
}

function categoriesOf(commands: readonly TypedCommand[]): readonly HelpCategory[] {
  const byCog = new Map<string, TypedCommand[]>();
  for (const command of commands)
    byCog.set(command.category.name, [...(byCog.get(command.category.name) ?? []), command]);
  return Array.from(byCog, ([name, own]) => ({
    name,
    description: own[0]!.category.description,
    commands: own,
  }));
}
