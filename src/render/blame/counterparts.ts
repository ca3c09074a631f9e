import { addTo } from '../../groups.ts';
import { mapping, scalarText, text } from '../../plain-values.ts';
import type { RenderedDocument } from '../result/rendered-object.ts';

/** Which object of one side of a root is which of the other. */
export class Counterparts {
  readonly #byIdentity = new Map<string, RenderedDocument>();
  /** The same by the file they were written in. */
  readonly #byOrigin = new Map<string, RenderedDocument[]>();

  constructor(documents: readonly RenderedDocument[]) {
    for (const document of documents) {
      this.#byIdentity.set(identityKey(document.value), document);
      if (document.origin.file !== undefined) addTo(this.#byOrigin, document.origin.file, document);
    }
  }

  /**
   * The object of this side that one of `others` is: that of its name, else one of its file that is not on the other side, under another
   * name (a prefix was put to it, or taken away), in another namespace or of another kind. Of a file that `isSame` on both sides, the only one
   * of its kind is it, however it is called.
   */
  of(object: RenderedDocument, others: Counterparts, isSame: (file: string) => boolean): RenderedDocument | undefined {
    const { file } = object.origin;
    const same = this.#byIdentity.get(identityKey(object.value));
    if (same !== undefined || file === undefined) return same;
    const left = (this.#byOrigin.get(file) ?? []).filter((each) => !others.#byIdentity.has(identityKey(each.value)));
    const ofKind = left.filter(({ value }) => mapping(value).kind === mapping(object.value).kind);
    const isAlike = ({ value }: RenderedDocument) => isNamedAlike(value, object.value);
    return ofKind.find(isAlike) ?? (isSame(file) && ofKind.length === 1 ? ofKind[0] : left.find(isAlike));
  }
}

/** What an object is known by in a cluster. */
export function identityKey(value: unknown): string {
  const { apiVersion, kind, metadata } = mapping(value);
  const group = scalarText(apiVersion).replace(/\/.*$/, '');
  return `${group} ${scalarText(kind)} ${scalarText(mapping(metadata).namespace)} ${nameOf(value)}`;
}

function nameOf(value: unknown): string {
  return text(mapping(mapping(value).metadata).name) ?? '';
}

function isNamedAlike(one: unknown, other: unknown): boolean {
  const [name, former] = [nameOf(one), nameOf(other)];
  return name !== '' && former !== '' && (name.includes(former) || former.includes(name));
}
