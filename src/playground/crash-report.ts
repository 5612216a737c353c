import { shortenStack } from './shorten-stack.js';

/** Lines after the place of an excerpt in which its mark has to come. */
const EXCERPT_LINES = 3;

const isPlace = (line: string): boolean => /^(?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*:\d+$/.test(line);
const isMark = (line: string): boolean => /^\s*\^+\s*$/.test(line);
const isFrame = (line: string): boolean => /^\s+at /.test(line);

function isOwnPlace(place: string, folder: string): boolean {
  const path = place.replaceAll('\\', '/').replace(/^file:\/{2}/, '');
  return path.startsWith(`${folder.replaceAll('\\', '/')}/`) && !path.includes('/node_modules/');
}

/**
 * Reads what Node prints of an error that nobody caught so that its sentence comes first: without an excerpt of a package's
 * compiled code above it, and with the frames of the bot's own files only.
 *
 * Every other line passes as it is.
 */
export class CrashReport {
  readonly #folder: string;
  readonly #onLine: (line: string) => void;
  #excerpt: string[] = [];
  #frames: string[] = [];
  #isInside = false;
  #hasSentence = false;

  /** Frames of files in `folder` are kept. */
  constructor(folder: string, onLine: (line: string) => void) {
    this.#folder = folder;
    this.#onLine = onLine;
  }

  /** Takes one line of output. */
  take(line: string): void {
    if (this.#isInside) this.#takeInside(line);
    else if (this.#excerpt.length > 0 || isPlace(line)) this.#takeExcerpt(line);
    else this.#onLine(line);
  }

  /** Gives what is held back, when the output has ended. */
  end(): void {
    this.#release();
    this.#isInside = false;
  }

  #takeExcerpt(line: string): void {
    this.#excerpt.push(line);
    if (isMark(line)) {
      this.#isInside = true;
      this.#hasSentence = false;
      if (!isOwnPlace(this.#excerpt[0]!, this.#folder)) this.#excerpt = [];
      this.#release();
    } else if (this.#excerpt.length > EXCERPT_LINES) this.#release();
  }

  #takeInside(line: string): void {
    if (isFrame(line)) {
      this.#frames.push(line);
      return;
    }
    this.#release();
    if (/^Node\.js v\d/.test(line)) this.#isInside = false;
    else if (this.#hasSentence || line !== '') this.#onLine(line);
    this.#hasSentence ||= line !== '';
  }

  #release(): void {
    for (const line of this.#excerpt) this.#onLine(line);
    this.#excerpt = [];
    if (this.#frames.length === 0) return;
    // The last one opens the list of the error's properties.
    const [, frames = '', opening = ''] = /^(.*?)( \{)?$/s.exec(this.#frames.join('\n')) ?? [];
    for (const line of `${shortenStack(frames, this.#folder)}${opening}`.split('\n')) this.#onLine(line);
    this.#frames = [];
  }
}
