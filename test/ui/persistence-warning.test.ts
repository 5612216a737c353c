import { expect, test } from '@jest/globals';
import { Button, Cog, SlashCommand, State, View, ViewOptions } from 'cogwork';
import { testBot } from 'cogwork/testing';
import 'cogwork/testing/jest';

class Tally extends View {
  @State.integer() count = 0;

  @Button({ label: 'Add' })
  add(): string {
    return 'Added';
  }
}

@ViewOptions({ timeoutMs: null })
class Endless extends Tally {}

@ViewOptions({ id: 'forgetful' })
class Forgetful extends Tally {}

@ViewOptions({ id: 'kept', timeoutMs: null })
class Kept extends Tally {}

@ViewOptions({ timeoutMs: null })
class Stateless extends View {
  @Button({ label: 'Press' })
  press(): string {
    return 'Pressed';
  }
}

@Cog()
class Desk {
  @SlashCommand('Shows it') endless(): View {
    return new Endless();
  }
  @SlashCommand('Shows it') forgetful(): View {
    return new Forgetful();
  }
  @SlashCommand('Shows it') kept(): View {
    return new Kept();
  }
  @SlashCommand('Shows it') stateless(): View {
    return new Stateless();
  }
  @SlashCommand('Shows it') brief(): View {
    return Object.assign(new Kept(), { timeoutMs: 1000 });
  }
}

const world = (views: readonly (typeof Tally)[] = [Kept]) => testBot({ cogs: [Desk], views });

test('A view with state and no id is warned of once, when it is first shown', async () => {
  const { alice, general, logs } = await world();
  expect(logs.of('warn')).toEqual([]);
  await alice.slash(general, 'endless');
  await alice.slash(general, 'endless');
  expect(logs.of('warn').map(({ message }) => message)).toEqual([
    'Endless.count has @State, which serves persistent views only, but Endless has no id, so nobody answers its components ' +
      "after a restart. Write @ViewOptions({ id: 'endless', timeoutMs: null }) and new Bot({ views: [Endless] }), or leave @State out.",
  ]);
});

test('A view with an id and a timeout is warned of when the bot gets to know it', async () => {
  const { logs } = await world([Forgetful]);
  expect(logs.of('warn').map(({ message }) => message)).toEqual([
    'Forgetful has an id, which serves persistent views only, but ends by its timeout, so nobody answers its components after a ' +
      "restart. Write @ViewOptions({ id: 'forgetful', timeoutMs: null }), or leave the id out.",
  ]);
});

test('A view with an id and a timeout that the bot does not know is warned of when it is first shown', async () => {
  const { alice, general, logs } = await world();
  await alice.slash(general, 'forgetful');
  expect(logs).toHaveLogged('warn', /^Forgetful has an id/);
});

test('No view is warned of that is persistent, says nothing of persistence, or was given a timeout by hand', async () => {
  const { alice, general, logs } = await world();
  for (const name of ['kept', 'stateless', 'brief']) await alice.slash(general, name);
  expect(logs.of('warn')).toEqual([]);
});
