import type { RecordedRequest } from '../recorded-request.js';
import type { Document, Operation, Parameter } from './description.js';
import { operationsOf } from './description.js';
import type { Schema } from './schema-validator.js';
import { SchemaValidator } from './schema-validator.js';

/** Operation with what requests have sent of it so far. */
interface Described {
  readonly path: string;
  readonly pathParameters: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly body: Operation['body'];
  readonly sentQuery: Set<string>;
  readonly sentBody: Set<string>;
  isSent: boolean;
}

/** Discord's description of its API, and how much of it was used. */
export class RequestCheck {
  readonly #operations = new Map<string, Described>();
  readonly #validator: SchemaValidator;

  constructor(description: Document) {
    this.#validator = new SchemaValidator(description.components.schemas, { mayWriteNumbersAsText: true });
    for (const { method, path, parameters, body } of operationsOf(description)) {
      this.#operations.set(`${method} ${path.replace(/\{\w+\}/g, '{}')}`, {
        path,
        pathParameters: parameters.filter((each) => each.in === 'path'),
        query: parameters.filter((each) => each.in === 'query'),
        body,
        sentQuery: new Set(),
        sentBody: new Set(),
        isSent: false,
      });
    }
  }

  /** Differences between a request and its operation; operations that are not described have none. */
  check(request: RecordedRequest): string[] {
    const { key } = request.route.shape;
    const operation = this.#operations.get(key);
    if (!operation) return [];
    operation.isSent = true;
    const faults = [
      ...this.#checkPath(request, operation),
      ...this.#checkQuery(request, operation),
      ...this.#checkBody(request, operation),
    ];
    return faults.map((fault) => `${key}: ${fault}`);
  }

  /** Query keys and body fields of the operations used that no request has sent. */
  neverSent(): string[] {
    return [...this.#operations].flatMap(([key, operation]) => {
      if (!operation.isSent) return [];
      const query = operation.query.map(({ name }) => name).filter((name) => !operation.sentQuery.has(name));
      const body = [...this.#bodyNames(operation)].filter((name) => !operation.sentBody.has(name));
      return [...query.map((name) => `query.${name}`), ...body.map((name) => `body.${name}`)].map(
        (name) => `${key}: ${name} is never sent`,
      );
    });
  }

  #checkPath({ route }: RecordedRequest, operation: Described): string[] {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    return names.flatMap((name, index) => {
      const parameter = operation.pathParameters.find((each) => each.name === name);
      const value = route.parameter(index);
      if (!parameter || value === undefined) return [`path.${name}: is not described`];
      const schema = this.#validator.resolve(parameter.schema);
      return this.#validator.validate(
        schema.type === 'integer' ? Number(value) : value,
        parameter.schema,
        `path.${name}`,
      );
    });
  }

  #checkQuery({ options }: RecordedRequest, operation: Described): string[] {
    const sent = Object.entries(options.query ?? {}).filter(([, value]) => value !== undefined);
    for (const [name] of sent) operation.sentQuery.add(name);
    const missing = operation.query.filter(
      ({ name, required }) => required && !sent.some(([key]) => key === name),
    );
    return [
      ...missing.map(({ name }) => `query.${name}: is required and missing`),
      ...sent.flatMap(([name, value]) => {
        const parameter = operation.query.find((each) => each.name === name);
        if (!parameter) return [`query.${name}: is not known`];
        const isList = this.#isList(parameter.schema) && typeof value === 'string' && value.includes(',');
        return this.#validator.validate(isList ? value.split(',') : value, parameter.schema, `query.${name}`);
      }),
    ];
  }

  #checkBody({ options }: RecordedRequest, operation: Described): string[] {
    const { body, form, formFiles } = options;
    const names = [
      ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : []),
      ...Object.keys(form ?? {}),
      ...(formFiles ?? []).map(({ field }) => field),
    ];
    for (const name of names) operation.sentBody.add(name);
    const { content, required } = operation.body ?? {};
    if (!content) return names.length > 0 ? ['a body is sent and none is described'] : [];
    if (names.length === 0 && body === undefined) return required ? ['the body is missing'] : [];
    const asForm = form !== undefined || formFiles !== undefined;
    const schema = (content[asForm ? 'multipart/form-data' : 'application/json'] ?? Object.values(content)[0])
      ?.schema;
    if (!schema) return ['the form of the body is not described'];
    const files = Object.fromEntries((formFiles ?? []).map(({ field }) => [field, 'bytes']));
    const value = asForm ? { ...(body as object | undefined), ...form, ...files } : body;
    return this.#validator.validate(value, schema, 'body');
  }

  #bodyNames({ body }: Described): ReadonlySet<string> {
    const names = new Set<string>();
    for (const [type, { schema }] of Object.entries(body?.content ?? {})) {
      if (type === 'application/x-www-form-urlencoded') continue;
      for (const name of this.#validator.propertyNames(schema))
        if (!/^files\[\d+\]$/.test(name)) names.add(name);
    }
    return names;
  }

  #isList(schema: Schema): boolean {
    const { type, oneOf, anyOf } = this.#validator.resolve(schema);
    return type === 'array' || [...(oneOf ?? []), ...(anyOf ?? [])].some((each) => this.#isList(each));
  }
}
