import { isMapping, type Mapping, mapping, scalarText, text } from '../../plain-values.ts';
import { chartOf, parameterValues } from '../../workload/charts/values.ts';
import { isFalcoSettings } from '../detection/falco-settings.ts';
import { type Flags, flagsOfList, flagsOfMapping, isArgumentKey } from '../model/flags.ts';
import type { Part, Reader } from '../model/search.ts';

/** A policy of audit.k8s.io, flags of an API server, rules of Falco and its settings, rules of auditd. */
export type AuditPart =
  | Part<'policy', Mapping>
  | Part<'flags', Flags>
  | Part<'falco', readonly unknown[]>
  | Part<'falco settings', Mapping>
  | Part<'auditd', string>;

const auditdRule = /^-(?:[aAwd]\s|D\b|e\s*[012])/m;

/** Finds what says what is logged. */
export const auditReader: Reader<AuditPart> = {
  hints:
    /audit\.k8s\.io|audit[-_](?:policy[-_]file|log[-_]|webhook[-_])|(?:^|[{,[])[ \t]*["']?(?:rules_files?|falco|(?:stdout|http|program)_output|load_plugins|driver|customRules)["']?[ \t]*:|(?:^|[{,[])[ \t]*(?:-[ \t]+)?["']?rule["']?[ \t]*:/m,
  isListKey: isArgumentKey,
  meant: (value, path, resource) =>
    chartOf(resource) === falco ? parameterValues(resource, value, path)?.resource.document : undefined,
  ofMapping(value, names, { resource }) {
    const isPolicy = value.kind === 'Policy' && /^audit\.k8s\.io\//.test(scalarText(value.apiVersion));
    if (isPolicy) return { kind: 'policy', value, isWhole: true };
    const isOfChart = isChartValues(names) && resource !== undefined && chartOf(resource) === falco;
    if (isOfChart || isFalcoSettings(value, names)) return { kind: 'falco settings', value };
    const flags = flagsOfMapping(value, names);
    return flags.size === 0 ? undefined : { kind: 'flags', value: flags };
  },
  ofList(value) {
    if (value.some(isFalcoRule)) return { kind: 'falco', value, isWhole: true };
    const flags = flagsOfList(value);
    return flags.size === 0 ? undefined : { kind: 'flags', value: flags };
  },
  ofText: (value) => (auditdRule.test(value) ? { kind: 'auditd', value } : undefined),
};

const falco = 'falco';

/** Whether fields of an object lead to the values of its chart, whatever is in them. */
function isChartValues(names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  if (names.length === 2) return names[0] === 'spec' && /^(?:values|valuesContent|set)$/.test(last);
  return names.at(-2) === 'helm' && /^(?:values|valuesObject|parameters)$/.test(last);
}

/** An entry of a file of rules (falco, userspace/engine/rule_loader_reader.cpp). */
function isFalcoRule(item: unknown): boolean {
  if (!isMapping(item) || text(item.rule) === undefined) return false;
  return ['condition', 'enabled', 'priority', 'append', 'override', 'exceptions'].some(
    (key) => mapping(item)[key] !== undefined,
  );
}
