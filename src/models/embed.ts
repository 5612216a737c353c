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

  constructor(data: APIEmbed = {}) {
    this.#data = structuredClone(data);
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

  /** Sets the title, at most 256 characters. */
  setTitle(title: string): this {
    this.#data.title = checked('title', title);
    return this;
  }

  /** Sets the text, at most 4,096 characters. */
  setDescription(description: string): this {
    this.#data.description = checked('description', description);
    return this;
  }

  /** Makes the title a link. */
  setUrl(url: string): this {
    this.#data.url = url;
    return this;
  }

  /** Colour of the line on the left, as in `0x5865f2`. */
  setColor(color: number): this {
    this.#data.color = color;
    return this;
  }

  /** Sets the moment that is shown beside the footer. */
  setTimestamp(at: Date): this {
    this.#data.timestamp = at.toISOString();
    return this;
  }

  /** Sets the line at the top: a name of at most 256 characters, with a link and a picture if wanted. */
  setAuthor(name: string, options: { readonly url?: string; readonly iconUrl?: string } = {}): this {
    this.#data.author = {
      name: checked('author', name),
      ...(options.url === undefined ? {} : { url: options.url }),
      ...(options.iconUrl === undefined ? {} : { icon_url: options.iconUrl }),
    };
    return this;
  }

  /** Sets the line at the bottom, at most 2,048 characters, with a picture if wanted. */
  setFooter(text: string, options: { readonly iconUrl?: string } = {}): this {
    const icon = options.iconUrl === undefined ? {} : { icon_url: options.iconUrl };
    this.#data.footer = { text: checked('footer', text), ...icon };
    return this;
  }

  /** Large image below the text; `attachment://name` shows a file of the same message. */
  setImage(url: string): this {
    this.#data.image = { url };
    return this;
  }

  /** Small image beside the text. */
  setThumbnail(url: string): this {
    this.#data.thumbnail = { url };
    return this;
  }

  /** Adds a field at the end; inline ones stand side by side. */
  addField(name: string, value: string, inline = false): this {
    return this.setFields([...(this.#data.fields ?? []), { name, value, inline }]);
  }

  /** Puts other fields in the place of all. */
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
}

function checked(part: keyof typeof limits, text: string): string {
  if (text.length > limits[part]) throw new EmbedLimitError(part, text.length, limits[part]);
  return text;
}
