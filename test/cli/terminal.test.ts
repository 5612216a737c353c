import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage } from './cli-project.js';
import { EmulatedShop } from './emulated-shop.js';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

/** Makes terminals; part of every Debian. */
const isThere = process.platform === 'linux' && existsSync('/usr/bin/script');

(isThere ? describe : describe.skip)('The command line in a terminal', () => {
  beforeAll(buildPackage, 60_000);

  it('has colours, unless NO_COLOR is set', async () => {
    await using shop = await EmulatedShop.open();
    const coloured = await shop.project.startInTerminal(['intents']).ended;
    expect(coloured.stdout).toContain('\u001b[1mIntents of src/main.ts');
    const plain = await shop.project.startInTerminal(['intents'], { NO_COLOR: '1' }).ended;
    expect(plain.stdout).toContain('Intents of src/main.ts');
    expect(plain.stdout).not.toContain('\u001b[');
  });

  it('deletes commands after a yes, and nothing after anything else', async () => {
    await using shop = await EmulatedShop.open();
    const { env, project } = shop;
    await project.run(['commands', 'sync'], { env });
    for (const keys of ['n\n', '\n', CTRL_C, CTRL_D]) {
      const clear = project.startInTerminal(['commands', 'clear'], env);
      await clear.shows('Delete 2 commands? [y/N]');
      clear.press(keys);
      const { code, stdout } = await clear.ended;
      expect(stdout).toContain('Nothing was deleted.');
      expect(stdout).not.toContain('error');
      expect(code).toBe(1);
    }
    expect(shop.commandNames).toEqual(['buy', 'list']);
    const clear = project.startInTerminal(['commands', 'clear'], env);
    await clear.shows('Delete 2 commands? [y/N]');
    clear.type('y');
    expect((await clear.ended).code).toBe(0);
    expect(shop.commandNames).toEqual([]);
  });

  it('keeps the line at the prompt whole while the bot logs, and the history for the next time', async () => {
    await using shop = await EmulatedShop.open();
    const history = join(shop.project.folder, 'history');
    const source = readFileSync(join(shop.project.folder, 'src/main.ts'), 'utf8');
    const talkative = source.replace(
      "await message.reply('pong')",
      "{ console.log('heard'); await message.reply('pong'); }",
    );
    shop.project.write({ 'src/main.ts': talkative });
    const repl = shop.project.startInTerminal(['repl'], {
      ...shop.env,
      NO_COLOR: '1',
      COGWORK_REPL_HISTORY: history,
    });
    await repl.shows('Logged in as shop');
    repl.press('await bot.users.fe');
    await repl.shows('users.f');
    await shop.alice.say(shop.guild.channel('general'), 'ping');
    // The line is wiped, what was printed takes its place, and the line stands again below.
    const wiped = '\u001b[1G\u001b[0J';
    await repl.shows(`${wiped}heard\r\n${wiped}shop> await bot.users.fe`);
    repl.type('tch(bot.user.id).then((user) => user.username)');
    await repl.shows("'shop'");
    repl.press(CTRL_D);
    expect((await repl.ended).code).toBe(0);
    expect(readFileSync(history, 'utf8')).toContain('await bot.users.fetch(bot.user.id)');
  });
});
