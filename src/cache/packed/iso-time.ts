const ZERO = 48;
const POINT = 46;
const LETTER_T = 84;

/**
 * Milliseconds of a timestamp as Discord writes it (`2026-11-20T12:00:00.000000+00:00`), several times faster than
 * `Date.parse`, to which anything unusual goes. `NaN` when the text is no date.
 */
export function isoTimeMs(text: string): number {
  const isUsual = text.length >= 25 && text.charCodeAt(10) === LETTER_T && text.endsWith('+00:00');
  if (!isUsual) return Date.parse(text);
  const days = daysOfDate(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  const seconds = digits(text, 11, 13) * 3600 + digits(text, 14, 16) * 60 + digits(text, 17, 19);
  const milliseconds = text.charCodeAt(19) === POINT && text.length >= 29 ? digits(text, 20, 23) : 0;
  return days * 86_400_000 + seconds * 1000 + milliseconds;
}

/** Milliseconds of the timestamp in the JSON string from `start` to `end`, quotes included. */
export function jsonTimeMs(json: Buffer, start: number, end: number): number {
  const at = start + 1;
  const length = end - start - 2;
  // In UTC, to the second or to the microsecond; all else is as rare as it is slow.
  const isUsual =
    json[at + 10] === LETTER_T &&
    json[end - 7] === 0x2b &&
    ((length === 32 && json[at + 19] === POINT) || length === 25) &&
    byteDigits(json, end - 6, end - 4) === 0 &&
    byteDigits(json, end - 3, end - 1) === 0;
  if (!isUsual) return isoTimeMs(json.toString('latin1', at, end - 1));
  const days = daysOfDate(
    byteDigits(json, at, at + 4),
    byteDigits(json, at + 5, at + 7),
    byteDigits(json, at + 8, at + 10),
  );
  const minutes = byteDigits(json, at + 11, at + 13) * 60 + byteDigits(json, at + 14, at + 16);
  const seconds = minutes * 60 + byteDigits(json, at + 17, at + 19);
  const milliseconds = length === 32 ? byteDigits(json, at + 20, at + 23) : 0;
  return days * 86_400_000 + seconds * 1000 + milliseconds;
}

/**
 * Timestamp in the form in which Discord writes it.
 *
 * `toISOString` would have ICU look up the time zone of the machine, which takes memory in the worst place: above all
 * that the start of the bot has come and gone with.
 */
export function isoTime(timeMs: number): string {
  const at = new Date(timeMs);
  const day = `${padded(at.getUTCFullYear(), 4)}-${padded(at.getUTCMonth() + 1, 2)}-${padded(at.getUTCDate(), 2)}`;
  const minute = `${padded(at.getUTCHours(), 2)}:${padded(at.getUTCMinutes(), 2)}`;
  return `${day}T${minute}:${padded(at.getUTCSeconds(), 2)}.${padded(at.getUTCMilliseconds(), 3)}000+00:00`;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** Days since 1970 of a date of the Gregorian calendar, whose year is taken to begin in March. */
function daysOfDate(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function byteDigits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
