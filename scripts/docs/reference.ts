/** Public names of the package as TypeDoc sees them, with what their comments say first. */
import { relative } from 'node:path';
import type {
  DeclarationReflection,
  ProjectReflection,
  Reflection,
  SignatureReflection,
  SourceReference,
} from 'typedoc';
import { Application, ReflectionKind, ReflectionType } from 'typedoc';

/** One name of the reference. */
export interface PublicName {
  /** Entry, owner and name, as in `index.Bot.run`. */
  readonly path: string;
  readonly name: string;
  /** File and line, from the root of the project. */
  readonly place: string;
  /** First sentence of the comment; undefined without a comment. */
  readonly sentence: string | undefined;
}

/** TypeDoc with what it has read; settings are in typedoc.json. */
export interface Reference {
  readonly app: Application;
  readonly project: ProjectReflection;
}

/** Kinds of names that need a comment. */
const KINDS =
  ReflectionKind.Class |
  ReflectionKind.Interface |
  ReflectionKind.TypeAlias |
  ReflectionKind.Enum |
  ReflectionKind.EnumMember |
  ReflectionKind.Variable |
  ReflectionKind.Property |
  ReflectionKind.CallSignature |
  ReflectionKind.GetSignature |
  ReflectionKind.SetSignature;

/** Reads the sources of all entries. */
export async function readReference(): Promise<Reference> {
  const app = await Application.bootstrap({ logLevel: 'Warn' });
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the sources; what it says is above.');
  // Files and lines are named without a link: a clone need not be where the package is published from.
  for (const reflection of Object.values(project.reflections))
    for (const source of (reflection as DeclarationReflection).sources ?? []) delete source.url;
  return { app, project };
}

/**
 * Names of the reference that need a comment, each place once, in the order of files.
 *
 * Members of a type that is written in place within another (`string | { readonly id: string }`) need none: the type that they
 * are part of has one.
 */
export function publicNames(project: ProjectReflection): readonly PublicName[] {
  const names = new Map<string, PublicName>();
  for (const reflection of project.getReflectionsByKind(KINDS)) {
    if (reflection.name === '__type' || isContainer(reflection) || isWrittenInPlace(reflection)) continue;
    if (!isOurs(project, reflection)) continue;
    const { path, name } = nameOf(reflection);
    const place = placeOf(reflection);
    const known = names.get(`${place} ${name}`);
    if (known?.sentence === undefined) {
      names.set(`${place} ${name}`, { path, name, place, sentence: firstSentence(reflection) });
    }
  }
  return [...names.values()].sort((a, b) => a.place.localeCompare(b.place, 'en', { numeric: true }));
}

/** Whether a reflection only holds signatures, which carry the comments. */
function isContainer(reflection: Reflection): boolean {
  return reflection.isDeclaration() && signaturesOf(reflection).length > 0;
}

function signaturesOf(reflection: DeclarationReflection): readonly SignatureReflection[] {
  return reflection.type instanceof ReflectionType ? [] : reflection.getNonIndexSignatures();
}

/** Whether it is part of an object type within a union or the like, made of another type, or part of a parameter. */
function isWrittenInPlace(reflection: Reflection): boolean {
  if (sourceOf(reflection) === undefined) return true;
  for (let part = reflection; part.parent; part = part.parent) {
    const { parent } = part;
    if (parent.kindOf([ReflectionKind.Parameter, ReflectionKind.TypeParameter])) return true;
    if (!part.kindOf(ReflectionKind.TypeLiteral)) continue;
    const isWholeType =
      parent.isDeclaration() && parent.type instanceof ReflectionType && parent.type.declaration === part;
    if (!isWholeType || parent.kindOf(ReflectionKind.TypeAlias)) return true;
  }
  return false;
}

function isOurs(project: ProjectReflection, reflection: Reflection): boolean {
  return project.getSymbolIdFromReflection(reflection)?.packageName === 'cogwork';
}

function nameOf(reflection: Reflection): { readonly path: string; readonly name: string } {
  return { path: reflection.getFriendlyFullName(), name: reflection.name };
}

function placeOf(reflection: Reflection): string {
  const source = sourceOf(reflection);
  return source ? `${relative(process.cwd(), source.fullFileName)}:${source.line}` : '';
}

function sourceOf(reflection: Reflection): SourceReference | undefined {
  const own = reflection as DeclarationReflection | SignatureReflection;
  return (own.sources ?? (reflection.parent as DeclarationReflection | undefined)?.sources)?.[0];
}

function firstSentence(reflection: Reflection): string | undefined {
  const isSignature = reflection.kindOf(ReflectionKind.SomeSignature);
  const comment = reflection.comment ?? (isSignature ? reflection.parent?.comment : undefined);
  if (!comment?.hasVisibleComponent()) return undefined;
  const text = comment.summary.map((part) => part.text).join('');
  const paragraph =
    text
      .split(/\n\s*\n/)[0]
      ?.replaceAll(/\s+/g, ' ')
      .trim() ?? '';
  return /^.*?[.!?](?= [A-Z`{@]|$)/.exec(paragraph)?.[0] ?? paragraph;
}
