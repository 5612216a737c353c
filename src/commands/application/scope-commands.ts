import { DuplicateCommandError } from '../../errors/duplicate-command-error.js';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import type { Snowflake } from '../../types/type-tools.js';
import { commandSize, MAX_COMMAND_CHARACTERS } from './command-size.js';
import type { RegisteredCommand } from './registered-command.js';

/** Guild in whose scope a command stands; `undefined` for the global scope. */
export type CommandScope = Snowflake | undefined;

/** Most commands of each type in one scope. @see https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const SCOPE_LIMITS: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

/** Commands of one scope, found by type and name in one step however many there are. */
export class ScopeCommands {
  readonly #scope: CommandScope;
  readonly #commands = new Map<string, RegisteredCommand>();
  /** Commands by type and root, and how many roots there are of a type. */
  readonly #roots = new Map<string, Set<RegisteredCommand>>();
  readonly #rootCounts = new Map<ApplicationCommandType, number>();

  constructor(scope: CommandScope) {
    this.#scope = scope;
  }

  get isEmpty(): boolean {
    return this.#commands.size === 0;
  }

  [Symbol.iterator](): Iterator<RegisteredCommand> {
    return this.#commands.values();
  }

  get(type: ApplicationCommandType, qualifiedName: string): RegisteredCommand | undefined {
    return this.#commands.get(`${type}/${qualifiedName}`);
  }

  /**
   * Looks whether a command can be added.
   *
   * @throws {DuplicateCommandError} when another has its name, or stands where its group is.
   * @throws {InvalidDefinitionError} when Discord does not take so many, or its group is declared in two ways.
   */
  check(command: RegisteredCommand): void {
    const { type, root } = command;
    const same = this.get(type, command.qualifiedName);
    if (same) throw duplicate(command, same);
    const siblings = this.#roots.get(`${type}/${root.name}`);
    if (siblings) checkAmong(command, siblings);
    else this.#checkLimit(command);
    checkSize(command, siblings ?? []);
  }

  #checkLimit(command: RegisteredCommand): void {
    const { type } = command;
    const limit = SCOPE_LIMITS[type] ?? Number.POSITIVE_INFINITY;
    if ((this.#rootCounts.get(type) ?? 0) < limit) return;
    const where = this.#scope === undefined ? 'everywhere' : `in guild ${this.#scope}`;
    throw new InvalidDefinitionError(
      `is one command too many: Discord takes ${limit} ${where}`,
      placeOf(command),
    );
  }

  add(command: RegisteredCommand): void {
    const { type, root, qualifiedName } = command;
    this.#commands.set(`${type}/${qualifiedName}`, command);
    const siblings = this.#roots.get(`${type}/${root.name}`);
    if (siblings) siblings.add(command);
    else {
      this.#roots.set(`${type}/${root.name}`, new Set([command]));
      this.#rootCounts.set(type, (this.#rootCounts.get(type) ?? 0) + 1);
    }
  }

  remove(command: RegisteredCommand): void {
    const { type, root, qualifiedName } = command;
    if (!this.#commands.delete(`${type}/${qualifiedName}`)) return;
    const siblings = this.#roots.get(`${type}/${root.name}`);
    siblings?.delete(command);
    if (siblings?.size !== 0) return;
    this.#roots.delete(`${type}/${root.name}`);
    this.#rootCounts.set(type, (this.#rootCounts.get(type) ?? 1) - 1);
  }
}

function checkSize(command: RegisteredCommand, siblings: Iterable<RegisteredCommand>): void {
  const size = commandSize([...siblings, command]);
  if (size <= MAX_COMMAND_CHARACTERS) return;
  throw new InvalidDefinitionError(
    `makes "${command.root.name}" ${size} characters long, names, descriptions and choices together; Discord takes ` +
      `${MAX_COMMAND_CHARACTERS}. Shorten them, or offer choices by autocomplete`,
    placeOf(command),
  );
}

/** Most commands and groups below one root or group. */
const MAX_CHILDREN = 25;

function checkAmong(command: RegisteredCommand, siblings: ReadonlySet<RegisteredCommand>): void {
  for (const other of siblings) checkSiblings(command, other);
  const { subgroup } = command;
  const below = subgroup
    ? [...siblings].filter((other) => other.subgroup?.name === subgroup.name).map(({ name }) => name)
    : [...siblings].map((other) => other.subgroup?.name ?? other.name);
  if (new Set([...below, command.name]).size <= MAX_CHILDREN) return;
  throw new InvalidDefinitionError(
    `is one too many below "${subgroup?.name ?? command.root.name}": Discord takes ${MAX_CHILDREN}`,
    placeOf(command),
  );
}

/** Commands below one root must not hide each other, and must say the same of the root. */
function checkSiblings(command: RegisteredCommand, other: RegisteredCommand): void {
  const isAlone = [command, other].some(({ root, qualifiedName }) => root.name === qualifiedName);
  if (isAlone) throw duplicate(command, other);
  if (command.root === other.root || JSON.stringify(command.root) === JSON.stringify(other.root)) return;
  throw new InvalidDefinitionError(
    `its group "${command.root.name}" has another description or other settings than in ${placeOf(other)}`,
    placeOf(command),
  );
}

function duplicate(command: RegisteredCommand, other: RegisteredCommand): DuplicateCommandError {
  const [first, second] = [placeOf(other), placeOf(command)];
  return new DuplicateCommandError(
    `Two ${command.origin.kind}s are called "${command.qualifiedName}": ${first} and ${second}. ` +
      'Rename one of the methods, or give one a { name }.',
    command.qualifiedName,
    [first, second],
  );
}

function placeOf({ origin }: RegisteredCommand): string {
  return `${origin.cog}.${origin.method}`;
}
