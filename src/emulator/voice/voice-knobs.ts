import type { Snowflake } from '../../types/type-tools.js';

/** Modes of transport encryption that Discord offers. */
export const VOICE_MODES = ['aead_aes256_gcm_rtpsize', 'aead_xchacha20_poly1305_rtpsize'] as const;

/**
 * How the voice server behaves: every field can be set at any time, and holds from then on.
 *
 * Chances are between 0 and 1; delays and intervals are in milliseconds.
 */
export class VoiceKnobs {
  /** Modes of encryption that are offered. */
  modes: readonly string[] = VOICE_MODES;
  /** Time between heartbeats that Hello asks for, in milliseconds. */
  heartbeatIntervalMs = 13_750;
  /** Newest version of end-to-end encryption; 0 has none. Stages never have it. */
  daveVersion = 1;
  /** Whether clients without end-to-end encryption are refused with 4017. */
  requiresDave = true;
  /** Transition by which the first epoch is announced. */
  firstTransitionId = 0;
  /** How long a transition waits for members that do not say they are ready, in milliseconds. */
  transitionTimeoutMs = 2_000;
  /** Whether transitions are announced and never executed. */
  withholdsExecution = false;
  /** Whether a member is sent the proposal to add itself. */
  echoesOwnAdd = false;
  /** Whether the external sender is told before the key of the session. */
  tellsSenderEarly = false;
  /** Members whose next commit (op 29) or welcome (op 30) is damaged on the way. */
  readonly damagesNextEpochFor = new Set<Snowflake>();
  /** Where missed messages are repeated: before or after Resumed. */
  replay: 'before' | 'after' = 'before';
  /** Numbered messages that can be repeated. */
  bufferSize = 500;
  /** How long a session can be resumed after its connection is lost, in milliseconds. */
  resumeWindowMs = 60_000;
  /** Number of a session's first numbered message. */
  firstSeq = 1;
  /** Delay of Clients Connect (op 11). */
  clientsDelayMs = 0;
  /** Delay of Speaking (op 5). */
  speakingDelayMs = 0;
  /** Which of the two events of the main gateway comes first. */
  firstEvent: 'state' | 'server' = 'state';
  /** Delay of VOICE_SERVER_UPDATE. */
  serverDelayMs = 0;
  /** Whether joins are answered by no event at all. */
  isSilent = false;
  /** Whether undocumented opcodes are sprinkled in. */
  sendsUnknownOpcodes = true;
  /** Whether RTCP is sent among the audio. */
  sendsRtcp = true;
  /** Whether packets of video are sent among the audio. */
  sendsVideo = false;
  /** Whether packets of audio have RTP padding. */
  padsPackets = false;
  /** Words of header extension; 0 sends none. */
  extensionWords = 2;
  /** Contributing sources in the header. */
  contributingSources = 0;
  /** Requests for the own address that go unanswered. */
  droppedDiscoveries = 0;
  /** Chance that a packet is lost. */
  loss = 0;
  /** Chance that a packet comes twice. */
  duplication = 0;
  /** Chance that a packet is late by `reorderMs`. */
  reorder = 0;
  /** How late a packet is that `reorder` strikes, in milliseconds. */
  reorderMs = 45;
  /** Time of a packet through the voice server. */
  udpLatencyMs = 0;
  /** Most of what is added to that at random. */
  jitterMs = 0;
  /** Start of the chances, so that a run can be repeated. */
  seed = 1;
  /** Time of WebSocket messages of a user, each way. */
  readonly latencyMs = new Map<Snowflake, number>();
}
