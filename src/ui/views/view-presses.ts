/**
 * Way of a press on a view: read the custom id, wait for the turn on that message, find the view, run the handler.
 *
 * A view in memory is found by its instance. A persistent one is built anew for the press and given the state of the
 * custom id; presses that wait on the same message share one instance, because each but the first carries a state that
 * the one before has already changed.
 */
import type { Message } from '../../models/message.js';
import type { MessagePayload } from '../../models/message-payload.js';
import type { CompiledHandler, HandlerOrigin } from '../../pipeline/handler.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import type { Awaitable, Constructor, Snowflake } from '../../types/type-tools.js';
import { isPromiseLike } from '../../utils/is-promise-like.js';
import type { ComponentContext } from '../components/component-context.js';
import type { ComponentInteraction } from '../components/component-interaction.js';
import type { ComponentScope } from '../components/component-scope.js';
import type { MessageLanes, Turn } from '../message-lanes.js';
import type { UnknownComponentReason } from '../unknown-component.js';
import { findAppearance } from './appearance.js';
import { compileItem } from './compile-item.js';
import type { ItemValue } from './item-value.js';
import type { View } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import { blueprintOf } from './view-blueprint.js';
import type { ViewAddress } from './view-custom-id.js';
import { readViewId } from './view-custom-id.js';
import type { ViewItem } from './view-item.js';
import type { ViewRuntime } from './view-runtime.js';
import { viewSession } from './view-session.js';
import type { StateReading } from './view-states.js';

const FINDING: HandlerOrigin = { kind: 'view', name: 'state', cog: 'bot', method: 'find' };

/** Parts that presses are answered with. */
export interface ViewPressParts {
  readonly runtime: ViewRuntime;
  readonly lanes: MessageLanes<View>;
  readonly tools: PipelineTools;
  /** Builds a view by injection. */
  readonly construct: <T extends object>(viewClass: Constructor<T>) => T;
}

/** Brings presses on views to their handlers. */
export class ViewPresses {
  readonly #parts: ViewPressParts;
  readonly #compiled = new WeakMap<ViewBlueprint, Map<string, CompiledHandler<ComponentContext>>>();

  constructor(parts: ViewPressParts) {
    this.#parts = parts;
  }

  /** Runs the handler of a press; gives the reason when there is none. */
  async run(interaction: ComponentInteraction): Promise<UnknownComponentReason | undefined> {
    const { custom_id: customId } = interaction.payload.data;
    const address = readViewId(customId);
    if (!address) return 'unknown';
    const entering = this.#parts.lanes.enter(interaction.payload.message.id);
    const turn = isPromiseLike(entering) ? await entering : entering;
    try {
      return await this.#runInTurn(interaction, address, turn);
    } finally {
      turn.release();
    }
  }

  /** View that a message shows: the living one, or a persistent one with the state of the message. */
  async viewOf(message: Message): Promise<View | undefined> {
    const bound = this.#parts.runtime.live.ofMessage(message.id);
    if (bound) return bound;
    const address = findViewAddress(message.raw.components);
    if (address?.kind !== 'persistent') return undefined;
    const blueprint = this.#parts.runtime.find(address.viewId);
    if (!blueprint) return undefined;
    const reading = await this.#parts.runtime.states.read(blueprint, address.item, address.state);
    if (typeof reading === 'string') return undefined;
    const view = this.#build(blueprint, message);
    reading.apply(view);
    return view;
  }

  async #runInTurn(
    interaction: ComponentInteraction,
    address: ViewAddress,
    turn: Turn<View>,
  ): Promise<UnknownComponentReason | undefined> {
    const { activity } = this.#parts.tools;
    const finding = activity.track(FINDING, () => this.#find(interaction, address, turn));
    const view = isPromiseLike(finding) ? await finding : finding;
    if (typeof view === 'string') return view;
    const blueprint = blueprintOf(view.constructor as Constructor<View>);
    const shown = findAppearance(blueprint, view, address.item);
    if (!shown) return 'outdated';
    turn.shared = view;
    const ctx = shown.item.makeContext(interaction);
    ctx.enter(new PressScope(this.#parts.runtime, turn, view, shown.value));
    await this.#handlerOf(blueprint, shown.item)(ctx);
    return undefined;
  }

  /** Finds the view of a press; at once unless its state is in the store. */
  #find(
    interaction: ComponentInteraction,
    address: ViewAddress,
    turn: Turn<View>,
  ): Awaitable<View | UnknownComponentReason> {
    const { live, states } = this.#parts.runtime;
    const bound = live.ofMessage(interaction.payload.message.id);
    if (address.kind === 'live') return live.ofInstance(address.instanceId) ?? bound ?? 'ended';
    const blueprint =
      this.#parts.runtime.find(address.viewId) ?? (bound && blueprintOf(bound.constructor as never));
    if (blueprint?.id !== address.viewId) return 'unknown';
    const take = (reading: StateReading): View | UnknownComponentReason => {
      if (typeof reading === 'string') return reading;
      if (turn.shared?.constructor === blueprint.viewClass) return turn.shared;
      const view =
        bound?.constructor === blueprint.viewClass ? bound : this.#buildFor(blueprint, interaction);
      reading.apply(view);
      return view;
    };
    const reading = states.read(blueprint, address.item, address.state);
    return isPromiseLike(reading) ? reading.then(take) : take(reading);
  }

  #buildFor(blueprint: ViewBlueprint, interaction: ComponentInteraction): View {
    const view = this.#build(blueprint, interaction.message);
    view[viewSession].edit = (payload) => interaction.responder.update(payload);
    return view;
  }

  #build(blueprint: ViewBlueprint, message: Message | undefined): View {
    const view = this.#parts.construct(blueprint.viewClass);
    const session = view[viewSession];
    session.keeper = this.#parts.runtime;
    session.message = message;
    return view;
  }

  #handlerOf(blueprint: ViewBlueprint, item: ViewItem): CompiledHandler<ComponentContext> {
    const handlers = this.#compiled.get(blueprint) ?? new Map<string, CompiledHandler<ComponentContext>>();
    this.#compiled.set(blueprint, handlers);
    const known = handlers.get(item.key);
    if (known) return known;
    const { runtime, tools } = this.#parts;
    const compiled = compileItem(blueprint, item, tools, runtime);
    handlers.set(item.key, compiled);
    return compiled;
  }
}

/** Surroundings of one press. */
class PressScope implements ComponentScope {
  readonly view: View;
  readonly value: ItemValue | undefined;
  readonly #runtime: ViewRuntime;
  readonly #turn: Turn<View>;

  constructor(runtime: ViewRuntime, turn: Turn<View>, view: View, value: ItemValue | undefined) {
    this.#runtime = runtime;
    this.#turn = turn;
    this.view = view;
    this.value = value;
  }

  noteMessage(messageId: Snowflake, payload: MessagePayload): void {
    this.#runtime.noteMessage(messageId, payload);
  }

  stepAside(): () => Promise<void> {
    return this.#turn.stepAside();
  }
}

/** First custom id of a view in a message, however deep it stands. */
function findViewAddress(components: unknown): ViewAddress | undefined {
  const [, customId] = /"custom_id":"(~[^"&^]+)"/.exec(JSON.stringify(components ?? [])) ?? [];
  return customId === undefined ? undefined : readViewId(customId);
}
