import type { Snowflake } from '../../types/type-tools.js';
import type { HttpRequest } from '../transport/http-exchange.js';
import type { AccessTokenRecord } from '../world/access-token.js';
import type { BotRecord } from '../world/bot-record.js';
import type { UploadedFile } from '../world/message-draft.js';
import type { UserRecord } from '../world/user-record.js';
import type { World } from '../world/world.js';
import { ApiFailure, invalidForm } from './api-failure.js';
import { Form } from './form.js';

/** One request on its way through a route. */
export interface RestCall {
  readonly world: World;
  readonly request: HttpRequest;
  /** Parameters of the path, by the name in the route's template. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Files of a multipart body by the number or name of their part. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Who asks; routes without authentication have none. */
  readonly bot: BotRecord | undefined;
  /** Person in whose name an application asks, with a token of OAuth2. */
  readonly access: AccessTokenRecord | undefined;
  /** Audit-log reason, decoded. */
  readonly reason: string | undefined;
}

/** Answer of a route with a status of its own. */
export class RestReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Gives a body (200), a {@link RestReply}, or nothing (204). */
export type RouteHandler = (call: RestCall) => unknown;

/** Route of the API: the template names its parameters as in `/channels/:channel/messages`. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly handle: RouteHandler;
  /** Needs no bot token. */
  readonly isPublic?: boolean;
  /** Scope with which a token of OAuth2 is taken; empty takes any. */
  readonly scope?: string;
  /** Takes no bot token. */
  readonly isForPeople?: boolean;
}

/** Route that only bots may call. */
export function route(method: Route['method'], path: string, handle: RouteHandler): Route {
  return { method, path, handle };
}

/** Route that needs no token, or has one in its path. */
export function publicRoute(method: Route['method'], path: string, handle: RouteHandler): Route {
  return { method, path, handle, isPublic: true };
}

/** Route that needs a person's token with that scope. */
export function peopleRoute(
  method: Route['method'],
  path: string,
  scope: string,
  handle: RouteHandler,
): Route {
  return { method, path, handle, scope, isForPeople: true };
}

/** Route for bots and for people's tokens with that scope. */
export function sharedRoute(
  method: Route['method'],
  path: string,
  scope: string,
  handle: RouteHandler,
): Route {
  return { method, path, handle, scope };
}

/** Person's token that asks. */
export function accessOf(call: RestCall): AccessTokenRecord {
  if (!call.access) throw new ApiFailure(401, 0, '401: Unauthorized');
  return call.access;
}

/** User that asks: the person behind a token, or the bot's own. */
export function askingUser(call: RestCall): UserRecord {
  return call.access ? call.world.users.get(call.access.userId)! : callerOf(call).user;
}

/** Application that asks, by bot or by a person's token. */
export function askingApplicationId(call: RestCall): Snowflake {
  return call.access?.applicationId ?? callerOf(call).application.id;
}

/** The bot that asks. */
export function callerOf(call: RestCall): BotRecord {
  if (!call.bot) throw new ApiFailure(401, 0, '401: Unauthorized');
  return call.bot;
}

/** Parameter of the path. */
export function param(call: RestCall, name: string): string {
  return call.params[name] ?? '';
}

/** Body as a form. */
export function bodyForm(call: RestCall): Form {
  return Form.of(call.body);
}

/** Integer of the query between bounds. */
export function queryInteger(
  call: RestCall,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = call.query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value))
    throw invalidForm([name], 'NUMBER_TYPE_COERCE', `Value "${text}" is not int.`);
  if (value < min) {
    throw invalidForm([name], 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  }
  if (value > max)
    throw invalidForm([name], 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  return value;
}

/** Whether a query parameter says yes. */
export function queryFlag(call: RestCall, name: string): boolean {
  return ['true', 'True', '1'].includes(call.query.get(name) ?? '');
}
