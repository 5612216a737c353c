/** Entry `cogwork/emulator`: Discord for tests and development. */

export type { ActivityProbeOptions, DrainOptions, DrainOutcome } from './clock/activity.js';
export type { VirtualClockOptions } from './clock/virtual-clock.js';
export { VirtualClock } from './clock/virtual-clock.js';
export { Emulator } from './emulator.js';
export type {
  CreateBotOptions,
  CreateGuildOptions,
  EmulatorAddress,
  EmulatorOptions,
} from './emulator-options.js';
export type { ConnectionFilter, RateLimitFault, RequestFailure } from './faults/faults.js';
export { Faults } from './faults/faults.js';
export type { RequestFilter } from './faults/rest-faults.js';
export type { InteractionEndpoint, InteractionHandler } from './interactions/http-endpoint.js';
export type { ChannelTarget, GuildTarget } from './people/account.js';
export { Account } from './people/account.js';
export { EmulatedBot } from './people/emulated-bot.js';
export type { FieldValue } from './people/modal-values.js';
export type { FileValue, OptionValue } from './people/option-values.js';
export { Person } from './people/person.js';
export { SeenButton, SeenSelect } from './people/seen-component.js';
export { SeenMessage } from './people/seen-message.js';
export type { SeenField } from './people/seen-modal.js';
export { SeenModal } from './people/seen-modal.js';
export type { Suggestion, SuggestionQuery } from './people/suggestion.js';
export type { MessageTarget, Saying } from './people/writer.js';
export { Writer } from './people/writer.js';
export { EmulatedChannel } from './places/emulated-channel.js';
export type { GuildGuest } from './places/emulated-guild.js';
export { EmulatedGuild } from './places/emulated-guild.js';
export type { TranscriptEntry } from './record/transcript.js';
export { Transcript } from './record/transcript.js';
export type { BucketRule, RouteLimit } from './rest/rate-limiter.js';
export type { AudioSeen, ClientSession } from './voice/client-session.js';
export { VoiceKnobs } from './voice/voice-knobs.js';
export type { Speech } from './voice/voice-people.js';
export type { HeardFrame } from './voice/voice-seat.js';
export { VoiceSeat } from './voice/voice-seat.js';
export type { VoiceViolation } from './voice/voice-server.js';
export { VoiceServer } from './voice/voice-server.js';
export type { ChannelDraft } from './world/make-guild.js';
