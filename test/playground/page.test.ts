import { mkdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chromiumPath, PageScene } from './page-scene.js';

jest.setTimeout(120_000);

/** Folder for pictures of the documentation, when they are wanted. */
const pictures = process.env['COGWORK_SCREENSHOTS'];
const describeInBrowser = chromiumPath === undefined ? describe.skip : describe;

describeInBrowser('The page of the playground', () => {
  let scene: PageScene;

  beforeAll(async () => {
    scene = await PageScene.open();
  });

  afterAll(async () => {
    await scene?.close();
  });

  afterEach(() => scene?.leaveForms());

  async function picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await scene.page.mouse.move(560, 20);
    await scene.page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' });
  }

  it('runs a slash command with suggestions, and says what is missing', async () => {
    const { page } = scene;
    await page.getByLabel('Message #general').fill('/');
    await page.getByRole('option', { name: '/order' }).waitFor();
    await scene.choose('order');
    await page.keyboard.press('Escape');
    await scene.choose('order');
    await page.getByRole('button', { name: 'Run command' }).click();
    await page.getByText('This option is required.').waitFor();
    await page.getByRole('textbox', { name: 'cake' }).pressSequentially('tart');
    await scene.suggestions('Apricot tart', 'Lemon tart');
    await picture('playground-suggestions');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '+pieces' }).click();
    await page.getByRole('textbox', { name: 'pieces' }).fill('40');
    await page.keyboard.press('Enter');
    await page.getByText('Give at most 12.').waitFor();
    await page.getByRole('textbox', { name: 'pieces' }).fill('3');
    await page.keyboard.press('Enter');
    await page.getByText('3 × Lemon tart').waitFor();
    await page.getByText('/order', { exact: true }).waitFor();
  });

  it('shows components of version 2, polls and ephemeral answers', async () => {
    const { page } = scene;
    await scene.run('menu');
    await page.getByRole('button', { name: '€ 3.50' }).click();
    await page.getByText('Only you can see this').waitFor();
    await page.getByText('One Lemon tart for you. Enjoy!').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('One Lemon tart for you. Enjoy!').waitFor({ state: 'detached' });
    await scene.run('poll');
    await page.getByRole('button', { name: 'Apricot tart' }).click();
    await page.getByText('100% · 1').waitFor();
    await page.getByRole('tab', { name: 'Traffic' }).click();
    await page.getByText('INTERACTION_CREATE').first().waitFor();
    await picture('playground');
    await page.getByRole('tab', { name: 'Log' }).click();
  });

  it('presses a button of a persistent view before and after a restart of the bot', async () => {
    const { page } = scene;
    await scene.run('counter');
    await page.getByRole('button', { name: 'Pressed 0 times' }).click();
    await page.getByRole('button', { name: 'Pressed 1 times' }).waitFor();
    await page.getByRole('button', { name: 'Restart the bot' }).click();
    await scene.reloaded(1);
    await page.getByRole('button', { name: 'Pressed 1 times' }).click();
    await page.getByRole('button', { name: 'Pressed 2 times' }).waitFor();
    await page.getByRole('combobox', { name: 'Start again at' }).click();
    await page.getByRole('option', { name: '100', exact: true }).click();
    await page.getByRole('button', { name: 'Pressed 100 times' }).waitFor();
  });

  it('submits a modal wrongly, then rightly', async () => {
    const { page } = scene;
    await scene.run('feedback');
    const modal = page.getByRole('dialog', { name: 'Feedback' });
    await modal.getByLabel('Your e-mail').fill('nobody');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByText('This field is required.').waitFor();
    await modal.getByLabel('How was it?').fill('Delicious!');
    await picture('playground-modal');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.waitFor({ state: 'detached' });
    const refusal = page.locator('.message.ephemeral').last();
    await refusal.locator('.components').getByRole('button').click();
    expect(await modal.getByLabel('How was it?').inputValue()).toBe('Delicious!');
    await modal.getByLabel('Your e-mail').fill('alice@example.com');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Thank you, we will write to alice@example.com.').waitFor();
  });

  it('uploads a file', async () => {
    const { page } = scene;
    const buffer = Buffer.from('Two eggs, some flour.');
    await page.getByTestId('upload').setInputFiles({ name: 'recipe.txt', mimeType: 'text/plain', buffer });
    await page.getByText('recipe.txt').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('(21 bytes).').waitFor();
    const address = await page.locator('.file-card').last().getAttribute('href');
    const served = await page.request.get(new URL(address!, scene.session.url).href);
    expect(await served.text()).toBe('Two eggs, some flour.');
  });

  it.each([
    ['**bold** and _slanted_', '<strong>bold</strong> and <em>slanted</em>'],
    ['snake_case_name', 'snake_case_name'],
    ['# Title', '<h3>Title</h3>'],
    ['> wise words', '<blockquote>'],
    ['- one\n- two', '<li>one</li><li>two</li>'],
    ['`**raw**`', '<code>**raw**</code>'],
    ['```ts\nconst a = 1;\n```', '<pre data-language="ts"><code>const a = 1;</code></pre>'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['see https://example.com/a', '<a href="https://example.com/a"'],
  ])('writes %j as Discord does, and never as HTML', async (text, expected) => {
    const { page } = scene;
    const messages = page.locator('.message');
    const count = await messages.count();
    await page.getByLabel('Message #general').fill(text);
    await page.keyboard.press('Enter');
    await messages.nth(count).waitFor();
    expect(await messages.last().locator('.markdown').innerHTML()).toContain(expected);
  });

  it('talks to a bot in direct messages', async () => {
    const { page } = scene;
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByLabel('Message @bakery').fill('ping');
    await page.keyboard.press('Enter');
    await page.getByText('pong', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Playground' }).click();
    await page.getByRole('button', { name: 'general', exact: true }).waitFor();
  });

  it('names the cog and the method of an error', async () => {
    const { page } = scene;
    await scene.run('burn');
    await page.getByText('Bakery.burn', { exact: true }).waitFor();
    await page.getByText('Something went wrong').waitFor();
    await picture('playground-error');
  });

  it('runs the commands of the menus on messages and on members', async () => {
    const { page } = scene;
    await page.getByLabel('Message #general').fill('Cake is a vegetable');
    await page.keyboard.press('Enter');
    await page.getByText('Cake is a vegetable').click({ button: 'right' });
    await page.getByRole('button', { name: 'Quote' }).click();
    await page.locator('blockquote', { hasText: 'Cake is a vegetable' }).waitFor();
    await page.getByLabel('Members', { exact: true }).last().getByRole('button', { name: 'Bob' }).click();
    await page.getByRole('button', { name: 'Give a cookie' }).click();
    await page.getByText('🍪 Alice gives').waitFor();
    await page.getByRole('tab', { name: 'Commands' }).click();
    await page.getByRole('button', { name: 'Change to light colours' }).click();
    await picture('playground-light');
    await page.getByRole('button', { name: 'Change to dark colours' }).click();
    await page.getByRole('tab', { name: 'Log' }).click();
  });

  it('starts a thread at a message and goes there', async () => {
    const { page } = scene;
    await page.locator('p', { hasText: 'Cake is a vegetable' }).first().click({ button: 'right' });
    await page.getByRole('button', { name: 'Create thread' }).click();
    await page.getByLabel('Message #Cake is a vegetable').fill('ping');
    await page.keyboard.press('Enter');
    await page.getByText('pong', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'general', exact: true }).click();
    await page.locator('.thread-card', { hasText: 'Cake is a vegetable' }).waitFor();
  });

  it('shows each person what that person may see', async () => {
    const { page } = scene;
    await page.getByRole('button', { name: 'moderators' }).waitFor();
    await page.getByRole('button', { name: 'Switch person' }).click();
    await page
      .getByRole('button', { name: /^Carol/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'moderators' }).waitFor({ state: 'detached' });
    await page.getByText('Only you can see this').waitFor({ state: 'detached' });
    await page.getByText('3 × Lemon tart').waitFor();
  });

  it('shows a change as soon as its file is saved', async () => {
    const { page } = scene;
    scene.edit('bakery.ts', "'pong'", "'pong, freshly baked'");
    await scene.reloaded(2);
    await page.getByLabel('Message #general').fill('ping');
    await page.keyboard.press('Enter');
    await page.getByText('pong, freshly baked').waitFor();
  });

  it('goes on after a fault, and tells of a bot that does not start', async () => {
    const { page } = scene;
    await page.getByRole('tab', { name: 'Faults' }).click();
    await page.getByRole('button', { name: 'Drop the connection' }).click();
    await page.getByRole('tab', { name: 'Traffic' }).click();
    await page.getByText('RESUMED').waitFor();
    scene.edit('main.ts', 'await bot.run()', 'await bot.runs()');
    await page.getByTestId('status').getByText('crashed').waitFor();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByText('bot.runs is not a function').first().waitFor();
  });

  it('asked nobody else for anything, and had no error', () => {
    expect(scene.strayRequests).toEqual([]);
    expect(scene.problems).toEqual([]);
  });
});
