import type { APIMessageComponent, APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** All components of a message, those inside others included, in the order in which they are seen. */
export function flattenComponents(components: readonly APIMessageTopLevelComponent[]): APIMessageComponent[] {
  return (components as readonly ComponentNode[]).flatMap(flattenOne) as unknown as APIMessageComponent[];
}

interface ComponentNode {
  readonly components?: readonly ComponentNode[];
  readonly accessory?: ComponentNode;
}

function flattenOne(node: ComponentNode): ComponentNode[] {
  return [
    node,
    ...(node.components ?? []).flatMap(flattenOne),
    ...(node.accessory ? flattenOne(node.accessory) : []),
  ];
}

/** Component of a message by its custom id, or by the number that Discord gave it. */
export function findComponent(
  components: readonly APIMessageTopLevelComponent[],
  id: number | string,
): APIMessageComponent | undefined {
  return flattenComponents(components).find((component) => {
    const { custom_id: customId, id: number } = component as {
      readonly custom_id?: string;
      readonly id?: number;
    };
    return typeof id === 'string' ? customId === id : number === id;
  });
}
