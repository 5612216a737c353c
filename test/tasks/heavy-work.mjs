/** Work for the tests of `offload`: a module with something of its own. */
import { threadId } from 'node:worker_threads';

const factor = 3;

export default (n) => n * factor;

export const whereAmI = (...args) => ({ threadId, args });
