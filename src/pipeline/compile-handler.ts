/**
 * Compiles what a cog declared into one closure, once; an invocation calls the closure and nothing else.
 *
 *     checks ─▶ max concurrency ─▶ cooldown ─▶ arguments ─▶ before ─▶ handler + answer ─▶ after ─▶ release
 *
 * The order is the same for every kind of handler. Checks come first because they are free of side effects; a place is
 * taken before the cooldown counts, so that a refused run costs nothing; arguments are read last, because converters
 * may ask Discord. After hooks run whenever the handler was started, and never when it was not. Whatever is thrown at
 * any step goes to the error chain, so a compiled handler never rejects.
 */
import type { CheckContext } from './check-context.js';
import { compileGuards } from './compile-guards.js';
import { compileHooks } from './compile-hooks.js';
import { declaredErrorHandlers } from './declared-error-handlers.js';
import type { CompiledHandler, HandlerDefinition, HandlerOrigin, InvocationContext } from './handler.js';
import type { CommandResult } from './hooks.js';
import { InvocationServices } from './invocation-services.js';
import type { PipelineTools } from './pipeline-tools.js';
import { isAsyncGenerator, sendResult } from './send-result.js';

/** Runs all steps for one invocation on the object that the handler is a method of; rejects with what failed. */
type Run<Ctx> = (self: object, ctx: Ctx, raw: readonly unknown[]) => Promise<void>;

/** Compiles one handler; the result never rejects. */
export function compileHandler<Ctx extends InvocationContext>(
  definition: HandlerDefinition<Ctx>,
  tools: PipelineTools,
): CompiledHandler<Ctx> {
  const { origin, target } = definition;
  const { activity, errors, observer } = tools;
  let run = typeof target === 'function' ? undefined : compileSteps(target.constructor, definition, tools);
  const attempt = async (ctx: Ctx, raw: readonly unknown[]): Promise<void> => {
    const services = new InvocationServices(ctx, tools.services);
    let self: object | undefined;
    try {
      observer?.invoked?.(ctx, origin);
      const found = typeof target === 'function' ? target(ctx) : target;
      self = found;
      run ??= compileSteps(found.constructor, definition, tools);
      await run(found, ctx, raw);
      observer?.completed?.(ctx, origin);
      definition.completed?.(ctx);
    } catch (error) {
      observer?.failed?.(ctx, origin, error);
      await errors.handle(error, origin, ctx, self && declaredErrorHandlers(self, origin.method));
    } finally {
      await services.end();
    }
  };
  return async (ctx, ...raw) => {
    await activity.track(origin, () => attempt(ctx, raw));
  };
}

function compileSteps<Ctx extends InvocationContext>(
  owner: object,
  definition: HandlerDefinition<Ctx>,
  tools: PipelineTools,
): Run<Ctx> {
  const { method, origin, resolveArguments } = definition;
  const guards = compileGuards(owner, origin, tools);
  const hooks = compileHooks(owner, origin, tools);
  return async (self, ctx, raw) => {
    const checked = ctx as unknown as CheckContext;
    ctx.entered?.('its checks');
    await guards.check(checked);
    ctx.entered?.('its limits');
    const leave = await guards.enter(checked);
    try {
      ctx.entered?.('reading its options');
      const args = resolveArguments ? await resolveArguments(ctx, raw) : raw;
      ctx.entered?.('its hooks');
      await hooks.before(self, checked);
      ctx.entered?.('the handler');
      const result = await settle(() => answer(ctx, Reflect.apply(method, self, [ctx, ...args]), origin));
      await hooks.after(self, checked, result);
      if (!result.ok) throw result.error;
    } finally {
      leave();
    }
  };
}

/** Sends the answer; gives the value that the handler ended with. */
async function answer(ctx: InvocationContext, result: unknown, origin: HandlerOrigin): Promise<unknown> {
  const value = isAsyncGenerator(result) ? result : await result;
  await sendResult(ctx, value, origin);
  return value;
}

async function settle(run: () => Promise<unknown>): Promise<CommandResult> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error };
  }
}
