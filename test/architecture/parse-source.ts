import { parseSync } from '@swc/core';

/**
 * One import of another module.
 *
 * `static` runs when the file is loaded, `dynamic` when the code around it runs, `type` never.
 */
export interface ImportOfModule {
  readonly specifier: string;
  readonly kind: 'static' | 'dynamic' | 'type';
  readonly line: number;
}

/** Something found at a line, with the words to show for it. */
export interface Finding {
  readonly what: string;
  readonly line: number;
}

/** Class of a file, as far as the rules for errors look at it. */
export interface ClassFinding {
  readonly name: string;
  readonly line: number;
  readonly superName: string | undefined;
  readonly isAbstract: boolean;
  /** Value of `readonly code = '…'`. */
  readonly code: string | undefined;
}

/** What the rules know of one source file. */
export interface ParsedFile {
  readonly imports: readonly ImportOfModule[];
  /** `import { type X }`, which still loads the module. */
  readonly inlineTypeImports: readonly Finding[];
  readonly reExports: readonly Finding[];
  readonly defaultExports: readonly Finding[];
  readonly topLevelAwaits: readonly Finding[];
  /** Uses of the runtime's own timers and clocks. */
  readonly timeUses: readonly Finding[];
  readonly classes: readonly ClassFinding[];
  /** Type aliases that are string literals or unions of them. */
  readonly literalUnions: ReadonlyMap<string, readonly string[]>;
}

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Scope {
  /** Whether the code around runs later than the file's loading. */
  readonly deferred: boolean;
  readonly inType: boolean;
}

/** Mark by which the parser's resolver tells a global name from one declared in the file. */
const GLOBAL_NAME = 1;

const deferringNodes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
  'PrivateMethod',
  'Constructor',
  'MethodProperty',
  'GetterProperty',
  'SetterProperty',
]);

const timeGlobals = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const timeMembers = new Set(['Date.now', 'performance.now', 'process.hrtime']);
const timersModule = /^(node:)?timers(\/|$)/;
const globalObjects = new Set(['globalThis', 'global']);

/** Reads one TypeScript file with a real parser, so that strings and comments cannot be taken for code. */
export function parseSource(source: string): ParsedFile {
  return new SourceReader(source).read();
}

class SourceReader {
  readonly #source: Buffer;
  readonly #imports: ImportOfModule[] = [];
  readonly #inlineTypeImports: Finding[] = [];
  readonly #reExports: Finding[] = [];
  readonly #defaultExports: Finding[] = [];
  readonly #topLevelAwaits: Finding[] = [];
  readonly #timeUses: Finding[] = [];
  readonly #classes: ClassFinding[] = [];
  readonly #literalUnions = new Map<string, readonly string[]>();
  readonly #importedNames = new Set<string>();

  constructor(private readonly text: string) {
    this.#source = Buffer.from(text);
  }

  read(): ParsedFile {
    const options = { syntax: 'typescript', decorators: true, target: 'es2022' } as const;
    const body = parseSync(this.text, options).body as unknown as readonly SyntaxNode[];
    for (const node of body) if (node.type === 'ImportDeclaration') this.#rememberNames(node);
    for (const node of body) this.#visit(node, { deferred: false, inType: false });
    return {
      imports: this.#imports,
      inlineTypeImports: this.#inlineTypeImports,
      reExports: this.#reExports,
      defaultExports: this.#defaultExports,
      topLevelAwaits: this.#topLevelAwaits,
      timeUses: this.#timeUses,
      classes: this.#classes,
      literalUnions: this.#literalUnions,
    };
  }

  #visit(node: SyntaxNode, scope: Scope): void {
    this.#readModuleSyntax(node);
    this.#readCalls(node, scope);
    this.#readAwait(node, scope);
    if (!scope.inType) this.#readTime(node);
    this.#readDeclarations(node);
    const inner: Scope = {
      deferred: scope.deferred || deferringNodes.has(node.type),
      inType: scope.inType || (node.type.startsWith('Ts') && !isExpressionWithType(node)),
    };
    for (const [key, value] of Object.entries(node)) {
      const isInstanceField = isField(node) && key === 'value' && node['isStatic'] !== true;
      for (const child of nodesIn(value))
        this.#visit(child, isInstanceField ? { ...inner, deferred: true } : inner);
    }
  }

  #rememberNames(node: SyntaxNode): void {
    for (const specifier of nodesIn(node['specifiers'])) {
      const local = textOf(specifier['local']);
      if (local !== undefined) this.#importedNames.add(local);
    }
  }

  #readModuleSyntax(node: SyntaxNode): void {
    const line = this.#lineOf(node);
    switch (node.type) {
      case 'ImportDeclaration': {
        const specifier = textOf(node['source']) ?? '';
        this.#imports.push({ specifier, kind: node['typeOnly'] === true ? 'type' : 'static', line });
        for (const named of nodesIn(node['specifiers'])) {
          if (node['typeOnly'] !== true && timersModule.test(specifier)) {
            this.#timeUses.push({
              what: textOf(named['imported']) ?? textOf(named['local']) ?? specifier,
              line,
            });
          }
          if (named['isTypeOnly'] === true)
            this.#inlineTypeImports.push({ what: textOf(named['local']) ?? '', line });
        }
        break;
      }
      case 'TsImportEqualsDeclaration': {
        const specifier = textOf((node['moduleRef'] as SyntaxNode)['expression']);
        if (specifier !== undefined) this.#imports.push({ specifier, kind: 'static', line });
        break;
      }
      case 'TsImportType':
        this.#imports.push({ specifier: textOf(node['argument']) ?? '', kind: 'type', line });
        break;
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
        this.#readExport(node, line);
        break;
      case 'ExportDefaultDeclaration':
      case 'ExportDefaultExpression':
      case 'TsExportAssignment':
        this.#defaultExports.push({ what: 'default export', line });
        break;
    }
  }

  #readExport(node: SyntaxNode, line: number): void {
    const from = textOf(node['source']);
    if (from !== undefined) {
      this.#imports.push({ specifier: from, kind: node['typeOnly'] === true ? 'type' : 'static', line });
      this.#reExports.push({ what: `export … from '${from}'`, line });
    }
    for (const specifier of nodesIn(node['specifiers'])) {
      const name = textOf(specifier['orig']) ?? '';
      if (from === undefined && this.#importedNames.has(name)) {
        this.#reExports.push({ what: `export of the imported ${name}`, line });
      }
      if (textOf(specifier['exported']) === 'default')
        this.#defaultExports.push({ what: 'default export', line });
    }
  }

  #readCalls(node: SyntaxNode, scope: Scope): void {
    if (node.type !== 'CallExpression') return;
    const callee = node['callee'] as SyntaxNode;
    const isRequire = callee.type === 'Identifier' && callee['value'] === 'require';
    if (callee.type !== 'Import' && !isRequire) return;
    const [argument] = node['arguments'] as readonly { readonly expression: SyntaxNode }[];
    const specifier = textOf(argument?.expression);
    if (specifier === undefined) return;
    this.#imports.push({ specifier, kind: scope.deferred ? 'dynamic' : 'static', line: this.#lineOf(node) });
  }

  #readAwait(node: SyntaxNode, scope: Scope): void {
    if (scope.deferred) return;
    const isAwait =
      node.type === 'AwaitExpression' ||
      (node.type === 'ForOfStatement' && node['await'] === true) ||
      (node.type === 'UsingDeclaration' && node['isAwait'] === true);
    if (isAwait) this.#topLevelAwaits.push({ what: 'top-level await', line: this.#lineOf(node) });
  }

  #readTime(node: SyntaxNode): void {
    const use = timeUse(node);
    if (use !== undefined) this.#timeUses.push({ what: use, line: this.#lineOf(node) });
  }

  #readDeclarations(node: SyntaxNode): void {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      this.#classes.push({
        name: textOf(node['identifier']) ?? '',
        line: this.#lineOf(node),
        superName: textOf(node['superClass']),
        isAbstract: node['isAbstract'] === true,
        code: literalCode(node),
      });
    } else if (node.type === 'TsTypeAliasDeclaration') {
      const literals = stringLiterals(node['typeAnnotation'] as SyntaxNode);
      if (literals.length > 0) this.#literalUnions.set(textOf(node['id']) ?? '', literals);
    }
  }

  #lineOf(node: SyntaxNode): number {
    const span = node['span'] as { readonly start: number } | undefined;
    if (span === undefined) return 1;
    let line = 1;
    for (let at = 0; at < span.start - 1; at++) if (this.#source[at] === 0x0a) line += 1;
    return line;
  }
}

/** Name of the runtime's clock or timer that this node uses, if it does. */
function timeUse(node: SyntaxNode): string | undefined {
  if (node.type === 'Identifier' && node['ctxt'] === GLOBAL_NAME) {
    const name = textOf(node) ?? '';
    return timeGlobals.has(name) ? name : undefined;
  }
  if (node.type === 'MemberExpression') {
    const object = textOf(node['object']) ?? '';
    const property = textOf(node['property']) ?? '';
    if (timeMembers.has(`${object}.${property}`)) return `${object}.${property}`;
    return globalObjects.has(object) && timeGlobals.has(property) ? property : undefined;
  }
  if (node.type === 'NewExpression' && textOf(node['callee']) === 'Date') {
    return (node['arguments'] as readonly unknown[] | null)?.length ? undefined : 'new Date()';
  }
  return undefined;
}

function literalCode(classNode: SyntaxNode): string | undefined {
  for (const member of nodesIn(classNode['body'])) {
    if (!isField(member) || textOf(member['key']) !== 'code' || member['readonly'] !== true) continue;
    const value = member['value'] as SyntaxNode | null;
    return textOf(value?.type === 'TsConstAssertion' ? value['expression'] : value);
  }
  return undefined;
}

function stringLiterals(annotation: SyntaxNode): string[] {
  if (annotation.type === 'TsUnionType') return nodesIn(annotation['types']).flatMap(stringLiterals);
  const literal = annotation.type === 'TsLiteralType' ? (annotation['literal'] as SyntaxNode) : undefined;
  return literal?.type === 'StringLiteral' ? [textOf(literal) ?? ''] : [];
}

function isField(node: SyntaxNode): boolean {
  return node.type === 'ClassProperty' || node.type === 'PrivateProperty';
}

/** Nodes such as `x as T` and `x!`, whose name says type and whose inside is code. */
function isExpressionWithType(node: SyntaxNode): boolean {
  return 'expression' in node || node.type === 'TsParameterProperty' || node.type === 'TsEnumDeclaration';
}

function textOf(node: unknown): string | undefined {
  const value = (node as { readonly value?: unknown } | null | undefined)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** Syntax nodes within a value, looking through arrays and through the parser's plain wrapper objects. */
function nodesIn(value: unknown): SyntaxNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && typeof value.type === 'string') return [value as SyntaxNode];
  return Object.values(value).flatMap(nodesIn);
}
