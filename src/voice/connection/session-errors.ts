import { VoiceClosedError } from '../../errors/voice-closed-error.js';
import { VoiceDaveRequiredError } from '../../errors/voice-dave-required-error.js';
import { VoiceTimeoutError } from '../../errors/voice-timeout-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { VoiceContext } from '../voice-context.js';
import { voiceCloseRule } from './voice-close.js';
import type { VoiceConnectionState } from './voice-state.js';

const DAVE_REQUIRED = 4017;

const hints: Partial<Record<VoiceConnectionState, string>> = {
  signalling:
    'Discord does not answer when the channel is full or the bot may not connect: look at its user limit and permissions.',
  connecting: 'The voice server does not accept WebSockets: look at firewalls and proxies.',
  identifying: 'The voice server accepted the connection and did not go on: try again in a minute.',
  discovering: 'The voice server does not answer over UDP: let the firewall pass it.',
  selecting: 'The voice server did not give the key of the session: try again in a minute.',
  securing: 'End-to-end encryption was not agreed upon: look at the debug log of the room "voice".',
  moving: 'Discord named no voice server: try again in a minute.',
};

/** Error of a voice server that closed for good. */
export function closedError(closeCode: number, channelId: Snowflake): Error {
  return closeCode === DAVE_REQUIRED
    ? new VoiceDaveRequiredError(channelId)
    : new VoiceClosedError(channelId, closeCode, voiceCloseRule(closeCode).explanation);
}

/** Error of an attempt that took too long, with what may have held it up. */
export function timeoutError(
  { readyTimeoutMs }: VoiceContext,
  channelId: Snowflake,
  state: VoiceConnectionState,
): Error {
  return new VoiceTimeoutError(channelId, state, readyTimeoutMs, hints[state] ?? 'Try again in a minute.');
}
