import { GuildWidgetStyle } from 'discord-api-types/v10';
import type { Rest } from '../../src/rest/rest.js';
import { ID, REASON } from './sample-values.js';

/** Every method of `rest.widgets`, with every option. */
export function callWidgets({ widgets }: Rest): readonly Promise<unknown>[] {
  return [
    widgets.getSettings(ID),
    widgets.editSettings(ID, { channel_id: ID, enabled: true }, REASON),
    widgets.get(ID),
    widgets.getImage(ID, { style: GuildWidgetStyle.Shield }),
  ];
}
