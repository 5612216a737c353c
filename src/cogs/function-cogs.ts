import { MessageCommand } from '../commands/application/message-command.js';
import type { MessageContext } from '../commands/application/message-context.js';
import { SlashCommand } from '../commands/application/slash-command.js';
import type { SlashContext } from '../commands/application/slash-context.js';
import { UserCommand } from '../commands/application/user-command.js';
import type { UserContext } from '../commands/application/user-context.js';
import type {
  MenuCommandSettings,
  PrefixCommandSettings,
  SlashCommandSettings,
} from '../commands/command-settings.js';
import { PrefixCommand } from '../commands/prefix/prefix-command.js';
import type { PrefixContext } from '../commands/prefix/prefix-context.js';
import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import type { EventMap, EventName } from '../events/event-map.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { User } from '../models/user.js';
import type { GuardDecorator } from '../pipeline/guard-metadata.js';
import type { OptionsClass } from '../schema/compiled-option.js';
import type { OptionShape, OptionsOf } from '../schema/option-descriptor.js';
import type { OptionsSource } from '../schema/option-schema.js';
import type { TaskOptions } from '../tasks/task-loop.js';
import type { Constructor } from '../types/type-tools.js';
import { Button } from '../ui/components/button.js';
import type { ButtonContext } from '../ui/components/button-context.js';
import type { CheckedPath, PathParams } from '../ui/paths/path-params.js';
import { Cog } from './cog.js';
import type { CogLoader } from './cog-loader.js';
import { Listen } from './listen.js';
import { Task } from './task.js';

/** Function with any parameters; which ones is checked by the overloads. */
type AnyHandler = (...args: never[]) => unknown;

/** Decorator of a method, as far as it matters here. */
type MethodDecorator = (target: object, key: string, descriptor: TypedPropertyDescriptor<never>) => void;

/** Takes back what was registered. */
export type Unregister = () => void;

/**
 * Registers plain functions, without a class: each becomes a cog of one method, so the same rules hold for it.
 *
 * The name of a command is that of its function in kebab-case, or `{ name }`. Checks, cooldowns and the like follow the
 * handler, as the decorators they are: `slashCommand('Bans', BanOptions, ban, RequirePermissions('BanMembers'))`.
 */
export class FunctionCogs {
  readonly #cogs: CogLoader;

  /** @internal */
  constructor(cogs: CogLoader) {
    this.#cogs = cogs;
  }

  /** Registers a slash command. */
  slashCommand(
    settings: string | SlashCommandSettings,
    handler: (ctx: SlashContext) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister;
  slashCommand<O extends object>(
    settings: string | SlashCommandSettings,
    options: OptionsClass<O>,
    handler: (ctx: SlashContext, options: NoInfer<O>) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister;
  slashCommand<S extends OptionShape>(
    settings: string | SlashCommandSettings,
    options: S,
    handler: (ctx: SlashContext, options: OptionsOf<NoInfer<S>>) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister;
  slashCommand(settings: string | SlashCommandSettings, ...rest: readonly unknown[]): Unregister {
    const { options, handler, guards } = partsOf(rest);
    requireName('slashCommand', settings, handler);
    return this.#register(SlashCommand(settings, options as OptionsClass), handler, guards, settings);
  }

  /** Registers a prefix command. */
  prefixCommand(
    settings: string | PrefixCommandSettings,
    handler: (ctx: PrefixContext) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister;
  prefixCommand<O extends object>(
    settings: string | PrefixCommandSettings,
    options: OptionsClass<O>,
    handler: (ctx: PrefixContext, options: NoInfer<O>) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister;
  prefixCommand<S extends OptionShape>(
    settings: string | PrefixCommandSettings,
    options: S,
    handler: (ctx: PrefixContext, options: OptionsOf<NoInfer<S>>) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister;
  prefixCommand(settings: string | PrefixCommandSettings, ...rest: readonly unknown[]): Unregister {
    const { options, handler, guards } = partsOf(rest);
    requireName('prefixCommand', settings, handler);
    return this.#register(PrefixCommand(settings, options as OptionsClass), handler, guards, settings);
  }

  /** Registers an entry of the menu on users. */
  userCommand(
    settings: string | MenuCommandSettings,
    handler: (ctx: UserContext, target: Member | User) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister {
    return this.#register(UserCommand(settings), handler, guards, settings);
  }

  /** Registers an entry of the menu on messages. */
  messageCommand(
    settings: string | MenuCommandSettings,
    handler: (ctx: MessageContext, message: Message) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister {
    return this.#register(MessageCommand(settings), handler, guards, settings);
  }

  /** Registers a listener. */
  listen<E extends EventName>(event: E, handler: (...args: EventMap[E]) => unknown): Unregister {
    return this.#register(Listen(event), handler as AnyHandler, []);
  }

  /** Registers a task. */
  task(options: TaskOptions, handler: () => unknown): Unregister {
    return this.#register(Task(options), handler, []);
  }

  /** Registers the handler of a button by its path. */
  button<const Path extends string>(
    path: Path & CheckedPath<Path>,
    handler: (ctx: ButtonContext, params: PathParams<Path>) => unknown,
    ...guards: readonly GuardDecorator[]
  ): Unregister {
    return this.#register(Button(path as string) as unknown as MethodDecorator, handler, guards);
  }

  /** Registers a function under any decorator of methods, as a button by its path. */
  register(decorate: MethodDecorator, handler: AnyHandler, ...guards: readonly GuardDecorator[]): Unregister {
    return this.#register(decorate, handler, guards);
  }

  #register(
    decorate: MethodDecorator,
    handler: AnyHandler,
    guards: readonly GuardDecorator[],
    settings: string | { readonly name?: string } = '',
  ): Unregister {
    const given = typeof settings === 'string' ? settings : settings.name;
    const name = handler.name || given || 'handler';
    const cogClass = cogOf(name, handler, [decorate, ...(guards as unknown as readonly MethodDecorator[])]);
    this.#cogs.add(cogClass);
    return () => void this.#cogs.unload(cogClass);
  }
}

/** Options, handler and guards in their order; options may be left out. */
function partsOf(rest: readonly unknown[]) {
  const hasOptions = typeof rest[0] !== 'function' || isClass(rest[0]);
  const [handler, ...guards] = (hasOptions ? rest.slice(1) : rest) as [AnyHandler, ...GuardDecorator[]];
  return { options: hasOptions ? (rest[0] as OptionsSource) : undefined, handler, guards };
}

/** A command is called by its function's name, and an arrow written in place has none. */
function requireName(
  method: string,
  settings: string | { readonly name?: string },
  handler: AnyHandler,
): void {
  if (handler.name !== '' || (typeof settings === 'object' && settings.name !== undefined)) return;
  throw new InvalidDefinitionError(
    'the function has no name to call the command by: name it, or give { name, description } in place of the description',
    `bot.${method}`,
  );
}

function isClass(value: unknown): boolean {
  const prototype = Object.getOwnPropertyDescriptor(value, 'prototype');
  return prototype !== undefined && !prototype.writable;
}

/** Class with the function as its one method; cooldowns and logs know it by the method's name. */
function cogOf(method: string, handler: AnyHandler, decorators: readonly MethodDecorator[]): Constructor {
  class FunctionCog {}
  const descriptor = {
    configurable: true,
    value(this: object, ...args: never[]): unknown {
      return handler(...args);
    },
  };
  Object.defineProperty(FunctionCog.prototype, method, descriptor);
  for (const decorate of [...decorators].reverse()) {
    decorate(FunctionCog.prototype, method, descriptor as TypedPropertyDescriptor<never>);
  }
  Cog({ name: 'functions' })(FunctionCog);
  return FunctionCog;
}
