import { Activity } from '../../../src/pipeline/activity.js';
import { ErrorChain } from '../../../src/pipeline/error-chain.js';
import type { PipelineTools } from '../../../src/pipeline/pipeline-tools.js';
import type { Constructor } from '../../../src/types/type-tools.js';
import type { ComponentRouterParts } from '../../../src/ui/component-router.js';
import { ComponentRouter } from '../../../src/ui/component-router.js';
import { deriveStateKey } from '../../../src/ui/state/state-seal.js';
import type { LogFields, Logger } from '../../../src/utils/logger.js';
import { FakeDiscord } from './fake-discord.js';

/** Line that went to the log. */
export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

/** Router of components over a fake Discord; a second one over the same Discord is the bot after a restart. */
export class ComponentBench {
  readonly discord: FakeDiscord;
  readonly router: ComponentRouter;
  readonly tools: PipelineTools;
  readonly log: LogLine[] = [];

  constructor(parts: Partial<ComponentRouterParts> = {}, discord = new FakeDiscord()) {
    this.discord = discord;
    const logger = this.#logger();
    this.tools = {
      activity: new Activity(),
      clock: discord.clock,
      errors: new ErrorChain({ logger }),
      logger,
    };
    this.router = new ComponentRouter({
      host: discord.host,
      tools: this.tools,
      stateKey: deriveStateKey('test token'),
      construct: <T extends object>(viewClass: Constructor<T>) => new viewClass(),
      ...parts,
    });
  }

  attach(cogClass: Constructor): () => void {
    return this.router.attach({ cogClass, instance: new cogClass(), name: cogClass.name });
  }

  #logger(): Logger {
    const at =
      (level: string) =>
      (_room: string, message: string, fields: LogFields = {}) => {
        this.log.push({ level, message, fields });
      };
    return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
  }
}
