import { writeFile } from 'node:fs/promises';
import type { FileUpload } from '../rest/file-upload.js';
import { FlagSet } from './flags/flag-set.js';
import type { AttachmentFlagName } from './flags/flag-tables.js';
import { attachmentFlags } from './flags/flag-tables.js';
import { IdentifiedModel } from './model.js';
import type { AttachmentRecord } from './records.js';

/** File of a message. @see https://docs.discord.com/developers/resources/message#attachment-object */
export class Attachment extends IdentifiedModel<AttachmentRecord> {
  /** Name of the file; with `isSpoiler` it begins with `SPOILER_`. */
  get filename(): string {
    return this.raw.filename;
  }
  /** Name as its sender wrote it, where that has characters that file names do not have. */
  get title(): string | undefined {
    return this.raw.title;
  }
  /** Alternative text. */
  get description(): string | undefined {
    return this.raw.description;
  }
  /** MIME type. */
  get contentType(): string | undefined {
    return this.raw.content_type;
  }
  /** Bytes. */
  get size(): number {
    return this.raw.size;
  }
  /** Pixels of a picture or film. */
  get width(): number | undefined {
    return this.raw.width ?? undefined;
  }
  /** Height of a picture or video in pixels. */
  get height(): number | undefined {
    return this.raw.height ?? undefined;
  }
  /** Address of the file; good for about a day, then the message has to be fetched again. */
  get url(): string {
    return this.raw.url;
  }
  /** Address of a copy that can be asked for in other sizes. */
  get proxyUrl(): string {
    return this.raw.proxy_url;
  }
  /** When the address stops to work, where it says so. */
  get expiresAt(): Date | undefined {
    const seconds = new URL(this.url).searchParams.get('ex');
    return seconds === null ? undefined : new Date(Number.parseInt(seconds, 16) * 1000);
  }
  /** Whether it is of a message that only one user sees. */
  get ephemeral(): boolean {
    return this.raw.ephemeral ?? false;
  }
  /** What it is besides a file, as in `attachment.flags.has('IsClip')`. */
  get flags(): FlagSet<AttachmentFlagName> {
    return new FlagSet<AttachmentFlagName>(attachmentFlags, this.raw.flags);
  }
  /** Whether it is blurred until somebody clicks on it. */
  get isSpoiler(): boolean {
    return this.flags.has('IsSpoiler') || this.filename.startsWith('SPOILER_');
  }
  /** Whether it is a voice message. */
  get isVoiceMessage(): boolean {
    return this.raw.waveform !== undefined && this.raw.waveform !== null;
  }
  /** Seconds that a voice message takes. */
  get durationSeconds(): number | undefined {
    return this.raw.duration_secs ?? undefined;
  }
  /** Loudness of a voice message along the time, in base64. */
  get waveform(): string | undefined {
    return this.raw.waveform ?? undefined;
  }

  /**
   * Downloads the file.
   *
   * @throws DownloadFailedError when it is not there any more, or its address has expired.
   */
  read(): Promise<Buffer> {
    return this.host.rest.download(this.url);
  }

  /** Downloads the file to a path; gives how many bytes it has. */
  async save(path: string | URL): Promise<number> {
    const bytes = await this.read();
    await writeFile(path, bytes);
    return bytes.length;
  }

  /** Downloads the file so that it can be sent again. */
  async toUpload(changes: Partial<FileUpload> = {}): Promise<FileUpload> {
    return {
      name: this.filename,
      data: await this.read(),
      ...(this.description === undefined ? {} : { description: this.description }),
      ...(this.isSpoiler ? { isSpoiler: true } : {}),
      ...changes,
    };
  }
}
