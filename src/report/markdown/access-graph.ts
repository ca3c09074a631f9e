import type { Access, AccessPath } from '../../rbac/judge/access.ts';
import { clip, visible } from '../visible.ts';
import { count } from '../wording.ts';

/** A larger graph is no longer read; the list above it says the same. */
const mostNodes = 50;
const labelLength = 60;

/** Text of a Mermaid label: every character that could mean something to Mermaid, Markdown or HTML is written by its number. */
export function mermaidLabel(text: string): string {
  return clip(visible(text), labelLength).replace(
    /[^\p{L}\p{N} _./:,()…→-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}

interface Graph {
  /** Label and kind by id. */
  readonly nodes: Map<
    string,
    { readonly id: string; readonly label: string; readonly kind: 'subject' | 'step' | 'permission' }
  >;
  readonly edges: Map<string, { readonly from: string; readonly to: string; readonly isNew: boolean }>;
}

/**
 * The ways to what was gained as a Mermaid flowchart in a fenced block: subject → binding → role → permission, new connections
 * thick. At most fifty nodes and `characters`, worst ways first; what is not drawn is counted. Undefined where nobody gains.
 */
export function accessGraph(
  { paths }: Pick<Access, 'paths'>,
  characters = Number.POSITIVE_INFINITY,
): string | undefined {
  let graph: Graph = { nodes: new Map(), edges: new Map() };
  let left = 0;
  for (const path of paths) {
    const next: Graph = { nodes: new Map(graph.nodes), edges: new Map(graph.edges) };
    if (draw(next, path) && linesOf(next).join('\n').length <= characters) graph = next;
    else left += 1;
  }
  if (graph.nodes.size === 0) return undefined;
  const more = left > 0 ? `\n\n${count(left, 'more way')} not drawn.` : '';
  return `\`\`\`mermaid\n${linesOf(graph).join('\n')}\n\`\`\`${more}`;
}

function linesOf({ nodes, edges }: Graph): readonly string[] {
  return [
    'flowchart LR',
    ...[...nodes.values()].map(({ id, label, kind }) => `  ${id}${shape(kind, label)}`),
    ...[...edges.values()].map(({ from, to, isNew }) => `  ${from} ${isNew ? '==>' : '-->'} ${to}`),
  ];
}

/** Adds a way; whether there was room. */
function draw({ nodes, edges }: Graph, { scope, subjects, steps, permission, newConnection }: AccessPath): boolean {
  const who =
    subjects.length > 3 ? `${subjects.slice(0, 3).join(', ')} and ${subjects.length - 3} more` : subjects.join(', ');
  const chain = [
    { kind: 'subject', label: who },
    ...steps.map((label) => ({ kind: 'step', label }) as const),
    { kind: 'permission', label: permission },
  ] as const;
  const keys = chain.map(({ kind, label }) => JSON.stringify([scope, kind, label]));
  const added = new Set(keys.filter((key) => !nodes.has(key)));
  if (nodes.size + added.size > mostNodes) return false;
  chain.forEach(({ kind, label }, index) => {
    const key = keys[index] ?? '';
    if (!nodes.has(key)) nodes.set(key, { id: `n${nodes.size}`, label: mermaidLabel(label), kind });
  });
  for (let index = 1; index < keys.length; index++) {
    const [from, to] = [nodes.get(keys[index - 1] ?? '')?.id ?? '', nodes.get(keys[index] ?? '')?.id ?? ''];
    const wasNew = edges.get(`${from} ${to}`)?.isNew === true;
    edges.set(`${from} ${to}`, { from, to, isNew: wasNew || index - 1 === newConnection });
  }
  return true;
}

function shape(kind: 'subject' | 'step' | 'permission', label: string): string {
  if (kind === 'subject') return `(["${label}"])`;
  return kind === 'permission' ? `{{"${label}"}}` : `["${label}"]`;
}
