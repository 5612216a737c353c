/**
 * Receives interactions over HTTP instead of the gateway: one function from `Request` to `Response`, for any server.
 *
 * Discord waits three seconds for the response, whose body may be the first answer. A message is sent by the callback
 * route all the same, because only that tells which message came of it; the response then is an empty 202. Everything
 * after the first answer goes the usual way, so cogs cannot tell how an interaction came in.
 *
 * @see https://docs.discord.com/developers/interactions/overview#preparing-for-interactions
 */
import type { APIInteraction, APIInteractionResponse, APIPingInteraction } from 'discord-api-types/v10';
import type { ModelHost } from '../../models/host.js';
import { InteractionResponseType } from '../../types/interaction-response-type.js';
import { InteractionType } from '../../types/interaction-type.js';
import { FIRST_ANSWER_MS } from '../deferral-timer.js';
import type { FirstAnswer } from '../first-answer.js';
import { answerByCallback } from '../first-answer.js';
import { Interaction } from '../interaction.js';
import type { InteractionSink } from '../interaction-sink.js';
import { readBody } from './read-body.js';
import type { SignatureCheck } from './verify-signature.js';
import { isSigned, signatureCheck } from './verify-signature.js';

/** Options of the endpoint. */
export interface FetchHandlerOptions {
  /** Public key of the application, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Largest body that is read, in bytes. @defaultValue 1,048,576 */
  readonly maxBodyBytes?: number;
  /** Oldest signature that is taken, in milliseconds. @defaultValue 300,000 */
  readonly replayWindowMs?: number;
}

/** What the endpoint needs of the bot. */
export interface FetchHandlerParts {
  readonly host: ModelHost;
  readonly sink: InteractionSink;
}

/** Web-standard request handler. */
export type FetchHandler = (request: Request) => Promise<Response>;

/** Interaction as it comes over HTTP; a ping is the only one that never comes by the gateway. */
type ReceivedInteraction = APIInteraction | APIPingInteraction;

/** Makes the handler. @throws {InvalidOptionError} when the public key has another form. */
export function createFetchHandler(options: FetchHandlerOptions, parts: FetchHandlerParts): FetchHandler {
  const check = signatureCheck(options.publicKey);
  const { maxBodyBytes = 1_048_576, replayWindowMs = 300_000 } = options;
  const { clock } = parts.host;
  return async (request) => {
    if (request.method !== 'POST') return refusal(405, 'Interactions are sent by POST');
    const receivedAtMs = clock.now();
    const body = await readBody(request, maxBodyBytes);
    if (!body) return refusal(413, 'The body is too large');
    if (!isAuthentic(check, request, body, receivedAtMs, replayWindowMs))
      return refusal(401, 'The signature is not valid');
    const interaction = parse(body);
    if (!interaction) return refusal(400, 'The body is not an interaction');
    if (interaction.type === InteractionType.Ping) return json({ type: InteractionResponseType.Pong });
    return respond(interaction, receivedAtMs, parts);
  };
}

function isAuthentic(
  check: SignatureCheck,
  request: Request,
  body: Uint8Array,
  nowMs: number,
  replayWindowMs: number,
): boolean {
  const timestamp = request.headers.get('x-signature-timestamp') ?? '';
  const signature = request.headers.get('x-signature-ed25519') ?? '';
  const isRecent = Math.abs(nowMs - Number(timestamp) * 1000) <= replayWindowMs;
  return isRecent && isSigned(check, timestamp, body, signature);
}

function parse(body: Uint8Array): ReceivedInteraction | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    return typeof value === 'object' && value !== null && 'type' in value && 'id' in value
      ? (value as ReceivedInteraction)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Hands the interaction to the bot, and resolves with its first answer, or empty when that went another way. */
function respond(
  interaction: APIInteraction,
  receivedAtMs: number,
  parts: FetchHandlerParts,
): Promise<Response> {
  const { host, sink } = parts;
  return new Promise((resolve) => {
    const empty = (): void => resolve(new Response(null, { status: 202 }));
    const timer = host.clock.setTimeout(empty, FIRST_ANSWER_MS, { unref: true });
    const settle = (response: Response): void => {
      host.clock.clearTimeout(timer);
      resolve(response);
    };
    Interaction.of(host, interaction, receivedAtMs, firstAnswer(interaction, host, settle));
    sink.receive(interaction, receivedAtMs);
  });
}

function firstAnswer(
  interaction: APIInteraction,
  host: ModelHost,
  settle: (response: Response) => void,
): FirstAnswer {
  const byCallback = answerByCallback(host, interaction);
  return async (response, files) => {
    if (files === undefined && response.type !== InteractionResponseType.ChannelMessageWithSource) {
      settle(json(response));
      return undefined;
    }
    try {
      return await byCallback(response, files);
    } finally {
      // Also after a failure: what is said instead goes by the callback route too.
      settle(new Response(null, { status: 202 }));
    }
  };
}

function json(body: APIInteractionResponse): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

function refusal(status: number, message: string): Response {
  return new Response(message, { status, headers: { 'content-type': 'text/plain' } });
}
