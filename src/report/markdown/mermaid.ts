import type { Access } from '../../rbac/judge/access.ts';
import { type AccessGraph, type AccessNode, accessGraph } from '../access-graph.ts';
import { clip, visible } from '../visible.ts';
import { count } from '../wording.ts';

const labelLength = 60;

/** Text of a Mermaid label: every character that could mean something to Mermaid, Markdown or HTML is written by its number. */
export function mermaidLabel(text: string): string {
  return clip(visible(text), labelLength).replace(
    /[^\p{L}\p{N} _./:,()…→-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}

/**
 * The ways to what was gained as a Mermaid flowchart in a fenced block of at most so many `characters`, new connections thick; what is
 * not drawn is counted. Undefined where nobody gains.
 */
export function mermaidGraph(access: Pick<Access, 'paths'>, characters = Number.POSITIVE_INFINITY): string | undefined {
  const graph = accessGraph(access, (drawn) => linesOf(drawn).join('\n').length <= characters);
  if (graph.nodes.length === 0) return undefined;
  const more = graph.notDrawn > 0 ? `\n\n${count(graph.notDrawn, 'more way')} not drawn.` : '';
  return `\`\`\`mermaid\n${linesOf(graph).join('\n')}\n\`\`\`${more}`;
}

function linesOf({ nodes, edges }: AccessGraph): readonly string[] {
  return [
    'flowchart LR',
    ...nodes.map((node, number) => `  n${number}${shape(node)}`),
    ...edges.map(({ from, to, isNew }) => `  n${from} ${isNew ? '==>' : '-->'} n${to}`),
  ];
}

function shape({ kind, label }: AccessNode): string {
  const text = mermaidLabel(label);
  if (kind === 'subject') return `(["${text}"])`;
  return kind === 'permission' ? `{{"${text}"}}` : `["${text}"]`;
}
