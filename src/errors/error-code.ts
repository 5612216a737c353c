/** Codes of all errors that the package throws; each class has its own literal, so `@OnError` cannot confuse two. */
export type ErrorCode =
  | 'CONNECTION_CLOSED'
  | 'DISALLOWED_INTENTS'
  | 'GATEWAY_DECODE'
  | 'GATEWAY_PAYLOAD_TOO_LARGE'
  | 'GATEWAY_RATE_LIMITED'
  | 'GATEWAY_TIMEOUT'
  | 'INVALID_API_VERSION'
  | 'INVALID_INTENTS'
  | 'INVALID_OPTION'
  | 'INVALID_SHARD'
  | 'INVALID_TOKEN'
  | 'NOT_READY'
  | 'SESSION_START_LIMIT'
  | 'SHARDING_REQUIRED'
  | 'SHARD_CLOSED';
