import { DuplicateComponentError } from '../../errors/duplicate-component-error.js';
import type { ComponentPath, PathValues } from './component-path.js';

/** What a custom id leads to. */
export interface PathMatch<Target> {
  readonly target: Target;
  readonly values: PathValues;
}

interface Route<Target> {
  readonly path: ComponentPath;
  readonly target: Target;
  /** Where the handler is declared, for messages. */
  readonly place: string;
}

/** Finds the handler of a custom id by its first segment; paths with more plain words are tried first. */
export class PathRouter<Target> {
  readonly #routes = new Map<string, Route<Target>[]>();

  /**
   * Adds a path; the returned function takes it away.
   *
   * @throws {DuplicateComponentError} when another path would answer the same ids.
   */
  add(path: ComponentPath, target: Target, place: string): () => void {
    const routes = this.#routes.get(path.head) ?? [];
    const other = routes.find((route) => route.path.shape === path.shape);
    if (other) throw duplicate(path, place, other.path, other.place);
    const route = { path, target, place };
    routes.push(route);
    routes.sort((a, b) => a.path.parameterNames.length - b.path.parameterNames.length);
    this.#routes.set(path.head, routes);
    return () => this.#remove(route);
  }

  find(customId: string): PathMatch<Target> | undefined {
    const end = customId.indexOf('/');
    const routes = this.#routes.get(end < 0 ? customId : customId.slice(0, end));
    if (!routes) return undefined;
    const parts = customId.split('/');
    for (const { path, target } of routes) {
      const values = path.match(parts);
      if (values) return { target, values };
    }
    return undefined;
  }

  #remove(route: Route<Target>): void {
    const rest = this.#routes.get(route.path.head)?.filter((other) => other !== route) ?? [];
    if (rest.length > 0) this.#routes.set(route.path.head, rest);
    else this.#routes.delete(route.path.head);
  }
}

function duplicate(
  path: ComponentPath,
  place: string,
  otherPath: ComponentPath,
  otherPlace: string,
): DuplicateComponentError {
  return new DuplicateComponentError(
    `"${path.source}" (${place}) and "${otherPath.source}" (${otherPlace}) would answer the same custom ids. ` +
      'Give one of them another word.',
  );
}
