/** What a view does to components after they are drawn, however deep they stand. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

const TYPE_ACTION_ROW = 1;
const TYPE_BUTTON = 2;
const TYPE_SECTION = 9;
const TYPE_CONTAINER = 17;

/** Kinds of components that somebody can use: buttons and selects. */
const USABLE: ReadonlySet<number> = new Set([TYPE_BUTTON, 3, 5, 6, 7, 8]);

interface ComponentNode {
  readonly type: number;
  readonly custom_id?: string;
  readonly accessory?: ComponentNode;
  readonly components?: readonly ComponentNode[];
}

type TopLevel = readonly APIMessageTopLevelComponent[];

/** Components with every button and select disabled, but those whose custom id is in `except`. */
export function disableInteractive(components: TopLevel, except: ReadonlySet<string>): TopLevel {
  const disable = (node: ComponentNode): ComponentNode => ({
    ...node,
    ...(USABLE.has(node.type) && !except.has(node.custom_id ?? '') ? { disabled: true } : {}),
    ...(node.accessory ? { accessory: disable(node.accessory) } : {}),
    ...(node.components ? { components: node.components.map(disable) } : {}),
  });
  return (components as readonly ComponentNode[]).map(disable) as TopLevel;
}

/**
 * Components without those that send an interaction: links stay, a section without its button becomes its texts, and a
 * row or container that would be empty goes.
 */
export function leaveInteractiveOut(components: TopLevel): TopLevel {
  return (components as readonly ComponentNode[]).flatMap(withoutInteractive) as unknown as TopLevel;
}

function withoutInteractive(node: ComponentNode): readonly ComponentNode[] {
  if (node.custom_id !== undefined) return [];
  if (node.type === TYPE_SECTION && node.accessory?.custom_id !== undefined) return node.components ?? [];
  if (node.type !== TYPE_ACTION_ROW && node.type !== TYPE_CONTAINER) return [node];
  const inner = (node.components ?? []).flatMap(withoutInteractive);
  return inner.length > 0 ? [{ ...node, components: inner }] : [];
}
