import type { Repository } from '../../git/repository.ts';
import { isKustomization } from '../../kube/kustomization.ts';
import type { Policy } from '../../policy/policy.ts';
import { Graph } from '../../render/graph/graph.ts';
import { Contents, FileView } from '../../render/model/file-view.ts';
import { type Candidates, type Delivered, findRoots } from '../../render/roots/find-roots.ts';
import { inferOwnRepository } from '../../render/roots/infer-own.ts';
import { mayDeclare } from '../../render/roots/objects.ts';
import { OwnRepository } from '../../render/roots/own-repository.ts';
import { readBlobs } from '../blobs.ts';
import { type Budget, LimitError } from '../budget.ts';
import type { Trees } from '../trees.ts';

/** What both sides deliver, and the contents that were read to find out. */
export interface DeliveredSides {
  readonly before: Delivered;
  readonly after: Delivered;
  readonly contents: Contents;
  /** `group/version` of the API objects of the base, which charts may ask for. */
  readonly apiVersions: readonly string[];
}

const otherGraphFile =
  /(?:^|\/)(?:Chart\.yaml|requirements\.yaml|fleet\.ya?ml|helmfile\.ya?ml(?:\.gotmpl)?)$|(?:^|\/)helmfile\.d\//;
const isGraphFile = (path: string): boolean => isKustomization(path) || otherGraphFile.test(path);
const manifest = /\.(?:ya?ml|json)$/i;
/** References may need files that name others; more rounds than this are not honest. */
const mostRounds = 30;

/** Finds what each side delivers. Undefined where the repository has nothing that a tool builds. Throws LimitError. */
export async function readDelivered(
  repository: Pick<Repository, 'blobs'>,
  trees: Pick<Trees, 'before' | 'after'>,
  policy: Policy,
  urls: readonly string[],
  budget: Budget,
): Promise<DeliveredSides | undefined> {
  const contents = new Contents(policy.limits);
  const views = { before: new FileView(trees.before, contents), after: new FileView(trees.after, contents) };
  const scanned = await scan(repository, views, contents, policy, budget);
  const candidatesOf = (view: FileView): Candidates => ({
    declaring: view.paths.filter((path) => scanned.declaring.has(view.file(path)?.id ?? '')),
    configMaps: view.paths.filter((path) => scanned.configMaps.has(view.file(path)?.id ?? '')),
  });
  const candidates = { before: candidatesOf(views.before), after: candidatesOf(views.after) };
  const isBuilt = [views.before, views.after].some((view) => view.paths.some((path) => isGraphFile(path)));
  if (!isBuilt && candidates.before.declaring.length + candidates.after.declaring.length === 0) return undefined;
  // An audit has no base: what is judged is all there is.
  const trusted = views.before.paths.length === 0 ? 'after' : 'before';
  const stated = new OwnRepository([...urls, ...policy.render.repositories]);
  const graphs = { before: new Graph(views.before), after: new Graph(views.after) };
  for (let round = 0; round < mostRounds; round++) {
    const own = stated.isKnown ? stated : inferOwnRepository(views[trusted], candidates[trusted].declaring);
    const before = findRoots(graphs.before, candidates.before, own, policy.render);
    const after = findRoots(graphs.after, candidates.after, own, policy.render);
    if (contents.wanted.size === 0) return { before, after, contents, apiVersions: scanned.apiVersions };
    await readContents(repository, contents, [...contents.wanted], policy, budget);
  }
  throw new LimitError(
    `what delivers something names files that name others, and so on, more than ${mostRounds} times`,
    'name the files directly',
  );
}

/** Reads blobs into the contents; throws where one is missing. */
export async function readContents(
  repository: Pick<Repository, 'blobs'>,
  contents: Contents,
  ids: readonly string[],
  policy: Policy,
  budget: Budget,
): Promise<void> {
  const byId = new Map(ids.map((id) => [id, [{ path: 'an input of a kustomization or chart' }]]));
  for await (const { id, bytes } of readBlobs(repository, byId, policy.limits.bytes, budget)) contents.add(id, bytes);
}

interface Scanned {
  /** Blobs that may hold objects of Argo CD or Flux. */
  readonly declaring: ReadonlySet<string>;
  readonly configMaps: ReadonlySet<string>;
  readonly apiVersions: readonly string[];
}

/** Looks through every manifest of both sides for what declares a delivery; keeps what the graph reads. */
async function scan(
  repository: Pick<Repository, 'blobs'>,
  { before, after }: { readonly before: FileView; readonly after: FileView },
  contents: Contents,
  policy: Policy,
  budget: Budget,
): Promise<Scanned> {
  const wanted = new Map<string, [{ path: string; isGraph: boolean; isBase: boolean }]>();
  const hasChart = [before, after].some((view) => view.paths.some((path) => /(?:^|\/)Chart\.yaml$/.test(path)));
  for (const view of [before, after]) {
    for (const path of view.paths) {
      const isGraph = isGraphFile(path);
      const entry = isGraph || manifest.test(path) ? view.file(path) : undefined;
      if (entry === undefined) continue;
      const [known] = wanted.get(entry.id) ?? [];
      wanted.set(entry.id, [
        { path, isGraph: isGraph || known?.isGraph === true, isBase: view === before || known?.isBase === true },
      ]);
    }
  }
  const [declaring, configMaps, apiVersions] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for await (const { id, files, bytes } of readBlobs(repository, wanted, policy.limits.bytes, budget)) {
    if (bytes === undefined) continue;
    const [{ isGraph, isBase } = { isGraph: false, isBase: false }] = files;
    if (isGraph) contents.add(id, bytes);
    if (mayDeclare(bytes)) declaring.add(id);
    if (bytes.includes('ConfigMap')) configMaps.add(id);
    if (declaring.has(id) || configMaps.has(id)) contents.add(id, bytes);
    if (hasChart && isBase) addApiVersions(bytes, apiVersions);
  }
  return { declaring, configMaps, apiVersions: [...apiVersions].sort().slice(0, 200) };
}

/** The API versions of custom resources that a manifest uses. */
function addApiVersions(bytes: Buffer, found: Set<string>): void {
  for (const [, version] of bytes
    .toString('latin1')
    .matchAll(/^apiVersion:\s{1,5}["']?([a-z0-9-]+\.[a-z0-9.-]+\/v\d\w{0,20})["']?\s*$/gm)) {
    if (version !== undefined && found.size < 1000) found.add(version);
  }
}
