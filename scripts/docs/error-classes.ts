/** Reads what the error classes say of themselves in their doc comments. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

/** One fact that an error carries. */
export interface ErrorFact {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** One class of error, as its source describes it. */
export interface ErrorClass {
  readonly name: string;
  /** Class that it extends. */
  readonly base: string;
  /** Undefined for classes that only group others. */
  readonly code: string | undefined;
  /** When it is thrown: the first paragraph of its comment. */
  readonly when: string;
  /** What to do about it: the paragraphs after that. */
  readonly whatToDo: string;
  /** Pages of Discord's documentation. */
  readonly links: readonly string[];
  readonly facts: readonly ErrorFact[];
}

/** Classes of a folder with one error per file, by name. */
export function readErrorClasses(folder: string): readonly ErrorClass[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-error.ts'))
    .flatMap((name) => readFile(join(folder, name)))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Codes of the union type in `error-code.ts`. */
export function readErrorCodes(folder: string): readonly string[] {
  const text = readFileSync(join(folder, 'error-code.ts'), 'utf8');
  return [...text.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code = '']) => code);
}

function readFile(path: string): readonly ErrorClass[] {
  const file = ts.createSourceFile(basename(path), readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return file.statements.filter(ts.isClassDeclaration).map(readClass);
}

function readClass(declaration: ts.ClassDeclaration): ErrorClass {
  const [when = '', ...rest] = textOf(declaration).split(/\n\s*\n/);
  return {
    name: declaration.name?.text ?? '',
    base: declaration.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '',
    code: codeOf(declaration),
    when: oneLine(when),
    whatToDo: rest.map(oneLine).join('\n\n'),
    links: ts
      .getJSDocTags(declaration)
      .filter((tag) => tag.tagName.text === 'see')
      .map(linkOf),
    facts: factsOf(declaration),
  };
}

function codeOf({ members }: ts.ClassDeclaration): string | undefined {
  const code = members.filter(ts.isPropertyDeclaration).find(({ name }) => name.getText() === 'code');
  return code?.initializer && ts.isStringLiteral(code.initializer) ? code.initializer.text : undefined;
}

/** Public properties, declared in the class or in its constructor, and accessors. */
function factsOf({ members }: ts.ClassDeclaration): readonly ErrorFact[] {
  const parameters = members
    .filter(ts.isConstructorDeclaration)
    .flatMap(({ parameters: all }) => all.filter(({ modifiers }) => modifiers?.length));
  const properties = members.filter(
    (member) => ts.isPropertyDeclaration(member) || ts.isGetAccessorDeclaration(member),
  );
  return [...parameters, ...properties]
    .filter(({ name }) => !['code', 'name'].includes(name.getText()) && !ts.isPrivateIdentifier(name))
    .map((member) => ({
      name: member.name.getText(),
      type: oneLine(member.type?.getText() ?? ''),
      text: oneLine(textOf(member)),
    }));
}

/** Comment without its tags; `{@link X}` becomes `X` in code. */
function textOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
  return text.replaceAll(/\{@link (\w+)\}/g, '`$1`').trim();
}

function linkOf(tag: ts.JSDocTag): string {
  return oneLine(tag.getText().replace(/^@see/, '').replaceAll('*', ' '));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
