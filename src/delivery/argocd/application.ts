import type { Loosening } from '../../kube/loosening.ts';
import { type Mapping, mapping, scalarText, text, valueUnder } from '../../plain-values.ts';
import { isControllerNamespace } from '../../rbac/model/placement.ts';
import { applicationDifferences } from './ignored-differences.ts';
import { allowsMore } from './project.ts';

/** The specs of the AppProjects that are known, by name. */
export type KnownProjects = ReadonlyMap<string, Mapping>;

/**
 * What an Application newly may do: by another project, without a person who starts it, or to permissions that are not
 * corrected any more. Where it comes from is `delivery-changed`'s matter.
 */
export function applicationLoosened(before: Mapping, after: Mapping, projects: KnownProjects): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  return [
    ...otherProject(was, is, projects),
    ...otherCluster(was, is),
    ...otherNamespace(was, is),
    ...applicationDifferences(was, is),
    ...automated(was, is),
    ...healed(was, is),
  ];
}

/** What states no namespace newly comes into one of controllers. */
function otherNamespace(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [was, is].map((spec) => scalarText(mapping(spec.destination).namespace)) as [string, string];
  if (old === now || !isControllerNamespace(now) || isControllerNamespace(old)) return [];
  return [
    {
      what: `now puts objects that state no namespace into ${now}, a namespace of controllers (before: ${old || 'the default one'})`,
      remedy: `Keep the namespace ${old || 'that it had'}: whoever runs a pod in ${now} may use the accounts there.`,
      severity: 'medium',
      path: ['spec', 'destination', 'namespace'],
      subject: ['destination namespace', old, now],
    },
  ];
}

function otherProject(was: Mapping, is: Mapping, projects: KnownProjects): readonly Loosening[] {
  const [old, now] = [was, is].map((spec) => text(spec.project) ?? 'default') as [string, string];
  if (old === now) return [];
  const [former, own] = [projects.get(old), projects.get(now)];
  const isKnown = former !== undefined && own !== undefined;
  if (isKnown && !allowsMore(own, former)) return [];
  const why = isKnown ? ', which allows more' : '';
  return [
    {
      what: `is now of project ${now}, not of ${old}${why}`,
      remedy: isKnown
        ? `Keep project: ${old}, or have ${now} allow no more than it.`
        : `Keep project: ${old}, or declare the AppProject ${now} in the files of the same cluster (scope), so that what it allows is known.`,
      severity: isKnown || now === 'default' ? 'high' : 'medium',
      path: ['spec', 'project'],
      subject: ['project', old, now],
    },
  ];
}

function otherCluster(was: Mapping, is: Mapping): readonly Loosening[] {
  const cluster = (spec: Mapping) => {
    const { server, name } = mapping(spec.destination);
    return text(server) ?? text(name) ?? '';
  };
  const [old, now] = [cluster(was), cluster(is)];
  const isOwn = (each: string) => each === 'in-cluster' || each === 'https://kubernetes.default.svc';
  if (old === now || old === '' || (isOwn(old) && isOwn(now))) return [];
  return [
    {
      what: `now deploys into the cluster ${now}, not into ${old}`,
      remedy: `Keep the destination ${old}, or have it agreed with the owners of ${now}.`,
      severity: 'medium',
      path: ['spec', 'destination', text(mapping(is.destination).server) === undefined ? 'name' : 'server'],
      subject: ['destination', old, now],
    },
  ];
}

function automated(was: Mapping, is: Mapping): readonly Loosening[] {
  const isOn = (spec: Mapping) => {
    const automatic = valueUnder(spec, 'syncPolicy', 'automated');
    return automatic !== undefined && automatic !== null && mapping(automatic).enabled !== false;
  };
  if (!isOn(is)) return [];
  if (isOn(was)) return pruned(was, is);
  return [
    {
      what: 'is now deployed without a person who starts it',
      remedy: 'Leave syncPolicy.automated out where somebody is meant to look first.',
      severity: 'low',
      path: ['spec', 'syncPolicy', 'automated'],
      subject: ['automated', ...(prunes(is) ? ['prune'] : [])],
    },
  ];
}

/** What is changed in the cluster stays until something is deployed again (argo-cd, controller/appcontroller.go, autoSync). */
function healed(was: Mapping, is: Mapping): readonly Loosening[] {
  const path = ['syncPolicy', 'automated', 'selfHeal'];
  const heals = (spec: Mapping) =>
    valueUnder(spec, ...path) === true && mapping(valueUnder(spec, 'syncPolicy', 'automated')).enabled !== false;
  if (!heals(was) || heals(is)) return [];
  return [
    {
      what: 'no longer takes back by itself what is changed in the cluster (selfHeal)',
      remedy: 'Keep syncPolicy.automated with selfHeal: true.',
      severity: 'low',
      ...(valueUnder(is, ...path) === undefined
        ? { path: ['spec'], formerPath: ['spec', ...path] }
        : { path: ['spec', ...path] }),
      subject: ['selfHeal'],
    },
  ];
}

const prunes = (spec: Mapping) => valueUnder(spec, 'syncPolicy', 'automated', 'prune') === true;

function pruned(was: Mapping, is: Mapping): readonly Loosening[] {
  if (prunes(was) || !prunes(is)) return [];
  return [
    {
      what: 'newly deletes by itself what is taken out of the repository (prune)',
      remedy: 'Leave prune out where somebody is meant to look first, or keep single objects by Prune=confirm.',
      severity: 'low',
      path: ['spec', 'syncPolicy', 'automated', 'prune'],
      subject: ['prune'],
    },
  ];
}
