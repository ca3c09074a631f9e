import { once } from '../../groups.ts';
import type { Resource } from '../../kube/resource.ts';
import type { Mapping } from '../../plain-values.ts';
import { inOrder } from '../model/in-order.ts';
import type { Policies } from './bindings.ts';
import { type Judged, judgedBy } from './webhooks.ts';

/** What there is of the API server's own kinds next to an object that is compared. */
export interface KubernetesAround {
  readonly policies: (kind: string) => Policies;
  readonly isJudged: (kind: string) => Judged;
}

const group = 'admissionregistration.k8s.io';

/** Finds the policies, bindings and webhooks of both sides by their kind. */
export function kubernetesAround(before: readonly Resource[], after: readonly Resource[]): KubernetesAround {
  const of = (all: readonly Resource[], kind: string) =>
    all.filter((each) => each.group === group && each.kind === kind);
  const valuesOf = (kind: string) => of(after, kind).map(({ value }): Mapping => inOrder(value));
  const named = (all: readonly Resource[], kind: string) => {
    const byName = new Map(of(all, kind).map(({ name, value }) => [name, value]));
    return (name: string) => {
      const value = byName.get(name);
      return value === undefined ? undefined : inOrder(value);
    };
  };
  return {
    policies: once((kind) => ({
      before: named(before, kind),
      after: named(after, kind),
      bindings: valuesOf(`${kind}Binding`),
    })),
    isJudged: once((kind) => judgedBy(valuesOf(kind))),
  };
}
