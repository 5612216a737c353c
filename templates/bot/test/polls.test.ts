import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBot } from 'cogwork/testing';
import { Poll, Polls } from '../src/cogs/polls.js';

test('counts the votes of a poll', async () => {
  const { alice, bob, general } = await testBot({ cogs: [Polls], views: [Poll] });
  const poll = await alice.slash(general, 'ask', { question: 'Pizza?' });
  assert.equal(poll.content, '**Pizza?**');
  await alice.click(poll.button('Yes (0)'));
  await bob.click(poll.button('No (0)'));
  const labels = poll.buttons.map(({ label }) => label);
  assert.deepEqual(labels, ['Yes (1)', 'No (1)']);
});

test('goes on counting after a restart', async () => {
  const { alice, general, restart } = await testBot({ cogs: [Polls], views: [Poll] });
  const poll = await alice.slash(general, 'ask', { question: 'Pizza?' });
  await alice.click(poll.button('Yes (0)'));
  await restart();
  await alice.click(poll.button('Yes (1)'));
  assert.equal(poll.button('Yes (2)').style, 'success');
});
