import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import { hashText } from '../../utils/hash-text.js';
import { inspectCustom } from '../../utils/inspect-as.js';

/** HTTP methods of Discord's API. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Value that stands in a path; it is percent-encoded. */
export type PathParameter = string | number;

/** What all routes written at one place of the source share; made once per place. */
export interface RouteShape {
  /** HTTP method. */
  readonly method: HttpMethod;
  /** Path with `{}` for each parameter. */
  readonly template: string;
  /** Method and template: what a bucket is learnt for. */
  readonly key: string;
  /** Path between its parameters. */
  readonly pieces: readonly string[];
  /** Index of the channel, guild, webhook or interaction id that splits buckets; −1 without one. */
  readonly majorIndex: number;
  /** Index of the webhook or interaction token; −1 without one. */
  readonly secretIndex: number;
}

/**
 * One request's target: method, path and what its rate limit hangs on. Made by {@link GET}, {@link POST} and the like.
 *
 * Printing one never shows a webhook's or an interaction's token.
 */
export class Route {
  /** What it shares with others written at the same place. @internal */
  readonly shape: RouteShape;
  readonly #parameters: readonly PathParameter[];

  /** @internal */
  constructor(shape: RouteShape, parameters: readonly PathParameter[]) {
    this.shape = shape;
    this.#parameters = parameters;
  }

  /** HTTP method. */
  get method(): HttpMethod {
    return this.shape.method;
  }

  /** Encoded path below the API's base, secrets included: for the wire only. */
  toPath(): string {
    return this.#fill(-1);
  }

  /** Path as it may be shown: tokens are replaced. */
  get path(): string {
    return this.#fill(this.shape.secretIndex);
  }

  /** What splits the bucket: id of the channel, guild, webhook (with its token, hashed) or interaction; or `''`. */
  get major(): string {
    const { majorIndex, secretIndex } = this.shape;
    if (majorIndex < 0) return '';
    const id = String(this.#parameters[majorIndex]);
    return secretIndex < 0 ? id : `${id}.${hashText(String(this.#parameters[secretIndex]))}`;
  }

  /** Whether the path carries its own authority, so that no bot token is sent and the global limit does not count. */
  get hasOwnToken(): boolean {
    return this.shape.secretIndex >= 0;
  }

  /** Parameter at a place, as it was given. */
  parameter(index: number): string | undefined {
    const value = this.#parameters[index];
    return value === undefined ? undefined : String(value);
  }

  /** Method and path, tokens replaced. */
  toString(): string {
    return `${this.method} ${this.path}`;
  }

  /** Method and path, tokens replaced. */
  toJSON(): { readonly method: HttpMethod; readonly path: string } {
    return { method: this.method, path: this.path };
  }

  /** Method and path for `console.log`, tokens replaced. */
  [inspectCustom](): string {
    return `Route(${this})`;
  }

  #fill(hiddenIndex: number): string {
    const { pieces } = this.shape;
    let path = pieces[0]!;
    for (let i = 0; i < this.#parameters.length; i++) {
      path += i === hiddenIndex ? ':token' : encode(this.#parameters[i], this.shape);
      path += pieces[i + 1]!;
    }
    return path;
  }
}

/** Tag that makes a route of a template, as in ``GET`/channels/${channelId}` ``. */
export type RouteTag = (pieces: TemplateStringsArray, ...parameters: PathParameter[]) => Route;

/** Makes the route of a GET request: ``GET`/channels/${channelId}` ``. */
export const GET: RouteTag = routeTag('GET');
/** Makes the route of a POST request. */
export const POST: RouteTag = routeTag('POST');
/** Makes the route of a PUT request. */
export const PUT: RouteTag = routeTag('PUT');
/** Makes the route of a PATCH request. */
export const PATCH: RouteTag = routeTag('PATCH');
/** Makes the route of a DELETE request. */
export const DELETE: RouteTag = routeTag('DELETE');

function routeTag(method: HttpMethod): RouteTag {
  const shapes = new WeakMap<TemplateStringsArray, RouteShape>();
  return (pieces, ...parameters) => {
    let shape = shapes.get(pieces);
    if (!shape) {
      shape = shapeOf(method, pieces);
      shapes.set(pieces, shape);
    }
    return new Route(shape, parameters);
  };
}

function shapeOf(method: HttpMethod, pieces: readonly string[]): RouteShape {
  const template = pieces.join('{}');
  const isOwned = pieces[0] === '/webhooks/' || pieces[0] === '/interactions/';
  return Object.freeze({
    method,
    template,
    key: `${method} ${template}`,
    pieces,
    majorIndex:
      /^\/(channels|guilds|webhooks|interactions)\/$/.test(pieces[0]!) && pieces.length > 1 ? 0 : -1,
    secretIndex: isOwned && pieces[1] === '/' ? 1 : -1,
  });
}

function encode(value: PathParameter | undefined, shape: RouteShape): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text === '' || text === '.' || text === '..') {
    throw new InvalidOptionError(
      `A path parameter of ${shape.key} is ${text === undefined ? 'missing' : `"${text}"`}; pass the id of an existing thing.`,
      shape.template,
    );
  }
  return encodeURIComponent(text);
}
