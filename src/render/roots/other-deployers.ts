import { entryOf, list, type Mapping, mapping, scalarText, valueUnder } from '../../plain-values.ts';
import type { Path } from '../../yaml/document.ts';
import type { Delivery } from '../model/root.ts';
import { type DeclaredObject, declaredId } from './objects.ts';

/** Where an object of another deployer says what it delivers: its address in several fields, and the version. */
interface Deployer {
  readonly kinds: readonly string[];
  readonly address: readonly (readonly string[])[];
  readonly version: readonly (readonly string[])[];
  readonly what: string;
}

/** Deployers apart from Argo CD and Flux, by their API group: what they take in from elsewhere is named, not judged. */
const deployers: Readonly<Record<string, Deployer>> = {
  'helm.cattle.io': {
    kinds: ['HelmChart'],
    address: [
      ['spec', 'repo'],
      ['spec', 'chart'],
      ['spec', 'chartContent'],
    ],
    version: [['spec', 'version']],
    what: 'the chart',
  },
  'fleet.cattle.io': {
    kinds: ['GitRepo'],
    address: [
      ['spec', 'repo'],
      ['spec', 'paths'],
    ],
    version: [
      ['spec', 'revision'],
      ['spec', 'branch'],
    ],
    what: 'the manifests',
  },
  'configsync.gke.io': {
    kinds: ['RootSync', 'RepoSync'],
    address: [
      ['spec', 'git', 'repo'],
      ['spec', 'git', 'dir'],
      ['spec', 'oci', 'image'],
      ['spec', 'helm', 'repo'],
      ['spec', 'helm', 'chart'],
    ],
    version: [
      ['spec', 'git', 'revision'],
      ['spec', 'git', 'branch'],
      ['spec', 'helm', 'version'],
    ],
    what: 'the manifests',
  },
  'kappctrl.k14s.io': { kinds: ['App'], address: [['spec', 'fetch']], version: [], what: 'the manifests' },
  'fluxcd.controlplane.io': {
    kinds: ['FluxInstance'],
    address: [
      ['spec', 'sync', 'url'],
      ['spec', 'sync', 'path'],
      ['spec', 'distribution', 'registry'],
    ],
    version: [
      ['spec', 'sync', 'ref'],
      ['spec', 'distribution', 'version'],
    ],
    what: 'the manifests',
  },
  'operators.coreos.com': {
    kinds: ['CatalogSource'],
    address: [['spec', 'image']],
    version: [],
    what: 'the operators',
  },
  'config.projectsveltos.io': {
    kinds: ['ClusterProfile', 'Profile'],
    address: [
      ['spec', 'helmCharts'],
      ['spec', 'policyRefs'],
      ['spec', 'kustomizationRefs'],
    ],
    version: [],
    what: 'the manifests',
  },
};

/** What objects of other deployers take in from elsewhere. */
export function otherDeliveries(objects: readonly DeclaredObject[]): readonly Delivery[] {
  return objects.flatMap((object): Delivery[] => {
    const deployer = entryOf(deployers, object.group);
    if (deployer?.kinds.includes(object.kind) !== true) return [];
    const stated = (paths: Deployer['address']) => paths.filter((path) => at(object.value, path) !== undefined);
    const addresses = stated(deployer.address);
    const [first] = addresses;
    if (first === undefined) return [];
    const versions = stated(deployer.version);
    const place = (path: Path): Path => [...object.path, ...path];
    return [
      {
        id: declaredId(object),
        file: object.file,
        document: object.document,
        address: addresses.map((path) => shown(at(object.value, path))).join(' '),
        version: versions.length === 0 ? undefined : versions.map((path) => shown(at(object.value, path))).join(' '),
        addressAt: place(first),
        versionAt: versions[0] === undefined ? undefined : place(versions[0]),
        what: deployer.what,
      },
    ];
  });
}

function at(value: Mapping, path: readonly string[]): unknown {
  return valueUnder(value, ...path);
}

/** A text as it is; lists and objects by all texts in them, so that any change of them is one of the address. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return list(value).map(shown).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(mapping(value)).map(shown).join(' ');
  return scalarText(value);
}
