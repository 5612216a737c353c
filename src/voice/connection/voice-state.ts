/**
 * Where a voice connection stands.
 *
 * ```
 * idle → signalling → connecting → identifying → discovering → selecting → securing → ready
 *            ↑             ↑                                                  ↑     ⇅     │
 *            │             └── moving (another server or channel) ←───────────┼─────┴─────┤
 *            └── rejoining (session lost) ←────────────── resuming ←──────────┴───────────┘
 * any → disconnected
 * ```
 *
 * - `signalling`: op 4 is sent, the two events of the main gateway are awaited.
 * - `identifying`, `discovering`, `selecting`: the handshake with the voice server, over WebSocket and UDP.
 * - `securing`: connected; others are in the call and end-to-end encryption is not yet ready.
 * - `resuming`: the WebSocket broke; UDP, keys and counters are kept.
 * - `moving`: the old server is gone, the new one is awaited.
 * - `disconnected`: over for good.
 */
export type VoiceConnectionState =
  | 'idle'
  | 'signalling'
  | 'connecting'
  | 'identifying'
  | 'discovering'
  | 'selecting'
  | 'securing'
  | 'ready'
  | 'resuming'
  | 'moving'
  | 'rejoining'
  | 'disconnected';

/** States that a session with a voice server goes through. */
export type SessionStage = Extract<
  VoiceConnectionState,
  'connecting' | 'identifying' | 'discovering' | 'selecting' | 'securing' | 'ready' | 'resuming'
>;
