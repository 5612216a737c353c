import { parseExactJson } from '../transport/exact-json.js';
import type { HttpRequest } from '../transport/http-exchange.js';
import { parseMultipartForm } from '../transport/multipart-form.js';
import type { UploadedFile } from '../world/message-draft.js';
import { ApiFailure, invalidForm } from './api-failure.js';

/** Body of a request, taken apart. */
export interface ReadRequest {
  readonly body: unknown;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map();
/** Largest request that Discord takes. */
const MAX_BYTES = 100 * 1024 * 1024;

/** Reads JSON, forms and multipart bodies; throws what Discord answers to malformed ones. */
export function readBody(request: HttpRequest): ReadRequest {
  if (request.body.length === 0) return { body: undefined, files: NO_FILES };
  if (request.body.length > MAX_BYTES) throw new ApiFailure(413, 40005, 'Request entity too large');
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('application/json')) return { body: parseJson(request.body), files: NO_FILES };
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(new URLSearchParams(request.body.toString('utf8'))), files: NO_FILES };
  }
  if (contentType.startsWith('multipart/form-data')) return readMultipart(contentType, request.body);
  throw invalidForm(
    [],
    'CONTENT_TYPE_INVALID',
    "Expected \"Content-Type\" header to be one of {'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}.",
  );
}

function readMultipart(contentType: string, bytes: Buffer): ReadRequest {
  const parts = parseMultipartForm(contentType, bytes);
  if (!parts) throw new ApiFailure(400, 50035, 'Invalid Form Body');
  const fields: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  for (const part of parts) {
    if (part.name === 'payload_json') Object.assign(fields, parseJson(part.bytes));
    else if (part.filename === undefined) fields[part.name] = part.bytes.toString('utf8');
    else {
      const key = /^files\[(\d+)\]$/.exec(part.name)?.[1] ?? part.name;
      files.set(key, { filename: part.filename, contentType: part.contentType, bytes: part.bytes });
    }
  }
  return { body: fields, files };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return parseExactJson(bytes.toString('utf8'));
  } catch {
    throw new ApiFailure(400, 50109, 'The request body contains invalid JSON.');
  }
}
