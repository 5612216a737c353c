/**
 * What a close code of the voice gateway means for the connection, in one table.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#voice-voice-close-event-codes
 */

/**
 * What to do after a close.
 *
 * - `resume`: the network broke; the same session goes on.
 * - `rejoin`: the session is lost; a new one is asked for through the main gateway, `attempts` times at most.
 * - `await`: moved, kicked or put on another server; the main gateway tells which, within seconds.
 * - `end`: no attempt can cure it.
 */
export interface VoiceCloseRule {
  readonly action: 'resume' | 'rejoin' | 'await' | 'end';
  /** Sessions that may be asked for, one after the other, because of this code. */
  readonly attempts: number;
  /** What happened, and what to do. */
  readonly explanation: string;
}

const ourMistake = 'Discord found an error in what was sent. Report this with a debug log.';

const rules: Readonly<Record<number, VoiceCloseRule>> = {
  1000: rule('await', 0, 'Discord closed the connection in good order. Join again when it is wanted.'),
  4001: rule('rejoin', 1, `Unknown opcode: ${ourMistake}`),
  4002: rule('rejoin', 1, `Malformed payload: ${ourMistake}`),
  4003: rule('rejoin', 1, `Not authenticated: ${ourMistake}`),
  4004: rule('rejoin', 1, 'The token of the voice session was refused twice. Join again in a minute.'),
  4005: rule('rejoin', 1, `Authenticated twice: ${ourMistake}`),
  4006: rule('rejoin', 3, 'The session was declared invalid again and again. Join again in a minute.'),
  4009: rule('rejoin', 3, 'The session timed out again and again. Look at the network of this machine.'),
  4011: rule('await', 1, 'The voice server is gone, and no other was named. Join again in a minute.'),
  4012: rule('rejoin', 1, `Unknown protocol: ${ourMistake}`),
  4014: rule('await', 0, 'The bot was disconnected. Join again only when a user asks for it.'),
  4015: rule('resume', 3, 'The voice server crashed and did not come back. Join again in a minute.'),
  4016: rule('rejoin', 1, `Unknown encryption mode: ${ourMistake}`),
  4017: rule('end', 0, 'The call demands end-to-end encryption (DAVE). Install @snazzah/davey.'),
  4020: rule('rejoin', 1, `Bad request: ${ourMistake}`),
  4021: rule('end', 0, 'The bot was disconnected by a rate limit. Join voice channels less often.'),
  4022: rule('await', 0, 'The call was ended, as when its channel is deleted. Join another channel.'),
};

const networkRule = rule('resume', 3, 'The network broke and did not come back. Look at the connection.');
const unknownRule = rule('rejoin', 1, 'Discord closed with a code that is not documented. Report this.');

/** What to do after the voice server closed with `code`. */
export function voiceCloseRule(code: number): VoiceCloseRule {
  return rules[code] ?? (code < 4000 ? networkRule : unknownRule);
}

/** Codes that the table names. */
export const knownVoiceCloseCodes: readonly number[] = Object.keys(rules).map(Number);

function rule(action: VoiceCloseRule['action'], attempts: number, explanation: string): VoiceCloseRule {
  return { action, attempts, explanation };
}
