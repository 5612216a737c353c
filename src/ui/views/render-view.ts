import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import type { RenderedMessage } from '../../models/renderable.js';
import type { PlacedComponent } from './arrange-items.js';
import { arrangeItems } from './arrange-items.js';
import type { View } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import { viewSession } from './view-session.js';

/** What a view looks like now; `ids` has the custom id of each of its items. */
export async function renderView(
  view: View,
  blueprint: ViewBlueprint,
  ids: ReadonlyMap<string, string>,
): Promise<RenderedMessage> {
  const around = (await view.render?.()) ?? {};
  if (view[viewSession].isRemoved) return { ...around, components: [] };
  const rows = arrangeItems(renderItems(view, blueprint, ids), blueprint.name);
  return { ...around, components: [...(around.components ?? []), ...rows] };
}

function renderItems(
  view: View,
  blueprint: ViewBlueprint,
  ids: ReadonlyMap<string, string>,
): PlacedComponent[] {
  const placed: PlacedComponent[] = [];
  for (const item of blueprint.items.values()) {
    const component = item.render(view, ids.get(item.key)!);
    if (component) {
      placed.push({ component: withDisabled(view, component), row: item.row, method: item.method });
    }
  }
  return placed;
}

function withDisabled(view: View, component: APIComponentInMessageActionRow): APIComponentInMessageActionRow {
  return view[viewSession].isDisabled ? { ...component, disabled: true } : component;
}
