import { ComponentRefusedError } from '../../errors/component-refused-error.js';
import { compileHandler } from '../../pipeline/compile-handler.js';
import type { CompiledHandler } from '../../pipeline/handler.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import { isAsyncGenerator } from '../../pipeline/send-result.js';
import type { ComponentContext } from '../components/component-context.js';
import type { View } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import type { ViewItem } from './view-item.js';
import type { ViewRuntime } from './view-runtime.js';

type ItemMethod = (this: View, ctx: ComponentContext, ...args: readonly unknown[]) => unknown;

/**
 * Compiles the handler of one item: the view's check, the timeout anew, the method, and the view's own `onError`.
 *
 * The context says which instance an invocation is for.
 */
export function compileItem(
  blueprint: ViewBlueprint,
  item: ViewItem,
  tools: PipelineTools,
  runtime: ViewRuntime,
): CompiledHandler<ComponentContext> {
  const method = Reflect.get(blueprint.viewClass.prototype, item.method) as ItemMethod;
  const guarded: ItemMethod = function guarded(ctx, ...args) {
    const run = (): unknown => {
      runtime.live.touch(this);
      return recovering(this, ctx, () => Reflect.apply(method, this, [ctx, ...args]));
    };
    return this.check ? admit(this, ctx).then(run) : run();
  };
  return compileHandler<ComponentContext>(
    {
      origin: { kind: item.kind, name: item.key, cog: blueprint.name, method: item.method },
      target: (ctx) => ctx.view!,
      method: guarded as (...args: never[]) => unknown,
      resolveArguments: (ctx) => {
        const values = item.argumentsOf(ctx);
        return item.each ? [...values, ctx.scope?.value] : values;
      },
    },
    tools,
  );
}

async function admit(view: View, ctx: ComponentContext): Promise<void> {
  const answer = (await view.check?.(ctx)) ?? true;
  if (answer === true) return;
  throw new ComponentRefusedError(answer || 'This is not for you to use.');
}

/** Runs a handler, and gives what it throws to the view's `onError` when there is one. */
function recovering(view: View, ctx: ComponentContext, run: () => unknown): unknown {
  return view.onError ? recoveringOnce(view, ctx, run) : run();
}

async function recoveringOnce(view: View, ctx: ComponentContext, run: () => unknown): Promise<unknown> {
  try {
    const result = await run();
    return isAsyncGenerator(result) ? recoveringSteps(view, ctx, result) : result;
  } catch (error) {
    return view.onError?.(error, ctx);
  }
}

async function* recoveringSteps(
  view: View,
  ctx: ComponentContext,
  steps: AsyncGenerator<unknown, unknown, unknown>,
): AsyncGenerator<unknown, unknown, unknown> {
  try {
    return yield* steps;
  } catch (error) {
    return view.onError?.(error, ctx);
  }
}
