import type { BotOptions, MessagePayload } from 'cogwork';
import { Cog, SlashCommand } from 'cogwork';
import type { SeenMessage } from 'cogwork/emulator';
import type { TestWorld } from 'cogwork/testing';
import { testBot } from 'cogwork/testing';

/** World in which alice has just been shown something by a command. */
export interface ShownView extends TestWorld {
  readonly message: SeenMessage;
}

/** Starts a bot that answers a command with this view or message, and lets alice use it. */
export async function showView(payload: MessagePayload, options: BotOptions = {}): Promise<ShownView> {
  @Cog()
  class Shop {
    @SlashCommand('Shows it')
    show(): MessagePayload {
      return payload;
    }
  }
  const world = await testBot({ ...options, cogs: [...(options.cogs ?? []), Shop] });
  const message = await world.alice.slash(world.general, 'show');
  await world.discord.settle();
  return { ...world, message };
}
