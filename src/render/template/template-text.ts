import { isCandidate } from '../../kube/candidate.ts';
import { isMapping, json, type Mapping } from '../../plain-values.ts';
import { mayGiveDocuments } from './document-actions.ts';

/** A template with its text. */
export interface Template {
  readonly path: string;
  readonly source: string;
  /** Whether it is a helper by whose text others decide what they give. */
  readonly isDeciding?: boolean;
}

/** Whether what a template gives may be a role or a binding: by its words, or because an action makes the kind or all of it. */
export function mayGiveRbac(source: string): boolean {
  return source !== '' && (namesRbac(source) || mayGiveDocuments(source));
}

/** The same of a part of a template, by its words alone. */
export function namesRbac(source: string): boolean {
  return (
    isCandidate(Buffer.from(source)) ||
    /\b(?:rules|roleRef|subjects|aggregationRule)["']?\s{0,5}:/.test(source) ||
    /^\s{0,20}["']?kind["']?\s{0,5}:[^\n]{0,200}\{\{/m.test(source)
  );
}

/** As whom a pod runs, and by which annotations and labels of it or its account clouds know it. */
const account =
  /serviceAccount|automountServiceAccountToken|eks\.amazonaws\.com\/|iam\.amazonaws\.com\/|iam\.gke\.io\/|azure\.workload\.identity\/|aadpodidbinding/;

/** Whether it says as whom a pod runs. */
export function mayGiveAccount(source: string): boolean {
  return account.test(source);
}

/** Where pods are made, what they may do on their nodes, and what a namespace demands of them. */
const pods =
  /\bcontainers["']?\s{0,5}:|\b(?:securityContext|privileged|runAs\w+|capabilities|host(?:Network|PID|IPC|Users|Port|Path)|procMount|seccomp\w*|allowPrivilegeEscalation|readOnlyRootFilesystem|sysctls)\b|pod-security\.kubernetes\.io\/|openshift\.io\/run-level/;

/** Whether it makes pods, or says what they may do or what a namespace demands of them. */
export function mayGivePods(source: string): boolean {
  return pods.test(source);
}

/** Kinds and groups of what keeps something out, lets it in or watches, as a whole. */
const wholes =
  /NetworkPolicy|cilium\.io|projectcalico\.org|istio\.io|policy\.networking\.k8s\.io|\bkind: (?:Service|Ingress|Route|ConfigMap|Policy)\b|gateway\.networking|gateway\.envoyproxy|kuadrant\.io|traefik|admissionregistration\.k8s\.io|kyverno\.io|gatekeeper\.sh|sigstore\.dev|argoproj\.io|toolkit\.fluxcd\.io|monitoring\.coreos\.com|openshift\.io/;

/** Whether it makes something that is judged as a whole: policies, what is reachable, who delivers, what is watched. */
export function mayGiveWholes(source: string): boolean {
  return wholes.test(source);
}

const wholeValues = /(?:\b(index|get)\s{1,5})?\$?\.Values(?![\w.])(\s{1,5}")?/g;

/** Whether a template uses the values as a whole, for more than a checksum: `index .Values $key`, `dig "a" "" .Values`. */
export function usesAllValues(source: string): boolean {
  if (!/\.Values(?![\w.])/.test(source)) return false;
  const isRbac = mayGiveRbac(source);
  return source.split('\n').some((line) => {
    if (!(isRbac || account.test(line)) || /sha\d{1,3}sum|checksum/.test(line)) return false;
    return [...line.matchAll(wholeValues)].some(([, asked, key]) => asked === undefined || key === undefined);
  });
}

/** Expressions that only name things. */
const naming =
  /^-?\s{0,20}(?:[$]?\.(?:Release|Chart)\.\w+|(?:include|template)\s+"[\w.-]{0,100}(?:[nN]ame|labels|Labels|chart|namespace|annotations)"[^{}|]{0,100})(?:\s{0,20}\|\s{0,20}(?:quote|n?indent \d+|trunc \d+|trimSuffix "-"|lower))*\s{0,20}-?$/;

/** Whether a line has an action that may change more than a name. */
export function hasTellingAction(line: string): boolean {
  if (/\{\{(?:-\s)?\/\*(?:(?!\*\/|").)*\*\/(?:\s-)?\}\}/.test(line) && line.split('{{').length === 2) return false;
  const actions = [...line.matchAll(/\{\{((?:[^{}]|\{(?!\{)|\}(?!\}))*)\}\}/g)];
  if (actions.length === 0) return line.includes('{{') || line.includes('}}');
  return actions.some(([, code = '']) => !naming.test(code));
}

const simple =
  /\{\{-?\s{0,20}(?:(toYaml|toJson|quote)\s+)?\(?[$]?\.Values((?:\.\w{1,100}){1,10})\)?((?:\s{0,20}\|\s{0,20}(?:toYaml|toJson|quote|n?indent \d+|default [^|{}]{1,100}))*)\s{0,20}-?\}\}/g;

/** The text with plain uses of known values replaced by these values, written as JSON on one line. */
export function resolved(source: string, values: unknown): string {
  return source.replaceAll(simple, (action: string, _first: string, path: string) => {
    let value: unknown = values;
    for (const key of path.slice(1).split('.')) value = isMapping(value) ? (value as Mapping)[key] : undefined;
    return value === undefined || value === null ? action : json(value);
  });
}

/** A line as it counts when two texts are compared: without quotes and blanks, which YAML and JSON set differently. */
export function bare(line: string): string {
  return line.replaceAll(/["'\s]/g, '');
}
