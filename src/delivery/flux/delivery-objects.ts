import type { Loosening } from '../../kube/loosening.ts';
import {
  isMapping,
  isSameValue,
  json,
  type Mapping,
  mapping,
  scalarText,
  text,
  valueUnder,
} from '../../plain-values.ts';
import type { Severity } from '../../severity.ts';
import type { Path } from '../../yaml/document.ts';

/**
 * What a Kustomization or HelmRelease of Flux newly may do: with another account, in another cluster, with what belongs to
 * another namespace (fluxcd/kustomize-controller, api/v1; fluxcd/helm-controller, api/v2).
 */
export function deliveryLoosened(before: Mapping, after: Mapping, namespace: string | undefined): readonly Loosening[] {
  const [was, is] = [mapping(before.spec), mapping(after.spec)];
  return [
    ...account(was, is),
    ...cluster(was, is),
    ...source(was, is, namespace),
    ...target(was, is),
    ...decryption(was, is),
    ...deletion(was, is),
  ];
}

function account(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [text(was.serviceAccountName), text(is.serviceAccountName)];
  if (old === undefined || old === now) return [];
  const path = ['spec', 'serviceAccountName'];
  if (now === undefined) {
    return [
      {
        what: `no longer deploys as ServiceAccount ${old}, but with the controller’s own permissions`,
        remedy: `Keep serviceAccountName: ${old}.`,
        severity: 'high',
        path: ['spec'],
        formerPath: path,
        subject: ['serviceAccountName'],
      },
    ];
  }
  return [
    {
      what: `now deploys as ServiceAccount ${now}, not as ${old}`,
      remedy: 'Compare what the two accounts may do, and keep the one that may do less.',
      severity: 'medium',
      path,
      subject: ['serviceAccountName', now],
    },
  ];
}

function cluster(was: Mapping, is: Mapping): readonly Loosening[] {
  const [old, now] = [was.kubeConfig, is.kubeConfig];
  if (!isMapping(old) || isSameValue(old, now)) return [];
  const path = ['spec', 'kubeConfig'];
  const isGone = !isMapping(now);
  return [
    {
      what: isGone
        ? 'now deploys into the cluster that Flux itself runs in'
        : 'now deploys into another cluster (kubeConfig)',
      remedy: 'Keep kubeConfig, or have it agreed with the owners of the other cluster.',
      severity: isGone ? 'high' : 'medium',
      path: isGone ? ['spec'] : path,
      ...(isGone ? { formerPath: path } : {}),
      subject: ['kubeConfig', ...(isGone ? ['gone'] : ['changed', json(now)])],
    },
  ];
}

const references: readonly Path[] = [['sourceRef'], ['chartRef'], ['chart', 'spec', 'sourceRef']];

/** A source of another namespace: whoever owns it decides what is deployed. */
function source(was: Mapping, is: Mapping, namespace: string | undefined): readonly Loosening[] {
  return references.flatMap((field): readonly Loosening[] => {
    const [old, now] = [was, is].map((spec) => text(valueUnder(spec, ...field.map(String), 'namespace')));
    if (now === undefined || now === old || now === namespace) return [];
    return [
      {
        what: `newly deploys from a source of the namespace ${now}`,
        remedy: 'Keep the source in the namespace of what is deployed from it.',
        severity: 'medium',
        path: ['spec', ...field, 'namespace'],
        subject: ['source', now],
      },
    ];
  });
}

/** Without a target the manifests say themselves which namespaces they are of. */
function target(was: Mapping, is: Mapping): readonly Loosening[] {
  const old = text(was.targetNamespace);
  if (old === undefined || text(is.targetNamespace) !== undefined) return [];
  return [
    {
      what: `no longer keeps what it deploys in the namespace ${old}`,
      remedy: `Keep targetNamespace: ${old}.`,
      severity: 'medium',
      path: ['spec'],
      formerPath: ['spec', 'targetNamespace'],
      subject: ['targetNamespace'],
    },
  ];
}

function decryption(was: Mapping, is: Mapping): readonly Loosening[] {
  if (!isMapping(was.decryption) || isMapping(is.decryption)) return [];
  return [
    {
      what: `no longer decrypts what it deploys (${scalarText(was.decryption.provider)})`,
      remedy: 'Keep decryption where Secrets are encrypted; else they are not deployed, or have to be plain.',
      severity: 'low',
      path: ['spec'],
      formerPath: ['spec', 'decryption'],
      subject: ['decryption'],
    },
  ];
}

const deletions: readonly { readonly at: readonly string[]; readonly what: string; readonly severity: Severity }[] = [
  {
    at: ['force'],
    what: 'newly deletes and makes anew what cannot be changed in place (force)',
    severity: 'medium',
  },
  {
    at: ['upgrade', 'force'],
    what: 'newly deletes and makes anew what cannot be changed in place (upgrade.force)',
    severity: 'medium',
  },
  { at: ['prune'], what: 'newly deletes by itself what is taken out of the repository (prune)', severity: 'low' },
];

/** What may newly be deleted without anybody's asking for it. */
function deletion(was: Mapping, is: Mapping): readonly Loosening[] {
  return deletions.flatMap(({ at, what, severity }): readonly Loosening[] => {
    if (valueUnder(is, ...at) !== true || valueUnder(was, ...at) === true) return [];
    return [
      {
        what,
        remedy: `Leave ${at.join('.')} out, or set it for single objects by their annotations.`,
        severity,
        path: ['spec', ...at],
        subject: [...at],
      },
    ];
  });
}
