import type { Resource } from '../../kube/resource.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { FileView } from '../model/file-view.ts';
import type { Rendering } from '../result/rendering.ts';

/** What one root gives, and what of it could be read in the files of the base's side. */
export interface ReadableObjects {
  readonly scope: Scope;
  readonly file: string;
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  wasReadable(text: string): boolean;
}

/** The objects of every root that was rendered. */
export function renderedObjects({ roots }: Rendering, before: FileView): readonly ReadableObjects[] {
  return roots.flatMap(({ scope, file, before: old, after }) => {
    if (after === undefined || after.reason !== undefined) return [];
    const files = new Set([...(old?.files ?? []), ...after.files, old?.root.declared?.file ?? '']);
    return {
      scope,
      file,
      before: old?.objects ?? [],
      after: after.objects,
      wasReadable: (text) => text !== '' && holds(before, files, text),
    };
  });
}

function holds(view: FileView, files: Iterable<string>, text: string): boolean {
  const forms = [text, Buffer.from(text).toString('base64')].map((form) => Buffer.from(form));
  for (const path of files) {
    const bytes = view.bytes(path);
    if (bytes !== undefined && forms.some((form) => holdsWhole(bytes, form))) return true;
  }
  return false;
}

/** Whether a text is there and not as a part of a longer word. */
function holdsWhole(bytes: Buffer, text: Buffer): boolean {
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) {
    if (!isLetter(bytes[at - 1]) && !isLetter(bytes[at + text.length])) return true;
  }
  return false;
}

function isLetter(byte = 0): boolean {
  return /[\w+/]/.test(String.fromCharCode(byte));
}
