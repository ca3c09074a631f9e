import { isCandidate } from '../../kube/candidate.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import { isMapping, json, list, type Mapping, mapping, scalarText, strings, text } from '../../plain-values.ts';
import type { Path, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import type { FileView } from '../model/file-view.ts';

const limits: YamlLimits = { bytes: 1_000_000, documents: 100, depth: 60, aliases: 100, expandedNodes: 50_000 };

const rbacKinds = /^(?:Cluster)?Role(?:Binding)?$/;
/** Fields that only roles and bindings have, and those that make an object one of them or move it. */
const rbacPointers =
  /^\/?$|^\/(?:rules|subjects|roleRef|aggregationRule)(?:\/|$)|^\/kind$|^\/metadata(?:\/(?:name|namespace|generateName))?$|^\/metadata\/labels/;
const rbacFields = ['rules', 'subjects', 'roleRef', 'aggregationRule'];
/** What says as whom a workload runs, and whole parts of a pod that may. */
const accountPointers =
  /\/(?:serviceAccountName|serviceAccount|automountServiceAccountToken)$|^\/?$|^\/spec(?:\/(?:job)?[tT]emplate)*(?:\/spec)?$/;
const accountFields = /"(?:serviceAccountName|serviceAccount|automountServiceAccountToken)"/;
/** What takes a whole rule, subject or entry away cannot widen. */
const narrowing = /^\/(?:rules|subjects)(?:\/[\d-]+)?$|\/(?:verbs|resources|apiGroups|nonResourceURLs)\/\d+$/;

/** Objects that a patch may be applied to. */
export type Targets = readonly Mapping[];

/**
 * Whether a patch can change a permission or as whom a workload runs: judged by what it may touch, not by the kind it
 * writes. `targets` are the objects alongside it; a list that a patch replaces by a part of itself narrows.
 */
export function patchReaches(source: string, target: Mapping, targets: Targets): boolean {
  return touches(source, target, (operation) => operationReaches(operation, target, targets), mergeReaches);
}

/** Whether a patch changes a permission or an account in either direction: one that is gone may have narrowed. */
export function patchTouches(source: string, target: Mapping): boolean {
  const isAbout = ({ kind }: Mapping) => mayBeRbac({ kind: target.kind ?? kind });
  return touches(
    source,
    target,
    (operation) => operation.op !== 'test' && operationReaches({ ...operation, op: 'add' }, target, []),
    (patch) => (patch.$patch === 'delete' ? isAbout(patch) : mergeReaches(patch, target)),
  );
}

function touches(
  source: string,
  target: Mapping,
  operation: (operation: Mapping) => boolean,
  merge: (patch: Mapping, target: Mapping) => boolean,
): boolean {
  const { documents, unreadable } = parseYaml(Buffer.from(source), limits);
  if (unreadable.length > 0) return true;
  return documents.some(({ value }) => {
    if (Array.isArray(value)) return value.some((each) => operation(mapping(each)));
    return isMapping(value) && merge(value, target);
  });
}

/** Whether a patch can make a role or binding of an object of another kind, whatever is there: `allowKindChange`, JSON patches on `/kind`. */
export function mayMakeRbac(source: string, target: Mapping): boolean {
  const { documents, unreadable } = parseYaml(Buffer.from(source), limits);
  if (unreadable.length > 0) return true;
  return documents.some(({ value }) => {
    if (Array.isArray(value)) return value.some((operation) => makesRbac(mapping(operation)));
    const { kind } = mapping(value);
    const isOther = kind !== undefined && text(target.kind) !== undefined && target.kind !== kind;
    return isOther && grants(kind);
  });
}

function makesRbac({ op, path, value }: Mapping): boolean {
  if (op !== 'add' && op !== 'replace' && op !== 'copy' && op !== 'move') return false;
  if (path === '/kind') return grants(value);
  return path === '' && (!isMapping(value) || grants(value.kind));
}

/** Whether some reader of grants takes objects of a kind; one that is not stated may be any. */
function grants(kind: unknown): boolean {
  return typeof kind !== 'string' || isCandidate(Buffer.from(kind));
}

function operationReaches(operation: Mapping, target: Mapping, targets: Targets): boolean {
  const pointer = text(operation.path) ?? '';
  if (operation.op === 'test') return false;
  if (mayBeRbac(target) && rbacPointers.test(pointer)) {
    if (operation.op === 'remove' && narrowing.test(pointer)) return false;
    if (isLabel(pointer)) return false;
    return !(operation.op === 'replace' && narrowsAll(pointer, operation.value, target, targets));
  }
  if (!mayBeWorkload(target) || !accountPointers.test(pointer)) return false;
  return /ccount(?:Name|Token)?$/.test(pointer) || accountFields.test(json(operation.value));
}

/** Labels that put a role into another one are looked for in every file (`newLabelPatches`). */
function isLabel(pointer: string): boolean {
  return pointer.startsWith('/metadata/labels');
}

function mergeReaches(patch: Mapping, target: Mapping): boolean {
  if (patch.$patch === 'delete') return false;
  const kind = text(target.kind) ?? text(patch.kind) ?? '';
  const isNamed = Object.keys(target).length === 0;
  if (rbacKinds.test(kind) || (!isNamed && mayBeRbac(target))) {
    const metadata = mapping(patch.metadata);
    const moves = !isNamed && ('namespace' in metadata || 'name' in metadata) && rbacKinds.test(kind);
    if (moves || rbacFields.some((field) => patch[field] !== undefined)) return true;
  }
  return accountFields.test(json(patch));
}

/** Whether every object that the patch can mean holds all that it puts in the place of a list. */
function narrowsAll(pointer: string, value: unknown, target: Mapping, targets: Targets): boolean {
  if (!Array.isArray(value) || strings(value).length !== value.length) return false;
  const meant = targets.filter((object) => isMeant(object, target));
  return (
    meant.length > 0 &&
    meant.every((object) => {
      let current: unknown = object;
      for (const step of pointer.split('/').slice(1)) {
        current = Array.isArray(current) ? current[Number(step)] : mapping(current)[step];
      }
      const had = strings(current);
      return had.includes('*') || (list(current).length > 0 && strings(value).every((item) => had.includes(item)));
    })
  );
}

function isMeant(object: Mapping, target: Mapping): boolean {
  const matches = (pattern: unknown, actual: unknown) => {
    const wanted = text(pattern);
    if (wanted === undefined) return true;
    // kustomize anchors these patterns; one that is not plain may mean anything.
    return /^[\w.-]+$/.test(wanted) ? wanted === actual : true;
  };
  return matches(target.kind, object.kind) && matches(target.name, mapping(object.metadata).name);
}

function mayBeRbac(target: Mapping): boolean {
  const kind = text(target.kind);
  return kind === undefined || !/^\w+$/.test(kind) || rbacKinds.test(kind);
}

function mayBeWorkload(target: Mapping): boolean {
  const kind = text(target.kind);
  return kind === undefined || !rbacKinds.test(kind);
}

/** Where a patch that is written in place differs from the one in its place: its line; else its entry. */
export function patchPath(entry: unknown, old: unknown, at: Path): Path {
  const [lines, former] = [entry, old].map((each) => text(mapping(each).patch)?.split('\n'));
  const line = former === undefined ? -1 : (lines ?? []).findIndex((each, index) => each !== former[index]);
  return line < 0 ? at : [...at, 'patch', line];
}

/** Whether an entry of `generators` makes anything but ConfigMaps and Secrets. */
export function mayMakeAnything(view: FileView, entry: unknown, folder: string): boolean {
  if (typeof entry !== 'string') return true;
  const path = entry.includes('\n') ? undefined : pathBelow(folder, entry);
  const values = path === undefined ? [] : view.documents(path).map(({ value }) => mapping(value));
  const isPlain = ({ apiVersion, kind }: Mapping) =>
    (apiVersion === 'builtin' && /^(?:ConfigMap|Secret)Generator$/.test(scalarText(kind))) || kind === 'ksops';
  return values.length === 0 || !values.every(isPlain);
}
