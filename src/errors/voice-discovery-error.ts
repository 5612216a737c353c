import { CogworkError } from './cogwork-error.js';

/**
 * Voice server does not answer over UDP.
 *
 * Let the firewall pass UDP to ports 50000 to 65535 and the answers to it; many free hosts do not.
 *
 * @see https://docs.discord.com/developers/topics/voice-connections#ip-discovery
 */
export class VoiceDiscoveryError extends CogworkError {
  readonly code = 'VOICE_DISCOVERY';

  constructor(
    /** Address of the voice server, as in `192.0.2.1:50001`. */
    readonly address: string,
    /** How many times it was asked. */
    readonly attempts: number,
  ) {
    super(
      `The voice server ${address} answered none of ${attempts} requests for the bot's own address. ` +
        'Let the firewall pass outgoing UDP to ports 50000 to 65535, and the answers to it.',
    );
  }
}
