import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE, REASON } from './sample-values.js';

/** Every method of `rest.soundboard`, with every option. */
export function callSoundboard({ soundboard }: Rest): readonly Promise<unknown>[] {
  return [
    soundboard.send(ID, { sound_id: ID, source_guild_id: ID }),
    soundboard.listDefaults(),
    soundboard.list(ID),
    soundboard.get(ID, ID),
    soundboard.create(
      ID,
      { name: 'xxx', volume: 0.5, emoji_id: ID, emoji_name: 'xxx', sound: IMAGE },
      REASON,
    ),
    soundboard.edit(ID, ID, { name: 'xxx', volume: 0.5, emoji_id: ID, emoji_name: 'xxx' }, REASON),
    soundboard.delete(ID, ID, REASON),
  ];
}
