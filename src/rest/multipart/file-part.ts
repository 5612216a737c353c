import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { FileUpload } from '../file-upload.js';
import { contentTypeOfBytes, contentTypeOfName, SNIFF_LENGTH } from './content-type.js';

const OCTETS = 'application/octet-stream';

/** Upload made ready to be sent. */
export interface FilePart {
  readonly name: string;
  readonly contentType: string;
  /** Bytes, or `undefined` when only the end of the stream will tell. */
  readonly size: number | undefined;
  /** Bytes that are in memory anyway. */
  readonly bytes: Uint8Array | undefined;
  /** Whether `stream()` works more than once. */
  readonly isRepeatable: boolean;
  stream(): AsyncIterable<Uint8Array>;
}

/** Looks at an upload's source: its name, size, type and how to read it. */
export async function toFilePart(file: FileUpload, fallbackName: string): Promise<FilePart> {
  const { data } = file;
  if (data instanceof Uint8Array) return bytesPart(file, data, fallbackName);
  if (data instanceof ArrayBuffer) return bytesPart(file, new Uint8Array(data), fallbackName);
  if (data instanceof Blob) return blobPart(file, data, fallbackName);
  if (typeof data === 'function') return streamPart(file, data, true, fallbackName);
  if (Symbol.asyncIterator in data) return streamPart(file, () => data, false, fallbackName);
  if ('path' in data) return pathPart(file, data.path);
  throw new InvalidOptionError(
    'A file has no readable data; give a Buffer, a Blob, a stream, a function that opens one, or { path }.',
    'files.data',
  );
}

function bytesPart(file: FileUpload, bytes: Uint8Array, fallbackName: string): FilePart {
  const name = file.name ?? fallbackName;
  return {
    name,
    contentType: file.contentType ?? contentTypeOfBytes(bytes) ?? contentTypeOfName(name) ?? OCTETS,
    size: bytes.byteLength,
    bytes,
    isRepeatable: true,
    stream: () => once(bytes),
  };
}

async function blobPart(file: FileUpload, blob: Blob, fallbackName: string): Promise<FilePart> {
  const ownName = (blob as { readonly name?: unknown }).name;
  const name = file.name ?? (typeof ownName === 'string' && ownName !== '' ? ownName : fallbackName);
  const head = new Uint8Array(await blob.slice(0, SNIFF_LENGTH).arrayBuffer());
  const ownType = blob.type === '' ? undefined : blob.type;
  return {
    name,
    contentType: file.contentType ?? ownType ?? contentTypeOfBytes(head) ?? contentTypeOfName(name) ?? OCTETS,
    size: blob.size,
    bytes: undefined,
    isRepeatable: true,
    stream: () => blob.stream() as unknown as AsyncIterable<Uint8Array>,
  };
}

async function pathPart(file: FileUpload, path: string | URL): Promise<FilePart> {
  const filePath = path instanceof URL ? fileURLToPath(path) : path;
  const name = file.name ?? basename(filePath);
  const { size } = await stat(filePath);
  const head = file.contentType ? new Uint8Array() : await readHead(filePath);
  return {
    name,
    contentType: file.contentType ?? contentTypeOfBytes(head) ?? contentTypeOfName(name) ?? OCTETS,
    size,
    bytes: undefined,
    isRepeatable: true,
    stream: () => createReadStream(filePath),
  };
}

function streamPart(
  file: FileUpload,
  stream: () => AsyncIterable<Uint8Array>,
  isRepeatable: boolean,
  fallbackName: string,
): FilePart {
  const name = file.name ?? fallbackName;
  return {
    name,
    contentType: file.contentType ?? contentTypeOfName(name) ?? OCTETS,
    size: undefined,
    bytes: undefined,
    isRepeatable,
    stream,
  };
}

async function readHead(path: string): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFF_LENGTH), 0, SNIFF_LENGTH, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
