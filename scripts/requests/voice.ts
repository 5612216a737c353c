import type { Rest } from '../../src/rest/rest.js';
import { ID, TIME } from './sample-values.js';

/** Every method of `rest.voice`, with every option. */
export function callVoice({ voice }: Rest): readonly Promise<unknown>[] {
  return [
    voice.listRegions(),
    voice.getCurrentState(ID),
    voice.getState(ID, ID),
    voice.editCurrentState(ID, { request_to_speak_timestamp: TIME, suppress: true, channel_id: ID }),
    voice.editState(ID, ID, { suppress: true, channel_id: ID }),
  ];
}
