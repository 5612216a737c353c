/** Writing as a person: what Discord's client and its rules let through. */
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { MessageBlockedError } from '../../errors/message-blocked-error.js';
import { moderate } from '../world/auto-moderation.js';
import type { ChannelRecord } from '../world/channel-record.js';
import { writeMessage } from '../world/message-book.js';
import { textDraft } from '../world/message-draft.js';
import type { MessageRecord } from '../world/message-record.js';
import { slowmodeWaitMs } from '../world/slowmode.js';
import { storeUpload } from '../world/upload.js';
import type { UserRecord } from '../world/user-record.js';
import type { World } from '../world/world.js';
import type { FileValue } from './option-values.js';

/** Longest text that Discord's client sends for people without Nitro. */
const MAX_CONTENT_LENGTH = 2000;

/** Message that somebody is about to write. */
export interface WritingDraft {
  readonly content: string;
  readonly files: readonly FileValue[];
  readonly referenced: MessageRecord | undefined;
}

/** Writes, unless slowmode or a rule of the guild stands against it. */
export function writeAs(
  world: World,
  channel: ChannelRecord,
  user: UserRecord,
  { content, files, referenced }: WritingDraft,
): MessageRecord {
  if (content === '' && files.length === 0) {
    throw new InvalidInvocationError(
      'Discord’s client sends no empty message: say something, or add a file.',
    );
  }
  checkLength(content);
  checkSlowmode(world, channel, user);
  checkRules(world, channel, user, content);
  const attachments = files.map(({ name, data, contentType }) =>
    storeUpload(world, channel.data.id, { filename: name, contentType, bytes: Buffer.from(data as string) }),
  );
  const reply = referenced && {
    type: 19,
    referenced,
    reference: { type: 0, channel_id: channel.data.id, message_id: referenced.id },
  };
  return writeMessage(world, channel, user, { ...textDraft(content), attachments }, reply ?? {});
}

function checkSlowmode(world: World, channel: ChannelRecord, user: UserRecord): void {
  const waitMs = slowmodeWaitMs(world, channel, user.id);
  if (waitMs === 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  throw new InvalidInvocationError(
    `Slowmode: ${user.username} may write in #${channel.data.name} again in ${seconds} s; advance the clock first.`,
  );
}

/** Refuses what is too long for the client's field, which turns red. @throws {InvalidInvocationError} */
export function checkLength(content: string): void {
  const length = [...content].length;
  if (length <= MAX_CONTENT_LENGTH) return;
  throw new InvalidInvocationError(
    `A message has at most ${MAX_CONTENT_LENGTH} characters, and this one has ${length}; Discord’s client does not send it.`,
  );
}

/** Refuses what auto moderation blocks, and lets its other actions happen. */
export function checkRules(world: World, channel: ChannelRecord, user: UserRecord, content: string): void {
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  if (!guild || !member) return;
  const blocked = moderate(world, { guild, channel, member, content });
  if (blocked) throw new MessageBlockedError(blocked.rule, blocked.message);
}
