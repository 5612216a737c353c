/** Colours by name, as numbers; those of Discord's own design and of the list of roles. */
export const colors = {
  /** Aqua, `#1abc9c`. */
  aqua: 0x1abc9c,
  /** Black as Discord has it: `#000000`. */
  black: 0x000000,
  /** Blue, `#3498db`. */
  blue: 0x3498db,
  /** Blurple as Discord has it: `#5865f2`. */
  blurple: 0x5865f2,
  /** Green of Discord's brand, `#57f287`. */
  brandGreen: 0x57f287,
  /** Red of Discord's brand, `#ed4245`. */
  brandRed: 0xed4245,
  /** Dark aqua, `#11806a`. */
  darkAqua: 0x11806a,
  /** Dark blue, `#206694`. */
  darkBlue: 0x206694,
  /** Dark gold, `#c27c0e`. */
  darkGold: 0xc27c0e,
  /** Dark green, `#1f8b4c`. */
  darkGreen: 0x1f8b4c,
  /** Dark grey, `#607d8b`. */
  darkGrey: 0x607d8b,
  /** Dark magenta, `#ad1457`. */
  darkMagenta: 0xad1457,
  /** Dark orange, `#a84300`. */
  darkOrange: 0xa84300,
  /** Dark purple, `#71368a`. */
  darkPurple: 0x71368a,
  /** Dark red, `#992d22`. */
  darkRed: 0x992d22,
  /** Dark teal, `#11806a`. */
  darkTeal: 0x11806a,
  /** Ground of the dark theme, on which an embed shows no border: `#313338`. */
  darkTheme: 0x313338,
  /** Darker grey, `#546e7a`. */
  darkerGrey: 0x546e7a,
  /** Fuchsia as Discord has it: `#eb459e`. */
  fuchsia: 0xeb459e,
  /** Gold, `#f1c40f`. */
  gold: 0xf1c40f,
  /** Green as Discord has it: `#2ecc71`. */
  green: 0x2ecc71,
  /** Greyple as Discord has it: `#99aab5`. */
  greyple: 0x99aab5,
  /** Light grey, `#979c9f`. */
  lightGrey: 0x979c9f,
  /** Lighter grey, `#95a5a6`. */
  lighterGrey: 0x95a5a6,
  /** Magenta, `#e91e63`. */
  magenta: 0xe91e63,
  /** Pink of Nitro and boosts, `#f47fff`. */
  nitroPink: 0xf47fff,
  /** Blurple until 2021, `#7289da`. */
  ogBlurple: 0x7289da,
  /** Orange, `#e67e22`. */
  orange: 0xe67e22,
  /** Purple, `#9b59b6`. */
  purple: 0x9b59b6,
  /** Red as Discord has it: `#e74c3c`. */
  red: 0xe74c3c,
  /** Teal, `#1abc9c`. */
  teal: 0x1abc9c,
  /** White as Discord has it: `#ffffff`. */
  white: 0xffffff,
  /** Yellow as Discord has it: `#fee75c`. */
  yellow: 0xfee75c,
} as const;

/** Number of a colour from its parts, each from 0 to 255. */
export function rgbColor(red: number, green: number, blue: number): number {
  return ((red & 255) << 16) | ((green & 255) << 8) | (blue & 255);
}

/** Parts of a colour, each from 0 to 255. */
export function colorParts(color: number): {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
} {
  return { red: (color >> 16) & 255, green: (color >> 8) & 255, blue: color & 255 };
}

/** Number of a colour from hue, saturation and value, each from 0 to 1. */
export function hsvColor(hue: number, saturation: number, value: number): number {
  const part = (offset: number): number => {
    const place = (offset + hue * 6) % 6;
    const share = Math.max(0, Math.min(place, 4 - place, 1));
    return Math.round(255 * value * (1 - saturation * share));
  };
  return rgbColor(part(5), part(3), part(1));
}

/** Bright colour by chance; `random` gives numbers from 0 to below 1. */
export function randomColor(random: () => number = Math.random): number {
  return hsvColor(random(), 1, 1);
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
