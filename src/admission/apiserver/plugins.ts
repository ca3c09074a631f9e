import type { Flags } from '../../audit/model/flags.ts';
import type { Loosening } from '../../kube/loosening.ts';
import { entryOf } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { type Severity, worse } from '../../severity.ts';

/** Plugins that are asked where no flag says otherwise (pkg/kubeapiserver/options/plugins.go, DefaultOffAdmissionPlugins). */
const byDefault = new Set(
  `NamespaceLifecycle LimitRanger ServiceAccount DefaultStorageClass PersistentVolumeClaimResize DefaultTolerationSeconds
   MutatingAdmissionWebhook ValidatingAdmissionWebhook ResourceQuota StorageObjectInUseProtection PodGroupProtection Priority
   TaintNodesByCondition RuntimeClass CertificateApproval CertificateSigning ClusterTrustBundleAttest CertificateSubjectRestriction
   DefaultIngressClass PodSecurity PodTopologyLabels MutatingAdmissionPolicy ValidatingAdmissionPolicy PodGroupWorkloadExists
   NodeDeclaredFeatureValidator JobValidation PodResizeValidator`.split(/\s+/),
);

const of = (severity: Severity, names: string) =>
  Object.fromEntries(names.split(/\s+/).map((name): [string, Severity] => [name, severity]));

/** What is lost with a plugin: those that refuse what gains rights or gets around the rules; those that only set a default are silent. */
const worth: Readonly<Record<string, Severity | undefined>> = {
  ...of(
    'high',
    `NodeRestriction PodSecurity PodSecurityPolicy SecurityContextDeny SecurityContextConstraint ImagePolicyWebhook
     ValidatingAdmissionPolicy ValidatingAdmissionWebhook ServiceAccount AlwaysPullImages DenyServiceExternalIPs CertificateApproval
     CertificateSigning CertificateSubjectRestriction ClusterTrustBundleAttest OwnerReferencesPermissionEnforcement NamespaceLifecycle`,
  ),
  ...of('low', 'StorageObjectInUseProtection PodGroupProtection PersistentVolumeClaimResize'),
  ...Object.fromEntries(
    `AlwaysAdmit DefaultStorageClass DefaultTolerationSeconds DefaultIngressClass Priority TaintNodesByCondition PodTopologyLabels
     NamespaceAutoProvision ExtendedResourceToleration PersistentVolumeLabel PodGroupWorkloadExists NodeDeclaredFeatureValidator
     JobValidation PodResizeValidator`
      .split(/\s+/)
      .map((name): [string, undefined] => [name, undefined]),
  ),
};

const [enabling, disabling, configuring] = [
  'enable-admission-plugins',
  'disable-admission-plugins',
  'admission-control-config-file',
] as const;

/** Admission plugins that flags of an API server no longer have asked. Paths are those of the flags' place. */
export function pluginsLoosened(
  before: Flags,
  after: Flags,
  isMoved: (plugin: string) => boolean,
): readonly Loosening[] {
  const candidates = [...new Set([...namesOf(before, enabling), ...namesOf(after, disabling)])];
  const lost = candidates.filter((name) => isAsked(name, before) && !isAsked(name, after) && !isMoved(name));
  const isDisabled = (name: string) => namesOf(after, disabling).includes(name);
  return [
    ...noLongerAsked(lost.filter(isDisabled), disabling, before, after),
    ...noLongerAsked(
      lost.filter((name) => !isDisabled(name)),
      enabling,
      before,
      after,
    ),
    ...otherConfiguration(before, after),
  ];
}

/** Whether a plugin is asked: what is enabled by name is, even where it is disabled as well (AdmissionOptions.enabledPluginNames). */
export function isAsked(name: string, flags: Flags): boolean {
  return namesOf(flags, enabling).includes(name) || (byDefault.has(name) && !namesOf(flags, disabling).includes(name));
}

function namesOf(flags: Flags, flag: string): readonly string[] {
  const names = (flags.get(flag)?.value ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

function noLongerAsked(lost: readonly string[], flag: string, before: Flags, after: Flags): readonly Loosening[] {
  // A name that is not known may be of a plugin that a distribution has added.
  const counting = lost.flatMap((name) => {
    const severity = Object.hasOwn(worth, name) ? entryOf(worth, name) : 'medium';
    return severity === undefined ? [] : [{ name, severity }];
  });
  if (counting.length === 0) return [];
  const names = counting.map(({ name }) => name);
  const isFilledIn = /\$[({]|\{\{/.test(after.get(flag)?.value ?? '');
  const severity = counting.map((each) => each.severity).reduce(worse);
  return [
    {
      what: `${isFilledIn ? 'may no longer ask' : 'no longer asks'} the admission plugin ${enumerate(names)} (--${flag})`,
      remedy: 'Keep the plugin: nothing else refuses what it refused.',
      severity: isFilledIn && severity === 'high' ? 'medium' : severity,
      ...placeOf(flag, before, after),
      subject: ['admission plugins', ...[...names].sort()],
    },
  ];
}

function otherConfiguration(before: Flags, after: Flags): readonly Loosening[] {
  const [was, is] = [before.get(configuring)?.value ?? '', after.get(configuring)?.value ?? ''];
  if (was === is || was === '') return [];
  const isGone = is === '';
  return [
    {
      what: isGone
        ? `no longer reads a configuration of its admission plugins (--${configuring})`
        : `takes another configuration of its admission plugins, ${is}; whether they refuse less was not judged`,
      remedy: 'Keep the file: it says what the plugins refuse, and whom they leave alone.',
      severity: isGone ? 'high' : 'medium',
      ...placeOf(configuring, before, after),
      subject: ['flag', configuring, is],
    },
  ];
}

function placeOf(flag: string, before: Flags, after: Flags) {
  const [was, is] = [before.get(flag), after.get(flag)];
  return is === undefined ? { path: [], formerPath: was?.path ?? [] } : { path: is.path };
}
