import type { Loosening } from '../../kube/loosening.ts';
import {
  addedItems,
  canonical,
  isMapping,
  list,
  type Mapping,
  mapping,
  scalarText,
  strings,
} from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import {
  dropsOf,
  dropsOfFluentd,
  type LogDrop,
  type LogSection,
  matchOf,
  sectionsOf,
  sectionsOfMapping,
  streamsOfFluentd,
} from './log-filters.ts';
import { isOfSecurity } from './worth.ts';

/** Where logs are sent: what is sent, and to what kind of thing. */
export interface LogOutput {
  readonly kind: string;
  readonly of: string;
}

/** What a configuration sends where, and what it leaves out of it. */
export interface LogPipeline {
  readonly outputs: readonly LogOutput[];
  readonly drops: readonly LogDrop[];
  /** Streams of logs about security: those that are read as such, by their tags. */
  readonly streams: readonly string[];
}

/** Kinds of outputs that throw away what they get: of Fluent Bit and Fluentd, and of Vector. */
const nowhere: readonly string[] = ['null', 'blackhole'];

/** Sections of Fluent Bit (`[OUTPUT]`, `[FILTER]`) and of Fluentd (`<match audit.**>`); undefined where a text has none of them. */
export function pipelineOfText(text: string): LogPipeline | undefined {
  if (!/\[(?:INPUT|FILTER|OUTPUT)\]|<(?:match|filter)\b/i.test(text)) return undefined;
  const bits = sectionsOf(text);
  const matches = text
    .split(/^[ \t]*<match\b/m)
    .slice(1)
    .map((section) => ({
      kind: /^[ \t]*@?type[ \t]+(\S+)/m.exec(section)?.[1] ?? '',
      of: section.slice(0, Math.max(0, section.indexOf('>'))).trim(),
    }));
  const ofMatches = matches.filter(({ kind }) => !['relabel', 'rewrite_tag_filter'].includes(kind));
  return pipelineOf(bits, ofMatches, dropsOfFluentd(text), streamsOfFluentd(text));
}

function pipelineOf(
  sections: readonly LogSection[],
  others: readonly LogOutput[],
  drops: readonly LogDrop[],
  sources: readonly string[],
): LogPipeline {
  const of = (kind: LogSection['kind']) => sections.filter((each) => each.kind === kind);
  const outputs = of('output').map((each) => ({ kind: each.field('name'), of: matchOf(each) }));
  const sent = [...outputs, ...others].filter(({ kind }) => !nowhere.includes(kind));
  return {
    outputs: sent,
    drops: [...of('filter').flatMap(dropsOf), ...drops],
    streams: [
      ...of('input').flatMap((each) => {
        // Without a tag it is the name of the plugin and a number.
        const tag = each.field('tag') || `${each.field('name')}.*`;
        return isOfSecurity(`${tag} ${each.field('path')}`) ? tag : [];
      }),
      ...sources,
      ...sent.flatMap((each) => (isOfSecurity(each.of) ? each.of : [])),
    ],
  };
}

/** Sinks of Vector, clients of Promtail, the pipeline of a Fluent Bit in YAML; undefined where a value has none of them. */
export function pipelineOfMapping(value: Mapping): LogPipeline | undefined {
  const { sinks, clients, pipeline } = value;
  if (isMapping(sinks) && value.sources !== undefined) return withoutDrops(sinksOf(value, sinks));
  if (Array.isArray(clients) && value.scrape_configs !== undefined) {
    return withoutDrops(clients.map((each) => ({ kind: scalarText(mapping(each).url), of: 'every log' })));
  }
  return isMapping(pipeline) && Array.isArray(pipeline.outputs)
    ? pipelineOf(sectionsOfMapping(pipeline), [], [], [])
    : undefined;
}

/** Outputs of which nothing is known to be left out. */
export function withoutDrops(outputs: readonly LogOutput[]): LogPipeline {
  return { outputs, drops: [], streams: [] };
}

/** Inputs that are followed, for all sinks of one configuration together. */
const mostInputs = 100_000;
/** Of what leads to more of them, all may be about security. */
const tooMany = 'too many inputs to follow: audit logs may be among them';

/** What is read, and in parentheses from which files, where these are about security and its name does not say so. */
function sinksOf({ sources, transforms }: Mapping, sinks: Mapping): readonly LogOutput[] {
  const [read, made] = [mapping(sources), mapping(transforms)];
  let left = mostInputs;
  const filesOf = (names: readonly string[]): readonly string[] => {
    const seen = new Set(names);
    // A set is gone through with what is added to it meanwhile.
    for (const name of seen) {
      const inputs = list(mapping(made[name]).inputs);
      left -= 1 + inputs.length;
      if (left < 0) return [tooMany];
      for (const input of strings(inputs)) seen.add(input);
    }
    return [...seen].flatMap((name) => strings(mapping(read[name]).include)).filter(isOfSecurity);
  };
  return Object.values(sinks).flatMap((each) => {
    const { type, inputs } = mapping(each);
    if (nowhere.includes(scalarText(type))) return [];
    const names = [...strings(inputs)].sort();
    const of = names.join(', ');
    const files = isOfSecurity(of) ? [] : filesOf(names);
    return { kind: scalarText(type), of: files.length === 0 ? of : `${of} (${files.join(', ')})` };
  });
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
  const now = new Set(after.map(canonical));
  const gone = before.filter((each) => !now.has(canonical(each)) && !isThere(each));
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
