/** What is done to encoded frames before they go out. Output may come later, but always in order. */

import * as zlib from 'node:zlib';
import type { Activity } from '../clock/activity.js';

type Emit = (frame: string | Buffer) => void;

/** Compression of one connection. */
export interface FrameCompression {
  readonly kind: 'none' | 'payload' | 'stream';
  write(frame: string | Buffer, emit: Emit): void;
  /** Calls back when everything written has been emitted. */
  finish(done: () => void): void;
}

/** Frames as they are. */
export const noCompression: FrameCompression = {
  kind: 'none',
  write: (frame, emit) => emit(frame),
  finish: (done) => done(),
};

/** Larger payloads each as a zlib stream of their own. */
export const payloadCompression: FrameCompression = {
  kind: 'payload',
  write: (frame, emit) => emit(frame.length > 1024 ? zlib.deflateSync(frame) : frame),
  finish: (done) => done(),
};

/** One zlib stream for the whole connection, flushed after each frame. */
export class StreamCompression implements FrameCompression {
  readonly kind = 'stream';
  readonly #stream: CompressingStream;
  readonly #flushKind: number;
  readonly #activity: Activity;
  #chunks: Buffer[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(
    activity: Activity,
    stream: CompressingStream = zlib.createDeflate(),
    flushKind: number = zlib.constants.Z_SYNC_FLUSH,
  ) {
    this.#activity = activity;
    this.#flushKind = flushKind;
    this.#stream = stream;
    this.#stream.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
  }

  write(frame: string | Buffer, emit: Emit): void {
    const emitted = this.#activity.begin();
    this.#last = this.#last.then(
      () =>
        new Promise((resolve) => {
          this.#stream.write(frame);
          this.#stream.flush(this.#flushKind, () => {
            emit(Buffer.concat(this.#chunks));
            this.#chunks = [];
            emitted();
            resolve();
          });
        }),
    );
  }

  finish(done: () => void): void {
    void this.#last.then(() => {
      this.#stream.destroy();
      done();
    });
  }
}

/** Stream of `node:zlib` that can be flushed. */
export type CompressingStream = Pick<zlib.Deflate, 'write' | 'flush' | 'destroy'> & {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
};

/** `ZSTD_e_flush` of the zstd library. */
const ZSTD_FLUSH = 1;

/** zstd over the whole connection; `undefined` where Node has none. */
export function zstdCompression(activity: Activity): FrameCompression | undefined {
  const { createZstdCompress } = zlib as { createZstdCompress?: () => CompressingStream };
  return createZstdCompress && new StreamCompression(activity, createZstdCompress(), ZSTD_FLUSH);
}
