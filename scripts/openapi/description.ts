import { readFileSync } from 'node:fs';
import type { Schema } from './schema-validator.js';

/** Parameter of a path or query. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

/** Bodies by content type. */
export type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** Operation of the description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** Template as in `/channels/{channel_id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly required?: boolean; readonly content: Content } | undefined;
  /** Bodies of responses by status; none where a response has no body. */
  readonly responses: Readonly<Record<string, Content | undefined>>;
}

/** OpenAPI document, as far as it is looked at. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface RawOperation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Operation['body'];
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads a description from a file. */
export function readDocument(file: string): Document {
  return JSON.parse(readFileSync(file, 'utf8')) as Document;
}

/** Operations of a description, in its order. */
export function operationsOf({ paths }: Document): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const raw = methods[method] as RawOperation | undefined;
      const shared = (methods['parameters'] ?? []) as readonly Parameter[];
      return raw ? [toOperation(path, method.toUpperCase(), raw, shared)] : [];
    }),
  );
}

function toOperation(
  path: string,
  method: string,
  raw: RawOperation,
  shared: readonly Parameter[],
): Operation {
  const responses = Object.entries(raw.responses ?? {}).map(([status, { content }]) => [status, content]);
  return {
    id: raw.operationId ?? `${method} ${path}`,
    method,
    path,
    parameters: [...shared, ...(raw.parameters ?? [])],
    body: raw.requestBody,
    responses: Object.fromEntries(responses) as Operation['responses'],
  };
}
