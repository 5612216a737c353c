/** Colours by name, as numbers; those of Discord's own design and of the list of roles. */
export const colors = {
  aqua: 0x1abc9c,
  black: 0x000000,
  blue: 0x3498db,
  blurple: 0x5865f2,
  darkAqua: 0x11806a,
  darkBlue: 0x206694,
  darkGold: 0xc27c0e,
  darkGreen: 0x1f8b4c,
  darkGrey: 0x607d8b,
  darkMagenta: 0xad1457,
  darkOrange: 0xa84300,
  darkPurple: 0x71368a,
  darkRed: 0x992d22,
  fuchsia: 0xeb459e,
  gold: 0xf1c40f,
  green: 0x2ecc71,
  greyple: 0x99aab5,
  lightGrey: 0x979c9f,
  magenta: 0xe91e63,
  orange: 0xe67e22,
  purple: 0x9b59b6,
  red: 0xe74c3c,
  white: 0xffffff,
  yellow: 0xfee75c,
} as const;

/** Number of a colour from its parts, each from 0 to 255. */
export function rgbColor(red: number, green: number, blue: number): number {
  return ((red & 255) << 16) | ((green & 255) << 8) | (blue & 255);
}

/** Number of a colour from `#rrggbb`, `#rgb` or `0xrrggbb`; `undefined` when the text is none. */
export function parseColor(text: string): number | undefined {
  const digits = /^(?:#|0x)?([\da-f]{6}|[\da-f]{3})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return undefined;
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return Number.parseInt(whole, 16);
}

/** `#rrggbb` of a colour. */
export function formatColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}
