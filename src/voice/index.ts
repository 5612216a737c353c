/** Entry `cogwork/voice`: what is needed to play, hear and record; `bot.voice` joins channels. */

// Errors
export { AudioSourceError } from '../errors/audio-source-error.js';
export { AudioStalledError } from '../errors/audio-stalled-error.js';
export { FfmpegFailedError } from '../errors/ffmpeg-failed-error.js';
export { FfmpegMissingError } from '../errors/ffmpeg-missing-error.js';
export { InvalidAudioError } from '../errors/invalid-audio-error.js';
export { OpusCodecMissingError } from '../errors/opus-codec-missing-error.js';
export { RecordingError } from '../errors/recording-error.js';
export { VoiceChannelFullError } from '../errors/voice-channel-full-error.js';
export { VoiceClosedError } from '../errors/voice-closed-error.js';
export { VoiceDaveRequiredError } from '../errors/voice-dave-required-error.js';
export { VoiceDependencyError } from '../errors/voice-dependency-error.js';
export { VoiceDiscoveryError } from '../errors/voice-discovery-error.js';
export { VoiceKickedError } from '../errors/voice-kicked-error.js';
export { VoiceLeftError } from '../errors/voice-left-error.js';
export { VoiceModeError } from '../errors/voice-mode-error.js';
export { VoicePermissionError } from '../errors/voice-permission-error.js';
export { VoiceTimeoutError } from '../errors/voice-timeout-error.js';
export type { SelfState } from './connection/main-gateway-requests.js';
// Connections
export type { ReceiveCounts } from './connection/media-receiver.js';
export type { StageSeat } from './connection/stage-seat.js';
export type { VoicePlace } from './connection/voice-connection.js';
export { VoiceConnection } from './connection/voice-connection.js';
export type { VoiceConnectionState } from './connection/voice-state.js';
export type { EncryptionMode } from './crypto/transport-cipher.js';
export type { DaveAnswer, DaveEngine, DaveKeyPair, DaveSession } from './dave/dave-engine.js';
export type { DemuxedAudio, Demuxer } from './formats/demuxer.js';
// Formats
export type { Container } from './formats/detect-container.js';
export { OggOpusDemuxer } from './formats/ogg-opus-demuxer.js';
export type { OggOpusOptions } from './formats/ogg-opus-muxer.js';
export { OggOpusMuxer } from './formats/ogg-opus-muxer.js';
export type { PcmFormat, SampleType } from './formats/pcm-format.js';
export { WavDemuxer } from './formats/wav-demuxer.js';
export { wavHeader } from './formats/wav-header.js';
export { WebmOpusDemuxer } from './formats/webm-opus-demuxer.js';
export type { LoadModule } from './opus/load-opus-codec.js';
export { loadOpusCodec } from './opus/load-opus-codec.js';
export type { OpusDecoder, OpusEncoder, OpusEncoderOptions } from './opus/opus-codec.js';
export { OpusCodec } from './opus/opus-codec.js';
export type { AudioClockListener } from './player/audio-clock.js';
// Playing
export { AudioClock } from './player/audio-clock.js';
export type { AudioPlayerParts } from './player/audio-player.js';
export { AudioPlayer } from './player/audio-player.js';
export type { LoopMode, QueueEntry, QueueEvents } from './player/play-queue.js';
export { PlayQueue } from './player/play-queue.js';
export type { StopOptions } from './player/track.js';
export { Track } from './player/track.js';
export type { PlayOptions, TrackEnd, TrackEndReason, TrackState } from './player/track-playback.js';
// Hearing
export type { JitterOptions } from './receiver/jitter-buffer.js';
export type { ReceiveStats } from './receiver/receive-stats.js';
export type { ReceivedFrame, ReceivedPcmFrame } from './receiver/received-frame.js';
export type { UserStreamOptions } from './receiver/user-stream.js';
export { UserStream } from './receiver/user-stream.js';
export type { ListenOptions, SpeakingListener } from './receiver/voice-receiver.js';
export { VoiceReceiver } from './receiver/voice-receiver.js';
// Recording
export type {
  RecordedTrack,
  RecordFormat,
  RecordingEnd,
  RecordingResult,
  RecordOptions,
} from './recorder/record-options.js';
export { Recording } from './recorder/recording.js';
export type { AudioFrame, AudioInput, AudioReader, OpenAudioOptions } from './sources/audio-input.js';
export type { UrlOptions } from './sources/audio-source.js';
export { AudioSource } from './sources/audio-source.js';
export type { ContainerOptions } from './sources/container-input.js';
export type { FfmpegOptions } from './sources/ffmpeg-input.js';
export type { AudioGenerator, GeneratedAudio } from './sources/generator-input.js';
export type { VoiceDoctorOptions, VoiceFinding, VoiceReport } from './voice-doctor.js';
export { voiceDoctor } from './voice-doctor.js';
export type { VoiceLink, VoicePacket } from './voice-link.js';
export type { JoinVoiceOptions, VoiceManagerOptions, VoiceTarget } from './voice-manager.js';
export { VoiceManager } from './voice-manager.js';
export type { VoiceMediaParts } from './voice-media.js';
export { VoiceMedia } from './voice-media.js';
export type { VoiceMessageFile, VoiceMessageShape } from './voice-message.js';
export { voiceMessage } from './voice-message.js';
export type {
  OwnVoiceState,
  StageRequest,
  VoiceChannelFacts,
  VoiceServerInfo,
  VoiceSignalListener,
  VoiceSignalling,
  VoiceStateRequest,
} from './voice-signalling.js';
