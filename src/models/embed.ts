import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { EmbedLimitError } from '../errors/embed-limit-error.js';
import type { Renderable, RenderedMessage } from './renderable.js';
import { renderMessage } from './renderable.js';

/** Most characters of each part. @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
const limits = { title: 256, description: 4096, footer: 2048, author: 256, name: 256, value: 1024 } as const;
const MOST_FIELDS = 25;
const MOST_CHARACTERS = 6000;

/**
 * Embed under construction; limits are checked at each step, where the mistake is made.
 *
 * @example
 * ```ts
 * await ctx.reply({ embeds: [new Embed().setTitle('Scores').addField('Alice', '12', true)] });
 * ```
 * @see https://docs.discord.com/developers/resources/message#embed-object
 */
export class Embed implements Renderable {
  readonly #data: APIEmbed;

  /** Begins with what another embed has, such as one of a message. */
  constructor(data: APIEmbed | Embed = {}) {
    this.#data = structuredClone(data instanceof Embed ? data.#data : data);
  }

  /** Sends the embed as a message of its own. @internal */
  [renderMessage](): RenderedMessage {
    return { embeds: [this] };
  }

  /** Characters that count towards the limit of 6,000. */
  get length(): number {
    const { title = '', description = '', footer, author, fields = [] } = this.#data;
    const texts = [title, description, footer?.text ?? '', author?.name ?? ''];
    for (const { name, value } of fields) texts.push(name, value);
    return texts.reduce((sum, text) => sum + text.length, 0);
  }

  /** What it has so far, in Discord's own names; a copy. */
  get data(): Readonly<APIEmbed> {
    return structuredClone(this.#data);
  }

  /** Sets the title, at most 256 characters; `null` removes it, as it does with the other parts. */
  setTitle(title: string | null): this {
    return this.#set('title', title === null ? null : checked('title', title));
  }

  /** Sets the text, at most 4,096 characters. */
  setDescription(description: string | null): this {
    return this.#set('description', description === null ? null : checked('description', description));
  }

  /** Makes the title a link. */
  setUrl(url: string | null): this {
    return this.#set('url', url);
  }

  /** Colour of the line on the left, as in `0x5865f2`. */
  setColor(color: number | null): this {
    return this.#set('color', color);
  }

  /** Sets the moment that is shown beside the footer. */
  setTimestamp(at: Date | null): this {
    return this.#set('timestamp', at === null ? null : at.toISOString());
  }

  /** Sets the line at the top: a name of at most 256 characters, with a link and a picture if wanted. */
  setAuthor(name: string | null, options: { readonly url?: string; readonly iconUrl?: string } = {}): this {
    if (name === null) return this.#set('author', null);
    return this.#set('author', {
      name: checked('author', name),
      ...(options.url === undefined ? {} : { url: options.url }),
      ...(options.iconUrl === undefined ? {} : { icon_url: options.iconUrl }),
    });
  }

  /** Sets the line at the bottom, at most 2,048 characters, with a picture if wanted. */
  setFooter(text: string | null, options: { readonly iconUrl?: string } = {}): this {
    if (text === null) return this.#set('footer', null);
    const icon = options.iconUrl === undefined ? {} : { icon_url: options.iconUrl };
    return this.#set('footer', { text: checked('footer', text), ...icon });
  }

  /** Large image below the text; `attachment://name` shows a file of the same message. */
  setImage(url: string | null): this {
    return this.#set('image', url === null ? null : { url });
  }

  /** Small image beside the text. */
  setThumbnail(url: string | null): this {
    return this.#set('thumbnail', url === null ? null : { url });
  }

  /** Adds a field at the end; inline ones stand side by side. */
  addField(name: string, value: string, inline = false): this {
    return this.setFields([...(this.#data.fields ?? []), { name, value, inline }]);
  }

  /**
   * Removes `deleteCount` fields from a place on, and puts others there: `spliceFields(0, 1)` removes the first,
   * `spliceFields(2, 0, field)` inserts a third.
   */
  spliceFields(index: number, deleteCount: number, ...fields: readonly APIEmbedField[]): this {
    const all = [...(this.#data.fields ?? [])];
    all.splice(index, deleteCount, ...fields);
    return this.setFields(all);
  }

  /** Puts other fields in the place of all; none of them for an empty list. */
  setFields(fields: readonly APIEmbedField[]): this {
    if (fields.length > MOST_FIELDS) throw new EmbedLimitError('fields', fields.length, MOST_FIELDS);
    for (const { name, value } of fields) {
      checked('name', name);
      checked('value', value);
    }
    this.#data.fields = [...fields];
    return this;
  }

  /** Form in which Discord takes it. */
  toJSON(): APIEmbed {
    if (this.length > MOST_CHARACTERS) throw new EmbedLimitError('embed', this.length, MOST_CHARACTERS);
    return structuredClone(this.#data);
  }

  #set<K extends keyof APIEmbed>(part: K, value: APIEmbed[K] | null): this {
    if (value === null) delete this.#data[part];
    else this.#data[part] = value as APIEmbed[K];
    return this;
  }
}

function checked(part: keyof typeof limits, text: string): string {
  if (text.length > limits[part]) throw new EmbedLimitError(part, text.length, limits[part]);
  return text;
}
