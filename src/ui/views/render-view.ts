import type { APIComponentInMessageActionRow, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { RenderedMessage } from '../../models/renderable.js';
import { toPlain } from '../layout/layout-part.js';
import { TextDisplay } from '../layout/text-display.js';
import type { PlacedComponent } from './arrange-items.js';
import { arrangeItems } from './arrange-items.js';
import type { View, ViewLayout } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import type { ViewItem } from './view-item.js';
import { viewSession } from './view-session.js';

/**
 * What a view looks like now; `ids` has the custom id of each of its items.
 *
 * Items that `render()` put somewhere stand there; the others follow in rows of their own.
 */
export async function renderView(
  view: View,
  blueprint: ViewBlueprint,
  ids: ReadonlyMap<string, string>,
): Promise<RenderedMessage> {
  const session = view[viewSession];
  const layout = await view.render?.();
  const placed = new Set<string>();
  session.drawPart = (method) => {
    const item = [...blueprint.items.values()].find((one) => one.method === method);
    const component = item && drawItem(view, item, ids);
    if (component) placed.add(method);
    return component;
  };
  try {
    const { components, ...around } = plainLayout(layout);
    if (session.isRemoved) return { ...around, components: components.filter(isSilent) };
    const rest = [...blueprint.items.values()].filter(({ method }) => !placed.has(method));
    return {
      ...around,
      components: [...components, ...arrangeItems(drawItems(view, rest, ids), blueprint.name)],
    };
  } finally {
    session.drawPart = undefined;
  }
}

function plainLayout(layout: ViewLayout | undefined): RenderedMessage & {
  readonly components: readonly APIMessageTopLevelComponent[];
} {
  const given = Array.isArray(layout)
    ? { components: layout }
    : ((layout ?? {}) as Exclude<ViewLayout, readonly unknown[]>);
  const components = (given.components ?? []).map((part) =>
    toPlain(typeof part === 'string' ? new TextDisplay(part) : part),
  );
  return { ...given, components: components as APIMessageTopLevelComponent[] };
}

function drawItems(
  view: View,
  items: readonly ViewItem[],
  ids: ReadonlyMap<string, string>,
): PlacedComponent[] {
  return items.flatMap((item) => {
    const component = drawItem(view, item, ids);
    return component ? [{ component, row: item.row, method: item.method }] : [];
  });
}

function drawItem(
  view: View,
  item: ViewItem,
  ids: ReadonlyMap<string, string>,
): APIComponentInMessageActionRow | undefined {
  const component = item.render(view, ids.get(item.key)!);
  return component && view[viewSession].isDisabled ? { ...component, disabled: true } : component;
}

/** Whether a component of a removed view may stay: a text does, a row of buttons does not. */
function isSilent(component: object): boolean {
  return !JSON.stringify(component).includes('"custom_id"');
}
