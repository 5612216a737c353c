import { toFilePart } from '../multipart/file-part.js';
import type { FormField } from '../multipart/form-body.js';
import { FormBody } from '../multipart/form-body.js';
import { toMessageForm } from '../multipart/message-form.js';
import type { RequestOptions } from '../request-options.js';

/** Body of a request, opened anew for each attempt. */
export interface RequestBody {
  readonly contentType: string | undefined;
  /** Bytes when they are not known from the body itself. */
  readonly size: number | undefined;
  readonly isRepeatable: boolean;
  open(): string | Uint8Array | AsyncIterable<Uint8Array> | undefined;
}

const NO_BODY: RequestBody = {
  contentType: undefined,
  size: undefined,
  isRepeatable: true,
  open: () => undefined,
};

/** Whether putting the body together needs to look at files. */
export function hasFiles(options: RequestOptions): boolean {
  return (options.files?.length ?? 0) > 0 || options.form !== undefined || options.formFiles !== undefined;
}

/** Body of a request without files. */
export function toPlainBody(options: RequestOptions): RequestBody {
  if (options.urlEncoded) {
    return textBody(
      'application/x-www-form-urlencoded',
      new URLSearchParams(defined(options.urlEncoded)).toString(),
    );
  }
  if (options.body === undefined) return NO_BODY;
  return textBody('application/json', JSON.stringify(options.body));
}

/** Body of a request with files or form fields. */
export async function toFormBody(options: RequestOptions): Promise<RequestBody> {
  if (options.files && options.files.length > 0)
    return asBody(await toMessageForm(options.body, options.files));
  const fields: FormField[] = [];
  if (options.body !== undefined) {
    fields.push({
      name: 'payload_json',
      text: JSON.stringify(options.body),
      contentType: 'application/json',
    });
  }
  for (const [name, text] of Object.entries(options.form ?? {})) fields.push({ name, text });
  for (const file of options.formFiles ?? [])
    fields.push({ name: file.field, file: await toFilePart(file, file.field) });
  return asBody(new FormBody(fields));
}

function asBody(form: FormBody): RequestBody {
  return {
    contentType: form.contentType,
    size: form.size,
    isRepeatable: form.isRepeatable,
    open: () => form.open(),
  };
}

function textBody(contentType: string, text: string): RequestBody {
  return { contentType, size: undefined, isRepeatable: true, open: () => text };
}

function defined(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
