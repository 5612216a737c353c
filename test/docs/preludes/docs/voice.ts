/** What docs/voice.md takes for granted. */

import type { StageChannel, VoiceChannel } from 'cogwork';
import { Bot } from 'cogwork';
import type { VoiceConnection } from 'cogwork/voice';

export * from 'cogwork';
export { AudioSource, PlayQueue } from 'cogwork/voice';

export const bot = new Bot({ voice: true });
export const userId = '1';
export declare const channel: VoiceChannel;
export declare const stageChannel: StageChannel;
export declare const voice: VoiceConnection;
export declare const otherVoice: VoiceConnection;
export declare function transcribe(samples: readonly Int16Array[]): Promise<string>;
export declare function tellUsers(text: string): Promise<void>;
