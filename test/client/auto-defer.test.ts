import { expect, test } from '@jest/globals';
import type { SlashContext } from 'cogwork';
import { Clock, Cog, inject, SlashCommand } from 'cogwork';
import { testBot } from 'cogwork/testing';

/** Answers after five seconds of the bot's clock. */
class Slow {
  readonly clock = inject(Clock);

  answer(): Promise<string> {
    return new Promise((resolve) => this.clock.setTimeout(() => resolve('at last'), 5000));
  }
}

@Cog()
class Patient {
  readonly slow = inject(Slow);

  @SlashCommand('Takes long')
  long(): Promise<string> {
    return this.slow.answer();
  }
}

@Cog({ autoDefer: false })
class Impatient {
  readonly slow = inject(Slow);

  @SlashCommand('Takes long')
  tooLong(): Promise<string> {
    return this.slow.answer();
  }

  @SlashCommand({ description: 'Takes long', autoDefer: { ephemeral: true } })
  hidden(_ctx: SlashContext): Promise<string> {
    return this.slow.answer();
  }
}

test('a handler that takes long is deferred for it, unless its cog or command says otherwise', async () => {
  const { alice, clock, general } = await testBot({ cogs: [Patient, Impatient] });
  const ask = async (name: string): Promise<{ content: string; ephemeral: boolean } | string> => {
    const answer = alice.slash(general, name).then(
      ({ content, ephemeral }) => ({ content, ephemeral }),
      (error: Error) => error.name,
    );
    await clock.advance('10s');
    return answer;
  };
  expect(await ask('long')).toEqual({ content: 'at last', ephemeral: false });
  expect(await ask('hidden')).toEqual({ content: 'at last', ephemeral: true });
  expect(await ask('too-long')).toBe('NoAnswerError');
});
