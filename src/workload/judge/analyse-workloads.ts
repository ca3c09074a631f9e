import { groupBy } from '../../groups.ts';
import type { LoosenedObject } from '../../kube/loosening.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import type { Scope } from '../../kube/touched-file.ts';
import type { YamlLimits } from '../../yaml/document.ts';
import { noValues, valuesIn } from '../charts/values.ts';
import { type IsGiven, type TellingValue, tellingValues } from '../charts/values-by-name.ts';
import { valuesPod } from '../charts/values-pods.ts';
import type { IdentityWidening } from '../identity/widening.ts';
import { type PodChange, podChanges } from '../model/pair-pods.ts';
import { podsOf } from '../model/pods.ts';
import { nodeVolumes } from '../privileges/node-volumes.ts';
import { type IdentityEvidence, identityWidenings } from './identities.ts';
import { type ChangedFiles, type PinningChange, pinningChange } from './pinning.ts';
import { type PodPrivileges, podPrivileges, valuesPrivileges } from './pod-privileges.ts';
import { type PodSecurityChange, podSecurityChange } from './pod-security.ts';

/** What a change does to pods. */
export interface WorkloadAnalysis {
  /** The pods that are new, changed or gone, by scope. */
  readonly pods: ReadonlyMap<Scope, readonly PodChange[]>;
  /** As whom they newly can act, by scope. */
  readonly identities: ReadonlyMap<Scope, readonly IdentityWidening[]>;
  /** What they may newly do on their nodes, by scope. */
  readonly privileges: ReadonlyMap<Scope, readonly PodPrivileges[]>;
  /** The volumes that newly are a path of a node, by scope. */
  readonly volumes: ReadonlyMap<Scope, readonly LoosenedObject[]>;
  /** What demands less of pods than before, by scope. */
  readonly security: ReadonlyMap<Scope, PodSecurityChange>;
  /** What is less certain to run as it was reviewed, by scope. */
  readonly pinning: ReadonlyMap<Scope, PinningChange>;
  /** Values of charts from elsewhere that by their names decide about permissions, by scope. */
  readonly telling: ReadonlyMap<Scope, readonly TellingValue[]>;
}

/** What was read of a change, source and rendered: the same objects that permissions are judged by. */
export interface WorkloadEvidence extends IdentityEvidence {
  readonly files: ChangedFiles;
  readonly isGiven: IsGiven;
}

/** Parts of the result that nobody may need. */
export type WorkloadPart = 'pods' | 'identities' | 'privileges' | 'security' | 'pinning';

/** The pods of every scope and what is demanded of them alone: what objects that may be otherwise can lose. */
export function analysePodSecurity(objects: ReadonlyMap<Scope, ScopeObjects>, limits: YamlLimits): WorkloadAnalysis {
  const all = [...objects];
  const none = new Map();
  return {
    pods: new Map(all.map(([scope, sides]) => [scope, podChangesOf(sides)])),
    security: new Map(all.map(([scope, sides]) => [scope, podSecurityChange(sides, limits)])),
    identities: none,
    privileges: none,
    volumes: none,
    pinning: none,
    telling: none,
  };
}

function podChangesOf({ before, after }: ScopeObjects): readonly PodChange[] {
  return podChanges(before.flatMap(podsOf), after.flatMap(podsOf));
}

/** Compares the pods of every scope, what is demanded of them, and what runs in them; what nobody `needs` stays empty. */
export function analyseWorkloads(
  evidence: WorkloadEvidence,
  limits: YamlLimits,
  needs: (part: WorkloadPart) => boolean = () => true,
): WorkloadAnalysis {
  const { objects, files, isGiven } = evidence;
  const ofScopes = <T>(compare: (sides: ScopeObjects, scope: Scope) => T): ReadonlyMap<Scope, T> =>
    new Map([...objects].map(([scope, sides]) => [scope, compare(sides, scope)]));
  const whereNeeded = <T>(part: WorkloadPart, compare: (sides: ScopeObjects, scope: Scope) => T) =>
    needs(part) ? ofScopes(compare) : new Map<Scope, T>();
  const pods = whereNeeded('pods', podChangesOf);
  const podsIn = (scope: Scope) => pods.get(scope) ?? [];
  const touched = groupBy(files.touched, ({ scope }) => scope);
  const unrendered = groupBy(files.unrendered, ({ scope }) => scope);
  const values = ofScopes((sides, scope) => valuesIn(sides, unrendered.get(scope) ?? [], limits));
  return {
    pods,
    identities: needs('identities') ? identityWidenings(evidence, pods, values) : new Map(),
    privileges: whereNeeded('privileges', (sides, scope) => {
      const { before, after } = values.get(scope) ?? noValues;
      const ofCharts = podChanges(before.map(valuesPod), after.map(valuesPod));
      return [...podPrivileges(podsIn(scope), sides), ...valuesPrivileges(ofCharts, sides)];
    }),
    volumes: whereNeeded('privileges', nodeVolumes),
    telling: ofScopes((_, scope) => tellingValues(values.get(scope) ?? noValues, isGiven)),
    security: whereNeeded('security', (sides) => podSecurityChange(sides, limits)),
    pinning: whereNeeded('pinning', (sides, scope) => {
      const own = { touched: touched.get(scope) ?? [], unrendered: unrendered.get(scope) ?? [] };
      return pinningChange(podsIn(scope), sides, own, limits);
    }),
  };
}
