import { inspect } from 'node:util';

/** Colour or weight of a text. */
export type Tint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** What tells whether a stream shows colours. */
export interface PaintedStream {
  readonly isTTY?: boolean | undefined;
}

/** Puts a tint on a text, or leaves it as it is where no colours are wanted. */
export type Paint = (tint: Tint, text: string) => string;

/**
 * Paint for a stream: colours in a terminal unless `NO_COLOR` is set, and wherever `FORCE_COLOR` is, as Node does it.
 *
 * @see https://no-color.org
 */
export function paintFor(stream: PaintedStream, env: NodeJS.ProcessEnv = process.env): Paint {
  return hasColours(stream, env) ? tinted : (_tint, text) => text;
}

/** Whether a stream shows colours. */
export function hasColours({ isTTY }: PaintedStream, env: NodeJS.ProcessEnv = process.env): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false;
  return isTTY === true;
}

function tinted(tint: Tint, text: string): string {
  const [on, off] = inspect.colors[tint] ?? [0, 0];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}
