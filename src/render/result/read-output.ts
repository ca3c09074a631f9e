import { join } from 'node:path/posix';
import { isMapping, list, mapping, text } from '../../plain-values.ts';
import type { Unreadable, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { inFolder } from '../model/paths.ts';
import type { ToolOutput } from '../plan/outputs.ts';
import { type Locate, type Origin, RenderedDocument, withoutAnnotations } from './rendered-object.ts';

const originAnnotation = 'config.kubernetes.io/origin';
const transformationsAnnotation = 'alpha.config.kubernetes.io/transformations';
const noteLimits: YamlLimits = { bytes: 100_000, documents: 2, depth: 20, aliases: 0, expandedNodes: 10_000 };

/** The documents of an output, each with its origin, and what of it could not be read. */
export function readOutput(
  output: ToolOutput,
  chart: string,
  limits: YamlLimits,
  locate: Locate,
): { readonly documents: readonly RenderedDocument[]; readonly unreadable: readonly Unreadable[] } {
  const { documents, unreadable } = parseYaml(output.bytes, {
    ...limits,
    bytes: Math.max(limits.bytes, 64 * 1024 * 1024),
  });
  const sources = output.made === 'helm' ? helmSources(output.bytes, chart) : undefined;
  const read = documents.flatMap((document) => {
    if (!isMapping(document.value)) return [];
    const origin =
      sources === undefined ? kustomizeOrigin(document.value, output.originPrefix) : sources(document.line);
    const value =
      sources === undefined
        ? withoutAnnotations(document.value, [originAnnotation, transformationsAnnotation])
        : document.value;
    return [new RenderedDocument(value, origin, locate)];
  });
  return { documents: read, unreadable };
}

/** What kustomize notes (buildMetadata: originAnnotations, transformerAnnotations). */
function kustomizeOrigin(value: Readonly<Record<string, unknown>>, prefix: string): Origin {
  const annotations = mapping(mapping(value.metadata).annotations);
  const note = (name: string): unknown => {
    const source = annotations[name];
    return typeof source === 'string' ? parseYaml(Buffer.from(source), noteLimits).documents[0]?.value : undefined;
  };
  const inTree = (path: unknown): string | undefined => {
    const stated = text(path);
    if (stated === undefined) return undefined;
    const plain = join(stated);
    return plain.startsWith(prefix) ? plain.slice(prefix.length) : undefined;
  };
  const origin = mapping(note(originAnnotation));
  return {
    file: inTree(origin.path),
    generatedBy: inTree(origin.configuredIn),
    changedBy: list(note(transformationsAnnotation)).flatMap((item) => inTree(mapping(item).configuredIn) ?? []),
  };
}

/** Helm writes `# Source: chart/templates/x.yaml` on the line after each separator; later such lines are the template's own. */
function helmSources(bytes: Buffer, chart: string): (line: number) => Origin {
  const starts: { readonly line: number; readonly file: string }[] = [];
  const lines = bytes.toString('utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    const found = lines[index - 1] === '---' ? /^# Source: [^/]+\/(.+)$/.exec(line) : null;
    if (found?.[1] !== undefined) starts.push({ line: index + 1, file: inFolder(chart, found[1]) });
  }
  return (line) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      // A document may be said to begin at its separator, the line above the note.
      if ((starts[middle]?.line ?? 0) <= line + 1) low = middle + 1;
      else high = middle;
    }
    return { file: starts[low - 1]?.file, generatedBy: undefined, changedBy: [] };
  };
}
