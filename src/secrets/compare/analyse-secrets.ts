import type { Tree } from '../../git/object/object.ts';
import type { LoosenedObject } from '../../kube/loosening.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope, TouchedFile } from '../../kube/touched-file.ts';
import { inDeliveredScopes } from '../judge/secret-generator.ts';
import type { SecretOccurrence } from '../judge/secret-occurrence.ts';
import { type ServedSecrets, servedBy, servedSecrets } from '../protection/served.ts';
import { analyseStores, type StoresAnalysis } from '../stores/analyse-stores.ts';
import { analyseAtRest } from '../stores/at-rest.ts';
import type { OwnFormats } from '../tokens/own-formats.ts';
import { brokenSops, type SopsAnalysis } from './broken-sops.ts';
import { subjectSteps } from './describe.ts';
import { KnownSecrets } from './known-secrets.ts';
import { type LostProtection, lostProtections } from './lost-protection.ts';
import { newRenderedSecrets, type RenderedObjects } from './new-rendered-secrets.ts';
import { type NewSecret, newSecrets, writtenSecrets } from './new-secrets.ts';
import type { SecretTools } from './remedy.ts';
import { type SopsConfigFault, type SopsCover, sopsConfigFaults } from './sops-config.ts';
import { type SopsPlainFiles, sopsPlainFiles } from './sops-plain-files.ts';

/** What a change does to secrets. */
export interface SecretsAnalysis {
  /** Those that head has and base had not. */
  readonly found: readonly NewSecret[];
  /** Values that can be read in the touched files of either side, for comparing; never for saying. */
  readonly readable: ReadonlySet<string>;
  /** What must not be printed, whatever is said. */
  readonly known: KnownSecrets;
  /** Which ways of keeping secrets the repository uses, for remedies. */
  readonly tools: SecretTools;
  /** What it breaks in files of SOPS. */
  readonly sops: SopsAnalysis;
  /** What it takes from the rules by which SOPS encrypts, and new files that these cover in vain. */
  readonly sopsConfig: readonly SopsConfigFault[];
  readonly sopsPlain: readonly SopsPlainFiles[];
  /** The Secrets that other objects make. */
  readonly served: ServedSecrets;
  /** What was protected and can be read now. */
  readonly lost: readonly LostProtection[];
  /** What is newly stored unencrypted by a cluster, by scope. */
  readonly atRest: ReadonlyMap<Scope, readonly LoosenedObject[]>;
  /** Who newly can read what secret stores hold. */
  readonly stores: StoresAnalysis;
}

/** Finds the new secrets of the touched files, and those that only rendering shows. `digestKey` is random and of this run alone: digests of secrets are made with it. */
export function analyseSecrets(
  files: readonly TouchedFile[],
  rendered: readonly RenderedObjects[],
  objects: ReadonlyMap<Scope, ScopeObjects>,
  trees: { readonly before: Tree; readonly after: Tree },
  cover: SopsCover,
  digestKey: Buffer,
  own: OwnFormats,
): SecretsAnalysis {
  const touched = inDeliveredScopes(files);
  const written = writtenSecrets(touched, own);
  const sops = brokenSops(touched, cover.configs.before);
  const { lost, values, mark } = lostProtections(touched, rendered, written, sops);
  const found = mark([...newSecrets(touched, written, digestKey), ...newRenderedSecrets(rendered, written, digestKey)]);
  const served = servedSecrets(objects);
  const known = new KnownSecrets([
    ...written.before,
    ...written.after,
    ...values,
    ...found.flatMap(({ occurrences }) => occurrences),
  ]);
  return {
    found: found.map((group) => ({
      ...group,
      occurrences: group.occurrences.map((each) => known.maskNames(withServer(each, served))),
    })),
    readable: new Set([
      ...[...written.before, ...written.after, ...values].map(({ secret }) => secret),
      ...sops.values,
    ]),
    known,
    tools: secretTools(objects.values(), trees.after),
    sops,
    sopsConfig: sopsConfigFaults(cover, trees, new Map(files.map(({ path, scope }) => [path, scope]))),
    sopsPlain: sopsPlainFiles(touched, cover, written.after),
    served,
    lost,
    atRest: analyseAtRest(objects),
    stores: analyseStores(objects),
  };
}

/** An entry of a Secret with what makes it already. */
function withServer(
  occurrence: SecretOccurrence,
  served: ServedSecrets,
): SecretOccurrence & { readonly servedBy?: string } {
  const { scope, object, path } = occurrence;
  const [field, key] = subjectSteps(path);
  if (object?.kind !== 'Secret' || field !== 'data' || key === undefined) return occurrence;
  const by = servedBy(served, scope, object, key);
  return by === undefined ? occurrence : { ...occurrence, servedBy: by };
}

const externalKinds = ['ExternalSecret', 'ClusterExternalSecret', 'SecretStore', 'ClusterSecretStore'];

function secretTools(objects: Iterable<ScopeObjects>, after: Tree): SecretTools {
  const kinds = new Set([...objects].flatMap((scope) => scope.after.map(({ kind }) => kind)));
  return {
    sops: [...after.keys()].some((path) => /(?:^|\/)\.sops\.ya?ml$/.test(path)),
    sealedSecrets: kinds.has('SealedSecret'),
    externalSecrets: externalKinds.some((kind) => kinds.has(kind)),
  };
}
