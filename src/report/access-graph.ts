import type { Access, AccessPath } from '../rbac/judge/access.ts';
import type { Severity } from '../severity.ts';

/** A larger graph is no longer read; the list of who gains what says the same. */
const mostNodes = 50;

export interface AccessNode {
  readonly kind: 'subject' | 'step' | 'permission';
  readonly scope: string;
  readonly label: string;
  /** Of a permission: how bad it is to have it. */
  readonly severity?: Severity;
}

/** A connection of two nodes, by their numbers. */
export interface AccessEdge {
  readonly from: number;
  readonly to: number;
  readonly isNew: boolean;
}

export interface AccessGraph {
  readonly nodes: readonly AccessNode[];
  readonly edges: readonly AccessEdge[];
  /** Ways there was no room for. */
  readonly notDrawn: number;
}

interface Drawing {
  readonly nodes: Map<string, AccessNode & { readonly number: number }>;
  readonly edges: Map<string, AccessEdge>;
}

/**
 * The ways to what was gained: subject → binding → role → permission. At most fifty nodes, worst ways first, and a way only where
 * the graph with it still `fits`. The same name in two scopes is two nodes.
 */
export function accessGraph(
  { paths }: Pick<Access, 'paths'>,
  fits: (graph: AccessGraph) => boolean = () => true,
): AccessGraph {
  let drawing: Drawing = { nodes: new Map(), edges: new Map() };
  let notDrawn = 0;
  for (const path of paths) {
    const next: Drawing = { nodes: new Map(drawing.nodes), edges: new Map(drawing.edges) };
    if (draw(next, path) && fits(graphOf(next, 0))) drawing = next;
    else notDrawn += 1;
  }
  return graphOf(drawing, notDrawn);
}

function graphOf({ nodes, edges }: Drawing, notDrawn: number): AccessGraph {
  return { nodes: [...nodes.values()].map(({ number: _, ...node }) => node), edges: [...edges.values()], notDrawn };
}

/** Adds a way; whether there was room. */
function draw({ nodes, edges }: Drawing, path: AccessPath): boolean {
  const { scope, subjects, steps, permission, severity, newConnection } = path;
  const who =
    subjects.length > 3 ? `${subjects.slice(0, 3).join(', ')} and ${subjects.length - 3} more` : subjects.join(', ');
  const chain: readonly AccessNode[] = [
    { kind: 'subject', scope, label: who },
    ...steps.map((label) => ({ kind: 'step', scope, label }) as const),
    { kind: 'permission', scope, label: permission, severity },
  ];
  const keys = chain.map(({ kind, label }) => JSON.stringify([scope, kind, label]));
  const added = new Set(keys.filter((key) => !nodes.has(key)));
  if (nodes.size + added.size > mostNodes) return false;
  const numbers = chain.map((node, index) => {
    const key = keys[index] ?? '';
    const found = nodes.get(key) ?? { ...node, number: nodes.size };
    nodes.set(key, found);
    return found.number;
  });
  numbers.slice(1).forEach((to, index) => {
    const from = numbers[index] ?? 0;
    const key = `${from} ${to}`;
    edges.set(key, { from, to, isNew: edges.get(key)?.isNew === true || index === newConnection });
  });
  return true;
}
