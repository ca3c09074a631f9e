import type { Loosening } from '../../kube/loosening.ts';
import { addedItems, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isOfSecurity } from './worth.ts';

/** Where logs are sent: what is sent, and to what kind of thing. */
export interface LogOutput {
  readonly kind: string;
  readonly of: string;
}

/** Sections of Fluent Bit (`[OUTPUT]`) and of Fluentd (`<match audit.**>`). */
export function outputsOfText(text: string): readonly LogOutput[] {
  const bits = text
    .split(/^[ \t]*\[OUTPUT\][ \t\r]*$/im)
    .slice(1)
    .map((section) => {
      const own = section.split(/^[ \t]*\[/m)[0] ?? '';
      const field = (name: string) => new RegExp(`^[ \\t]*${name}[ \\t]+(\\S+)`, 'im').exec(own)?.[1] ?? '';
      return { kind: field('Name'), of: field('Match') || field('Match_Regex') };
    });
  const matches = text
    .split(/^[ \t]*<match\b/m)
    .slice(1)
    .map((section) => ({
      kind: /^[ \t]*@?type[ \t]+(\S+)/m.exec(section)?.[1] ?? '',
      of: section.slice(0, Math.max(0, section.indexOf('>'))).trim(),
    }));
  return [...bits, ...matches.filter(({ kind }) => !['relabel', 'rewrite_tag_filter'].includes(kind))].filter(
    ({ kind }) => kind !== 'null',
  );
}

/** Sinks of Vector, clients of Promtail; undefined where a value has none of them. */
export function outputsOfMapping(value: Mapping): readonly LogOutput[] | undefined {
  const { sinks, clients } = value;
  if (typeof sinks === 'object' && sinks !== null && value.sources !== undefined) {
    return Object.values(mapping(sinks)).map((each) => {
      const { type, inputs } = mapping(each);
      return { kind: scalarText(type), of: [...strings(inputs)].sort().join(', ') };
    });
  }
  if (!Array.isArray(clients) || value.scrape_configs === undefined) return undefined;
  return clients.map((each) => ({ kind: scalarText(mapping(each).url), of: 'every log' }));
}

/** What a ClusterLogForwarder of OpenShift sends where (logging.openshift.io/v1, observability.openshift.io/v1): an output for each input. */
export function forwarderOutputs({ spec }: Mapping): readonly LogOutput[] {
  return list(mapping(spec).pipelines).flatMap((each) => {
    const { inputRefs, outputRefs } = mapping(each);
    return strings(inputRefs).flatMap((of) => strings(outputRefs).map((kind) => ({ kind, of })));
  });
}

/** Outputs of logs about security that are gone, or the last one. `isThere` tells whether another place has it now. */
export function outputsLowered(
  before: readonly LogOutput[],
  after: readonly LogOutput[],
  isThere: (output: LogOutput) => boolean,
): readonly Loosening[] {
  const now = new Set(after.map(json));
  const gone = before.filter((each) => !now.has(json(each)) && !isThere(each));
  // To somewhere else is as good.
  const streams = new Set(after.map(({ of }) => of));
  const isSent = ({ of }: LogOutput) => streams.has(of) || (streams.has('*') && after.length >= before.length);
  const lost = gone.filter((each) => !isSent(each) && (after.length === 0 || isOfSecurity(`${each.of} ${each.kind}`)));
  if (lost.length === 0) return [];
  const names = lost.map(({ kind, of }) => `${of || 'every log'} to ${kind || 'somewhere'}`);
  return [
    {
      what: `no longer sends logs: ${enumerate(names)}`,
      remedy: 'Keep sending these logs: what stays on a node is gone with it.',
      severity: 'medium',
      path: [],
      formerPath: [],
      subject: ['outputs', ...names.sort(), ...addedItems(before, after)],
    },
  ];
}
