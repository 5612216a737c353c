import type { FileUpload } from '../file-upload.js';
import { toFilePart } from './file-part.js';
import type { FormField } from './form-body.js';
import { FormBody } from './form-body.js';

interface AttachmentEntry {
  readonly id: number | string;
  readonly filename?: string;
  readonly description?: string;
  readonly is_spoiler?: boolean;
  readonly duration_secs?: number;
  readonly waveform?: string;
}

/**
 * Form of a message with files: the JSON as `payload_json`, the files as `files[n]`.
 *
 * `attachments` gets an entry for each file that the body does not list already; existing ones stay listed as they are.
 * When there is nothing to list there is no list, so that an edit adds files to those that the message has.
 *
 * @see https://docs.discord.com/developers/reference#uploading-files
 */
export async function toMessageForm(body: unknown, files: readonly FileUpload[]): Promise<FormBody> {
  const parts = await Promise.all(files.map((file, index) => toFilePart(file, `file-${index}`)));
  const entries = files.map((file, index) => toEntry(file, index, parts[index]!.name));
  const fields: FormField[] = [
    {
      name: 'payload_json',
      text: JSON.stringify(listAttachments(body, entries)),
      contentType: 'application/json',
    },
    ...parts.map((file, index) => ({ name: `files[${index}]`, file })),
  ];
  return new FormBody(fields);
}

function toEntry(file: FileUpload, id: number, filename: string): AttachmentEntry {
  return {
    id,
    filename,
    ...(file.description === undefined ? {} : { description: file.description }),
    ...(file.isSpoiler === undefined ? {} : { is_spoiler: file.isSpoiler }),
    ...(file.voice ? { duration_secs: file.voice.durationSeconds, waveform: file.voice.waveform } : {}),
  };
}

/** Adds the entries where the message is: in `data` of an interaction's answer, in `message` of a forum post. */
function listAttachments(body: unknown, entries: readonly AttachmentEntry[]): unknown {
  const whole = (body ?? {}) as Readonly<Record<string, unknown>>;
  for (const inner of ['data', 'message']) {
    const value = whole[inner];
    if (typeof value === 'object' && value !== null)
      return { ...whole, [inner]: withEntries(value, entries) };
  }
  return withEntries(whole, entries);
}

function withEntries(message: object, entries: readonly AttachmentEntry[]): object {
  const { attachments } = message as { readonly attachments?: readonly AttachmentEntry[] | null };
  if (!attachments && entries.every(saysNothing)) return message;
  const listed = attachments ?? [];
  const ids = new Set(listed.map(({ id }) => String(id)));
  return { ...message, attachments: [...listed, ...entries.filter(({ id }) => !ids.has(String(id)))] };
}

/** The name stands in the form as well. */
function saysNothing({ id: _, filename: __, ...said }: AttachmentEntry): boolean {
  return Object.keys(said).length === 0;
}
