import type { Resource } from '../../kube/resource.ts';
import { isMapping, list, type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';

/** How firmly a version is named: by what it holds, by one release, or by what moves. */
export const firmness = ['moving', 'release', 'digest'] as const;

/** The version of a chart, or of an artifact of manifests, that something outside the repository is taken in. */
export interface ChartPin {
  /** What distinguishes it in its object or file: the chart's name. */
  readonly key: string;
  readonly version: string;
  readonly firmness: (typeof firmness)[number];
  /** From the object or document. */
  readonly path: Path;
}

/** The versions that an object names: Flux' HelmRelease, HelmChart and OCIRepository, Argo CD's sources, K3s' HelmChart. */
export function pinsOf({ group, kind, value }: Resource): readonly ChartPin[] {
  if (group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease') {
    const path: Path = ['spec', 'chart', 'spec'];
    const chart = valueUnder(value, 'spec', 'chart', 'spec');
    return isMapping(chart) ? [chartPin(scalarText(chart.chart), chart.version, [...path, 'version'])] : [];
  }
  if (kind === 'HelmChart') {
    const { chart, version } = mapping(value.spec);
    return [chartPin(scalarText(chart), version, ['spec', 'version'])];
  }
  if (group === 'source.toolkit.fluxcd.io' && kind === 'OCIRepository') return [artifactPin(mapping(value.spec))];
  if (group !== 'argoproj.io') return [];
  if (kind === 'Application') return sourcePins(mapping(value.spec), ['spec']);
  const path: Path = ['spec', 'template', 'spec'];
  return kind === 'ApplicationSet' ? sourcePins(mapping(valueUnder(value, ...path.map(String))), path) : [];
}

/** The versions that a file of its own kind names: dependencies of a chart, charts of a kustomization, releases of a helmfile. */
export function pinsOfDocument(value: unknown): readonly ChartPin[] {
  const lists = { dependencies: 'name', helmCharts: 'name', releases: 'chart' } as const;
  return Object.entries(lists).flatMap(([field, name]) =>
    list(mapping(value)[field]).flatMap((item, index) => {
      const named = mapping(item);
      const key = text(named.alias) ?? text(named.releaseName) ?? text(named[name]);
      return key === undefined ? [] : [chartPin(key, named.version, [field, index, 'version'])];
    }),
  );
}

function sourcePins(spec: Mapping, path: Path): readonly ChartPin[] {
  const sources = [
    ...(isMapping(spec.source) ? [{ source: spec.source, at: [...path, 'source'] }] : []),
    ...list(spec.sources).map((each, index) => ({ source: mapping(each), at: [...path, 'sources', index] })),
  ];
  return sources.flatMap(({ source, at }) => {
    const { chart, repoURL, targetRevision } = source;
    const isChart = text(chart) !== undefined || scalarText(repoURL).startsWith('oci://');
    return isChart
      ? [chartPin(scalarText(chart) || scalarText(repoURL), targetRevision, [...at, 'targetRevision'])]
      : [];
  });
}

/** The digest counts before a range, and a range before a tag (fluxcd.io, OCIRepository). */
function artifactPin({ url, ref }: Mapping): ChartPin {
  const { digest, semver, tag } = mapping(ref);
  const key = scalarText(url);
  const [field, version] =
    text(digest) !== undefined ? ['digest', digest] : text(semver) !== undefined ? ['semver', semver] : ['tag', tag];
  return chartPin(key, version, ['spec', 'ref', field as string]);
}

function chartPin(key: string, version: unknown, path: Path): ChartPin {
  const stated = scalarText(version);
  return { key, version: stated, firmness: firmnessOf(stated), path };
}

/** A version of three numbers is one release; anything less is a range (github.com/Masterminds/semver), and nothing the newest. */
function firmnessOf(version: string): ChartPin['firmness'] {
  if (/(?:^|@)sha256:[0-9a-f]{64}$/.test(version)) return 'digest';
  return /^=?\s{0,3}v?\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(version.trim()) ? 'release' : 'moving';
}
