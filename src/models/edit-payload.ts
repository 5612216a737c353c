/**
 * Bodies of edits, which depend on what the message is before: whether it is made of components alone, and which files
 * it has. What an edit says of files is all that the message has afterwards; one that says nothing leaves them.
 *
 * @see https://docs.discord.com/developers/resources/message#edit-message
 */
import { InvalidMessageError } from '../errors/invalid-message-error.js';
import { MessageFlags } from '../types/message-flags.js';
import type { ModelHost } from './host.js';
import type { EditedMessage, MessageBody, MessagePayload, ResolvedPayload } from './message-payload.js';
import { dropLegacyFields, toMessageBody } from './message-payload.js';

/**
 * Turns a payload into the body of a request that edits a message.
 *
 * @throws {InvalidMessageError} when the message is made of components alone and is to get a text or embeds.
 */
export async function toEditBody(
  host: ModelHost,
  payload: MessagePayload,
  edited?: EditedMessage,
): Promise<ResolvedPayload> {
  const message = await toMessageBody(host, payload, {}, edited);
  const { body } = message;
  leaveEphemeral(body);
  if (isLayout(edited)) refuseLegacyFields(body, edited!);
  else if (isLayout(body)) emptyLegacyFields(body, edited);
  return message;
}

/** Whether only the user sees a message is settled when it is sent. */
function leaveEphemeral(body: MessageBody): void {
  const flags = (body.flags ?? 0) & ~MessageFlags.Ephemeral;
  if (flags === 0) delete body.flags;
  else body.flags = flags;
}

function isLayout(message: { readonly flags?: number | undefined } | undefined): boolean {
  return ((message?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
}

/** A message that turns into components alone has to give up the rest. */
function emptyLegacyFields(body: MessageBody, edited: EditedMessage | undefined): void {
  Object.assign(body, { content: null, embeds: [] });
  if (edited?.poll) Object.assign(body, { poll: null });
  if (edited?.sticker_items?.length) Object.assign(body, { sticker_ids: [] });
}

/** There is no way back from components alone. */
function refuseLegacyFields(body: MessageBody, { id }: EditedMessage): void {
  dropLegacyFields(body);
  if (body.content === undefined && body.embeds === undefined) return;
  throw new InvalidMessageError(
    `Message ${id} is made of components alone, and Discord does not take a text or embeds for it any more. Put the ` +
      'text into a TextDisplay, or send a new message.',
  );
}
