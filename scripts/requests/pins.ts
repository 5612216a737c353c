import type { Rest } from '../../src/rest/rest.js';
import { ID, REASON, TIME } from './sample-values.js';

/** Every method of `rest.pins`, with every option. */
export function callPins({ pins }: Rest): readonly Promise<unknown>[] {
  return [
    pins.list(ID, { before: TIME, limit: 1 }),
    pins.add(ID, ID, REASON),
    pins.remove(ID, ID, REASON),
    pins.listDeprecated(ID),
    pins.addDeprecated(ID, ID, REASON),
    pins.removeDeprecated(ID, ID, REASON),
  ];
}
