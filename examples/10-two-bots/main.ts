import { runAll } from 'cogwork';
import { makeBots } from './bots.js';

await runAll(makeBots([process.env['DISCORD_TOKEN'], process.env['ARCHIVIST_TOKEN']]));
