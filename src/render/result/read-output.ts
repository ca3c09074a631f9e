import { join } from 'node:path/posix';
import { isCandidate } from '../../kube/candidate.ts';
import { mayCarry } from '../../kube/identity/carriers.ts';
import { isDefinition, mayDefine } from '../../kube/without-definitions.ts';
import { isMapping, list, mapping, text } from '../../plain-values.ts';
import { decodeText } from '../../yaml/decode-text.ts';
import type { Unreadable, YamlLimits } from '../../yaml/document.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';
import { splitDocuments } from '../../yaml/split-documents.ts';
import { inFolder } from '../model/paths.ts';
import type { ToolOutput } from '../plan/outputs.ts';
import { type Locate, type Origin, RenderedDocument, withoutAnnotations } from './rendered-object.ts';

const originAnnotation = 'config.kubernetes.io/origin';
const transformationsAnnotation = 'alpha.config.kubernetes.io/transformations';
const noteLimits: YamlLimits = { bytes: 100_000, documents: 2, depth: 20, aliases: 0, expandedNodes: 10_000 };

/** One document of an output, before anybody asked whose it is. */
interface Part {
  /** As the tool gave it, without its own notes. */
  readonly value: unknown;
  readonly origin: unknown;
  readonly transformations: unknown;
  readonly mayEmbed: boolean;
}

interface ReadSlice {
  readonly parts: readonly Part[];
  readonly unreadable: readonly Unreadable[];
}

/** What an output holds: its documents, each with its origin, and what of it could not be read. */
export interface ReadDocuments {
  readonly documents: readonly RenderedDocument[];
  readonly unreadable: readonly Unreadable[];
}

/** Reads outputs of the tools. Both sides of a root, and roots of one base, say mostly the same: what is equal is read once. */
export class OutputReader {
  readonly #limits: YamlLimits;
  readonly #slices = new Map<string, ReadSlice>();
  readonly #notes = new Map<string, unknown>();

  constructor(limits: YamlLimits) {
    this.#limits = { ...limits, bytes: Math.max(limits.bytes, 64 * 1024 * 1024) };
  }

  /** The definitions of custom resources of an output, as they are written. */
  definitions({ bytes }: ToolOutput): ReadonlySet<string> {
    if (!mayDefine(bytes)) return new Set();
    const { text: source } = decodeText(bytes);
    const slices = splitDocuments(source).map(({ start, end }) => source.slice(start, end));
    return new Set(slices.filter(isDefinition));
  }

  /** `chart` is the folder of the chart that helm rendered; documents that are in `settled` are left out. */
  read(output: ToolOutput, chart: string, locate: Locate, settled: ReadonlySet<string>): ReadDocuments {
    const { text: source, invalidAt } = decodeText(output.bytes);
    const documents: RenderedDocument[] = [];
    const unreadable: Unreadable[] = [];
    if (invalidAt !== undefined) unreadable.push(unread('encoding', 'the bytes are not valid UTF-8 or UTF-16'));
    let helmSource: string | undefined;
    for (const [count, { start, end }] of splitDocuments(source).entries()) {
      // Empty ones count here: each costs something.
      if (documents.length >= this.#limits.documents || count > 2 * this.#limits.documents) {
        unreadable.push(unread('documents', `more than ${this.#limits.documents} documents (limit documents)`));
        break;
      }
      const slice = source.slice(start, end);
      helmSource = sourceOf(slice, chart) ?? helmSource;
      if (settled.has(slice)) continue;
      const read = this.#slice(slice);
      for (const each of read.unreadable) unreadable.push(each);
      for (const part of read.parts) {
        const origin =
          output.made === 'helm'
            ? { file: helmSource, generatedBy: undefined, changedBy: [] }
            : this.#kustomizeOrigin(part, output.originPrefix);
        documents.push(new RenderedDocument(part.value, origin, locate, part.mayEmbed));
      }
    }
    return { documents, unreadable };
  }

  #slice(source: string): ReadSlice {
    const known = this.#slices.get(source);
    if (known !== undefined) return known;
    const bytes = Buffer.from(source);
    const { documents, unreadable } = parseYaml(bytes, this.#limits);
    const mayEmbed = mayHoldObjects(bytes);
    const parts = documents.flatMap(({ value }): Part[] => {
      if (!isMapping(value)) return [];
      const annotations = mapping(mapping(value.metadata).annotations);
      const [origin, transformations] = [annotations[originAnnotation], annotations[transformationsAnnotation]];
      return [
        {
          value: withoutAnnotations(value, [originAnnotation, transformationsAnnotation]),
          origin,
          transformations,
          mayEmbed,
        },
      ];
    });
    const read = { parts, unreadable };
    this.#slices.set(source, read);
    return read;
  }

  /** What kustomize notes (buildMetadata: originAnnotations, transformerAnnotations). */
  #kustomizeOrigin(part: Part, prefix: string): Origin {
    const inTree = (path: unknown): string | undefined => {
      const stated = text(path);
      if (stated === undefined) return undefined;
      const plain = join(stated);
      return plain.startsWith(prefix) ? plain.slice(prefix.length) : undefined;
    };
    const origin = mapping(this.#note(part.origin));
    return {
      file: inTree(origin.path),
      generatedBy: inTree(origin.configuredIn),
      changedBy: list(this.#note(part.transformations)).flatMap((item) => inTree(mapping(item).configuredIn) ?? []),
    };
  }

  #note(source: unknown): unknown {
    if (typeof source !== 'string') return undefined;
    if (!this.#notes.has(source)) {
      this.#notes.set(source, parseYaml(Buffer.from(source), noteLimits).documents[0]?.value);
    }
    return this.#notes.get(source);
  }
}

/** Whether a text can hold an object inside another one: a role, a binding or a Secret. */
export function mayHoldObjects(bytes: Buffer): boolean {
  return bytes.includes('Secret') || mayCarry(bytes.toString('latin1')) || isCandidate(bytes);
}

/** Helm writes `# Source: chart/templates/x.yaml` on the line after each separator; later such lines are the template's own. */
function sourceOf(slice: string, chart: string): string | undefined {
  const found = /^(?:---[^\n]*\n)?# Source: [^/\n]+\/([^\n]+)(?:\n|$)/.exec(slice);
  return found?.[1] === undefined ? undefined : inFolder(chart, found[1]);
}

function unread(reason: Unreadable['reason'], detail: string): Unreadable {
  return { reason, detail, line: 1, column: 1, firstLine: 1, lastLine: Number.MAX_SAFE_INTEGER };
}
