import type {
  APIEmbed,
  APIMessageTopLevelComponent,
  APIPoll,
  RESTAPIMessageReference,
  RESTAPIPoll,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { InvalidMessageError } from '../errors/invalid-message-error.js';
import type { FileUpload } from '../rest/file-upload.js';
import type { Snowflake } from '../types/type-tools.js';
import type { AllowedMentionsOptions } from './allowed-mentions.js';
import { AllowedMentions } from './allowed-mentions.js';
import { checkPayload } from './check-payload.js';
import { checkComponents, usesComponentsV2 } from './component-layout.js';
import type { ModelHost } from './host.js';
import type { Message } from './message.js';
import type { Renderable, RenderedMessage } from './renderable.js';
import { isRenderable, messageSent, renderMessage } from './renderable.js';

/** Plain JSON as Discord takes it, or an object that turns into it. */
export type Jsonable<T> = T | { toJSON(): T };

/** Flags of a message that its sender sets. @see https://docs.discord.com/developers/resources/message#message-object-message-flags */
const SUPPRESS_EMBEDS = 1 << 2;
const EPHEMERAL = 1 << 6;
const SUPPRESS_NOTIFICATIONS = 1 << 12;
const VOICE_MESSAGE = 1 << 13;
const COMPONENTS_V2 = 1 << 15;

const FORWARD = 1;
const NO_DEFAULTS: MessageOptions = Object.freeze({});
const NO_RENDERABLES: readonly Renderable[] = [];

/** Everything a message can be made of. */
export interface MessageOptions {
  /** Text, at most 2,000 characters. */
  readonly content?: string;
  /** At most ten. */
  readonly embeds?: readonly Jsonable<APIEmbed>[];
  /** Rows of buttons and selects, or a layout; rather than by hand, by a `view`. */
  readonly components?: readonly Jsonable<APIMessageTopLevelComponent>[];
  /** Files to upload, at most ten. */
  readonly files?: readonly FileUpload[];
  /** Mentions in it that may notify; those of the bot's options unless given. */
  readonly allowedMentions?: AllowedMentions | AllowedMentionsOptions;
  /** View, or anything else that renders itself, beside the content. */
  readonly view?: Renderable;
  /** Poll beside the text, as in `new Poll('Lunch?', ['Soup', 'Salad'])`; it cannot be edited later. */
  readonly poll?: Jsonable<RESTAPIPoll>;
  /** Stickers to send, at most three. */
  readonly stickerIds?: readonly Snowflake[];
  /** Message replied to. */
  readonly replyTo?: Snowflake | { readonly id: Snowflake };
  /** Reference in Discord's own form, as for forwarding. */
  readonly messageReference?: RESTAPIMessageReference;
  /** Whether only the user who invoked the interaction sees it; interactions only. */
  readonly ephemeral?: boolean;
  /** Whether it arrives without a notification. */
  readonly silent?: boolean;
  /** Whether links in it are shown without previews. */
  readonly suppressEmbeds?: boolean;
  /** Whether clients read it aloud. */
  readonly tts?: boolean;
  /** Text by which a message sent twice is recognised, at most 25 characters. */
  readonly nonce?: string;
  /** Whether Discord gives the earlier message instead of sending one with the same nonce again. */
  readonly enforceNonce?: boolean;
  /** Further flags as bits. */
  readonly flags?: number;
  /** Attachments of an edited message that stay; those not listed are removed. All stay unless it is given. */
  readonly keepAttachments?: readonly { readonly id: Snowflake }[];
}

/** What can be sent: text, options, or anything that renders itself, such as a view. */
export type MessagePayload = string | MessageOptions | Renderable;

/** File to send: an upload, or the path of a file. */
export type FileLike = FileUpload | string | URL;

/** File as an upload: a path stands for the file there. */
export function toUpload(file: FileLike): FileUpload {
  return typeof file === 'string' || file instanceof URL ? { data: { path: file } } : file;
}

/** Body of a request that sends or edits a message. */
export interface MessageBody extends Omit<RESTPostAPIChannelMessageJSONBody, 'poll'> {
  poll?: APIPoll | object;
}

/** Payload in the form in which Discord takes it. */
export interface ResolvedPayload {
  readonly body: MessageBody;
  readonly files?: readonly FileUpload[];
  /** Objects to be told of the message that came of it. */
  readonly renderables: readonly Renderable[];
}

/** Message that is edited, as far as it is known. */
export interface EditedMessage {
  readonly id: Snowflake;
  readonly flags?: number;
  readonly attachments?: readonly { readonly id: Snowflake }[];
  readonly poll?: unknown;
  readonly sticker_items?: readonly unknown[];
}

/**
 * Turns a payload into the body of a request; renders what renders itself. `toEditBody` does so for an edit.
 *
 * @throws {InvalidMessageError} when it is no payload, has options that no message has, or parts that exclude each other.
 */
export async function toMessageBody(
  host: ModelHost,
  payload: MessagePayload,
  defaults: Pick<MessageOptions, 'ephemeral' | 'allowedMentions' | 'messageReference'> = NO_DEFAULTS,
  edited?: EditedMessage,
): Promise<ResolvedPayload> {
  checkPayload(payload);
  const options = optionsOf(payload, defaults);
  const rendered = options.view && (await options.view[renderMessage](host, edited?.id));
  const files = filesOf(options, rendered);
  const body: MessageBody = { allowed_mentions: mentionsOf(host, options).toJSON() };
  addContent(body, options, rendered);
  addExtras(body, options);
  const kept = edited && keptAttachments(options, rendered, edited);
  if (kept) body.attachments = kept.map(({ id }) => ({ id }));
  if (body.components) checkComponents(body.components);
  if (!edited && !files) refuseNothing(body);
  const layoutFlags = usesComponentsV2(body.components) ? COMPONENTS_V2 : 0;
  const flags = flagsOf(options) | (rendered?.flags ?? 0) | layoutFlags;
  if (flags !== 0) body.flags = flags;
  if (flags & COMPONENTS_V2) refuseLegacyFields(body);
  const renderables = options.view ? [options.view] : NO_RENDERABLES;
  return files ? { body, files, renderables } : { body, renderables };
}

/** Tells the renderables of a payload which message came of them. */
export function announceSent(resolved: ResolvedPayload, message: Message): Message {
  for (const renderable of resolved.renderables) renderable[messageSent]?.(message);
  return message;
}

function optionsOf(payload: MessagePayload, defaults: MessageOptions): MessageOptions {
  if (typeof payload === 'string')
    return defaults === NO_DEFAULTS ? { content: payload } : { ...defaults, content: payload };
  return isRenderable(payload) ? { ...defaults, view: payload } : { ...defaults, ...payload };
}

function filesOf(
  options: MessageOptions,
  rendered: RenderedMessage | undefined,
): readonly FileUpload[] | undefined {
  if (!rendered?.files) return options.files?.length ? options.files : undefined;
  const files = [...(options.files ?? []), ...rendered.files];
  return files.length > 0 ? files : undefined;
}

function addContent(body: MessageBody, options: MessageOptions, rendered: RenderedMessage | undefined): void {
  const content = options.content ?? rendered?.content;
  const embeds = options.embeds ?? rendered?.embeds;
  const components = options.components ?? rendered?.components;
  if (content !== undefined) body.content = content;
  if (embeds) body.embeds = embeds.map((embed) => plain<APIEmbed>(embed));
  if (components) body.components = components.map((part) => plain<APIMessageTopLevelComponent>(part));
}

function addExtras(body: MessageBody, options: MessageOptions): void {
  const reference = referenceOf(options);
  if (options.tts) body.tts = true;
  if (options.nonce !== undefined) body.nonce = options.nonce;
  if (options.enforceNonce) body.enforce_nonce = true;
  if (options.poll) body.poll = plain(options.poll);
  if (options.stickerIds) body.sticker_ids = options.stickerIds as MessageBody['sticker_ids'] & object;
  if (reference) body.message_reference = reference;
}

/** Attachments of an edited message to list, because they stay; `undefined` when nothing has to be said about them. */
function keptAttachments(
  { files, keepAttachments }: MessageOptions,
  rendered: RenderedMessage | undefined,
  edited: EditedMessage,
): readonly { readonly id: Snowflake }[] | undefined {
  if (keepAttachments) return keepAttachments;
  if (rendered?.files) return [];
  const hasWords = files?.some(
    ({ description, isSpoiler }) => description !== undefined || isSpoiler !== undefined,
  );
  return hasWords ? edited.attachments : undefined;
}

function referenceOf({ messageReference, replyTo }: MessageOptions): RESTAPIMessageReference | undefined {
  if (messageReference) return messageReference;
  if (replyTo === undefined) return undefined;
  return { message_id: typeof replyTo === 'string' ? replyTo : replyTo.id, fail_if_not_exists: false };
}

function mentionsOf(host: ModelHost, { allowedMentions }: MessageOptions): AllowedMentions {
  const base = host.defaultAllowedMentions ?? AllowedMentions.usersOnly();
  return allowedMentions ? base.merge(allowedMentions) : base;
}

function flagsOf(options: MessageOptions): number {
  let flags = options.flags ?? 0;
  if (options.suppressEmbeds) flags |= SUPPRESS_EMBEDS;
  if (options.ephemeral) flags |= EPHEMERAL;
  if (options.silent) flags |= SUPPRESS_NOTIFICATIONS;
  if (options.files?.some(({ voice }) => voice !== undefined)) flags |= VOICE_MESSAGE;
  return flags;
}

/** Messages of components alone have neither text nor embeds of their own, not even empty ones. */
export function dropLegacyFields(body: MessageBody): void {
  if (!body.content) delete body.content;
  if (!body.embeds?.length) delete body.embeds;
}

/** Refuses a message that would be empty; a forward has what it forwards. */
function refuseNothing(body: MessageBody): void {
  const { components, content, embeds, message_reference: reference, poll, sticker_ids: stickers } = body;
  const hasPart = content || embeds?.length || components?.length || poll || stickers?.length;
  if (hasPart || reference?.type === FORWARD) return;
  throw new InvalidMessageError(
    'The message is empty: give it a text, an embed, components, files or a poll.',
  );
}

/** Refuses a text, embeds, a poll or stickers beside components that take the whole message. */
function refuseLegacyFields(body: MessageBody): void {
  dropLegacyFields(body);
  const stray = (['content', 'embeds', 'poll', 'sticker_ids'] as const).find(
    (key) => body[key] !== undefined,
  );
  if (stray === undefined) return;
  throw new InvalidMessageError(
    `A message of components alone has no ${stray}. Put a text into a TextDisplay among the components; send the rest as ` +
      'a message of its own.',
  );
}

function plain<T extends object>(value: Jsonable<T> | object): T {
  return 'toJSON' in value && typeof value.toJSON === 'function' ? value.toJSON() : (value as T);
}
