/** Embeds of a message. @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Form } from '../form.js';

const MAX_TOTAL = 6000;

/** Reads the `embeds` of a message body. */
export function readEmbeds(form: Form): APIEmbed[] | undefined {
  const embeds = form.list('embeds', { max: 10 })?.map(readEmbed);
  const total = (embeds ?? []).reduce((sum, embed) => sum + textLength(embed), 0);
  if (total > MAX_TOTAL) {
    form.fail('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${MAX_TOTAL}`);
  }
  return embeds;
}

function readEmbed(form: Form): APIEmbed {
  const color = form.integer('color', { min: 0, max: 0xffffff });
  const fields = form.list('fields', { max: 25 })?.map((field) => ({
    name: field.string('name', { required: true, min: 1, max: 256 }) ?? '',
    value: field.string('value', { required: true, min: 1, max: 1024 }) ?? '',
    inline: field.boolean('inline') ?? false,
  }));
  const embed: Record<string, unknown> = {
    type: 'rich',
    title: form.string('title', { max: 256 }),
    description: form.string('description', { max: 4096 }),
    url: readUrl(form, 'url'),
    timestamp: form.timestamp('timestamp'),
    color,
    footer: readPart(form.object('footer'), 'text', 2048),
    author: readPart(form.object('author'), 'name', 256),
    image: readMedia(form.object('image')),
    thumbnail: readMedia(form.object('thumbnail')),
    fields,
  };
  return Object.fromEntries(
    Object.entries(embed).filter(([, value]) => value !== undefined),
  ) as unknown as APIEmbed;
}

function readPart(form: Form | undefined, textKey: string, max: number): Record<string, unknown> | undefined {
  if (!form) return undefined;
  const text = form.string(textKey, { required: true, max });
  const iconUrl = readUrl(form, 'icon_url', true);
  const url = readUrl(form, 'url');
  return {
    [textKey]: text,
    ...(url === undefined ? {} : { url }),
    ...(iconUrl === undefined ? {} : { icon_url: iconUrl, proxy_icon_url: iconUrl }),
  };
}

function readMedia(form: Form | undefined): Record<string, unknown> | undefined {
  const url = form && readUrl(form, 'url', true);
  return url === undefined ? undefined : { url, proxy_url: url };
}

/** Checks an address; `attachment:` is allowed where files may be shown. */
export function readUrl(form: Form, key: string, allowsAttachment = false): string | undefined {
  const url = form.string(key, { max: 2048 });
  if (url === undefined || url === '') return undefined;
  const schemes = allowsAttachment ? ['http', 'https', 'attachment'] : ['http', 'https'];
  const scheme = /^([a-z]+):/i.exec(url)?.[1]?.toLowerCase() ?? '';
  if (!schemes.includes(scheme)) {
    const list = schemes.map((name) => `'${name}'`).join(', ');
    form.fail(
      key,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of (${list}).`,
    );
    return undefined;
  }
  if (scheme !== 'attachment' && !URL.canParse(url)) {
    form.fail(key, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    return undefined;
  }
  return url;
}

function textLength(embed: APIEmbed): number {
  const fields = embed.fields ?? [];
  return [embed.title, embed.description, embed.footer?.text, embed.author?.name]
    .concat(fields.flatMap(({ name, value }) => [name, value]))
    .reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
