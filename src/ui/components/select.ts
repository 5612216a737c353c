import type { APISelectMenuComponent, ChannelType } from 'discord-api-types/v10';
import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { ownerOfMethod, refuseBare } from '../../errors/decorator-site.js';
import type { Channel } from '../../models/channel.js';
import type { Role } from '../../models/role.js';
import type { User } from '../../models/user.js';
import type { Answering } from '../../pipeline/replies.js';
import type { Constructor } from '../../types/type-tools.js';
import type { PathValues } from '../paths/component-path.js';
import { ComponentPath } from '../paths/component-path.js';
import type { CheckedPath, PathParams } from '../paths/path-params.js';
import type { EachArgument, ItemValue, OfView } from '../views/item-value.js';
import type { View } from '../views/view.js';
import type { ItemSettings } from '../views/view-item.js';
import { itemPlace, ofView, viewItemMetadata } from '../views/view-item.js';
import type { ComponentContext } from './component-context.js';
import { pathHandlerMetadata } from './path-handler.js';
import type { SelectChoice, SelectChoiceValue } from './select-choice.js';
import { SelectContext } from './select-context.js';
import type { DefaultSelection, SelectKindName, SelectLook } from './select-look.js';
import { SELECT_TYPES, toSelectComponent } from './select-look.js';

/** Select of a view: each look is a value, or a function of the view. */
export interface ViewSelectOptions<V, Each extends ItemValue = never> {
  /** Text while nothing is selected, at most 150 characters. */
  readonly placeholder?: OfView<V, string | undefined, Each>;
  /** Fewest that must be selected, 0 to 25. @defaultValue 1 */
  readonly minValues?: OfView<V, number, Each>;
  /** Most that may be selected, 1 to 25. @defaultValue 1 */
  readonly maxValues?: OfView<V, number, Each>;
  /** Whether nothing can be chosen. @defaultValue false */
  readonly disabled?: OfView<V, boolean, Each>;
  /** Left out of the message while it gives `true`. */
  readonly hidden?: OfView<V, boolean, Each>;
  /** Makes one select for each value that it gives; the handler gets the value, and so do the functions beside it. */
  readonly each?: (view: V) => Iterable<Each>;
  /** Action row, 0–4; the first that is free unless given. */
  readonly row?: number;
  /** Name in custom ids; the method's name unless given. */
  readonly id?: string;
}

/** String select of a view. */
export interface ViewStringSelectOptions<
  V,
  Choices extends readonly SelectChoice[],
  Each extends ItemValue = never,
> extends ViewSelectOptions<V, Each> {
  /** 1 to 25 entries. */
  readonly options: Choices | ((view: V, value: Each) => readonly SelectChoice[]);
}

/** Select of a view that Discord fills with entities. */
export interface ViewEntitySelectOptions<V, Each extends ItemValue = never>
  extends ViewSelectOptions<V, Each> {
  /** Ids that are selected from the start. */
  readonly defaultValues?: OfView<V, readonly DefaultSelection[], Each>;
}

/** Channel select of a view. */
export interface ViewChannelSelectOptions<V, Each extends ItemValue = never>
  extends ViewEntitySelectOptions<V, Each> {
  /** Types of channels that it offers; all unless given. */
  readonly channelTypes?: readonly ChannelType[];
}

/** Decorator of a cog's method that answers the selects of a path. */
export type PathSelectDecorator<Path extends string, Value> = <
  T extends (ctx: SelectContext, values: Value[], params: PathParams<Path>) => unknown,
>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

/** Decorator of a view's method that makes it a select. */
export type ViewSelectDecorator<V extends View, Value, Each extends ItemValue = never> = <
  T extends (ctx: SelectContext, values: Value[], ...value: EachArgument<Each>) => unknown,
>(
  target: V,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

/** Select that Discord fills with entities: decorator on cogs by path and on views by looks, and `to` for cogs. */
export interface EntitySelect<Value, Kind extends 'plain' | 'channel' = 'plain'> {
  <const Path extends string>(path: Path & CheckedPath<Path>): PathSelectDecorator<Path, Value>;
  <V extends View = View, Each extends ItemValue = never>(
    options?: Kind extends 'channel' ? ViewChannelSelectOptions<V, Each> : ViewEntitySelectOptions<V, Each>,
  ): ViewSelectDecorator<V, Value, Each>;
  /** Select whose use goes to the handler of this path. */
  to<const Path extends string>(
    path: Path & CheckedPath<Path>,
    params: NoInfer<PathParams<Path>>,
    look?: Omit<SelectLook, 'options'>,
  ): APISelectMenuComponent;
}

/** Select with entries of its own. */
export interface StringSelect {
  <const Path extends string>(path: Path & CheckedPath<Path>): PathSelectDecorator<Path, string>;
  <
    V extends View = View,
    const Choices extends readonly SelectChoice[] = readonly SelectChoice[],
    Each extends ItemValue = never,
  >(
    options: ViewStringSelectOptions<V, Choices, Each>,
  ): ViewSelectDecorator<V, SelectChoiceValue<Choices[number]>, Each>;
  /** Select whose use goes to the handler of this path. */
  to<const Path extends string>(
    path: Path & CheckedPath<Path>,
    params: NoInfer<PathParams<Path>>,
    look: Omit<SelectLook, 'defaultValues' | 'channelTypes'> & { readonly options: readonly SelectChoice[] },
  ): APISelectMenuComponent;
}

/**
 * Menus to select from, one function per kind: on a method of a cog with a path, on a method of a view with its looks.
 *
 * The handler gets what was selected as its second parameter, and those of the path as its third.
 *
 * @example
 * ```ts
 * class Team extends View {
 *   @Select.user({ placeholder: 'Invite someone', maxValues: 3 })
 *   async invite(ctx: SelectContext, users: User[]) {}
 *   @Select.string({ options: ['red', 'blue'] })
 *   async colour(ctx: SelectContext, [colour]: ('red' | 'blue')[]) {}
 * }
 * ```
 * @see https://docs.discord.com/developers/components/reference#string-select
 */
export const Select = {
  /** Entries of its own, up to 25. */
  string: makeSelect('string', (ctx) => [...ctx.values]) as unknown as StringSelect,
  /** Users of the guild or conversation; `ctx.members` has them as members. */
  user: makeSelect('user', (ctx) =>
    ctx.values.flatMap((id) => ctx.resolved.user(id) ?? []),
  ) as unknown as EntitySelect<User>,
  /** Roles of the guild. */
  role: makeSelect('role', (ctx) =>
    ctx.values.flatMap((id) => ctx.resolved.role(id) ?? []),
  ) as unknown as EntitySelect<Role>,
  /** Users and roles. */
  mentionable: makeSelect('mentionable', (ctx) =>
    ctx.values.flatMap((id) => ctx.resolved.user(id) ?? ctx.resolved.role(id) ?? []),
  ) as unknown as EntitySelect<User | Role>,
  /** Channels of the guild. */
  channel: makeSelect('channel', (ctx) =>
    ctx.values.flatMap((id) => ctx.resolved.channel(id) ?? []),
  ) as unknown as EntitySelect<Channel, 'channel'>,
} as const;

type AnyViewOptions = Omit<ViewChannelSelectOptions<never>, 'each'> &
  ItemSettings & {
    readonly options?: OfView<never, readonly SelectChoice[]>;
  };

const commonKeys: SettingKeys<ViewSelectOptions<never>> = {
  disabled: true,
  each: true,
  hidden: true,
  id: true,
  maxValues: true,
  minValues: true,
  placeholder: true,
  row: true,
};

/** Settings on views, by what the select is filled with. */
const viewSelectKeys = {
  channel: { ...commonKeys, channelTypes: true, defaultValues: true },
  entity: { ...commonKeys, defaultValues: true },
  string: { ...commonKeys, options: true },
} as const;

/** Decorator factory of one kind, with its `to`; the interfaces above say what it takes. */
function makeSelect(kind: SelectKindName, read: (ctx: SelectContext) => readonly unknown[]): object {
  const common = {
    kind: 'select',
    makeContext: (interaction) => new SelectContext(interaction),
    argumentsOf: (ctx: ComponentContext) => [read(ctx as SelectContext)],
  } as const satisfies Partial<Parameters<typeof pathHandlerMetadata.add>[1]>;
  const name = `Select.${kind}`;
  const declare = (given: string | AnyViewOptions = {}, ...more: readonly unknown[]) => {
    refuseBare(name, [given, ...more], `${name}({ … })`);
    return (target: object, method: string, descriptor: PropertyDescriptor): void => {
      const owner = ownerOfMethod(name, target, method, descriptor) as Constructor;
      if (typeof given === 'string') {
        pathHandlerMetadata.add(owner, { ...common, path: given, method, componentType: SELECT_TYPES[kind] });
      } else {
        const place = `${owner.name}.${method}`;
        checkViewSelect(kind, given, place);
        viewItemMetadata.add(owner, {
          ...common,
          ...itemPlace(given, method, place),
          render: (view, customId, value) =>
            ofView(view, given.hidden ?? false, value)
              ? undefined
              : toSelectComponent(kind, customId, lookOf(view, given, value), place),
        });
      }
    };
  };
  const to = (path: string, params: PathValues, look: SelectLook = {}): APISelectMenuComponent =>
    toSelectComponent(kind, new ComponentPath(path).build(params), look, `"${path}"`);
  return Object.assign(declare, { to });
}

/** Finds in the settings what would fail when the view is shown; what a function gives is found then. */
function checkViewSelect(kind: SelectKindName, given: AnyViewOptions, place: string): void {
  checkSettings(given, viewSelectKeys[kind === 'string' || kind === 'channel' ? kind : 'entity'], place);
  const { channelTypes, looks } = partsOf(given);
  if (Object.values(looks).some((look) => typeof look === 'function')) return;
  toSelectComponent(kind, place, { ...channelTypes, ...looks } as SelectLook, place);
}

function lookOf(view: View, given: AnyViewOptions, value: ItemValue | undefined): SelectLook {
  const { channelTypes, looks } = partsOf(given);
  const shown = Object.entries(looks).map(([name, look]) => [name, ofView(view, look, value)]);
  return { ...channelTypes, ...(Object.fromEntries(shown) as SelectLook) };
}

/** Settings of a select's look apart from the others; the types of channels are no function. */
function partsOf({ channelTypes, each, hidden, id, row, ...looks }: AnyViewOptions): {
  readonly channelTypes: SelectLook;
  readonly looks: Readonly<Record<string, unknown>>;
} {
  return { channelTypes: channelTypes ? { channelTypes } : {}, looks };
}
