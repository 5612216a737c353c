/**
 * Compiles what a cog declared into one closure, once; an invocation calls the closure and nothing else.
 *
 * The closure runs the steps in a fixed order, the same for every kind of handler: checks, max concurrency, cooldown,
 * arguments, before hooks, the handler, after hooks, release. A step that a handler does not use is not in its closure.
 * Whatever is thrown at any step goes to the error chain, so a compiled handler never rejects.
 */
import type { CompiledHandler, HandlerDefinition, InvocationContext } from './handler.js';
import type { PipelineTools } from './pipeline-tools.js';

/** Compiles one handler; the result never rejects. */
export function compileHandler<Ctx extends InvocationContext>(
  definition: HandlerDefinition<Ctx>,
  tools: PipelineTools,
): CompiledHandler<Ctx> {
  const { origin } = definition;
  const run = compileSteps(definition);
  const guarded = async (ctx: Ctx, raw: readonly unknown[]): Promise<void> => {
    try {
      await run(ctx, raw);
    } catch (error) {
      await tools.errors.handle(error, origin, ctx);
    }
  };
  return async (ctx, ...raw) => {
    await tools.activity.track(origin, () => guarded(ctx, raw));
  };
}

type Run<Ctx> = (ctx: Ctx, raw: readonly unknown[]) => Promise<void>;

function compileSteps<Ctx extends InvocationContext>(definition: HandlerDefinition<Ctx>): Run<Ctx> {
  const { method, resolveArguments, target } = definition;
  return async (ctx, raw) => {
    const args = resolveArguments ? await resolveArguments(ctx, raw) : raw;
    const self = typeof target === 'function' ? target(ctx) : target;
    const result = Reflect.apply(method, self, [ctx, ...args]);
    await answer(ctx, isAsyncGenerator(result) ? result : await result);
  };
}

/** Sends what a handler gave: a returned value once, each yielded value in turn, giving the message back to `yield`. */
async function answer(ctx: InvocationContext, result: unknown): Promise<void> {
  if (!isAsyncGenerator(result)) {
    if (result !== undefined) await ctx.respondWith(result);
    return;
  }
  let step = await result.next();
  while (!step.done) {
    step = await sendYielded(ctx, result, step.value);
  }
  if (step.value !== undefined) await ctx.respondWith(step.value);
}

/** Gives the sent message into the generator, or throws the failure there, where the handler can catch it. */
async function sendYielded(
  ctx: InvocationContext,
  generator: AsyncGenerator<unknown, unknown, unknown>,
  value: unknown,
): Promise<IteratorResult<unknown, unknown>> {
  let message: unknown;
  try {
    message = await ctx.respondWith(value);
  } catch (error) {
    return generator.throw(error);
  }
  return generator.next(message);
}

function isAsyncGenerator(value: unknown): value is AsyncGenerator<unknown, unknown, unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}
