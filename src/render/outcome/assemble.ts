import type { Resource } from '../../kube/resource.ts';
import { resourcesOf } from '../../kube/resources.ts';
import { scopeOf } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import { mapping, text } from '../../plain-values.ts';
import type { ClusterEntry } from '../../policy/policy.ts';
import type { Unreadable, YamlLimits } from '../../yaml/document.ts';
import { Locator, mainFile, type Views } from '../blame/locator.ts';
import type { FileView } from '../model/file-view.ts';
import type { Root, Source } from '../model/root.ts';
import type { Outputs, RootOutput } from '../plan/outputs.ts';
import type { ChangedRoot, RootInputs } from '../plan/plan.ts';
import { mayHoldObjects, type OutputReader, type ReadDocuments } from '../result/read-output.ts';
import { inNamespace, type Locate, objectsOf, RenderedDocument } from '../result/rendered-object.ts';
import type { RenderedRoot, RootSide } from '../result/rendering.ts';
import { substitute } from '../result/substitute.ts';

/** Reads the outputs of a root; the objects of the head's side know which line of the source changed them. */
export function assembleRoot(
  changed: ChangedRoot,
  outputs: Outputs,
  views: Views,
  clusters: readonly ClusterEntry[],
  limits: YamlLimits,
  reader: OutputReader,
): RenderedRoot {
  const shown = changed.after ?? changed.before;
  if (shown === undefined) throw new Error('a changed root has no side');
  const view = changed.after === undefined ? views.before : views.after;
  const file = mainFile(shown.root, view);
  const nowhere: Locate = () => ({ file, line: 1, column: 1, isGuess: true });
  const locator = changed.after && new Locator(changed.after.root, changed.after.closure, views, changed.before?.root);
  const locate: Locate = locator === undefined ? nowhere : (object, path) => locator.locate(object, path);
  const reading = { file, limits, reader, settled: settledDefinitions(outputs, reader) };
  const gone: Locate = locator === undefined ? nowhere : (object, path) => locator.locateGone(object, path);
  const before = changed.before && readSide(changed.before, outputs.before, views.before, reading, gone);
  const after = changed.after && readSide(changed.after, outputs.after, views.after, reading, locate);
  locator?.compare(before?.documents ?? [], after?.documents ?? []);
  const scope = rootScope(shown.root, file, clusters);
  return { id: changed.id, scope, file, before: before?.side, after: after?.side };
}

/** What both sides of a root are read with. */
interface SideReading {
  readonly file: string;
  readonly limits: YamlLimits;
  readonly reader: OutputReader;
  /** Documents that both sides have and that nothing is judged by. */
  readonly settled: ReadonlySet<string>;
}

/** The definitions of custom resources that are the same on both sides: they grant nothing, and are most of what some roots give. */
function settledDefinitions({ before, after }: Outputs, reader: OutputReader): ReadonlySet<string> {
  const [old, own] = [before, after].map((side) => definitionsOf(side, reader));
  return new Set([...(old ?? [])].filter((definition) => own?.has(definition)));
}

function definitionsOf(output: RootOutput | undefined, reader: OutputReader): ReadonlySet<string> {
  const outputs = output?.state === 'rendered' ? output.outputs : [];
  return new Set(outputs.flatMap((each) => [...reader.definitions(each)]));
}

function readSide(
  { root, closure }: RootInputs,
  output: RootOutput | undefined,
  view: FileView,
  { file, limits, reader, settled }: SideReading,
  locate: Locate,
): { readonly side: RootSide; readonly documents: readonly RenderedDocument[] } {
  const common = { root, gaps: closure.gaps, files: closure.files };
  if (output?.state !== 'rendered') {
    const reason = output?.reason ?? 'it was not rendered';
    return { side: { ...common, reason, objects: [], unreadable: [] }, documents: [] };
  }
  const unreadable: Unreadable[] = [];
  const documents: RenderedDocument[] = [];
  for (const [index, source] of root.sources.entries()) {
    const made = output.outputs[index];
    const read =
      made === undefined || made.made === 'files'
        ? plainDocuments(source, view, locate)
        : reader.read(made, source.kind === 'helm' ? source.chart : '', locate, settled);
    for (const each of read.unreadable) unreadable.push(each);
    for (const document of read.documents) documents.push(finished(document, root, locate));
  }
  return { side: { ...common, reason: undefined, objects: objectsOf(documents, file, limits), unreadable }, documents };
}

/** Manifests that a tool would take as they are. */
function plainDocuments(source: Source, view: FileView, locate: Locate): ReadDocuments {
  const files = source.kind === 'files' ? source.files : [];
  const documents = files.flatMap((file) => {
    const mayEmbed = mayHoldObjects(view.bytes(file) ?? Buffer.alloc(0));
    return view
      .documents(file)
      .filter(({ value }) => text(mapping(value).kind) !== undefined && text(mapping(value).apiVersion) !== undefined)
      .map(
        ({ value }) => new RenderedDocument(value, { file, generatedBy: undefined, changedBy: [] }, locate, mayEmbed),
      );
  });
  return { documents, unreadable: files.flatMap((file) => view.unreadable(file)) };
}

function finished(document: RenderedDocument, root: Root, locate: Locate): RenderedDocument {
  const substituted = root.substitution === undefined ? document.value : substitute(document.value, root.substitution);
  const value = inNamespace(substituted, root.namespace ?? helmNamespace(root));
  // What a variable puts in was not in the text that was looked through.
  const mayEmbed = document.mayEmbed || substituted !== document.value;
  return value === document.value ? document : new RenderedDocument(value, document.origin, locate, mayEmbed);
}

function helmNamespace({ sources: [source] }: Root): string | undefined {
  return source?.kind === 'helm' ? source.namespace : undefined;
}

/** A root is a scope of its own, unless the policy says which cluster its files make up. */
function rootScope(root: Root, file: string, clusters: readonly ClusterEntry[]): Scope {
  const named = clusters.length === 0 ? undefined : scopeOf(file, clusters);
  if (named !== undefined && clusters.some(({ name }) => name === named)) return named;
  return `root ${root.id}`;
}

/** The objects of plain files of the base's side, by file: what was delivered as it is before a root took it in. */
export function plainObjects(view: FileView, file: string): readonly Resource[] {
  return view.documents(file).flatMap((document) => resourcesOf(document, file));
}
