import type { FileUpload } from './file-upload.js';
import type { QueryValues } from './transport/query.js';
import type { Route } from './transport/route.js';

/** Options that every method of every resource takes. */
export interface CallOptions {
  /** Aborting it takes the request out of its queue or off the wire, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds for one attempt, from sending to the end of the answer. */
  readonly timeoutMs?: number;
  /** Longest wait for rate limits, in milliseconds, before `RateLimitTooLongError`. */
  readonly maxWaitMs?: number;
}

/** Options of a method whose act appears in the audit log. */
export interface ReasonOptions extends CallOptions {
  /** Why, for the audit log: 1 to 512 characters. */
  readonly reason?: string;
}

/** Options of a method that takes files. */
export interface FileOptions extends CallOptions {
  /** Files to upload, at most ten. */
  readonly files?: readonly FileUpload[];
}

/** Options of a method that takes files and appears in the audit log. */
export interface FileReasonOptions extends FileOptions, ReasonOptions {}

/** File under a form field of its own, as stickers and invites want it. */
export interface FormFile extends FileUpload {
  /** Name of the form field. */
  readonly field: string;
}

/** Everything that can be said of one request. */
export interface RequestOptions extends CallOptions {
  /** Why, for the audit log: 1 to 512 characters. */
  readonly reason?: string;
  /** Parameters after the `?`; those that are undefined are left out. */
  readonly query?: QueryValues | object | undefined;
  /** Value to be sent as JSON. */
  readonly body?: unknown;
  /** Files to upload beside the body. */
  readonly files?: readonly FileUpload[];
  /** Fields of a form, instead of a JSON body. */
  readonly form?: Readonly<Record<string, string>>;
  /** Files under form fields of their own. */
  readonly formFiles?: readonly FormFile[];
  /** Fields of an `application/x-www-form-urlencoded` body. */
  readonly urlEncoded?: Readonly<Record<string, string | undefined>>;
  /** Value of the `Authorization` header, instead of the token's. */
  readonly authorization?: string;
  /** Whether it works without a token. */
  readonly isPublic?: boolean;
  /** Whether repeating the request does no harm; GET, PUT, PATCH and DELETE count as harmless unless said. */
  readonly isRepeatable?: boolean;
}

/** What resources need of the thing that sends. */
export interface Requester {
  /** Sends a request when its limits allow, and gives the answer's JSON. */
  request<T>(route: Route, options?: RequestOptions): Promise<T>;
}
