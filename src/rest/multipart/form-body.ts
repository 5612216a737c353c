import { randomBytes } from 'node:crypto';
import type { FilePart } from './file-part.js';

/** Field of a form: text, JSON, or a file under its field name. */
export type FormField =
  | { readonly name: string; readonly text: string; readonly contentType?: string }
  | { readonly name: string; readonly file: FilePart };

/** Up to so many bytes a form is put together in memory; beyond, it is streamed. */
const IN_MEMORY_BYTES = 256 * 1024;
const CRLF = '\r\n';

/** Body of `multipart/form-data`, read piece by piece so that large files never lie in memory whole. */
export class FormBody {
  readonly contentType: string;
  readonly #boundary = `cogwork-${randomBytes(18).toString('hex')}`;
  readonly #fields: readonly FormField[];

  constructor(fields: readonly FormField[]) {
    this.#fields = fields;
    this.contentType = `multipart/form-data; boundary=${this.#boundary}`;
  }

  /** Whether it can be sent more than once. */
  get isRepeatable(): boolean {
    return this.#fields.every((field) => !('file' in field) || field.file.isRepeatable);
  }

  /** Bytes of the whole body; `undefined` when a stream does not tell its size. */
  get size(): number | undefined {
    let total = Buffer.byteLength(this.#end());
    for (const field of this.#fields) {
      const size = 'file' in field ? field.file.size : Buffer.byteLength(field.text);
      if (size === undefined) return undefined;
      total += Buffer.byteLength(this.#head(field)) + size + CRLF.length;
    }
    return total;
  }

  /** Bytes when all are at hand and few, else an iterable that is read as fast as the socket takes it. */
  open(): Uint8Array | AsyncIterable<Uint8Array> {
    const isSmall = (this.size ?? Number.POSITIVE_INFINITY) <= IN_MEMORY_BYTES;
    const isAtHand = this.#fields.every((field) => !('file' in field) || field.file.bytes !== undefined);
    return isSmall && isAtHand ? Buffer.concat([...this.#piecesAtHand()]) : this.#stream();
  }

  *#piecesAtHand(): Generator<Uint8Array> {
    for (const field of this.#fields) {
      yield Buffer.from(this.#head(field));
      yield 'file' in field ? field.file.bytes! : Buffer.from(field.text);
      yield Buffer.from(CRLF);
    }
    yield Buffer.from(this.#end());
  }

  async *#stream(): AsyncGenerator<Uint8Array> {
    for (const field of this.#fields) {
      yield Buffer.from(this.#head(field));
      if ('file' in field) yield* field.file.stream();
      else yield Buffer.from(field.text);
      yield Buffer.from(CRLF);
    }
    yield Buffer.from(this.#end());
  }

  #head(field: FormField): string {
    const contentType = 'file' in field ? field.file.contentType : field.contentType;
    const fileName = 'file' in field ? `; filename="${escapeName(field.file.name)}"` : '';
    const type =
      contentType === undefined ? '' : `Content-Type: ${contentType.replace(/[\r\n]/g, '')}${CRLF}`;
    return `--${this.#boundary}${CRLF}Content-Disposition: form-data; name="${escapeName(field.name)}"${fileName}${CRLF}${type}${CRLF}`;
  }

  #end(): string {
    return `--${this.#boundary}--${CRLF}`;
  }
}

/** As browsers escape names in forms. @see https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function escapeName(name: string): string {
  return name.replace(/\r\n|\r|\n/g, '%0D%0A').replace(/"/g, '%22');
}
