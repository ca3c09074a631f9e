import type { Loosening } from '../../kube/loosening.ts';
import { canonical, json, list, type Mapping, mapping, scalarText, strings } from '../../plain-values.ts';
import { enumerate } from '../../rbac/judge/sentence.ts';
import { isFluentBitPipeline, pipelineOfSections, pipelineOfYaml } from './fluent-bit.ts';
import { pipelineOfFluentd } from './fluentd.ts';
import { type LogDrop, type LogOutput, type LogPipeline, onlyOutputs } from './log-model.ts';
import { isOfSecurity } from './of-security.ts';
import { isVector, pipelineOfVector } from './vector.ts';

/** Sections of Fluent Bit (`[OUTPUT]`, `[FILTER]`) and of Fluentd (`<match audit.**>`); undefined where a text has none of them. */
export function pipelineOfText(text: string): LogPipeline | undefined {
  if (!/\[(?:INPUT|FILTER|OUTPUT)\]|<(?:match|filter)\b/i.test(text)) return undefined;
  return joined([pipelineOfSections(text), pipelineOfFluentd(text)]);
}

/** Several parts of one configuration. */
export function joined(parts: readonly LogPipeline[]): LogPipeline {
  return {
    outputs: parts.flatMap(({ outputs }) => outputs),
    drops: parts.flatMap(({ drops }) => drops),
    rewrites: parts.flatMap(({ rewrites }) => rewrites),
    inputs: parts.flatMap(({ inputs }) => inputs),
    streams: parts.flatMap(({ streams }) => streams),
  };
}

/** Sinks of Vector, clients of Promtail, the pipeline of a Fluent Bit in YAML; undefined where a value has none of them. */
export function pipelineOfMapping(value: Mapping): LogPipeline | undefined {
  const { clients, pipeline } = value;
  if (isVector(value)) return pipelineOfVector(value);
  if (Array.isArray(clients) && value.scrape_configs !== undefined) {
    return onlyOutputs(clients.map((each) => ({ kind: scalarText(mapping(each).url), of: 'every log' })));
  }
  return isFluentBitPipeline(pipeline) ? pipelineOfYaml(pipeline) : undefined;
}

/**
 * What a ClusterLogForwarder of OpenShift sends where (logging.openshift.io/v1, observability.openshift.io/v1): an output for each input,
 * and what filters of a pipeline leave out of it.
 */
export function pipelineOfForwarder({ spec }: Mapping): LogPipeline {
  const { pipelines, filters } = mapping(spec);
  const known = new Map(list(filters).map((each) => [scalarText(mapping(each).name), mapping(each)]));
  const all = list(pipelines).map(
    (each, index) => ({ ...mapping(each), path: ['spec', 'pipelines', index] }) as Mapping,
  );
  const outputs = all.flatMap(({ inputRefs, outputRefs }) =>
    strings(inputRefs).flatMap((of) => strings(outputRefs).map((kind) => ({ kind, of }))),
  );
  const drops = all.flatMap(({ inputRefs, filterRefs, path }) =>
    strings(inputRefs).flatMap((of) =>
      strings(filterRefs).flatMap((name): readonly LogDrop[] => {
        const { name: _, type, ...filter } = known.get(name) ?? {};
        if (type !== 'drop' && type !== 'kubeAPIAudit') return [];
        const by = `${type} ${canonical(filter)}`;
        return [{ of, by, said: `filter ${name}`, path: path as LogDrop['path'] }];
      }),
    ),
  );
  return { ...onlyOutputs(outputs), drops };
}

/**
 * Outputs of logs about security that are gone, or the last one. `isThere` tells whether another place has it now, `isStillSent` whether
 * what it took reaches another one of the same configuration.
 */
export function outputsLowered(
  before: readonly LogOutput[],
  after: readonly LogOutput[],
  isThere: (output: LogOutput) => boolean,
  isStillSent: (output: LogOutput) => boolean = () => false,
): readonly Loosening[] {
  const now = new Set(after.map(json));
  const gone = before.filter((each) => !now.has(json(each)) && !isThere(each));
  // To somewhere else is as good.
  const streams = new Set(after.map(({ of }) => of));
  const isSent = (each: LogOutput) =>
    streams.has(each.of) || (streams.has('*') && after.length >= before.length) || isStillSent(each);
  const lost = gone.filter((each) => !isSent(each) && (after.length === 0 || isOfSecurity(`${each.of} ${each.kind}`)));
  if (lost.length === 0) return [];
  const names = lost.map(({ kind, of }) => `${of || 'every log'} to ${kind || 'somewhere'}`);
  const codes = (outputs: readonly LogOutput[]) => outputs.map(({ kind, of }) => json([of, kind]));
  const former = new Set(codes(before));
  return [
    {
      what: `no longer sends logs: ${enumerate(names)}`,
      remedy,
      severity: 'medium',
      path: [],
      formerPath: [],
      subject: [
        'outputs',
        ...codes(lost).sort(),
        ...codes(after)
          .filter((each) => !former.has(each))
          .sort(),
      ],
    },
  ];
}

/** What to do where logs are no longer sent. */
export const remedy = 'Keep sending these logs: what stays on a node is gone with it.';
