/** Reads which names a piece of TypeScript declares and exports, from its syntax alone. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Names that a module has at its top level: declarations and imports. */
export function topLevelNames(code: string): readonly string[] {
  return parse(code).statements.flatMap(namesOfStatement);
}

/** Names that the file of a module exports; what it passes on from an entry is looked up there. */
export function exportedNames(path: string, entries: ReadonlyMap<string, string>): readonly string[] {
  return parse(readFileSync(path, 'utf8')).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) return namesPassedOn(statement, entries);
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isExported ? namesOfStatement(statement) : [];
  });
}

/** Names that code exports itself. */
export function ownExports(code: string): readonly string[] {
  return parse(code).statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isExported ? namesOfStatement(statement) : [];
  });
}

function namesPassedOn(
  { exportClause, moduleSpecifier }: ts.ExportDeclaration,
  entries: ReadonlyMap<string, string>,
): readonly string[] {
  if (exportClause && ts.isNamedExports(exportClause)) {
    return exportClause.elements.map(({ name }) => name.text);
  }
  const entry = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && entries.get(moduleSpecifier.text);
  return entry ? exportedNames(entry, entries) : [];
}

function namesOfStatement(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => namesOfBinding(name));
  }
  if (ts.isImportDeclaration(statement)) return namesOfImport(statement.importClause);
  const isNamed =
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

function namesOfBinding(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? namesOfBinding(element.name) : [],
  );
}

function namesOfImport(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  const whole = bindings && ts.isNamespaceImport(bindings) ? [bindings.name.text] : [];
  return [...(clause?.name ? [clause.name.text] : []), ...named, ...whole];
}

function parse(code: string): ts.SourceFile {
  return ts.createSourceFile('block.ts', code, ts.ScriptTarget.Latest, true);
}
