import { CustomIdTooLongError } from '../../errors/custom-id-too-long-error.js';
import { DiscordApiError } from '../../errors/discord-api-error.js';
import { DuplicateComponentError } from '../../errors/duplicate-component-error.js';
import { InteractionExpiredError } from '../../errors/interaction-expired-error.js';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import { UnknownViewError } from '../../errors/unknown-view-error.js';
import type { EventBus } from '../../events/event-bus.js';
import type { ModelHost } from '../../models/host.js';
import type { MessagePayload } from '../../models/message-payload.js';
import type { RenderedMessage } from '../../models/renderable.js';
import { isRenderable } from '../../models/renderable.js';
import type { CommandTrace } from '../../pipeline/command-channel.js';
import { noteHandlerFailure } from '../../pipeline/command-channel.js';
import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import type { Constructor, Snowflake } from '../../types/type-tools.js';
import type { Logger } from '../../utils/logger.js';
import { MAX_CUSTOM_ID_LENGTH } from '../paths/component-path.js';
import type { StateKey } from '../state/state-seal.js';
import { StateSeal } from '../state/state-seal.js';
import type { StateStore } from '../state/state-store.js';
import { appearancesOf } from './appearance.js';
import { finishLayout } from './finish-layout.js';
import { LiveViews } from './live-views.js';
import { MessageWatch } from './message-watch.js';
import { persistenceWarning } from './persistence-warning.js';
import { View } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import { blueprintOf } from './view-blueprint.js';
import { writeLiveId } from './view-custom-id.js';
import type { ViewKeeper } from './view-keeper.js';
import { keepViewsOf } from './view-keeper.js';
import { viewSession } from './view-session.js';
import { ViewStates } from './view-states.js';

/** Parts that the views of one bot work with. */
export interface ViewRuntimeParts {
  readonly host: ModelHost;
  readonly tools: PipelineTools;
  /** Key that signs state; see `deriveStateKey`. */
  readonly stateKey: StateKey;
  readonly stateStore: StateStore;
  /** Refuses a class that could not be built for a press on an old message. */
  readonly checkConstructor?: ((viewClass: Constructor) => void) | undefined;
  /** Where the deletion of a message is heard; without it, views on deleted messages end by their timeout. */
  readonly events?: EventBus | undefined;
}

interface KnownView {
  readonly blueprint: ViewBlueprint;
  count: number;
}

/** Views of one bot: which classes it knows, which instances live, and how their state travels. */
export class ViewRuntime implements ViewKeeper {
  readonly live: LiveViews;
  readonly states: ViewStates;
  readonly #tools: PipelineTools;
  readonly #checkConstructor: (viewClass: Constructor) => void;
  readonly #known = new Map<string, KnownView>();
  /** Classes that have been looked at for what would not survive a restart. */
  readonly #examined = new WeakSet<ViewBlueprint>();

  constructor({ checkConstructor, events, host, stateKey, stateStore, tools }: ViewRuntimeParts) {
    this.#tools = tools;
    this.#checkConstructor = checkConstructor ?? (() => undefined);
    const watch =
      events &&
      new MessageWatch(events, {
        messageGone: (messageId) => this.live.forgetMessage(messageId),
        placeGone: (place) => this.live.forgetPlace(place),
      });
    this.live = new LiveViews(
      tools.clock,
      (view) => this.#timedOut(view),
      (isOccupied) => watch?.set(isOccupied),
    );
    this.states = new ViewStates(new StateSeal(stateKey), stateStore);
    keepViewsOf(host, this);
  }

  /**
   * Makes a persistent view class known, so that presses on its messages reach it; the returned function undoes it.
   *
   * @throws {InvalidDefinitionError} when the class has no id, or could not be built again.
   * @throws {DuplicateComponentError} when another class has the same id.
   */
  register(viewClass: Constructor<View>): () => void {
    checkViewClass(viewClass);
    const blueprint = blueprintOf(viewClass);
    const { id, name } = blueprint;
    if (id === undefined) {
      throw new InvalidDefinitionError("a view that a bot is to know needs @ViewOptions({ id: '…' }).", name);
    }
    const known = this.#known.get(id) ?? { blueprint, count: 0 };
    if (known.blueprint !== blueprint) {
      throw new DuplicateComponentError(
        `The views ${known.blueprint.name} and ${name} have the same id "${id}"; rename one.`,
      );
    }
    this.#requireBuildable(viewClass);
    this.#examine(blueprint);
    known.count += 1;
    this.#known.set(id, known);
    let isKnown = true;
    return () => {
      if (isKnown) this.#forget(id, known);
      isKnown = false;
    };
  }

  /** Known persistent view by the id in its custom ids. */
  find(viewId: string): ViewBlueprint | undefined {
    return this.#known.get(viewId)?.blueprint;
  }

  /**
   * What a view looks like now, ready to be answered.
   *
   * @throws {UnknownViewError} when it is persistent and the bot does not know its class.
   */
  async render(view: View, editedId?: Snowflake): Promise<RenderedMessage> {
    view[viewSession].keeper = this;
    const blueprint = blueprintOf(view.constructor as Constructor<View>);
    if (view.timeoutMs === undefined) this.#examine(blueprint);
    const layout = await view.render?.(); // first, because it may load what the buttons show
    const shown = appearancesOf(blueprint, view);
    const names = shown.map(({ name }) => name);
    const ids = isPersistent(view, blueprint)
      ? await this.states.writeIds(this.#requireKnown(blueprint, view), view, names)
      : this.#liveIds(view, names);
    for (const [name, id] of ids) checkLength(`${blueprint.name}.${name}`, id);
    const items = shown.map((one) => ({ ...one, customId: ids.get(one.name)! }));
    const { files, ...rendered } = finishLayout(view, blueprint.name, layout, items);
    const changed = view[viewSession].files.render(files, editedId);
    return changed ? { ...rendered, files: changed } : rendered;
  }

  /** Notes the message that shows a view now. */
  track(view: View): void {
    if (view[viewSession].instanceId !== undefined) this.live.track(view);
    else if (view[viewSession].message) this.#displace(view[viewSession].message.id, view);
  }

  /** Notes that a message was changed to something else: a view that stood on it has ended. */
  noteMessage(messageId: Snowflake, payload: MessagePayload): void {
    if (typeof payload === 'string' || isRenderable(payload)) return;
    if (payload.components !== undefined && payload.view === undefined) this.live.forgetMessage(messageId);
  }

  touch(view: View): void {
    this.live.touch(view);
  }

  park<T>(wait: PromiseLike<T>): Promise<T> {
    return this.#tools.activity.park(wait);
  }

  release(view: View): void {
    this.live.release(view);
  }

  /** Answers presses on this message by this very instance. */
  bind(view: View, messageId: Snowflake): () => void {
    view[viewSession].keeper = this;
    this.live.bind(view, messageId);
    return () => this.live.release(view);
  }

  /** Tells once of a class that looks as if it were persistent and is not. */
  #examine(blueprint: ViewBlueprint): void {
    if (this.#examined.has(blueprint)) return;
    this.#examined.add(blueprint);
    const warning = persistenceWarning(blueprint);
    if (warning !== undefined) this.#tools.logger.warn('ui', warning);
  }

  #requireBuildable(viewClass: Constructor<View>): void {
    try {
      this.#checkConstructor(viewClass);
    } catch (cause) {
      throw new InvalidDefinitionError(
        'the bot could not build it for a press on an old message. Take services only in its constructor, by types or by ' +
          `inject(), and give values as properties: Object.assign(new ${viewClass.name}(), { … }).`,
        viewClass.name,
        { cause },
      );
    }
  }

  /** A class may be made known in several places; it is forgotten with the last. */
  #forget(id: string, known: KnownView): void {
    known.count -= 1;
    if (known.count === 0) this.#known.delete(id);
  }

  /** A view is known by its class, or by itself on a message that it was tied to. */
  #requireKnown(blueprint: ViewBlueprint, view: View): ViewBlueprint {
    const { boundMessageId } = view[viewSession];
    const isTied = boundMessageId !== undefined && this.live.ofMessage(boundMessageId) === view;
    if (isTied || this.find(blueprint.id!) === blueprint) return blueprint;
    throw new UnknownViewError(
      `${blueprint.name} is persistent, but this bot does not know it, so nobody would answer its components after a ` +
        `restart. Write new Bot({ views: [${blueprint.name}] }), or give the class a timeout.`,
    );
  }

  #liveIds(view: View, items: readonly string[]): ReadonlyMap<string, string> {
    const instanceId = view.isFinished ? (view[viewSession].instanceId ?? 'ended') : this.live.expect(view);
    return new Map(items.map((item) => [item, writeLiveId(instanceId, item)]));
  }

  #displace(messageId: Snowflake, by: View): void {
    const before = this.live.ofMessage(messageId);
    if (before && before !== by) this.live.forgetMessage(messageId);
  }

  #timedOut(view: View): void {
    const { disableOnTimeout: isDisabledByClass, name } = blueprintOf(view.constructor as Constructor<View>);
    const disableOnTimeout = view.disableOnTimeout ?? isDisabledByClass;
    if (!view.onTimeout && !disableOnTimeout) return;
    const origin: HandlerOrigin = { kind: 'view', name: 'timeout', cog: name, method: 'onTimeout' };
    const { activity, errors, logger } = this.#tools;
    const run = async (trace?: CommandTrace): Promise<void> => {
      const report = async (error: unknown): Promise<void> => {
        noteHandlerFailure(trace, error);
        await errors.handle(error, origin);
      };
      if (disableOnTimeout) await showDisabled(view, logger).catch(report);
      try {
        await view.onTimeout?.();
      } catch (error) {
        await report(error);
      }
    };
    void activity.run(origin, run);
  }
}

/** Files that are run without a type check get here with anything. */
function checkViewClass(viewClass: unknown): void {
  const isView = typeof viewClass === 'function' && viewClass.prototype instanceof View;
  if (isView) return;
  const name = typeof viewClass === 'function' ? viewClass.name : String(viewClass);
  throw new InvalidDefinitionError(
    'is no view: give a class that extends View, itself and not an instance.',
    name,
  );
}

function checkLength(place: string, id: string): void {
  if (id.length <= MAX_CUSTOM_ID_LENGTH) return;
  throw new CustomIdTooLongError(
    `The custom id of ${place} comes out ${id.length} characters long without any state, and Discord takes ` +
      `${MAX_CUSTOM_ID_LENGTH}. Give the view or the item a shorter id, or \`each\` shorter values.`,
    id,
  );
}

/** Shows a view that has ended as such, if its message can still be reached: when it is gone, so is the need. */
async function showDisabled(view: View, logger: Logger): Promise<void> {
  try {
    await view.disableAll().refresh();
  } catch (error) {
    // Anything else comes from the view itself, from a label that is computed for instance.
    if (!(error instanceof DiscordApiError || error instanceof InteractionExpiredError)) throw error;
    logger.debug('ui', 'A view that has ended could not be shown as such', { error });
  }
}

/** Whether presses find the view by what its custom ids say, without any memory. */
export function isPersistent(view: View, { id, timeoutMs }: ViewBlueprint): boolean {
  const own = view[viewSession].timeoutMs;
  return id !== undefined && (own === undefined ? timeoutMs : own) === null;
}
