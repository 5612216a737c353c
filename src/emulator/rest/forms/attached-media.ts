/** `attachment://name` in components. @see https://docs.discord.com/developers/components/reference#unfurled-media-item */
import { flattenComponents } from '../../world/message-book.js';
import type { AttachmentRecord, ComponentRecord } from '../../world/message-record.js';
import type { Form } from '../form.js';

const SCHEME = 'attachment://';
const TYPE_FILE = 13;

interface Media {
  url: string;
}

/**
 * Puts what a message's files are in place of `attachment://name`, everywhere in its components.
 *
 * A name without a file is noted as an error of the form.
 */
export function attachMedia(
  form: Form,
  components: readonly ComponentRecord[],
  attachments: readonly AttachmentRecord[],
): void {
  for (const component of flattenComponents(components)) {
    for (const media of mediaOf(component)) {
      if (!media.url.startsWith(SCHEME)) continue;
      const name = media.url.slice(SCHEME.length);
      const file = attachments.find(({ filename }) => filename === name);
      if (!file) {
        form.fail(
          'components',
          'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
          `The referenced attachment "${name}" was not found`,
        );
        continue;
      }
      Object.assign(media, unfurled(file));
      if (component.type === TYPE_FILE) Object.assign(component, { name, size: file.size });
    }
  }
}

function mediaOf(component: ComponentRecord): readonly Media[] {
  const {
    file,
    items = [],
    media,
  } = component as ComponentRecord & {
    readonly file?: Media;
    readonly items?: readonly { readonly media: Media }[];
    readonly media?: Media;
  };
  return [media, file, ...items.map((item) => item.media)].flatMap((one) => one ?? []);
}

function unfurled({ content_type, height, id, proxy_url, url, width }: AttachmentRecord): object {
  const size = width === undefined ? {} : { width, height };
  return { url, proxy_url, content_type, attachment_id: id, ...size };
}
