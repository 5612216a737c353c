import { inspect } from 'node:util';
import type { Clock } from '../utils/clock.js';
import type { LogLine } from '../utils/line-logger.js';
import { LineLogger } from '../utils/line-logger.js';
import type { LineLevel } from '../utils/logger.js';

/** What a `TerminalLogger` needs of a terminal. */
export interface TerminalStream {
  write(text: string): unknown;
  /** Whether colours are shown; Node's streams look at `NO_COLOR`. */
  hasColors?(): boolean;
}

const words = { trace: 'trace', debug: 'debug', info: 'info ', warn: 'WARN ', error: 'ERROR' } as const;
const colours: Readonly<Record<LineLevel, number>> = { trace: 90, debug: 34, info: 32, warn: 33, error: 31 };
const DIM = 2;
const CYAN = 36;

/** Logger for people: time, level, room, message and facts, one readable line each. */
export class TerminalLogger extends LineLogger {
  readonly #clock: Clock;
  readonly #stream: TerminalStream;
  readonly #hasColors: boolean;

  constructor(clock: Clock, stream: TerminalStream = process.stdout) {
    super();
    this.#clock = clock;
    this.#stream = stream;
    this.#hasColors = stream.hasColors?.() ?? false;
  }

  protected write({ level, room, message, fields }: LogLine): void {
    const { error, ...facts } = fields;
    const shown = Object.entries(facts).filter(([, value]) => value !== undefined);
    this.#stream.write(
      `${[
        this.#paint(DIM, timeOf(this.#clock.now())),
        this.#paint(colours[level], words[level]),
        `${this.#paint(CYAN, `${room}:`)} ${harmless(message)}`,
        ...shown.map(([key, value]) => `${this.#paint(DIM, `${key}=`)}${shorten(value)}`),
      ].join(' ')}${error === undefined ? '' : `\n${harmless(inspect(error, { depth: 4 }))}`}\n`,
    );
  }

  #paint(colour: number, text: string): string {
    return this.#hasColors ? `\u001b[${colour}m${text}\u001b[0m` : text;
  }
}

/** Time of day here, to the millisecond. */
function timeOf(ms: number): string {
  const date = new Date(ms);
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part, 2));
  return `${parts.join(':')}.${pad(date.getMilliseconds(), 3)}`;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** Value as it stands after `key=`: quoted where it would not be read as one. */
function shorten(value: unknown): string {
  if (typeof value === 'string')
    return /^[^\s"'=\p{Cc}]+$/u.test(value) ? value : harmless(JSON.stringify(value));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return harmless(inspect(value, { breakLength: Number.POSITIVE_INFINITY, compact: true }));
}

/** Text without characters that drive a terminal: what people write to a bot ends up in messages. */
function harmless(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}
