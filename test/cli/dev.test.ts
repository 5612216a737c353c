import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildPackage, CliProject, shopBot } from './cli-project.js';

const twins = `import { Bot, Cog, SlashCommand } from 'cogwork';
@Cog()
class Twins {
  @SlashCommand({ name: 'ping', description: 'One' }) one() {}
  @SlashCommand({ name: 'ping', description: 'Two' }) two() {}
}
await new Bot({ cogs: [Twins] }).run();`;

describe('cogwork dev', () => {
  beforeAll(buildPackage, 60_000);

  it('runs the bot without a token, serves the page, starts again on save and stops cleanly', async () => {
    using project = new CliProject({ 'src/main.ts': shopBot });
    const dev = project.start(['dev']);
    await dev.shows('The bot is online.');
    await dev.shows(/Playground +http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\//);
    await dev.shows('This program prints something.');
    await dev.shows(/ info {2}client: Logged in as /);
    const [url = ''] = /http:\S+/.exec(dev.stdout) ?? [];
    expect(await (await fetch(url)).text()).toContain('<!doctype html>');
    project.write({ 'src/main.ts': shopBot.replace('prints something', 'has changed') });
    await dev.shows('The bot is starting again.');
    await dev.shows('This program has changed.');
    project.write({ 'src/main.ts': 'throw new Error("spoilt");' });
    await dev.shows('The bot is crashed: ended with exit code 1.');
    expect((await dev.stop('SIGTERM')).code).toBe(0);
  });

  it('shows of a bot that cannot be made the sentence first, and where in its own files', async () => {
    using project = new CliProject({ 'src/main.ts': twins });
    const dev = project.start(['dev']);
    await dev.shows(/The bot is crashed: ended with exit code 1\./);
    const [, report = ''] = /Ctrl\+C\s+([\s\S]*?)The bot is crashed/.exec(dev.stdout) ?? [];
    const [sentence, place] = report.split('\n');
    expect(sentence).toMatch(/^DuplicateCommandError: .*ping/);
    expect(place).toMatch(/^ {4}at .*\(?src\/main\.ts:7:\d+\)?$/);
    expect(report).toMatch(/… \d+ more of the framework and Node/);
    expect(report).not.toMatch(/chunk|\^|Node\.js v/);
    await dev.stop();
  });

  it('gives the bot what is in .env, but the token of its own account', async () => {
    using project = new CliProject({
      '.env': 'SHOP_NAME=bakery\nDISCORD_TOKEN=of-the-real-one',
      'bot.ts': "console.log(process.env['SHOP_NAME'], process.env['DISCORD_TOKEN'] === 'of-the-real-one');",
    });
    const dev = project.start(['dev', '--name', 'bakery']);
    await dev.shows('bakery false');
    expect((await dev.stop('SIGINT')).code).toBe(0);
  });

  it('says when its port is taken, or is none', async () => {
    using project = new CliProject({ 'bot.ts': '' });
    const dev = project.start(['dev']);
    await dev.shows(/http:\/\/127\.0\.0\.1:(\d+)\//);
    const [, port = ''] = /127\.0\.0\.1:(\d+)/.exec(dev.stdout) ?? [];
    const second = await project.run(['dev', '--port', port]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`The port ${port} is taken`);
    const third = await project.run(['dev', '--port', 'x']);
    expect(third).toMatchObject({ code: 1, stderr: expect.stringContaining('from 0 to 65535') });
    await dev.stop();
  });
});
