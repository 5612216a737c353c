import { readFileSync } from 'node:fs';
import type { JsonSchema, SchemaLookup } from './json-schema.js';
import { differences } from './json-schema.js';

/** Operation of the description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly responses: Readonly<Record<string, JsonSchema | undefined>>;
}

interface RawOperation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>
  >;
}

/** OpenAPI description of Discord, by operation. */
export class ApiDescription {
  readonly operations: readonly Operation[];
  readonly #lookup: SchemaLookup;

  constructor(file: string) {
    const document = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
      readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
    };
    this.#lookup = (reference) => document.components.schemas[reference.split('/').pop()!] ?? {};
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
        .map(([method, raw]) => toOperation(path, method, raw)),
    );
  }

  /** Operation that a request belongs to: the one with the fewest parameters wins. */
  find(method: string, path: string): Operation | undefined {
    return this.operations
      .filter((operation) => operation.method === method && operation.pattern.test(path))
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }

  /** What is wrong with a successful response. */
  check(operation: Operation, status: number, body: string): string[] {
    if (!(status in operation.responses)) return [`status ${status} is not described`];
    const schema = operation.responses[status];
    if (!schema) return body === '' ? [] : ['has a body, but none is described'];
    return differences(JSON.parse(body), schema, this.#lookup);
  }
}

function toOperation(path: string, method: string, raw: RawOperation): Operation {
  const responses = Object.entries(raw.responses).map(
    ([status, response]) => [status, response.content?.['application/json']?.schema] as const,
  );
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    responses: Object.fromEntries(responses),
  };
}
