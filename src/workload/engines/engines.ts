import type { Resource } from '../../kube/resource.ts';
import { list, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { answersRequests } from '../model/container-flags.ts';
import { podsOf } from '../model/pods.ts';

/** What an engine's loss is a loss of. */
export type EngineFamily = 'admission' | 'audit' | 'monitoring';

/** What enforces, finds or watches by objects that stay where it is gone. */
export interface Engine {
  readonly name: string;
  readonly family: EngineFamily;
  /** A word that every file with it has. */
  readonly word: string;
  /** The image of the part that does it, without registry, tag and digest. */
  readonly image?: RegExp;
  /** The charts that bring it, by their exact names, and what the address of their repository has in it, also where it is mirrored. */
  readonly charts: readonly string[];
  readonly repository: RegExp;
}

/**
 * Sources: Chart.yaml and values.yaml of kyverno/kyverno (charts), open-policy-agent/gatekeeper (charts/gatekeeper), sigstore/helm-charts
 * (charts/policy-controller), sse-secure-systems/connaisseur (charts/connaisseur), kubewarden/helm-charts (charts), falcosecurity/charts
 * (charts/falco), cilium/tetragon (install/kubernetes/tetragon), prometheus-community/helm-charts (charts/kube-prometheus-stack).
 */
const engines: readonly Engine[] = [
  {
    name: 'Kyverno',
    family: 'admission',
    word: 'kyverno',
    image: /(?:^|\/)kyverno\/kyverno$/,
    charts: ['kyverno'],
    repository: /kyverno/,
  },
  {
    name: 'Kyverno’s policies',
    family: 'admission',
    word: 'kyverno-policies',
    charts: ['kyverno-policies'],
    repository: /kyverno/,
  },
  {
    name: 'Gatekeeper',
    family: 'admission',
    word: 'gatekeeper',
    image: /(?:^|\/)openpolicyagent\/gatekeeper$/,
    charts: ['gatekeeper'],
    repository: /open-policy-agent|openpolicyagent|gatekeeper/,
  },
  {
    name: 'sigstore’s policy-controller',
    family: 'admission',
    word: 'policy-controller',
    image: /(?:^|\/)sigstore\/policy-controller(?:\/policy-controller)?$/,
    charts: ['policy-controller'],
    repository: /sigstore|policy-controller/,
  },
  {
    name: 'Connaisseur',
    family: 'admission',
    word: 'connaisseur',
    image: /(?:^|\/)securesystemsengineering\/connaisseur$/,
    charts: ['connaisseur'],
    repository: /./,
  },
  {
    name: 'Kubewarden',
    family: 'admission',
    word: 'kubewarden',
    // Chart and images have other names since 2026; the older ones are still in use (kubewarden/helm-charts, charts/admission-controller).
    image: /(?:^|\/)kubewarden\/(?:policy-server|kubewarden-controller|adm-controller\/(?:policy-server|controller))$/,
    charts: ['kubewarden-controller', 'admission-controller'],
    repository: /kubewarden/,
  },
  {
    name: 'Falco',
    family: 'audit',
    word: 'falco',
    // The latter two up to 0.39 (falcosecurity/falco, docker/README.md).
    image: /(?:^|\/)falcosecurity\/falco(?:-no-driver|-distroless)?$/,
    charts: ['falco'],
    repository: /falco/,
  },
  {
    name: 'Tetragon',
    family: 'audit',
    word: 'tetragon',
    image: /(?:^|\/)cilium\/tetragon$/,
    charts: ['tetragon'],
    repository: /cilium|tetragon/,
  },
  {
    name: 'the stack of Prometheus',
    family: 'monitoring',
    word: 'kube-prometheus-stack',
    charts: ['kube-prometheus-stack'],
    repository: /prometheus/,
  },
  {
    name: 'Prometheus’ operator',
    family: 'monitoring',
    word: 'prometheus-operator',
    // Of coreos up to 0.41 (prometheus-operator/kube-prometheus, manifests; helm/charts, stable/prometheus-operator).
    image: /(?:^|\/)(?:prometheus-operator|coreos)\/prometheus-operator$/,
    charts: ['prometheus-operator'],
    repository: /prometheus|stable/,
  },
];

/** An object that runs an engine, or has it installed. */
export interface Instance {
  readonly engine: Engine;
  readonly resource: Resource;
  /** Whether it has nothing run (`replicas: 0`, an ApplicationSet for nothing). */
  readonly isOff: boolean;
  /** A new one installs nothing then; what was installed goes on. */
  readonly isSuspended: boolean;
}

/** The objects of one side that run an engine of a family, or install one. */
export function instancesOf(
  objects: readonly Resource[],
  isOf: (family: EngineFamily) => boolean,
): readonly Instance[] {
  const wanted = engines.filter(({ family }) => isOf(family));
  const urls = new Map(
    objects.flatMap((each) => {
      const { group, kind, name, value } = each;
      if (group !== 'source.toolkit.fluxcd.io') return [];
      return [[`${kind}/${name}`, scalarText(mapping(value.spec).url)] as const];
    }),
  );
  return objects.flatMap((resource) => {
    const spec = mapping(resource.value.spec);
    const isForNothing = resource.kind === 'ApplicationSet' && list(spec.generators).length === 0;
    const isOff = scalarText(spec.replicas) === '0' || isForNothing;
    return wanted.flatMap((engine) =>
      isIt(resource, engine, urls) ? [{ engine, resource, isOff, isSuspended: spec.suspend === true }] : [],
    );
  });
}

type Urls = ReadonlyMap<string, string>;

function isIt(resource: Resource, engine: Engine, urls: Urls): boolean {
  if (resource.group === 'apps') return runs(resource, engine);
  return chartsOf(resource, urls).some(
    ({ name, repository }) =>
      name !== undefined &&
      engine.charts.includes(name) &&
      (repository === undefined || engine.repository.test(repository.toLowerCase())),
  );
}

function runs(resource: Resource, { image, word }: Engine): boolean {
  if (image === undefined || !/^(?:Deployment|DaemonSet|StatefulSet)$/.test(resource.kind)) return false;
  return podsOf(resource).some(({ spec }) =>
    list(spec.containers)
      .map(mapping)
      .some((each) => image.test(bare(scalarText(each.image))) && (word !== 'gatekeeper' || answersRequests(each))),
  );
}

/**
 * Whether what an object runs or installs may still be the engine that it was: an image of the engine's last name, from a mirror, a chart of its
 * name, or one that is filled in. What else ran there says nothing of it, nor what a folder is called.
 */
export function mayStillRun(was: Resource, is: Resource, { image, charts }: Engine): boolean {
  const isApp = was.group === 'apps';
  const old = isApp
    ? imagesOf(was).filter((each) => image?.test(each) === true)
    : chartNamesOf(was).filter((each) => charts.includes(each));
  const now = isApp ? imagesOf(is) : chartNamesOf(is);
  const nameOf = isApp ? lastOf : (name: string) => name;
  const kept = new Set(old.map(nameOf));
  return now.length === 0 || now.some((each) => kept.has(nameOf(each)) || /\{\{|\$\{/.test(each));
}

/** Images without tag and digest. */
function imagesOf(resource: Resource): readonly string[] {
  const images = podsOf(resource).flatMap(({ spec }) => list(spec.containers).map((each) => mapping(each).image));
  return images.map((each) => bare(scalarText(each)));
}

const lastOf = (name: string) => name.slice(name.lastIndexOf('/') + 1);

function chartNamesOf(resource: Resource): readonly string[] {
  return chartsOf(resource, new Map()).flatMap(({ name }) => name ?? []);
}

function bare(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}

interface Chart {
  readonly name: string | undefined;
  /** Undefined where the repository does not show it. */
  readonly repository: string | undefined;
}

/** The charts that a HelmRelease, an Application or a HelmChart has installed, and from where. */
function chartsOf({ group, kind, value }: Resource, urls: Urls): readonly Chart[] {
  const spec = mapping(value.spec);
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') {
    const named = (reference: unknown) => {
      const { kind: of, name } = mapping(reference);
      return urls.get(`${scalarText(of)}/${scalarText(name)}`);
    };
    const url = named(spec.chartRef);
    if (spec.chartRef !== undefined) return [{ name: url?.replace(/\/+$/, '').split('/').at(-1), repository: url }];
    const chart = mapping(valueUnder(spec, 'chart', 'spec'));
    return [{ name: text(chart.chart), repository: named(chart.sourceRef) }];
  }
  if (group === 'helm.cattle.io' && kind === 'HelmChart') {
    const stated = text(spec.chart);
    return [{ name: stated?.replace(/\/+$/, '').split('/').at(-1), repository: text(spec.repo) ?? stated }];
  }
  if (group !== 'argoproj.io' || !/^Application(?:Set)?$/.test(kind)) return [];
  const own = kind === 'Application' ? spec : mapping(valueUnder(spec, 'template', 'spec'));
  return [own.source, ...list(own.sources)].map((each) => {
    const { chart, repoURL } = mapping(each);
    return { name: text(chart), repository: text(repoURL) };
  });
}
