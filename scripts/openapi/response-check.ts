import type { Document, Operation } from './description.js';
import { operationsOf } from './description.js';
import { SchemaValidator } from './schema-validator.js';

/** Successful response, as far as it is compared. */
export interface CheckedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Discord's description of its responses. */
export class ResponseCheck {
  readonly operations: readonly Operation[];
  readonly #patterns: readonly (readonly [RegExp, Operation])[];
  readonly #validator: SchemaValidator;

  constructor(document: Document) {
    this.operations = operationsOf(document);
    this.#validator = new SchemaValidator(document.components.schemas);
    this.#patterns = this.operations.map((operation) => [
      new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
      operation,
    ]);
  }

  /** Operation that a request belongs to: the one with the fewest parameters wins. */
  find(method: string, path: string): Operation | undefined {
    return this.#patterns
      .filter(([pattern, operation]) => operation.method === method && pattern.test(path))
      .map(([, operation]) => operation)
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }

  /** What is wrong with a successful response. */
  check(operation: Operation, { status, contentType, body }: CheckedResponse): string[] {
    if (!(status in operation.responses)) return [`status ${status} is not described`];
    const content = operation.responses[status];
    if (!content) return body === '' ? [] : ['has a body, but none is described'];
    const type = contentType.split(';')[0] ?? '';
    const described = content[type];
    if (!described) return [`comes as "${type}", expected ${Object.keys(content).join(' or ')}`];
    const value: unknown = type === 'application/json' ? JSON.parse(body) : body;
    return this.#validator.validate(value, described.schema, '$');
  }
}
