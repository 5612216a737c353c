import type {
  APIApplicationEmoji,
  RESTPatchAPIApplicationEmojiJSONBody,
  RESTPostAPIApplicationEmojiJSONBody,
} from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { attachedUser } from './attached-user.js';
import { emojiUrl, formatEmoji } from './emoji.js';
import type { ModelHost } from './host.js';
import type { ImageOptions } from './image-url.js';
import { IdentifiedModel } from './model.js';
import type { User } from './user.js';

/**
 * Emoji that an application brings along, up to 2,000, usable by it everywhere. @see
 * https://docs.discord.com/developers/resources/emoji#emoji-object
 */
export class ApplicationEmoji extends IdentifiedModel<
  Readonly<APIApplicationEmoji> & { readonly id: Snowflake }
> {
  /** Name, 2 to 32 characters. */
  get name(): string {
    return this.raw.name ?? '';
  }
  /** Whether it moves. */
  get animated(): boolean {
    return this.raw.animated ?? false;
  }
  /** Who made it. */
  get creator(): User | undefined {
    return attachedUser(this.host, this.raw.user);
  }
  /** Text that shows it in a message. */
  get mention(): string {
    return formatEmoji(this.raw);
  }
  /** Address of the image. */
  imageUrl(options: ImageOptions = {}): string {
    return emojiUrl(this.id, { ...options, animated: this.animated });
  }

  /** Renames it. */
  async edit(body: RESTPatchAPIApplicationEmojiJSONBody): Promise<ApplicationEmoji> {
    const { rest, applicationId } = this.host;
    return makeEmoji(this.host, await rest.emojis.editForApplication(applicationId, this.id, body));
  }

  /** Deletes it. */
  async delete(): Promise<void> {
    await this.host.rest.emojis.deleteForApplication(this.host.applicationId, this.id);
  }

  /** Emoji as it stands in a message: `<:name:id>`. */
  override toString(): string {
    return this.mention;
  }
}

/** Emojis of the bot's application. @see https://docs.discord.com/developers/resources/emoji#application-emojis */
export class ApplicationEmojis {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** Asks Discord for one. */
  async fetch(id: Snowflake): Promise<ApplicationEmoji> {
    const { rest, applicationId } = this.#host;
    return makeEmoji(this.#host, await rest.emojis.getForApplication(applicationId, id));
  }

  /** Asks Discord for all. */
  async fetchAll(): Promise<ApplicationEmoji[]> {
    const { items } = await this.#host.rest.emojis.listForApplication(this.#host.applicationId);
    return items.map((record) => makeEmoji(this.#host, record));
  }

  /** Makes one of an image: `image: await readDataUri({ path: 'gear.png' })`. */
  async create(body: RESTPostAPIApplicationEmojiJSONBody): Promise<ApplicationEmoji> {
    const { rest, applicationId } = this.#host;
    return makeEmoji(this.#host, await rest.emojis.createForApplication(applicationId, body));
  }
}

function makeEmoji(host: ModelHost, record: APIApplicationEmoji): ApplicationEmoji {
  return new ApplicationEmoji(host, record as APIApplicationEmoji & { readonly id: Snowflake });
}
