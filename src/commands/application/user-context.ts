import { ApplicationCommandContext } from './application-command-context.js';

/** Context of a user command. */
export class UserContext extends ApplicationCommandContext {}
