import { isClusterKind } from '../../kube/identity/cluster-kinds.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import { isTargeted, type Targeted } from '../../kube/patch/targets.ts';
import { resourcesOf } from '../../kube/resources.ts';
import { canonical, isSameValue, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Views } from '../blame/locator.ts';
import { patchIn } from '../fields/patch-source.ts';
import { isAsNarrow } from '../fields/patch-successor.ts';
import type { FileView } from '../model/file-view.ts';
import { lackingParts, patchEntry, patchObjects } from '../plan/missing-targets.ts';
import type { RootInputs } from '../plan/plan.ts';
import type { RootSide } from '../result/rendering.ts';
import type { Reach } from './kustomization-reach.ts';
import { mayMakeRbac, patchReaches, patchTouches } from './patch-reach.ts';

const fields = ['patches', 'patchesJson6902', 'patchesStrategicMerge'];

/** A patch of a kustomization or of a declaration's options. */
interface Patch {
  readonly entry: Mapping;
  /** Whether the change touches it. */
  readonly isFresh: boolean;
  readonly position: Reach['position'];
  /** The file it is in; undefined where it is written in place. */
  readonly path: string | undefined;
  readonly source: string;
  /** The objects it writes; undefined for a list of operations. */
  readonly objects: readonly Mapping[] | undefined;
}

/**
 * Patches that the change touches, and that can change permissions or accounts of what a root takes from outside the repository:
 * the build went without their objects, so that nothing of it shows what they do.
 */
export function outsidePatches(
  views: Views,
  before: RootInputs | undefined,
  after: RootInputs,
  side: RootSide,
): readonly Reach[] {
  const found = unmetPatches(views, before, after, side)
    .filter(({ isFresh, source, entry }) => isFresh && reaches(source, entry))
    .map(({ position }) => ({ position, by: 'a patch' }));
  return found.length > 0 || before === undefined ? found : lostPatches(views, before, after, side);
}

/** Patches of what is outside the repository before and after, that changed permissions or accounts and are gone: they may have narrowed. */
function lostPatches(views: Views, before: RootInputs, after: RootInputs, side: RootSide): readonly Reach[] {
  const [had, lacking] = [before, after].map(({ closure }) => lackingParts(closure.kustomizations));
  const parts = before.closure.kustomizations.filter(({ folder }) => had?.has(folder) && lacking?.has(folder));
  if (parts.length === 0) return [];
  const here = namesOf(views.after, after, side);
  return parts.flatMap(({ folder, file }): Reach[] => {
    const document = views.after.documents(file)[0];
    const [old, now] = [views.before.documents(file)[0], document].map((each) => mapping(each?.value));
    const next = fields.flatMap((field) => list(now?.[field])).map((entry) => patchIn(entry, folder, views.after));
    return fields.flatMap((field) =>
      list(old?.[field]).flatMap((entry): Reach[] => {
        const { source, target } = patchIn(entry, folder, views.before);
        if (source === undefined || !patchTouches(source, target)) return [];
        if (next.some((each) => isSameValue(each.target, target) && isAsNarrow(each.source ?? '', source))) return [];
        const written = patchEntry(entry);
        if (isHere({ entry: written, objects: patchObjects(views.before, folder, written) }, here)) return [];
        const place = document?.at(now?.[field] === undefined ? [] : [field]) ?? { line: 1, column: 1 };
        return [{ position: { file, ...place }, by: 'a patch that is gone' }];
      }),
    );
  });
}

/** Files of patches of which the build does not show what they do: they are judged as they are written. */
export function outsidePatchFiles(views: Views, after: RootInputs, side: RootSide): readonly string[] {
  return unmetPatches(views, undefined, after, side).flatMap(({ path }) => path ?? []);
}

/**
 * Touched files that are named as patches and write objects that are not here by that very kind and name, or whose target meets nothing that is
 * here: then the build shows nothing of what is a manifest for whoever delivers the folder as it is.
 */
export function strangePatchFiles(views: Views, after: RootInputs, side: RootSide): readonly string[] {
  const touched = after.closure.kustomizations
    .flatMap(({ folder, file }) => patchesOf(views, folder, file))
    .filter(({ path }) => path !== undefined && views.before.tree.get(path)?.id !== views.after.tree.get(path)?.id);
  if (touched.length === 0) return [];
  const here = new Set([...namesOf(views.after, after, side), ...generatedNames(views.after, after)]);
  const objects = [...side.objects, ...writtenObjects(views.after, after)];
  return touched.flatMap(({ path, objects: own, entry }) => {
    if (path === undefined || own === undefined) return [];
    return isHere({ entry: {}, objects: own }, here) && meetsOne(mapping(entry.target), objects) ? [] : path;
  });
}

/** Whether a target surely means one of the objects; one that states nothing leaves it to the patch. */
function meetsOne(target: Mapping, objects: readonly Targeted[]): boolean {
  if (Object.keys(target).length === 0) return true;
  return objects.some((each) =>
    isTargeted(target, each, { names: new Set([each.name]), namespaces: new Set([each.namespace ?? 'default']) }),
  );
}

/** What generators make, which the build gives other names. */
function generatedNames(view: FileView, { closure }: RootInputs): readonly string[] {
  return closure.kustomizations.flatMap(({ file }) => {
    const value = mapping(view.documents(file)[0]?.value);
    const names = (field: string, kind: string) =>
      list(value[field]).flatMap((each) => {
        const { name, namespace } = mapping(each);
        const called = text(name) ?? '';
        return [`${kind} ${called}`, `${kind} ${text(namespace) ?? 'default'}/${called}`];
      });
    return [...names('configMapGenerator', 'ConfigMap'), ...names('secretGenerator', 'Secret')];
  });
}

function unmetPatches(
  views: Views,
  before: RootInputs | undefined,
  after: RootInputs,
  side: RootSide,
): readonly Patch[] {
  const lacking = lackingParts(after.closure.kustomizations);
  if (lacking.size === 0) return [];
  const parts = after.closure.kustomizations.filter(({ folder, isComponent }) => isComponent || lacking.has(folder));
  const patches = [
    ...parts.flatMap((part) => patchesOf(views, part.folder, part.file)),
    ...declaredPatches(views, before, after),
  ];
  if (patches.length === 0) return [];
  const here = namesOf(views.after, after, side);
  return patches.filter((patch) => !isHere(patch, here));
}

function reaches(source: string, { target }: Mapping): boolean {
  return mayMakeRbac(source, mapping(target)) || patchReaches(source, mapping(target), []);
}

function patchesOf(views: Views, folder: string, file: string): readonly Patch[] {
  const document = views.after.documents(file)[0];
  const now = mapping(document?.value);
  const old = mapping(views.before.documents(file)[0]?.value);
  return fields.flatMap((field) => {
    const known = new Set(list(old[field]).map(canonical));
    return [...list(now[field]).entries()].flatMap(([index, entry]): Patch[] => {
      const written = patchEntry(entry);
      const path = text(written.path);
      const named = path === undefined ? undefined : pathBelow(folder, path);
      const source = named === undefined ? text(written.patch) : views.after.bytes(named)?.toString('utf8');
      if (source === undefined) return [];
      const isTouched = named !== undefined && views.before.tree.get(named)?.id !== views.after.tree.get(named)?.id;
      const at: Path = [field, index];
      const position =
        isTouched && named !== undefined
          ? { file: named, line: 1, column: 1 }
          : { file, ...(document?.at(at) ?? { line: 1, column: 1 }) };
      const objects = patchObjects(views.after, folder, written);
      return [
        { entry: written, isFresh: isTouched || !known.has(canonical(entry)), position, path: named, source, objects },
      ];
    });
  });
}

/** Patches that an Application or a Flux Kustomization lays over what it delivers. */
function declaredPatches(views: Views, before: RootInputs | undefined, after: RootInputs): readonly Patch[] {
  const { declared, sources } = after.root;
  if (declared === undefined) return [];
  const document = views.after.documents(declared.file)[declared.document];
  const position = { file: declared.file, ...(document?.at(declared.at) ?? { line: 1, column: 1 }) };
  return sources.flatMap(({ options }, index) => {
    const known = new Set(list(before?.root.sources[index]?.options.patches).map(canonical));
    return list(options.patches).flatMap((entry): Patch[] => {
      const source = text(mapping(entry).patch);
      if (source === undefined) return [];
      const objects = patchObjects(views.after, '', { patch: source });
      return [
        { entry: mapping(entry), isFresh: !known.has(canonical(entry)), position, path: undefined, source, objects },
      ];
    });
  });
}

/** The objects that are here, as they are written and as they were built: by kind and name, and by their namespace as well. */
function namesOf(view: FileView, inputs: RootInputs, { objects }: RootSide): ReadonlySet<string> {
  const all = [...objects, ...writtenObjects(view, inputs)];
  // A patch may be laid over them on the way, where a kustomization within has placed them.
  const places = new Set(
    inputs.closure.kustomizations.flatMap(({ file }) => text(mapping(view.documents(file)[0]?.value).namespace) ?? []),
  );
  return new Set(
    all.flatMap(({ group, kind, namespace, name }) => {
      const calls = [`${kind} ${name}`];
      if (isClusterKind(kind, group)) return calls;
      return [...calls, ...[namespace ?? 'default', ...places].map((place) => `${kind} ${place}/${name}`)];
    }),
  );
}

function writtenObjects(view: FileView, { closure, root }: RootInputs): readonly Targeted[] {
  const resources = closure.kustomizations.flatMap(({ inputs }) => inputs.filter(({ at }) => objectFields.has(at[0])));
  const plain = root.sources.flatMap((source) => (source.kind === 'files' ? source.files : []));
  return [...resources.map((input) => input.path), ...plain].flatMap((path) =>
    view.documents(path).flatMap((document) => resourcesOf(document, path)),
  );
}

const objectFields: ReadonlySet<unknown> = new Set(['resources', 'bases']);

/** Whether a patch is about objects that are here, each by its very name. */
function isHere({ entry, objects }: Pick<Patch, 'entry' | 'objects'>, here: ReadonlySet<string>): boolean {
  const { kind, name, namespace, ...others } = mapping(entry.target);
  // A target is a regular expression: a dot in it matches other names, too.
  const isNamed = (each: unknown): each is string => /^[\w-]+$/.test(text(each) ?? '');
  if (kind !== undefined || name !== undefined || namespace !== undefined || Object.keys(others).length > 0) {
    return isNamed(kind) && isNamed(name) && here.has(called(kind, name, text(namespace)));
  }
  const own = objects?.map(({ kind: ofKind, metadata }) => {
    const { name: named, namespace: place } = mapping(metadata);
    return called(text(ofKind) ?? '', text(named) ?? '', text(place));
  });
  return own?.every((each) => here.has(each)) === true;
}

/** How what a patch names is called in `here`: without a namespace, or with an empty one, it means the one object of its name. */
function called(kind: string, name: string, namespace = ''): string {
  return namespace === '' || isClusterKind(kind) ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
