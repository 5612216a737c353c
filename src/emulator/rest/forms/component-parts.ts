/** What several kinds of components have in common. */
import type { ComponentRecord } from '../../world/message-record.js';
import type { Form } from '../form.js';

/** Bounds on how many values may be chosen. */
export function counts(form: Form, most: number): { min_values?: number; max_values?: number } {
  const min = form.integer('min_values', { min: 0, max: most });
  const max = form.integer('max_values', { min: 1, max: most });
  return {
    ...(min === undefined ? {} : { min_values: min }),
    ...(max === undefined ? {} : { max_values: max }),
  };
}

/** Options of a menu or group; values are unique. */
export function options(form: Form, min: number, max: number): Record<string, unknown>[] | undefined {
  const values = new Set<string>();
  return form.list('options', { required: true, min, max })?.map((option) => {
    const value = option.string('value', { required: true, min: 1, max: 100 }) ?? '';
    if (values.has(value))
      option.fail(
        'value',
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    values.add(value);
    return clean({
      label: option.string('label', { required: true, min: 1, max: 100 }),
      value,
      description: option.string('description', { max: 100 }),
      emoji: readEmoji(option.object('emoji')),
      default: option.boolean('default'),
    });
  });
}

/** Emoji of a button or option. */
export function readEmoji(form: Form | undefined): Record<string, unknown> | undefined {
  if (!form) return undefined;
  const id = form.snowflake('id');
  const name = form.string('name', { max: 100 });
  if (id === undefined && name === undefined)
    form.fail('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  return clean({ id, name, animated: form.boolean('animated') });
}

/** Address of a picture, video or file. */
export function media(form: Form, key: string): Record<string, unknown> | undefined {
  const item = form.object(key, { required: true });
  const url = item?.string('url', { required: true, max: 2048 });
  return url === undefined ? undefined : { url };
}

/** File of a file component: always one that comes with the message. */
export function attachedFile(form: Form): Record<string, unknown> | undefined {
  const file = media(form, 'file');
  if (file && !String(file['url']).startsWith('attachment://')) {
    form.fail(
      'file',
      'UNFURLED_MEDIA_ITEM_INVALID_URL',
      'Only attachment://<filename> references are supported for this component',
    );
  }
  return file;
}

/** Alternative text and spoiler of a medium. */
export function described(form: Form): Record<string, unknown> {
  return {
    description: form.string('description', { max: 1024 }) ?? null,
    spoiler: form.boolean('spoiler') ?? false,
  };
}

/** Item of a media gallery. */
export function galleryItem(form: Form): Record<string, unknown> {
  return { media: media(form, 'media'), ...described(form) };
}

/** Component without the keys that are undefined. */
export function clean<T extends object>(value: T): ComponentRecord {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as unknown as ComponentRecord;
}
