import { ApplicationCommandContext } from './application-command-context.js';

/** Context of a message command. */
export class MessageContext extends ApplicationCommandContext {}
