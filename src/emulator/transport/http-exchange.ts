/** Request as the emulator's REST side sees it, whichever way it came. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Origin under which this client reaches the gateway, as in `ws://127.0.0.1:8080`. */
  readonly gatewayUrl: string;
}

/** What goes back; a string body is text of the content type in the headers. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Answers requests; throws {@link ConnectionDropped} to break the connection instead of answering. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

/** Thrown by a handler so that the transport drops the connection without an answer. */
export class ConnectionDropped extends Error {
  readonly errno = 'ECONNRESET';
}
