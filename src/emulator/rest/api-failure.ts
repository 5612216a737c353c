/** Discord's answer to a request it refuses. @see https://docs.discord.com/developers/reference#error-messages */

/** One leaf of the error tree: where, which code, and what Discord says. */
export interface FieldError {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** Thrown by routes; becomes the response body. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly apiCode: number;
  readonly fields: readonly FieldError[];

  constructor(status: number, apiCode: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.apiCode = apiCode;
    this.fields = fields;
  }

  /** Body as Discord sends it. */
  toBody(): Record<string, unknown> {
    const errors = this.fields.length === 0 ? {} : { errors: toTree(this.fields) };
    return { message: this.message, code: this.apiCode, ...errors };
  }
}

/** 404 of one kind of thing, as in `unknown('Channel')`. */
export function unknown(kind: keyof typeof UNKNOWN_CODES): ApiFailure {
  return new ApiFailure(404, UNKNOWN_CODES[kind], `Unknown ${kind}`);
}

/** 403 because a permission is missing. */
export function missingPermissions(): ApiFailure {
  return new ApiFailure(403, 50013, 'Missing Permissions');
}

/** 403 because the channel or guild cannot be seen at all. */
export function missingAccess(): ApiFailure {
  return new ApiFailure(403, 50001, 'Missing Access');
}

/** 400 with one field error. */
export function invalidForm(path: readonly (string | number)[], code: string, message: string): ApiFailure {
  return new ApiFailure(400, 50035, 'Invalid Form Body', [{ path, code, message }]);
}

const UNKNOWN_CODES = {
  Application: 10002,
  Channel: 10003,
  Guild: 10004,
  Integration: 10005,
  Invite: 10006,
  Member: 10007,
  Lobby: 10031,
  Message: 10008,
  Overwrite: 10009,
  Role: 10011,
  User: 10013,
  Emoji: 10014,
  Webhook: 10015,
  Session: 10020,
  Ban: 10026,
  SKU: 10027,
  Entitlement: 10029,
  'Guild Template': 10057,
  Sticker: 10060,
  'Sticker Pack': 10061,
  interaction: 10062,
  'application command': 10063,
  'Voice State': 10065,
  'Application Command Permissions': 10066,
  'Stage Instance': 10067,
  'Guild Scheduled Event': 10070,
  'Guild Scheduled Event User': 10071,
  Tag: 10087,
  Sound: 10097,
  'Welcome Screen': 10069,
} as const;

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

function toTree(fields: readonly FieldError[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of fields) {
    let at = root;
    for (const key of path) {
      at[key] ??= {};
      at = at[key] as ErrorTree;
    }
    at['_errors'] ??= [];
    (at['_errors'] as { code: string; message: string }[]).push({ code, message });
  }
  return root;
}
