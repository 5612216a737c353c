import { expect, test } from '@jest/globals';
import { MessageLanes } from '../../src/ui/message-lanes.js';

test('presses on one message take turns in the order in which they came, and on another at once', async () => {
  const lanes = new MessageLanes<string>();
  const order: string[] = [];
  const press = async (message: string, name: string): Promise<void> => {
    const turn = await lanes.enter(message);
    order.push(`${name} in`);
    await new Promise<void>((resolve) => setImmediate(resolve));
    order.push(`${name} out`);
    turn.release();
  };
  await Promise.all([press('1', 'a'), press('1', 'b'), press('2', 'c'), press('1', 'd')]);
  expect(order).toEqual(['a in', 'c in', 'a out', 'b in', 'c out', 'b out', 'd in', 'd out']);
  expect(lanes.size).toBe(0);
});

test('a press that steps aside lets the next in, and waits for its turn then', async () => {
  const lanes = new MessageLanes<string>();
  const first = await lanes.enter('1');
  first.shared = 'view';
  const second = lanes.enter('1');
  const comeBack = first.stepAside();
  expect((await second).shared).toBe('view');
  let isBack = false;
  const back = comeBack().then(() => {
    isBack = true;
  });
  await new Promise<void>((resolve) => setImmediate(resolve));
  expect(isBack).toBe(false);
  (await second).release();
  await back;
  first.release();
  expect([isBack, lanes.size]).toEqual([true, 0]);
});

test('ten thousand presses leave no lane', async () => {
  const lanes = new MessageLanes<string>();
  for (let i = 0; i < 10_000; i++) (await lanes.enter(`${i}`)).release();
  expect(lanes.size).toBe(0);
});
