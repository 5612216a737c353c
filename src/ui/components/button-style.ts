import type { APIButtonComponent, APIMessageComponentEmoji } from 'discord-api-types/v10';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { Snowflake } from '../../types/type-tools.js';

/** Looks of a button that answers to a press. */
export type ButtonStyleName = 'primary' | 'secondary' | 'success' | 'danger';

/** Emoji of a component: one of Unicode's, a custom one as `<:name:id>`, its parts, or an emoji of a guild. */
export type ComponentEmoji =
  | string
  | { readonly id?: Snowflake; readonly name?: string; readonly animated?: boolean };

/** Looks of a button. */
export interface ButtonLook {
  /** At most 80 characters; needed unless there is an emoji. */
  readonly label?: string;
  /** Color of the button. @defaultValue 'secondary' */
  readonly style?: ButtonStyleName;
  /** Emoji before the label, or in its place. */
  readonly emoji?: ComponentEmoji;
  /** Whether it cannot be pressed. @defaultValue false */
  readonly disabled?: boolean;
  /** Number of the component in its message; Discord counts them unless given. */
  readonly id?: number;
}

const STYLES = { primary: 1, secondary: 2, success: 3, danger: 4 } as const satisfies Record<
  ButtonStyleName,
  number
>;
const STYLE_LINK = 5;
const STYLE_PREMIUM = 6;
const TYPE_BUTTON = 2;
const MAX_LABEL_LENGTH = 80;

/**
 * Button as Discord takes it.
 *
 * @throws {InvalidComponentError} when the label is longer than 80 characters or there is neither label nor emoji.
 * @see https://docs.discord.com/developers/components/reference#button
 */
export function toButtonComponent(customId: string, look: ButtonLook, place: string): APIButtonComponent {
  const { label, style = 'secondary', ...rest } = look;
  checkLabel(label, rest.emoji, place);
  checkButtonStyle(style, place);
  return {
    type: TYPE_BUTTON,
    style: STYLES[style],
    custom_id: customId,
    ...(label === undefined ? {} : { label }),
    ...commonParts(rest),
  };
}

/** What buttons of several styles may have. */
function commonParts({ disabled, emoji, id }: Pick<ButtonLook, 'disabled' | 'emoji' | 'id'>): object {
  return {
    ...(id === undefined ? {} : { id }),
    ...(emoji === undefined ? {} : { emoji: toComponentEmoji(emoji) }),
    ...(disabled ? { disabled } : {}),
  };
}

/** Refuses a style that there is not. */
export function checkButtonStyle(style: unknown, place: string): void {
  if (typeof style === 'string' && Object.hasOwn(STYLES, style)) return;
  throw new InvalidComponentError(
    `The button ${place} has the style ${JSON.stringify(style)}; there are ${Object.keys(STYLES).join(', ')}, and ` +
      'Button.link(url) and Button.premium(skuId) for the others.',
  );
}

/** Emoji as components take it. */
export function toComponentEmoji(emoji: ComponentEmoji): APIMessageComponentEmoji {
  if (typeof emoji !== 'string') {
    const { animated, id, name } = emoji;
    return {
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      ...(animated ? { animated } : {}),
    };
  }
  const custom = /^<(a)?:(\w{1,32}):(\d{15,20})>$/.exec(emoji);
  if (!custom) return { name: emoji };
  return { id: custom[3]!, name: custom[2]!, ...(custom[1] ? { animated: true } : {}) };
}

/** Refuses a label that Discord would refuse. */
export function checkLabel(
  label: string | undefined,
  emoji: ComponentEmoji | undefined,
  place: string,
): void {
  if (!label && emoji === undefined) {
    throw new InvalidComponentError(
      `The button ${place} has neither a label nor an emoji; give it one of them.`,
    );
  }
  if (label !== undefined && label.length > MAX_LABEL_LENGTH) {
    throw new InvalidComponentError(
      `The label of the button ${place} is ${label.length} characters long, and Discord takes ${MAX_LABEL_LENGTH}: "${label}".`,
    );
  }
}

/** Button that opens an address, at most 512 characters. */
export function toLinkButton(url: string, look: Omit<ButtonLook, 'style'> = {}): APIButtonComponent {
  const { label, ...rest } = look;
  checkLabel(label, rest.emoji, `to ${url}`);
  if (!/^(https?|discord):\/\//.test(url) || url.length > 512) {
    throw new InvalidComponentError(
      `A link button takes an http, https or discord address of at most 512 characters, not "${url}".`,
    );
  }
  return {
    type: TYPE_BUTTON,
    style: STYLE_LINK,
    url,
    ...(label === undefined ? {} : { label }),
    ...commonParts(rest),
  };
}

/** Button that offers a SKU of the application. */
export function toPremiumButton(
  skuId: Snowflake,
  look: Pick<ButtonLook, 'disabled' | 'id'> = {},
): APIButtonComponent {
  return {
    type: TYPE_BUTTON,
    style: STYLE_PREMIUM,
    sku_id: skuId,
    ...commonParts(look),
  };
}
