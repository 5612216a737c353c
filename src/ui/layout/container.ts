import type { APIContainerComponent } from 'discord-api-types/v10';
import type { ComponentOptions, LayoutPart } from './layout-part.js';
import { checkRange, checkTypes, given, toPlain } from './layout-part.js';
import { TextDisplay } from './text-display.js';

/** Looks of a container. */
export interface ContainerOptions extends ComponentOptions {
  /** Colour of the bar at its side, 0 to 0xFFFFFF. */
  readonly accentColor?: number;
  /** Whether it is hidden until somebody clicks on it. */
  readonly spoiler?: boolean;
}

const CHILDREN: ReadonlySet<number> = new Set([1, 9, 10, 12, 13, 14]);

/**
 * Box around other parts; a text may be given as it is.
 *
 * @example
 * ```ts
 * new Container(['# Results', new Separator(), new Section('Tea: 7', Button.to('vote/:choice', { choice: 'tea' }, { label: '+1' }))]);
 * ```
 * @see https://docs.discord.com/developers/components/reference#container
 */
export class Container {
  constructor(
    /** Parts inside, from top to bottom. */
    readonly children: readonly (string | LayoutPart)[],
    /** Looks of the box. */
    readonly options: ContainerOptions = {},
  ) {}

  /** Component in Discord's own form. @throws {InvalidComponentError} when Discord would refuse it. */
  toJSON(): APIContainerComponent {
    const { accentColor, id, spoiler } = this.options;
    const components = this.children.map((child) =>
      toPlain(typeof child === 'string' ? new TextDisplay(child) : child),
    );
    checkTypes('A container', components, CHILDREN);
    if (accentColor !== undefined) checkRange('Accent colour of a container', accentColor, 0, 0xffffff);
    return {
      type: 17,
      components,
      ...given({ accent_color: accentColor, id, spoiler }),
    } as APIContainerComponent;
  }
}
