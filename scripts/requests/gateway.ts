import type { Rest } from '../../src/rest/rest.js';

/** Every method of `rest.gateway`, with every option. */
export function callGateway({ gateway }: Rest): readonly Promise<unknown>[] {
  return [gateway.get(), gateway.getBot()];
}
