import type { Rest } from '../../src/rest/rest.js';
import { ID } from './sample-values.js';

/** Every method of `rest.templates`, with every option. */
export function callTemplates({ templates }: Rest): readonly Promise<unknown>[] {
  return [
    templates.get('code'),
    templates.list(ID),
    templates.create(ID, { name: 'xxx', description: 'xxx' }),
    templates.sync(ID, 'code'),
    templates.edit(ID, 'code', { name: 'xxx', description: 'xxx' }),
    templates.delete(ID, 'code'),
  ];
}
