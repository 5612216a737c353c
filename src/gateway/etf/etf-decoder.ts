import { EtfToJson } from './etf-to-json.js';

/**
 * Decodes one whole term.
 *
 * @throws {GatewayDecodeError} when the bytes are not exactly one term that JSON could also express.
 */
export function decodeEtf(bytes: Buffer): unknown {
  return JSON.parse(new EtfToJson().write(bytes).toString('utf8'));
}
