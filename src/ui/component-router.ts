import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import type { EventBus } from '../events/event-bus.js';
import type { Interaction } from '../interactions/interaction.js';
import type { InteractionContext } from '../interactions/interaction-context.js';
import { ModalContext } from '../interactions/interaction-context.js';
import type { ModelHost } from '../models/host.js';
import type { Message } from '../models/message.js';
import type { CogSurface, LoadedCog } from '../pipeline/cog-surface.js';
import { compileHandler } from '../pipeline/compile-handler.js';
import type { CompiledHandler, HandlerOrigin } from '../pipeline/handler.js';
import type { PipelineTools } from '../pipeline/pipeline-tools.js';
import type { Constructor, Snowflake } from '../types/type-tools.js';
import { ClassMetadata } from '../utils/class-metadata.js';
import { sleep } from '../utils/sleep.js';
import type { ComponentContext } from './components/component-context.js';
import type { ComponentInteraction } from './components/component-interaction.js';
import type { PathHandler } from './components/path-handler.js';
import { asComponentInteraction, pathHandlerMetadata } from './components/path-handler.js';
import { MessageLanes } from './message-lanes.js';
import { readRetryId } from './modals/modal-custom-id.js';
import { ModalDesk } from './modals/modal-desk.js';
import { ComponentPath } from './paths/component-path.js';
import { PathRouter } from './paths/path-router.js';
import { DefaultStateStore } from './state/default-state-store.js';
import type { StateKey } from './state/state-seal.js';
import type { StateStore } from './state/state-store.js';
import type { OnUnknownComponent, UnknownComponentReason } from './unknown-component.js';
import { answerUnknownComponent, UnknownComponentContext } from './unknown-component.js';
import type { View } from './views/view.js';
import { isViewId } from './views/view-custom-id.js';
import { viewItemMetadata } from './views/view-item.js';
import { ViewPresses } from './views/view-presses.js';
import { ViewRuntime } from './views/view-runtime.js';

const ENDED_FORM = 'This form is no longer open. Open it again and send it once more.';

/** How long a handler may take before its press is acknowledged for it. */
const DEFER_AFTER_MS = 2000;

/** How long a listener of `interactionCreate` has to answer a component that nobody else answers. */
const LISTENER_MS = 1000;

/** Parts that the components of one bot are answered with. */
export interface ComponentRouterParts {
  readonly host: ModelHost;
  readonly tools: PipelineTools;
  /** Where the deletion of a message is heard, so that its view ends; without it, by its timeout. */
  readonly events?: EventBus;
  /** Key that signs state in custom ids; see `deriveStateKey`. */
  readonly stateKey: StateKey;
  /** Builds a view by injection. */
  readonly construct: <T extends object>(viewClass: Constructor<T>) => T;
  /** Refuses a class that `construct` could not build; without it that is found at the first press. */
  readonly checkConstructor?: (viewClass: Constructor) => void;
  /** Where large state goes; in memory unless given. */
  readonly stateStore?: StateStore;
  /** Persistent view classes that the bot knows. */
  readonly views?: readonly Constructor<View>[];
  /** Answers what nobody else answers; by a private sentence unless given. */
  readonly onUnknownComponent?: OnUnknownComponent;
}

interface PathTarget {
  readonly handler: PathHandler;
  readonly compiled: CompiledHandler<ComponentContext>;
}

/** Options of a cog, as far as this surface reads them. */
const cogViewMetadata = new ClassMetadata<{ readonly views?: readonly Constructor[] }>('cog');

/**
 * Brings every press on a component to the method that answers it: of a cog by its path, of a view by its id.
 *
 * A press is never met by silence. What nobody answers goes to `onUnknownComponent`; a handler that takes longer than 2
 * seconds, or ends without an answer, has its press acknowledged.
 */
export class ComponentRouter implements CogSurface {
  /** Views of the bot: known classes and living instances. */
  readonly runtime: ViewRuntime;
  /** Modals of the bot: who takes their submissions, and who waits for one. */
  readonly modals: ModalDesk;
  readonly #parts: ComponentRouterParts;
  readonly #paths = new Map<number, PathRouter<PathTarget>>();
  readonly #lanes = new MessageLanes<View>();
  readonly #presses: ViewPresses;
  readonly #unknown: CompiledHandler<UnknownComponentContext>;

  constructor(parts: ComponentRouterParts) {
    const { construct, events, host, stateKey, tools } = parts;
    const stateStore = parts.stateStore ?? new DefaultStateStore(tools.clock, tools.logger);
    this.#parts = parts;
    const { checkConstructor } = parts;
    this.runtime = new ViewRuntime({ checkConstructor, events, host, stateKey, stateStore, tools });
    this.modals = new ModalDesk(host, tools);
    this.#presses = new ViewPresses({ runtime: this.runtime, lanes: this.#lanes, tools, construct });
    this.#unknown = this.#compileUnknown();
    for (const viewClass of parts.views ?? []) this.runtime.register(viewClass);
  }

  check({ cogClass, name }: LoadedCog): void {
    for (const { path } of pathHandlerMetadata.of(cogClass)) new ComponentPath(path);
    const [stray] = viewItemMetadata.of(cogClass);
    if (!stray) return;
    throw new InvalidDefinitionError(
      'this button or select has no path, as only those of a view have. On a cog, give it one: @Button("word/:id").',
      `${name}.${stray.method}`,
    );
  }

  attach(cog: LoadedCog): () => void {
    this.check(cog);
    const undo: Array<() => void> = [];
    const detach = (): void => {
      for (const step of undo.splice(0).reverse()) step();
    };
    try {
      for (const handler of pathHandlerMetadata.of(cog.cogClass)) undo.push(this.#attachPath(cog, handler));
      for (const step of this.modals.attach(cog)) undo.push(step);
      for (const { views = [] } of cogViewMetadata.of(cog.cogClass)) {
        for (const viewClass of views) undo.push(this.runtime.register(viewClass as Constructor<View>));
      }
    } catch (error) {
      detach();
      throw error;
    }
    return detach;
  }

  /**
   * Makes a view answer: its class becomes known or, with `messageId`, this very instance answers on that message.
   *
   * @throws {InvalidDefinitionError} when the class has no id and no message is named.
   */
  addView(view: View, options: { readonly messageId?: Snowflake } = {}): () => void {
    const { messageId } = options;
    if (messageId === undefined) return this.runtime.register(view.constructor as Constructor<View>);
    return this.runtime.bind(view, messageId);
  }

  /** View that a message shows: the living one, or a persistent one with the state of the message. */
  viewOf(message: Message): Promise<View | undefined> {
    return this.#presses.viewOf(message);
  }

  /** Takes one interaction of a component; resolves when it has been dealt with, and never rejects. */
  async dispatch(received: Interaction): Promise<void> {
    const interaction = asComponentInteraction(received);
    const { custom_id: customId } = interaction.payload.data;
    interaction.responder.deferLater('update', DEFER_AFTER_MS);
    if (isViewId(customId)) await this.#dispatchToView(interaction);
    else await this.#dispatchToPath(interaction);
    interaction.responder.cancelDeferral();
    if (!interaction.responder.isAnswered) await this.#acknowledge(interaction);
  }

  /** Takes the submission of one modal; resolves when it has been dealt with, and never rejects. */
  async submit(interaction: Interaction): Promise<void> {
    const { activity, errors } = this.#parts.tools;
    const origin: HandlerOrigin = { kind: 'modal', name: 'submission', cog: 'bot', method: 'submit' };
    interaction.responder.deferLater(interaction.message ? 'update' : 'ephemeralReply', DEFER_AFTER_MS);
    const run = async (): Promise<void> => {
      try {
        if (await this.modals.submit(interaction)) return;
        const ctx = new ModalContext(interaction);
        if (!(await this.#isLeftToListener(ctx))) await ctx.reply(ENDED_FORM, { ephemeral: true });
      } catch (error) {
        await errors.handle(error, origin, new ModalContext(interaction));
      }
    };
    await activity.track(origin, run);
  }

  /** Ends the view of a message that was deleted. */
  forgetMessage(messageId: Snowflake): void {
    this.runtime.live.forgetMessage(messageId);
  }

  /** Forgets every view in memory; for when the bot closes. */
  close(): void {
    this.runtime.live.clear();
    this.modals.close();
  }

  async #dispatchToView(interaction: ComponentInteraction): Promise<void> {
    const { custom_id: customId } = interaction.payload.data;
    try {
      const retry = readRetryId(customId);
      const reason =
        retry === undefined ? await this.#presses.run(interaction) : await this.#reopen(interaction, retry);
      if (reason) await this.#unknown(new UnknownComponentContext(interaction), reason);
    } catch (error) {
      const origin: HandlerOrigin = { kind: 'view', name: customId, cog: 'views', method: 'press' };
      await this.#parts.tools.errors.handle(error, origin, new UnknownComponentContext(interaction));
    }
  }

  /** Opens a modal again with what was typed into it. */
  async #reopen(interaction: ComponentInteraction, key: string): Promise<UnknownComponentReason | undefined> {
    return (await this.modals.retry(interaction, key)) ? undefined : 'ended';
  }

  async #dispatchToPath(interaction: ComponentInteraction): Promise<void> {
    const { component_type: type, custom_id: customId } = interaction.payload.data;
    const match = this.#paths.get(type)?.find(customId);
    if (!match)
      return this.#unknown(
        new UnknownComponentContext(interaction),
        'unknown' satisfies UnknownComponentReason,
      );
    const { compiled, handler } = match.target;
    const ctx = handler.makeContext(interaction).enter(this.runtime);
    await compiled(ctx, match.values);
  }

  /** A handler that did not answer meant no answer; Discord would show a failure. */
  async #acknowledge({ responder, id }: ComponentInteraction): Promise<void> {
    try {
      await responder.deferUpdate();
    } catch (error) {
      this.#parts.tools.logger.warn('ui', 'A press could not be acknowledged', { interactionId: id, error });
    }
  }

  #attachPath({ instance, name }: LoadedCog, handler: PathHandler): () => void {
    const origin: HandlerOrigin = {
      kind: handler.kind,
      name: handler.path,
      cog: name,
      method: handler.method,
    };
    const compiled = compileHandler<ComponentContext>(
      {
        origin,
        target: instance,
        method: Reflect.get(instance, handler.method) as (...args: never[]) => unknown,
        resolveArguments: async (ctx, params) => [...(await handler.argumentsOf(ctx)), ...params],
      },
      this.#parts.tools,
    );
    const router = this.#paths.get(handler.componentType) ?? new PathRouter<PathTarget>();
    this.#paths.set(handler.componentType, router);
    return router.add(new ComponentPath(handler.path), { handler, compiled }, `${name}.${handler.method}`);
  }

  /** Who listens to every interaction may answer this one, and is given a second to do so. */
  async #isLeftToListener({ responder }: InteractionContext): Promise<boolean> {
    const { events, tools } = this.#parts;
    if (events?.has('interactionCreate')) {
      await sleep(tools.clock, LISTENER_MS);
    }
    return responder.isAnswered || responder.hasAttempted;
  }

  #compileUnknown(): CompiledHandler<UnknownComponentContext> {
    const answer = this.#parts.onUnknownComponent ?? answerUnknownComponent;
    return compileHandler<UnknownComponentContext>(
      {
        origin: { kind: 'view', name: 'unknown component', cog: 'bot', method: 'onUnknownComponent' },
        target: this,
        method: (async (ctx: UnknownComponentContext, reason: UnknownComponentReason) => {
          this.#parts.tools.logger.debug('ui', 'Nobody answers a component', {
            customId: ctx.customId,
            reason,
            interactionId: ctx.invocationId,
            guildId: ctx.guildId,
          });
          if (await this.#isLeftToListener(ctx)) return;
          const reply = await answer(ctx, reason);
          if (reply !== undefined) await ctx.reply(reply as string, { ephemeral: true });
        }) as (...args: never[]) => Promise<void>,
      },
      this.#parts.tools,
    );
  }
}
