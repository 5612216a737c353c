import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { OpusEncoderOptions } from './opus-codec.js';

/** Option of libopus by its number, and its value. @see https://opus-codec.org/docs/opus_api-1.5/group__opus__encoderctls.html */
export type EncoderSetting = readonly [request: number, value: number];

const applications = { audio: 2049, voip: 2048, lowDelay: 2051 } as const;
const signals = { auto: -1000, voice: 3001, music: 3002 } as const;
const bandwidths = { narrow: 1101, medium: 1102, wide: 1103, superwide: 1104, full: 1105 } as const;

/**
 * Settings of libopus for options.
 *
 * What is left out stays as libopus has it, but for bitrate, error correction and expected loss.
 * @throws {InvalidOptionError} for a value that libopus would refuse.
 */
export function encoderSettings(options: OpusEncoderOptions = {}): EncoderSetting[] {
  const { bitrate = 96_000, forwardErrorCorrection = true, expectedLossPercent = 5 } = options;
  const { application, signal, bandwidth } = options;
  return [
    ...named(4000, 'application', application, applications),
    [4002, inRange('bitrate', bitrate, 6_000, 510_000)],
    ...named(4004, 'bandwidth', bandwidth, bandwidths),
    [4012, forwardErrorCorrection ? 1 : 0],
    [4014, inRange('expectedLossPercent', expectedLossPercent, 0, 100)],
    ...named(4024, 'signal', signal, signals),
  ];
}

function inRange(option: keyof OpusEncoderOptions, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return Math.round(value);
  throw new InvalidOptionError(
    `The ${option} of an encoder cannot be ${value}. Give a number from ${least} to ${most}.`,
    `encoder.${option}`,
  );
}

function named<Name extends string>(
  request: number,
  option: keyof OpusEncoderOptions,
  name: Name | undefined,
  values: Readonly<Record<Name, number>>,
): EncoderSetting[] {
  if (name === undefined) return [];
  if (Object.hasOwn(values, name)) return [[request, values[name]]];
  const choices = Object.keys(values).join(', ');
  throw new InvalidOptionError(
    `The ${option} of an encoder cannot be ${name}. Give one of ${choices}.`,
    `encoder.${option}`,
  );
}
