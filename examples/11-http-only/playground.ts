/** The bot in the playground, `npm run demo -- 11`: its handler is called by the emulator with signed requests. */
import { once } from 'node:events';
import { Bot } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { startPlayground } from 'cogwork/playground';
import { makeFetchHandler } from './fetch-handler.js';
import { Oracle } from './oracle.js';

await using discord = new Emulator();
const { apiUrl } = await discord.listen();
const account = discord.createBot({ name: 'oracle' });
const alice = discord.createUser('Alice');
discord.createGuild({ name: 'Delphi', owner: alice, members: [account] });

await using page = await startPlayground({ emulator: discord, people: [alice] });
const options = { logger: page.logger, rest: { baseUrl: apiUrl } };
const deployment = new Bot({ ...options, cogs: [Oracle] });
await deployment.login(account.token);
await deployment.commands.sync();
await deployment.close();
const handle = await makeFetchHandler(account.token, account.publicKey, options);
await discord.setInteractionEndpoint(account, handle);
console.log(`\n  Playground   ${page.url}\n  Stop         Ctrl+C\n`);
await once(process, 'SIGINT');
