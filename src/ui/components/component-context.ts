import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Interaction } from '../../interactions/interaction.js';
import type { ModalAnswer, ModalJson } from '../../interactions/interaction-context.js';
import { InteractionContext } from '../../interactions/interaction-context.js';
import type { AskOptions, ModalFields } from '../../interactions/modal-asker.js';
import type { Message } from '../../models/message.js';
import type { MessagePayload } from '../../models/message-payload.js';
import type { Renderable } from '../../models/renderable.js';
import type { Constructor } from '../../types/type-tools.js';
import type { ComponentInteraction } from './component-interaction.js';
import type { ComponentScope } from './component-scope.js';

/** What a handler of a button or select gets first. */
export abstract class ComponentContext extends InteractionContext {
  declare readonly interaction: ComponentInteraction;
  #scope: ComponentScope | undefined;

  constructor(interaction: Interaction) {
    super(interaction);
  }

  /** Tells the context its surroundings. @internal */
  enter(scope: ComponentScope): this {
    this.#scope = scope;
    return this;
  }

  /** Surroundings of the component; `undefined` before the router has told them. @internal */
  get scope(): ComponentScope | undefined {
    return this.#scope;
  }

  /** View that the component belongs to; `undefined` for one with a path. */
  get view(): Renderable | undefined {
    return this.#scope?.view;
  }

  /** Component and message as Discord sent them. */
  get payload(): APIMessageComponentInteraction {
    return this.interaction.payload;
  }

  /** Custom id of the component that was used. */
  get customId(): string {
    return this.payload.data.custom_id;
  }

  /** Message that the component sits on. */
  get message(): Message {
    return this.interaction.message!;
  }

  /**
   * Changes the message that the component sits on; give the view itself to show its new state.
   *
   * Before anything else it is the answer; after a reply it changes that message all the same.
   *
   * @throws {InteractionExpiredError} when nothing was answered within 3 seconds, or 15 minutes have gone by.
   */
  async update(payload: MessagePayload): Promise<Message> {
    const message = await this.responder.update(payload);
    this.#scope?.noteMessage(message.id, payload);
    return message;
  }

  /**
   * Opens a modal and waits for what is entered; `undefined` when nobody submits it in time.
   *
   * Other presses on the message are let in while the modal is open.
   */
  override ask<T extends object>(
    modal: Constructor<T>,
    options?: AskOptions<T>,
  ): Promise<ModalAnswer<T> | undefined>;
  override ask(
    modal: ModalJson,
    options?: Pick<AskOptions<object>, 'timeoutMs'>,
  ): Promise<ModalAnswer<ModalFields> | undefined>;
  override async ask(
    modal: Constructor | ModalJson,
    options: AskOptions<object> = {},
  ): Promise<ModalAnswer<object> | undefined> {
    const takeTurn = this.#scope?.stepAside?.();
    try {
      return await super.ask(modal as Constructor, options);
    } finally {
      await takeTurn?.();
    }
  }

  /** Acknowledges the press without showing anything. */
  deferUpdate(): Promise<void> {
    return this.responder.deferUpdate();
  }
}
