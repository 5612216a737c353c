import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage, shopBot } from './cli-project.js';
import { EmulatedShop } from './emulated-shop.js';

describe('cogwork repl', () => {
  beforeAll(buildPackage, 60_000);

  it('answers lines one after another, with await, the bot and everything that can be imported', async () => {
    await using shop = await EmulatedShop.open();
    const lines = [
      'bot.user.username',
      '(await bot.users.fetch(bot.user.id)).id === bot.user.id',
      'const guild = [...bot.guilds][0]',
      'guild.name.length > 0 && guild instanceof Guild',
      'await Promise.reject(new TypeError("no"))',
      '[1,',
      '2].length',
      'Permissions.all().isAdministrator',
    ];
    const { code, stderr, stdout } = await shop.project.run(['repl'], {
      env: shop.env,
      input: lines.join('\n'),
    });
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => !/^ {4}at /.test(line))).toEqual([
      'This program prints something.',
      "'shop'",
      'true',
      'undefined',
      'true',
      'Uncaught TypeError: no',
      '2',
      'true',
      '',
    ]);
    expect(stderr).toContain('shop runs here as `bot`');
    expect(stderr).not.toContain(shop.account.token);
  });

  it('has the running bot, which answers people meanwhile, and closes it at the end', async () => {
    await using shop = await EmulatedShop.open();
    const { alice, guild, project } = shop;
    const repl = project.start(['repl'], shop.env);
    repl.type('let heard = 0; bot.listen("messageCreate", () => { heard += 1; }); "listening"');
    await repl.shows("'listening'");
    const said = await alice.say(guild.channel('general'), 'ping');
    expect(said.reply?.content).toBe('pong');
    repl.type('"heard " + heard');
    await repl.shows(/'heard [12]'/);
    const { code, stdout } = await repl.end('.exit\nbot.user\n');
    expect(code).toBe(0);
    expect(stdout).not.toContain('User');
    expect(String(shop.discord.transcript)).toMatch(/gateway .*clos/i);
  });

  it('starts a bot that its program exports, and has its exports', async () => {
    await using shop = await EmulatedShop.open();
    shop.project.write({
      'src/main.ts': `import { Bot } from 'cogwork';
      export const shopBot = new Bot({ logLevel: 'silent' });
      export const answer = 42;`,
    });
    const { code, stdout } = await shop.project.run(['repl'], {
      env: shop.env,
      input: 'answer\nshopBot === bot && bot.isReady',
    });
    expect(code).toBe(0);
    expect(stdout).toBe('42\ntrue\n');
  });

  it('ends when the bot ends', async () => {
    await using shop = await EmulatedShop.open();
    const repl = shop.project.start(['repl'], shop.env);
    repl.type('void bot.close()');
    await repl.shows('undefined');
    expect((await repl.end()).code).toBe(0);
    const stopped = shop.project.start(['repl'], shop.env);
    stopped.type('1 + 1');
    await stopped.shows('2');
    expect((await stopped.stop('SIGTERM')).code).toBe(0);
  });

  it('says why a bot does not become ready', async () => {
    await using shop = await EmulatedShop.open({ privilegedIntents: 0 });
    const { code, stderr } = await shop.project.run(['repl'], { env: shop.env });
    expect(code).toBe(1);
    expect(stderr).toContain('DISALLOWED_INTENTS');
    shop.project.write({ 'src/main.ts': shopBot.replace('.run()', '.start()') });
    const started = await shop.project.run(['repl'], { env: shop.env });
    expect(started.code).toBe(1);
    expect(started.stderr).toContain('error: src/main.ts failed: InvalidTokenError');
  });

  it('is not for a bot of several processes', async () => {
    await using shop = await EmulatedShop.open();
    shop.project.write({ 'src/main.ts': shopBot.replace('cogs: [Shop]', 'shards: { processes: 2 }') });
    const { code, stderr } = await shop.project.run(['repl'], { env: shop.env });
    expect(code).toBe(1);
    expect(stderr).toContain('several processes');
  });
});
