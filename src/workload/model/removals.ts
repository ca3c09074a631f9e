import { dirname } from 'node:path/posix';
import type { Resource } from '../../kube/resource.ts';
import type { ScopeObjects } from '../../kube/scope.ts';
import { mapping, scalarText } from '../../plain-values.ts';
import { podsOf } from './pods.ts';

const applications =
  /^(?:Deployment|StatefulSet|DaemonSet|CronJob|Job|Pod|Service|HelmRelease|HelmChart|Application|Kustomization|Rollout|Namespace)$/;

/** Tells whether something goes along with its application: one in the same folder is gone, or one with the same labels in the same namespace. */
export function removals({ before, after }: ScopeObjects): (resource: Resource | undefined, file: string) => boolean {
  const nameOf = ({ kind, namespace, name }: Resource) => JSON.stringify([kind, namespace, name]);
  const wanted = (all: readonly Resource[]) => all.filter(({ kind }) => applications.test(kind));
  const now = new Set(wanted(after).map(nameOf));
  const gone = wanted(before).filter((each) => !now.has(nameOf(each)));
  const folders = new Set(gone.map(({ file }) => dirname(file)));
  // What is left of other kinds has pods as well.
  const isLeft = (each: Resource) => applications.test(each.kind) || podsOf(each).length > 0;
  const left = new Set(
    after.flatMap((each) => (folders.has(dirname(each.file)) && isLeft(each) ? dirname(each.file) : [])),
  );
  const kept = new Set(wanted(after).flatMap(labelsOf));
  const labelled = new Set(gone.flatMap(labelsOf).filter((each) => !kept.has(each)));
  return (resource, file) =>
    (folders.has(dirname(file)) && !left.has(dirname(file))) ||
    (resource !== undefined && labelsOf(resource).some((each) => labelled.has(each)));
}

/** The names of the application that an object belongs to, by the labels that charts set. */
function labelsOf({ namespace, value }: Resource): readonly string[] {
  const labels = mapping(mapping(value.metadata).labels);
  return ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app'].flatMap((key) => {
    const label = scalarText(labels[key]);
    return label === '' ? [] : [JSON.stringify([namespace, key, label])];
  });
}
