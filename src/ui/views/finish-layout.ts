import type { APIComponentInMessageActionRow, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { RenderedMessage } from '../../models/renderable.js';
import { toPlain } from '../layout/layout-part.js';
import { TextDisplay } from '../layout/text-display.js';
import type { Appearance } from './appearance.js';
import type { PlacedComponent } from './arrange-items.js';
import { arrangeItems } from './arrange-items.js';
import { disableInteractive, leaveInteractiveOut } from './interactive-components.js';
import type { View, ViewLayout } from './view.js';
import { viewSession } from './view-session.js';

/** Something of a view with the custom id that leads back to it. */
export interface AddressedItem extends Appearance {
  readonly customId: string;
}

/**
 * Draws the buttons and selects of a view into what its `render()` gave.
 *
 * Those that it put somewhere stand there; the others follow in rows of their own.
 */
export function finishLayout(
  view: View,
  viewName: string,
  layout: ViewLayout | undefined,
  items: readonly AddressedItem[],
): RenderedMessage {
  const session = view[viewSession];
  const placed = new Set<AddressedItem>();
  session.drawPart = (method, value) => {
    const one = items.find(({ item, value: its }) => item.method === method && its === value);
    const component = one && draw(view, one);
    if (component) placed.add(one);
    return component;
  };
  try {
    const { components, ...around } = plainLayout(layout);
    if (session.isRemoved) return { ...around, components: leaveInteractiveOut(components) };
    const rest = items.filter((one) => !placed.has(one));
    const all = [...components, ...arrangeItems(place(view, rest), viewName)];
    return {
      ...around,
      components: session.isDisabled ? disableInteractive(all, enabledIds(view, items)) : all,
    };
  } finally {
    session.drawPart = undefined;
  }
}

function plainLayout(layout: ViewLayout | undefined): RenderedMessage & {
  readonly components: readonly APIMessageTopLevelComponent[];
} {
  const given = partsOf(layout);
  const components = (given.components ?? []).map((part) =>
    toPlain(typeof part === 'string' ? new TextDisplay(part) : part),
  );
  return { ...given, components: components as APIMessageTopLevelComponent[] };
}

function partsOf(layout: ViewLayout | undefined): Exclude<ViewLayout, string | readonly unknown[]> {
  if (typeof layout === 'string') return { content: layout };
  return Array.isArray(layout)
    ? { components: layout }
    : ((layout ?? {}) as Exclude<ViewLayout, string | readonly unknown[]>);
}

function place(view: View, items: readonly AddressedItem[]): PlacedComponent[] {
  return items.flatMap((one) => {
    const component = draw(view, one);
    return component ? [{ component, row: one.item.row, method: one.item.method }] : [];
  });
}

function draw(
  view: View,
  { customId, item, value }: AddressedItem,
): APIComponentInMessageActionRow | undefined {
  return item.render(view, customId, value);
}

function enabledIds(view: View, items: readonly AddressedItem[]): ReadonlySet<string> {
  const { enabledMethods } = view[viewSession];
  return new Set(
    items.flatMap(({ customId, item }) => (enabledMethods.includes(item.method) ? customId : [])),
  );
}
