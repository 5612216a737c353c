import type { Interaction } from '../../interactions/interaction.js';
import type { HandlerKind } from '../../pipeline/handler.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import type { ComponentContext } from './component-context.js';
import type { ComponentInteraction } from './component-interaction.js';

/** Handler of a cog for a custom id path: what its decorator knows. */
export interface PathHandler {
  readonly path: string;
  readonly method: string;
  readonly kind: HandlerKind & ('button' | 'select');
  /** Discord's number for the kind of component. */
  readonly componentType: number;
  makeContext(interaction: ComponentInteraction): ComponentContext;
  /** Arguments between the context and the path's parameters, such as what was selected. */
  argumentsOf(ctx: ComponentContext): readonly unknown[];
}

/** Where `@Button` and `@Select` with a path write. */
export const pathHandlerMetadata = new ClassMetadata<PathHandler>('path-handler');

/** Narrows an interaction that is known to be one of a component. */
export function asComponentInteraction(interaction: Interaction): ComponentInteraction {
  return interaction as ComponentInteraction;
}
