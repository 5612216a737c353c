import { ApplicationCommandContext } from './application-command-context.js';

/** Context of a slash command: who used it, where, and the ways to answer. */
export class SlashContext extends ApplicationCommandContext {}
