import type { Snowflake } from '../../types/type-tools.js';
import type { AttachmentDraft, UploadedFile } from './message-draft.js';
import type { AttachmentRecord } from './message-record.js';
import type { World } from './world.js';

const TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
};

/** Keeps an uploaded file so that the CDN serves it, and describes it as an attachment. */
export function storeUpload(
  world: World,
  channelId: Snowflake,
  file: UploadedFile,
  draft?: AttachmentDraft,
): AttachmentRecord {
  const id = world.ids.next();
  const name = (draft?.filename ?? file.filename).replace(/[^\w.-]/g, '_');
  const contentType = file.contentType ?? contentTypeOf(name);
  const path = `/attachments/${channelId}/${id}/${name}`;
  world.files.set(path, { bytes: file.bytes, contentType });
  const url = `${world.cdnUrl}${path}`;
  return {
    id,
    filename: name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: contentType,
    ...imageSize(file.bytes),
    ...(draft?.title === undefined ? {} : { title: draft.title }),
    ...(draft?.description === undefined ? {} : { description: draft.description }),
    ...(draft?.durationSecs === undefined ? {} : { duration_secs: draft.durationSecs }),
    ...(draft?.waveform === undefined ? {} : { waveform: draft.waveform }),
    ...(draft?.isSpoiler || name.startsWith('SPOILER_') ? { flags: 8 } : {}),
  };
}

/** Media type by the ending of a name. */
export function contentTypeOf(name: string): string {
  return TYPES[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Width and height of a PNG or GIF. */
function imageSize(bytes: Buffer): { width?: number; height?: number } {
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length >= 10 && bytes.toString('latin1', 0, 3) === 'GIF') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  return {};
}
