import { identityKey } from '../../kube/identity/identity-key.ts';
import type { Position, Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { FileSide, TouchedFile } from '../../kube/touched-file.ts';
import { resourceName } from '../../rbac/model/rbac-object.ts';
import type { Document, Path } from '../../yaml/document.ts';

/** Something that may say what is logged: an object, a document that is none, or a file of text. */
export interface Holder {
  readonly file: string;
  readonly resource: Resource | undefined;
  /** What distinguishes it inside its scope, but for the file. */
  readonly key: string;
  readonly called: string;
  readonly value: unknown;
  /** Where its value is. */
  readonly document: Document;
  readonly path: Path;
}

/** Holders of both sides that a change touches. */
export interface Holders {
  readonly before: readonly Holder[];
  readonly after: readonly Holder[];
}

/** Of unchanged objects, which are read once for both sides, there are none. */
export function holdersOf({ before, after }: ScopeObjects, files: readonly TouchedFile[]): Holders {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    before: [
      ...before.filter((each) => !now.has(each)).map(ofResource),
      ...files.flatMap((each) => ofFile(each.before, each.movedFrom ?? each.path)),
    ],
    after: [
      ...after.filter((each) => !old.has(each)).map(ofResource),
      ...files.flatMap((each) => ofFile(each.after, each.path)),
    ],
  };
}

function ofResource(resource: Resource): Holder {
  const { kind, name, file, value, document, path } = resource;
  const key = identityKey(resource);
  const called = name === '' ? `${kind} of ${file}` : resourceName(resource);
  return { file, resource, key, called, value, document, path };
}

/** Files of auditctl, which are not YAML. */
const auditd = /\.rules(?:\.\w+)?$|audit[^/]*$/i;

/** The documents of a file that are not objects; of a file with rules of auditd, its text. */
function ofFile(side: FileSide | undefined, file: string): readonly Holder[] {
  if (side === undefined) return [];
  const objects = new Set(side.resources.map(({ document }) => document));
  const isRules = side.structure === 'text' && auditd.test(file);
  const documents = isRules ? [textDocument(side.text)] : side.structure === 'text' ? [] : side.documents;
  return documents
    .filter((document) => !objects.has(document))
    .map((document) => ({
      file,
      resource: undefined,
      key: '',
      called: file,
      value: document.value,
      document,
      path: [],
    }));
}

/** A text as a document of one scalar that begins on the first line. */
function textDocument(value: string): Document {
  const start = { line: 1, column: 1 };
  return { value, line: 1, at: () => start, valueAt: () => start, styleAt: () => undefined, duplicateKeys: [] };
}

/** A place in a holder's file. */
export function positionIn({ file }: Holder, document: Document, path: Path): Position {
  return { file, ...document.at(path) };
}
