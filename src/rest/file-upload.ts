import type { Readable } from 'node:stream';

/**
 * Where the bytes of an upload come from.
 *
 * Everything but a stream can be sent again when Discord asks for patience; a stream is read once, so give a function
 * that opens it when it may be large and the request should survive a rate limit.
 */
export type FileSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | Readable
  | AsyncIterable<Uint8Array>
  | { readonly path: string | URL }
  | (() => AsyncIterable<Uint8Array>);

/** One file of a request. @see https://docs.discord.com/developers/reference#uploading-files */
export interface FileUpload {
  /** Name that Discord shows; taken from a path or a `File` when not given. */
  readonly name?: string;
  /** Content of the file, or where it is. */
  readonly data: FileSource;
  /** MIME type; found from the first bytes or the name when not given. */
  readonly contentType?: string;
  /** Alternative text, at most 1,024 characters. */
  readonly description?: string;
  /** Whether it is hidden until somebody clicks on it. */
  readonly isSpoiler?: boolean;
  /** Makes it a voice message, which a message has nothing else beside. */
  readonly voice?: VoiceMessageInfo;
}

/** What the player of a voice message shows. @see https://docs.discord.com/developers/resources/message#voice-messages */
export interface VoiceMessageInfo {
  /** Length in seconds. */
  readonly durationSeconds: number;
  /** Loudness along the time: up to 256 bytes in base64. */
  readonly waveform: string;
}
