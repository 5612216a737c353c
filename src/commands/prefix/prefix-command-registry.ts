import { DuplicateCommandError } from '../../errors/duplicate-command-error.js';
import type { EventBus } from '../../events/event-bus.js';
import type { ModelHost } from '../../models/host.js';
import type { Message } from '../../models/message.js';
import type { CogSurface, LoadedCog } from '../../pipeline/cog-surface.js';
import { compileGuards } from '../../pipeline/compile-guards.js';
import { compileHandler } from '../../pipeline/compile-handler.js';
import type { HandlerDefinition, HandlerOrigin } from '../../pipeline/handler.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import { compileOptions } from '../../schema/option-schema.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { DeclaredCommand } from '../command-metadata.js';
import { commandMetadata } from '../command-metadata.js';
import { unlessUnknown } from '../converters/unless-unknown.js';
import { AnswerMemory } from './answer-memory.js';
import { bindArguments } from './bind-arguments.js';
import { checkOrder } from './check-order.js';
import { PrefixContext } from './prefix-context.js';
import type { PrefixOptions } from './prefix-source.js';
import { checkPrefix, matchPrefix } from './prefix-source.js';
import type { RegisteredTypedCommand } from './registered-typed-command.js';
import { StringView } from './string-view.js';
import { typedNames } from './typed-names.js';

type DeclaredPrefixCommand = Extract<DeclaredCommand, { kind: 'prefix' }>;

/** Parts of a registry. */
export interface PrefixCommandRegistryParts {
  /** Where messages are heard, as long as there is a command to call. */
  readonly events: EventBus;
  readonly host: ModelHost;
  readonly tools: PipelineTools;
}

/** Typed commands of one bot: registered by cogs, called by messages. */
export class PrefixCommandRegistry implements CogSurface {
  readonly #parts: PrefixCommandRegistryParts;
  readonly #options: PrefixOptions;
  /** Commands by name and by each alias. */
  readonly #commands = new Map<string, RegisteredTypedCommand>();
  /** Words that lead to a command without being one, with how many it leads to. */
  readonly #groups = new Map<string, number>();
  readonly #answers: AnswerMemory;
  #stopListening: (() => void) | undefined;
  #hasTold = false;

  constructor(parts: PrefixCommandRegistryParts, options: PrefixOptions = {}) {
    checkPrefix(options.prefix);
    this.#answers = new AnswerMemory(options.trackEdits ?? 0);
    this.#parts = parts;
    this.#options = options;
  }

  /** Registered commands, in the order they came. */
  get all(): readonly RegisteredTypedCommand[] {
    return [...new Set(this.#commands.values())];
  }

  /** Command of a name or alias. */
  get(name: string): RegisteredTypedCommand | undefined {
    return this.#commands.get(this.#fold(name));
  }

  attach(cog: LoadedCog): () => void {
    const added: RegisteredTypedCommand[] = [];
    const remove = (): void => {
      for (const command of added.splice(0)) this.#remove(command);
    };
    try {
      for (const declared of commandMetadata.of(cog.cogClass)) {
        if (declared.kind !== 'prefix') continue;
        const command = this.#compile(cog, declared);
        this.#add(command);
        added.push(command);
      }
    } catch (error) {
      remove();
      throw error;
    }
    return remove;
  }

  /** Runs the command that a message calls, when it calls one; resolves when its handler has ended. */
  async receive(message: Message): Promise<void> {
    if (message.author.bot || message.webhookId !== undefined) return;
    const prefix = await matchPrefix(message, this.#parts.host.selfId, this.#options);
    if (prefix === undefined) return;
    const view = new StringView(message.content.slice(prefix.length));
    const called = this.#find(view);
    if (!called) return;
    const { command, invokedWith } = called;
    const invocation = { command, prefix, invokedWith, rest: view.rest };
    const ctx = new PrefixContext(this.#parts.host, message, invocation, this.#answers.first(message.id));
    await command.run(ctx);
    this.#answers.remember(message.id, ctx.answers);
  }

  /** Command of the longest run of words that is one; the view is left behind it. */
  #find(
    view: StringView,
  ): { readonly command: RegisteredTypedCommand; readonly invokedWith: string } | undefined {
    let words = '';
    let found: ReturnType<PrefixCommandRegistry['get']>;
    let end = view.position;
    let invokedWith = '';
    do {
      words = words === '' ? view.takeBareWord() : `${words} ${view.takeBareWord()}`;
      const command = this.get(words);
      if (command) [found, invokedWith, end] = [command, words, view.position];
      view.skipSpace();
    } while (!view.isAtEnd && this.#groups.has(this.#fold(words)));
    view.reset(end);
    return found && { command: found, invokedWith };
  }

  #compile(
    cog: LoadedCog,
    { isHybrid, method, options, settings }: DeclaredPrefixCommand,
  ): RegisteredTypedCommand {
    const place = `${cog.cogClass.name}.${method}`;
    const { name, aliases } = typedNames(cog, method, settings, place);
    const schema = compileOptions(options, place);
    if (!settings.flags) checkOrder(schema.options, place);
    const origin: HandlerOrigin = {
      kind: isHybrid ? 'hybrid command' : 'prefix command',
      name,
      cog: cog.name,
      method,
    };
    const definition: HandlerDefinition<PrefixContext> = {
      origin,
      target: cog.instance,
      method: (cog.instance as Record<string, HandlerDefinition<PrefixContext>['method']>)[method]!,
      resolveArguments: async (ctx) => [await bindArguments(schema, ctx)],
    };
    const run = compileHandler(definition, this.#parts.tools);
    const { check } = compileGuards(cog.instance.constructor, origin, this.#parts.tools);
    const category = { name: cog.name, description: cog.description ?? '' };
    return {
      name,
      aliases,
      description: settings.description ?? '',
      category,
      settings,
      schema,
      origin,
      check,
      run,
    };
  }

  #add(command: RegisteredTypedCommand): void {
    const words = [command.name, ...command.aliases].map((word) => this.#fold(word));
    for (const word of words) {
      const other = this.#commands.get(word);
      if (other) throw duplicate(word, command, other);
    }
    for (const word of words) {
      this.#commands.set(word, command);
      for (const group of groupsOf(word)) this.#groups.set(group, (this.#groups.get(group) ?? 0) + 1);
    }
    this.#stopListening ??= this.#listen(command.origin);
  }

  /** Whoever forgot the prefix would find their commands unanswered, and nothing wrong. */
  #tellOfMissingPrefix({ name }: HandlerOrigin): void {
    if (this.#options.prefix !== undefined || this.#hasTold) return;
    this.#hasTold = true;
    const { logger } = this.#parts.tools;
    if (this.#options.mentionPrefix === false) {
      logger.warn(
        'commands',
        `Nothing can call typed commands such as "${name}": there is no prefix, and mentionPrefix is off. Write new Bot({ prefix: '!' }).`,
      );
      return;
    }
    logger.info(
      'commands',
      `Typed commands are called by a mention of the bot alone, as in "@bot ${name}", because there is no prefix. Write ` +
        "new Bot({ prefix: '!' }), or prefix: [] if that is meant.",
    );
  }

  #listen(origin: HandlerOrigin): () => void {
    const { events } = this.#parts;
    this.#tellOfMissingPrefix(origin);
    const stops = [events.on('messageCreate', (message) => this.receive(message), origin)];
    if (this.#options.trackEdits) {
      stops.push(
        events.on('messageUpdate', (before, after) => this.#edited(before, after), origin),
        events.on('rawMessageDelete', ({ messageId }) => this.#deleted(messageId), origin),
        events.on('rawMessageDeleteBulk', ({ messageIds }) => this.#deleted(...messageIds), origin),
      );
    }
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Runs the command again when its text has changed, not when Discord added a preview. */
  async #edited(before: Message | undefined, after: Message): Promise<void> {
    if (before ? before.content === after.content : after.editedAt === undefined) return;
    await this.receive(after);
  }

  /** Deletes the answers to commands that are gone; what is gone already is no failure. */
  async #deleted(...messageIds: readonly Snowflake[]): Promise<void> {
    for (const answer of messageIds.flatMap((id) => this.#answers.forget(id))) {
      await unlessUnknown(answer.delete());
    }
  }

  #remove(command: RegisteredTypedCommand): void {
    for (const word of [command.name, ...command.aliases].map((name) => this.#fold(name))) {
      this.#commands.delete(word);
      for (const group of groupsOf(word)) this.#leave(group);
    }
    if (this.#commands.size > 0) return;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  #leave(group: string): void {
    const left = (this.#groups.get(group) ?? 1) - 1;
    if (left > 0) this.#groups.set(group, left);
    else this.#groups.delete(group);
  }

  #fold(word: string): string {
    return this.#options.caseInsensitive ? word.toLowerCase() : word;
  }
}

/** `config roles` and `config` of `config roles add`. */
function groupsOf(name: string): readonly string[] {
  const words = name.split(' ');
  return words.slice(1).map((_word, index) => words.slice(0, index + 1).join(' '));
}

function duplicate(
  word: string,
  command: RegisteredTypedCommand,
  other: RegisteredTypedCommand,
): DuplicateCommandError {
  const [first, second] = [other, command].map(({ origin }) => `${origin.cog}.${origin.method}`) as [
    string,
    string,
  ];
  return new DuplicateCommandError(
    `Two prefix commands are called "${word}": ${first} and ${second}. Rename one, or give one a { name }.`,
    word,
    [first, second],
  );
}
