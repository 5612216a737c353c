import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { FfmpegProcess } from '../sources/ffmpeg-process.js';

/** Where the bytes of a track go. */
export interface ByteSink {
  readonly path: string;
  write(bytes: Uint8Array): Promise<void>;
  /** Finishes the file, with other bytes at its beginning if given; gives its size. */
  end(start?: Uint8Array): Promise<number>;
  /** Lets go of a file that will not be finished. */
  abort(): Promise<void>;
}

const MAX_NAMES = 10_000;

/** Opens a file that was not there: `name.ogg`, or else `name-2.ogg` and so on. */
export async function openNewFile(pathWithoutEnding: string, ending: string): Promise<FileSink> {
  for (let number = 1; ; number++) {
    const path = `${pathWithoutEnding}${number === 1 ? '' : `-${number}`}.${ending}`;
    try {
      return new FileSink(path, await open(path, 'wx'));
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      if (!isTaken || number >= MAX_NAMES) throw error;
    }
  }
}

/** Bytes straight to disk. */
export class FileSink implements ByteSink {
  #bytes = 0;

  constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  async write(bytes: Uint8Array): Promise<void> {
    await this.file.writeFile(bytes);
    this.#bytes += bytes.length;
  }

  async end(start?: Uint8Array): Promise<number> {
    if (start) await this.file.write(start, 0, start.length, 0);
    await this.file.close();
    return this.#bytes;
  }

  abort(): Promise<void> {
    return this.file.close();
  }
}

/** Arguments that make ffmpeg write a format out of Ogg. */
const outputs: Readonly<Record<'mp3' | 'mp4' | 'm4a' | 'mka' | 'mkv', string>> = {
  mp3: '-c:a libmp3lame -q:a 4 -f mp3',
  mp4: '-c:a aac -b:a 96k -f mp4',
  m4a: '-c:a aac -b:a 96k -f ipod',
  mka: '-c:a copy -f matroska',
  mkv: '-c:a copy -f matroska',
};

/** Bytes of an Ogg file through ffmpeg into a file of another format. */
export class FfmpegSink implements ByteSink {
  readonly #process: FfmpegProcess;

  constructor(
    readonly path: string,
    format: keyof typeof outputs,
    program?: string,
  ) {
    const args = ['-y', '-f', 'ogg', '-i', 'pipe:0', ...outputs[format].split(' '), path];
    this.#process = new FfmpegProcess(args, program);
    this.#process.stdout.resume();
  }

  async write(bytes: Uint8Array): Promise<void> {
    const { stdin } = this.#process;
    const written = new Promise<void>((resolve, reject) => {
      stdin.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
    await written.catch(async (error: unknown) => {
      await this.#process.finished; // tells better why
      throw error;
    });
  }

  async end(): Promise<number> {
    this.#process.stdin.end();
    await this.#process.finished;
    return (await stat(this.path)).size;
  }

  async abort(): Promise<void> {
    this.#process.kill();
  }
}
