/** Files of a message. @see https://docs.discord.com/developers/reference#uploading-files */
import type { AttachmentDraft, UploadedFile } from '../../world/message-draft.js';
import type { AttachmentRecord } from '../../world/message-record.js';
import { storeUpload } from '../../world/upload.js';
import { ApiFailure } from '../api-failure.js';
import type { Form } from '../form.js';
import type { MessageRules } from './message-rules.js';

const MAX_FILES = 10;
/** Limit per file without boosts. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Attachments that a message will have: the listed old ones and the uploads; `undefined` when nothing is said about them. */
export function readAttachments(form: Form, rules: MessageRules): AttachmentRecord[] | undefined {
  const listed = form.list('attachments', { max: MAX_FILES })?.map(readDraft);
  if (listed === undefined && rules.files.size === 0) return form.isNull('attachments') ? [] : undefined;
  checkFiles(rules.files);
  const old = rules.edited?.attachments ?? [];
  const kept = listed === undefined ? old : old.filter(({ id }) => listed.some((draft) => draft.id === id));
  for (const attachment of kept) {
    const draft = listed?.find(({ id }) => id === attachment.id);
    if (draft?.description !== undefined) attachment.description = draft.description;
  }
  for (const draft of listed ?? []) {
    if (!rules.files.has(draft.id) && !old.some(({ id }) => id === draft.id)) {
      form.fail(
        'attachments',
        'ATTACHMENT_NOT_FOUND',
        `No file part files[${draft.id}] and no attachment with that id.`,
      );
    }
  }
  const uploads = [...rules.files].map(([key, file]) =>
    storeUpload(
      rules.world,
      rules.channel.data.id,
      file,
      listed?.find(({ id }) => id === key),
    ),
  );
  if (kept.length + uploads.length > MAX_FILES) {
    throw new ApiFailure(400, 30015, 'Maximum number of attachments in a message reached (10)');
  }
  return [...kept, ...uploads];
}

function checkFiles(files: ReadonlyMap<string, UploadedFile>): void {
  for (const file of files.values()) {
    if (file.bytes.length > MAX_FILE_BYTES) throw new ApiFailure(413, 40005, 'Request entity too large');
  }
}

function readDraft(form: Form): AttachmentDraft {
  const filename = form.string('filename', { max: 1024 });
  const title = form.string('title', { max: 1024 });
  const description = form.string('description', { max: 1024 });
  const durationSecs = form.number('duration_secs');
  const waveform = form.string('waveform', { max: 400 });
  return {
    id: form.string('id', { required: true }) ?? '',
    ...(filename === undefined ? {} : { filename }),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(durationSecs === undefined ? {} : { durationSecs }),
    ...(waveform === undefined ? {} : { waveform }),
    isSpoiler: form.boolean('is_spoiler') ?? false,
  };
}
