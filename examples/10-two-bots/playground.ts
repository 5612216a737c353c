/** Both bots in the playground, `npm run demo -- 10`: emulator, page and bots in one process. */
import { runAll } from 'cogwork';
import { Emulator } from 'cogwork/emulator';
import { startPlayground } from 'cogwork/playground';
import { makeBots } from './bots.js';

await using discord = new Emulator();
const { apiUrl } = await discord.listen();
const [greeter, archivist] = [
  discord.createBot({ name: 'greeter' }),
  discord.createBot({ name: 'archivist' }),
];
const [alice, bob] = [discord.createUser('Alice'), discord.createUser('Bob')];
discord.createGuild({ name: 'Both', owner: alice, members: [bob, greeter, archivist] });
discord.createGuild({ name: 'Greeter alone', owner: alice, members: [bob, greeter] });

await using page = await startPlayground({ emulator: discord, people: [alice, bob] });
console.log(`\n  Playground   ${page.url}\n  Stop         Ctrl+C\n`);
await runAll(makeBots([greeter.token, archivist.token], { logger: page.logger, rest: { baseUrl: apiUrl } }));
