import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBot } from 'cogwork/testing';
import { Greetings } from '../src/cogs/greetings.js';

test('greets whoever asks, or whom it is told to', async () => {
  const { alice, bob, general } = await testBot({ cogs: [Greetings] });
  const answer = await alice.slash(general, 'hello');
  assert.equal(answer.content, 'Hello, alice!');
  const other = await alice.slash(general, 'hello', { whom: bob });
  assert.equal(other.content, 'Hello, bob!');
});
