/** Component of a message by its custom id, however deep it stands in rows, sections and containers. */
export function findComponent(components: unknown, customId: string): object | undefined {
  if (!Array.isArray(components)) return undefined;
  for (const component of components as readonly ComponentNode[]) {
    if (component.custom_id === customId) return component;
    if (component.accessory?.custom_id === customId) return component.accessory;
    const inner = findComponent(component.components, customId);
    if (inner) return inner;
  }
  return undefined;
}

interface ComponentNode {
  readonly custom_id?: string;
  readonly components?: unknown;
  readonly accessory?: ComponentNode;
}
