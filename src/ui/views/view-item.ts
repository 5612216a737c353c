import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import type { HandlerKind } from '../../pipeline/handler.js';
import type { Awaitable } from '../../types/type-tools.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import type { ComponentContext } from '../components/component-context.js';
import type { ComponentInteraction } from '../components/component-interaction.js';
import type { View } from './view.js';

/** Value, or a function of the view that gives it. */
export type OfView<V, T> = T | ((view: V) => T);

/** One interactive component of a view: what its decorator knows. */
export interface ViewItem {
  /** Name in custom ids; the method's name unless given. */
  readonly key: string;
  readonly method: string;
  readonly kind: HandlerKind & ('button' | 'select');
  /** Action row to stand in, 0–4; the first with room unless given. */
  readonly row: number | undefined;
  /** How it looks at this moment; `undefined` leaves it out. */
  render(view: View, customId: string): APIComponentInMessageActionRow | undefined;
  /** Context that the handler gets. */
  makeContext(interaction: ComponentInteraction): ComponentContext;
  /** Arguments after the context. */
  argumentsOf(ctx: ComponentContext): Awaitable<readonly unknown[]>;
}

/** Where `@Button` and `@Select` on a method of a view write. */
export const viewItemMetadata = new ClassMetadata<ViewItem>('view-item');

/** Value of an option of an item for this view. */
export function ofView<T>(view: View, option: OfView<never, T>): T {
  return typeof option === 'function' ? (option as (view: View) => T)(view) : option;
}
