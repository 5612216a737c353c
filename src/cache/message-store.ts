/**
 * Newest messages, kept as the JSON text in which they came.
 *
 * Nearly all cached messages are forgotten without anybody having looked at them. Kept as objects, each would be copied
 * by the garbage collector twice before it is old, which costs more than everything else that caching does. So where the
 * text of the frame is at hand, it is copied to a buffer outside the heap, and parsed when the message is first asked
 * for; from then on the object is kept.
 */
import { Buffer } from 'node:buffer';
import type { MessageRecord } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { CacheStore } from './cache-store.js';
import { overwriteRecord } from './overwrite-record.js';

/** How many messages are kept. */
export interface MessageLimits {
  /** Messages of all channels together. */
  readonly total: number;
  /** Messages of each channel. @defaultValue no limit but `total` */
  readonly perChannel?: number;
}

/** Room of one message; taken over by another when the oldest is forgotten. */
interface Slot {
  id: Snowflake;
  channelId: Snowflake;
  guildId: Snowflake | undefined;
  record: MessageRecord | undefined;
  text: Buffer | undefined;
  length: number;
  /** Whether the message is not forgotten. */
  isKept: boolean;
}

/** Buffers grow in steps of this size, so that the next message mostly fits. */
const TEXT_STEP = 512;
/** A buffer above this size is not kept for the next message. */
const LARGE_TEXT = 16_384;

/** Ring of the newest messages. */
export class MessageStore implements CacheStore<MessageRecord> {
  readonly limits: MessageLimits;
  readonly #byId = new Map<Snowflake, Slot>();
  readonly #ring: Slot[] = [];
  readonly #counts = new Map<Snowflake, number>();
  #next = 0;
  #changes = 0;

  constructor(limits: MessageLimits) {
    this.limits = limits;
  }

  get size(): number {
    return this.#byId.size;
  }

  /** Number that grows whenever a kept message changes; by it a held message knows that it should look again. */
  get changes(): number {
    return this.#changes;
  }

  get(channelId: Snowflake, id: Snowflake): MessageRecord | undefined {
    const slot = this.#byId.get(id);
    return slot?.channelId === channelId ? recordOf(slot) : undefined;
  }

  find(id: Snowflake): MessageRecord | undefined {
    const slot = this.#byId.get(id);
    return slot && recordOf(slot);
  }

  has(channelId: Snowflake, id: Snowflake): boolean {
    return this.#byId.get(id)?.channelId === channelId;
  }

  set(channelId: Snowflake, id: Snowflake, message: MessageRecord): void {
    const slot = this.#byId.get(id);
    if (!slot) {
      this.#add(channelId, message, undefined);
      return;
    }
    this.#changes += 1;
    if (slot.record === message) return;
    if (slot.record) overwriteRecord(slot.record, message);
    else slot.record = message;
  }

  /** Keeps a message that was just received, as text where there is one. */
  add(message: MessageRecord, frame: Buffer | undefined): void {
    if (this.#byId.has(message.id)) this.set(message.channel_id, message.id, message);
    else this.#add(message.channel_id, message, frame);
  }

  copy(channelId: Snowflake, id: Snowflake): MessageRecord | undefined {
    const slot = this.#byId.get(id);
    if (slot?.channelId !== channelId) return undefined;
    return slot.record ? { ...slot.record } : parse(slot);
  }

  delete(channelId: Snowflake, id: Snowflake): boolean {
    const slot = this.#byId.get(id);
    if (slot?.channelId !== channelId) return false;
    this.#forget(slot);
    return true;
  }

  *values(channelId: Snowflake): Iterable<MessageRecord> {
    for (const slot of this.#byId.values()) if (slot.channelId === channelId) yield recordOf(slot);
  }

  count(channelId: Snowflake): number {
    let count = 0;
    for (const slot of this.#byId.values()) if (slot.channelId === channelId) count += 1;
    return count;
  }

  deleteScope(channelId: Snowflake): void {
    this.#deleteWhere((slot) => slot.channelId === channelId);
  }

  /** Forgets all messages of a guild. */
  deleteGuild(guildId: Snowflake): void {
    this.#deleteWhere((slot) => slot.guildId === guildId);
  }

  clear(): void {
    this.#deleteWhere(() => true);
  }

  #forget(slot: Slot): void {
    this.#byId.delete(slot.id);
    slot.record = undefined;
    slot.isKept = false;
    this.#countOne(slot.channelId, -1);
  }

  #deleteWhere(fits: (slot: Slot) => boolean): void {
    for (const slot of [...this.#byId.values()]) if (fits(slot)) this.#forget(slot);
  }

  #add(channelId: Snowflake, message: MessageRecord, frame: Buffer | undefined): void {
    if (this.limits.total <= 0) return;
    const slot = this.#takeSlot();
    slot.id = message.id;
    slot.channelId = channelId;
    slot.guildId = message.guild_id;
    slot.record = frame ? undefined : message;
    slot.isKept = true;
    if (frame) copyText(slot, frame);
    this.#byId.set(message.id, slot);
    this.#countOne(channelId, 1);
  }

  /** Room of the oldest message, which is forgotten, or new room while the ring is not full. */
  #takeSlot(): Slot {
    const oldest = this.#ring[this.#next];
    const slot = oldest ?? {
      id: '',
      channelId: '',
      guildId: undefined,
      record: undefined,
      text: undefined,
      length: 0,
      isKept: false,
    };
    if (slot.isKept) this.#forget(slot);
    this.#ring[this.#next] = slot;
    this.#next = this.#next + 1 >= this.limits.total ? 0 : this.#next + 1;
    return slot;
  }

  /** Keeps the count of a channel, when there is a limit to it, and forgets its oldest message beyond that. */
  #countOne(channelId: Snowflake, change: 1 | -1): void {
    const limit = this.limits.perChannel;
    if (limit === undefined) return;
    const count = (this.#counts.get(channelId) ?? 0) + change;
    if (count === 0) this.#counts.delete(channelId);
    else this.#counts.set(channelId, count);
    if (count > limit) this.#forgetOldestOf(channelId);
  }

  #forgetOldestOf(channelId: Snowflake): void {
    for (const slot of this.#byId.values()) {
      if (slot.channelId !== channelId) continue;
      this.#forget(slot);
      return;
    }
  }
}

function recordOf(slot: Slot): MessageRecord {
  slot.record ??= parse(slot);
  return slot.record;
}

/** Message in the text of its frame. */
function parse({ text, length }: Slot): MessageRecord {
  const frame = JSON.parse(text!.toString('utf8', 0, length)) as { readonly d: MessageRecord };
  return frame.d;
}

function copyText(slot: Slot, frame: Buffer): void {
  const room = slot.text?.length ?? 0;
  const fits = frame.length <= room && (room <= LARGE_TEXT || frame.length > LARGE_TEXT);
  if (!fits) slot.text = Buffer.allocUnsafeSlow(Math.ceil(frame.length / TEXT_STEP) * TEXT_STEP);
  frame.copy(slot.text!);
  slot.length = frame.length;
}
