import type { APIButtonComponent } from 'discord-api-types/v10';
import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { ownerOfMethod, refuseBare } from '../../errors/decorator-site.js';
import type { Answering } from '../../pipeline/replies.js';
import type { Constructor } from '../../types/type-tools.js';
import { ComponentPath } from '../paths/component-path.js';
import type { CheckedPath, PathParams } from '../paths/path-params.js';
import type { EachArgument, ItemValue, OfView } from '../views/item-value.js';
import type { View } from '../views/view.js';
import type { ItemSettings, ViewItem } from '../views/view-item.js';
import { itemPlace, ofView, viewItemMetadata } from '../views/view-item.js';
import { ButtonContext } from './button-context.js';
import type { ButtonLook, ButtonStyleName, ComponentEmoji } from './button-style.js';
import {
  checkButtonStyle,
  checkLabel,
  toButtonComponent,
  toLinkButton,
  toPremiumButton,
} from './button-style.js';
import { pathHandlerMetadata } from './path-handler.js';

const TYPE_BUTTON = 2;

/** Button of a view: each look is a value, or a function of the view. */
export interface ViewButtonOptions<V, Each extends ItemValue = never> {
  /** At most 80 characters; needed unless there is an emoji. */
  readonly label?: OfView<V, string | undefined, Each>;
  /** Color of the button. @defaultValue 'secondary' */
  readonly style?: OfView<V, ButtonStyleName, Each>;
  /** Emoji before the label, or in its place. */
  readonly emoji?: OfView<V, ComponentEmoji | undefined, Each>;
  /** Whether it cannot be pressed. @defaultValue false */
  readonly disabled?: OfView<V, boolean, Each>;
  /** Left out of the message while it gives `true`. */
  readonly hidden?: OfView<V, boolean, Each>;
  /** Makes one button for each value that it gives; the handler gets the value, and so do the functions beside it. */
  readonly each?: (view: V) => Iterable<Each>;
  /** Action row, 0–4; the first with room unless given. */
  readonly row?: number;
  /** Name in custom ids; the method's name unless given. Keep it when you rename the method of a persistent view. */
  readonly id?: string;
}

/** Settings of whatever view. */
type AnyButtonOptions = Omit<ViewButtonOptions<never>, 'each'> & ItemSettings;

/** Decorator of a cog's method that answers the buttons of a path. */
export type PathButtonDecorator<Path extends string> = <
  T extends (ctx: ButtonContext, params: PathParams<Path>) => unknown,
>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

/** Decorator of a view's method that makes it a button. */
export type ViewButtonDecorator<V extends View, Each extends ItemValue = never> = <
  T extends (ctx: ButtonContext, ...value: EachArgument<Each>) => unknown,
>(
  target: V,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

function declareButton<const Path extends string>(path: Path & CheckedPath<Path>): PathButtonDecorator<Path>;
function declareButton<V extends View = View, Each extends ItemValue = never>(
  options: ViewButtonOptions<V, Each>,
): ViewButtonDecorator<V, Each>;
function declareButton(given: string | AnyButtonOptions, ...more: readonly unknown[]) {
  refuseBare('Button', [given, ...more], "Button({ label: 'Press' })");
  return (target: object, key: string, descriptor: PropertyDescriptor): void => {
    const owner = ownerOfMethod('Button', target, key, descriptor) as Constructor;
    if (typeof given === 'string') pathHandlerMetadata.add(owner, pathButton(given, key));
    else viewItemMetadata.add(owner, viewButton(given ?? {}, key, `${owner.name}.${key}`));
  };
}

/**
 * Button that answers to a press: on a method of a cog with a path, on a method of a view with its looks.
 *
 * A path has parameters, `'poll/:poll/page/:n(integer)'`, whose types the handler's second parameter must have; kinds are
 * `string` (unless said), `integer`, `number`, `boolean` and `snowflake`. `Button.to` makes a button with that path.
 *
 * @example
 * ```ts
 * @Cog()
 * class Polls {
 *   @Button('poll/:poll/vote/:choice')
 *   vote(ctx: ButtonContext, { poll, choice }: { poll: string; choice: string }) {}
 * }
 * const yes = Button.to('poll/:poll/vote/:choice', { poll: '7', choice: 'yes' }, { label: 'Yes', style: 'success' });
 * ```
 * @see https://docs.discord.com/developers/components/reference#button
 */
export const Button = Object.assign(declareButton, {
  /**
   * Button whose presses go to the handler of this path.
   *
   * @throws {CustomIdTooLongError} when the id comes out longer than 100 characters.
   * @throws {InvalidComponentError} when a value or the label is not what Discord takes.
   */
  to<const Path extends string>(
    path: Path & CheckedPath<Path>,
    params: NoInfer<PathParams<Path>>,
    look: ButtonLook = {},
  ): APIButtonComponent {
    return toButtonComponent(new ComponentPath(path).build(params), look, `"${path}"`);
  },

  /** Button that opens an address; it sends no interaction. */
  link: toLinkButton,

  /** Button that offers something to buy; it sends no interaction and Discord gives it its words. */
  premium: toPremiumButton,
});

function pathButton(path: string, method: string) {
  return {
    path,
    method,
    kind: 'button',
    componentType: TYPE_BUTTON,
    makeContext: (interaction) => new ButtonContext(interaction),
    argumentsOf: () => [],
  } as const satisfies Parameters<typeof pathHandlerMetadata.add>[1];
}

const viewButtonKeys: SettingKeys<ViewButtonOptions<never>> = {
  disabled: true,
  each: true,
  emoji: true,
  hidden: true,
  id: true,
  label: true,
  row: true,
  style: true,
};

/** Finds in the settings what would fail when the view is shown; what a function gives is found then. */
function checkViewButton(options: AnyButtonOptions, place: string): void {
  checkSettings(options, viewButtonKeys, place);
  const { emoji, label, style = 'secondary' } = options;
  if (typeof label !== 'function' && typeof emoji !== 'function') checkLabel(label, emoji, place);
  if (typeof style !== 'function') checkButtonStyle(style, place);
}

function viewButton(options: AnyButtonOptions, method: string, place: string): ViewItem {
  checkViewButton(options, place);
  return {
    ...itemPlace(options, method, place),
    kind: 'button',
    makeContext: (interaction) => new ButtonContext(interaction),
    argumentsOf: () => [],
    render: (view, customId, value) => {
      if (ofView(view, options.hidden ?? false, value)) return undefined;
      return toButtonComponent(customId, lookOf(view, options, value), place);
    },
  };
}

function lookOf(
  view: View,
  { disabled, emoji, label, style }: AnyButtonOptions,
  value: ItemValue | undefined,
): ButtonLook {
  const shownEmoji = ofView(view, emoji, value);
  const shownLabel = ofView(view, label, value);
  return {
    ...(shownLabel === undefined ? {} : { label: shownLabel }),
    ...(shownEmoji === undefined ? {} : { emoji: shownEmoji }),
    style: ofView(view, style ?? 'secondary', value),
    disabled: ofView(view, disabled ?? false, value),
  };
}
