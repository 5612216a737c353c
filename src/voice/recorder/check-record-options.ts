import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { RecordFormat, RecordOptions } from './record-options.js';

const formats: Readonly<Record<RecordFormat, true>> = {
  ogg: true,
  wav: true,
  pcm: true,
  mp3: true,
  mp4: true,
  m4a: true,
  mka: true,
  mkv: true,
};
const tracks: Readonly<Record<NonNullable<RecordOptions['tracks']>, true>> = {
  each: true,
  mixed: true,
  both: true,
};

/**
 * Refuses what cannot be recorded, before anything is written.
 * @throws InvalidOptionError naming the option.
 */
export function checkRecordOptions(options: RecordOptions): void {
  checkChoice('format', options.format ?? 'ogg', formats);
  checkChoice('tracks', options.tracks ?? 'each', tracks);
  for (const option of ['maxDurationMs', 'maxBytes'] as const) {
    const limit = options[option] ?? 1;
    if (!(limit > 0))
      throw new InvalidOptionError(`${option} cannot be ${limit}. Give a number above 0.`, option);
  }
}

function checkChoice(option: string, value: string, choices: Readonly<Record<string, true>>): void {
  if (Object.hasOwn(choices, value)) return;
  throw new InvalidOptionError(
    `A recording cannot have the ${option} ${value}. Give one of ${Object.keys(choices).join(', ')}.`,
    option,
  );
}
