/** Turns any body that undici's `request` accepts into bytes, with the content type that the body itself implies. */
import { randomBytes } from 'node:crypto';

/** Body as bytes. */
export interface ReadBody {
  readonly bytes: Buffer;
  /** Content type that the body brings along, as forms do. */
  readonly contentType?: string;
}

/** Reads a string, bytes, a Blob, a form, a stream or an async iterable to its end. */
export async function readRequestBody(body: unknown): Promise<ReadBody> {
  if (body === null || body === undefined) return { bytes: Buffer.alloc(0) };
  if (typeof body === 'string') return { bytes: Buffer.from(body, 'utf8') };
  if (body instanceof ArrayBuffer) return { bytes: Buffer.from(body) };
  if (ArrayBuffer.isView(body)) return { bytes: Buffer.from(body.buffer, body.byteOffset, body.byteLength) };
  if (isForm(body)) return encodeForm(body);
  if (isBlob(body))
    return { bytes: Buffer.from(await body.arrayBuffer()), ...(body.type ? { contentType: body.type } : {}) };
  if (isAsyncIterable(body)) return { bytes: await collect(body) };
  throw new TypeError('Request body is neither text, bytes, Blob, form, stream nor async iterable.');
}

async function collect(source: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk as Uint8Array));
  }
  return Buffer.concat(chunks);
}

async function encodeForm(form: FormLike): Promise<ReadBody> {
  const boundary = `----form-${randomBytes(12).toString('hex')}`;
  const parts: Buffer[] = [];
  for (const [name, value] of form.entries()) {
    const isText = typeof value === 'string';
    const file = isText ? '' : `; filename="${quote(value.name ?? 'blob')}"`;
    const type = isText ? '' : `\r\nContent-Type: ${value.type || 'application/octet-stream'}`;
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"${file}${type}\r\n\r\n`,
      ),
      isText ? Buffer.from(value, 'utf8') : Buffer.from(await value.arrayBuffer()),
      Buffer.from('\r\n'),
    );
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { bytes: Buffer.concat(parts), contentType: `multipart/form-data; boundary=${boundary}` };
}

function quote(name: string): string {
  return name.replace(/[\r\n"]/g, (char) => encodeURIComponent(char));
}

interface BlobLike {
  readonly type: string;
  readonly name?: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface FormLike {
  entries(): Iterable<[string, string | BlobLike]>;
}

function isForm(body: unknown): body is FormLike {
  return (body as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === 'FormData';
}

function isBlob(body: unknown): body is BlobLike {
  return typeof (body as { arrayBuffer?: unknown }).arrayBuffer === 'function';
}

function isAsyncIterable(body: unknown): body is AsyncIterable<unknown> {
  return Symbol.asyncIterator in (body as object) || Symbol.iterator in (body as object);
}
