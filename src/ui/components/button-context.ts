import type { APIButtonComponent } from 'discord-api-types/v10';
import { ComponentContext } from './component-context.js';
import { findComponent } from './find-component.js';

/** What a button's handler gets first: who pressed it, on which message, and the ways to answer. */
export class ButtonContext extends ComponentContext {
  /** Button as it stands on the message; `undefined` where Discord did not send it along. */
  get button(): APIButtonComponent | undefined {
    return findComponent(this.payload.message.components, this.customId) as APIButtonComponent | undefined;
  }
}
