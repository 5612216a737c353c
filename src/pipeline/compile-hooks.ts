import type { CheckContext } from './check-context.js';
import type { HandlerOrigin } from './handler.js';
import type { CommandResult, DeclaredHook } from './hooks.js';
import { checkHookTargets, hookMetadata } from './hooks.js';
import type { PipelineTools } from './pipeline-tools.js';

/** Hooks around one handler. */
export interface CompiledHooks {
  /** Runs every before hook; nothing to wait for where there are none. */
  before(self: object, ctx: CheckContext): Promise<void> | undefined;
  /** Runs every after hook; what they throw goes to the error chain, so that each of them runs. */
  after(self: object, ctx: CheckContext, result: CommandResult): Promise<void> | undefined;
}

type HookMethod = (ctx: CheckContext, result?: CommandResult) => unknown;

/** Compiles the hooks of one handler: those of the bot outside, those of the class inside. */
export function compileHooks(owner: object, origin: HandlerOrigin, tools: PipelineTools): CompiledHooks {
  checkHookTargets(owner);
  const mine = hookMetadata
    .of(owner)
    .filter(({ handler }) => handler === undefined || handler === origin.method);
  const before = mine.filter(({ when }) => when === 'before');
  const after = mine.filter(({ when }) => when === 'after');
  const runBefore = async (self: object, ctx: CheckContext): Promise<void> => {
    for (const hook of tools.botSteps?.hooks ?? []) await hook.before?.(ctx, origin);
    for (const hook of before) await call(self, hook, ctx);
  };
  const attempt = async (run: () => unknown): Promise<void> => {
    try {
      await run();
    } catch (error) {
      await tools.errors.handle(error, origin);
    }
  };
  const runAfter = async (self: object, ctx: CheckContext, result: CommandResult): Promise<void> => {
    for (const hook of after) await attempt(() => call(self, hook, ctx, result));
    for (const hook of tools.botSteps?.hooks ?? []) await attempt(() => hook.after?.(ctx, result, origin));
  };
  const isWanted = (own: readonly DeclaredHook[]): boolean =>
    own.length > 0 || (tools.botSteps?.hooks.size ?? 0) > 0;
  return {
    before: (self, ctx) => (isWanted(before) ? runBefore(self, ctx) : undefined),
    after: (self, ctx, result) => (isWanted(after) ? runAfter(self, ctx, result) : undefined),
  };
}

function call(self: object, hook: DeclaredHook, ctx: CheckContext, result?: CommandResult): unknown {
  return (self as Record<string, HookMethod>)[hook.method]!(ctx, result);
}
