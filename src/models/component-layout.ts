import { InvalidComponentError } from '../errors/invalid-component-error.js';

const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;
const TYPE_BUTTON = 2;
const TYPE_TEXT_DISPLAY = 10;

/** Types that stand in rows. */
const ROW_TYPES: ReadonlySet<number> = new Set([TYPE_BUTTON, 3, 5, 6, 7, 8]);

/** Types that only a message of components alone may have. */
const V2_TYPES: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 14, 17]);

interface ComponentNode {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly accessory?: ComponentNode;
  readonly components?: readonly ComponentNode[];
}

/** Whether these components make a message of components alone, which has neither text nor embeds of its own. */
export function usesComponentsV2(components: readonly object[] | undefined): boolean {
  return components?.some((component) => V2_TYPES.has((component as ComponentNode).type)) ?? false;
}

/**
 * Refuses components that Discord would refuse as a whole: too many, too much text, a custom id twice.
 *
 * @throws {InvalidComponentError} naming what is too much.
 * @see https://docs.discord.com/developers/components/reference
 */
export function checkComponents(components: readonly object[]): void {
  const stray = (components as readonly ComponentNode[]).find(({ type }) => ROW_TYPES.has(type));
  if (stray) {
    throw new InvalidComponentError(
      `A ${stray.type === TYPE_BUTTON ? 'button' : 'select'} stands in an action row: write new ActionRow([…]) around it, or ` +
        '{ type: 1, components: […] }.',
    );
  }
  const all = flatten(components as readonly ComponentNode[]);
  if (all.length > MOST_COMPONENTS) {
    throw new InvalidComponentError(
      `The message has ${all.length} components, those inside others counted; Discord takes ${MOST_COMPONENTS}.`,
    );
  }
  const length = all.reduce(
    (sum, { content, type }) => sum + (type === TYPE_TEXT_DISPLAY ? (content ?? '').length : 0),
    0,
  );
  if (length > MOST_TEXT) {
    throw new InvalidComponentError(
      `The texts of the message have ${length} characters together; Discord takes ${MOST_TEXT}.`,
    );
  }
  const ids = all.flatMap(({ custom_id: id }) => id ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InvalidComponentError(
      `The custom id "${twice}" is in the message twice; each has to be there once.`,
    );
  }
}

function flatten(components: readonly ComponentNode[]): ComponentNode[] {
  return components.flatMap((component) => [
    component,
    ...(component.accessory ? flatten([component.accessory]) : []),
    ...flatten(component.components ?? []),
  ]);
}
