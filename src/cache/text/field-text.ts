import { fieldsStride } from './member-fields.js';
import type { MemberText } from './member-text.js';

const ZERO = 0x30;

/** One member's fields in a `MemberText`: a cursor that is moved, not made, for each. */
export class FieldText {
  readonly text: MemberText;
  #base = 0;

  constructor(text: MemberText) {
    this.text = text;
  }

  /** Goes to the member of this number. */
  moveTo(member: number): void {
    this.#base = member * fieldsStride;
  }

  start(field: number): number {
    return this.text.fields[this.#base + field * 2]!;
  }

  end(field: number): number {
    return this.text.fields[this.#base + field * 2 + 1]!;
  }

  /** Whether the field is there, and neither null nor false. */
  has(field: number): boolean {
    return this.start(field) !== 0;
  }

  /** Whether the field is a string with something in it. */
  hasText(field: number): boolean {
    return this.end(field) - this.start(field) > 2;
  }

  /** Number in the field; 0 when there is none. */
  number(field: number): number {
    const { bytes } = this.text;
    const end = this.end(field);
    let value = 0;
    for (let at = this.start(field); at < end; at++) {
      const digit = bytes[at]! - ZERO;
      if (digit < 0 || digit > 9) return Number(this.json(field)) || 0;
      value = value * 10 + digit;
    }
    return value;
  }

  /** Value of the field, parsed; `undefined` when it is absent, null or false. */
  json(field: number): unknown {
    if (!this.has(field)) return undefined;
    return JSON.parse(this.text.bytes.toString('utf8', this.start(field), this.end(field)));
  }
}
