import type { AccessGraph } from '../access-graph.ts';

/** Where a node is: its column, and its row in it, which may lie between two rows. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}

export interface Layout {
  /** By the node's number. */
  readonly spots: readonly Spot[];
  readonly columns: number;
  /** The height, in rows. */
  readonly rows: number;
}

const sweeps = 6;

/**
 * Layers from left to right (Sugiyama's method): a node is right of all that lead to it, what is allowed in the last column; in a column
 * nodes are in the order of the middle of their neighbours, so that few lines cross.
 */
export function layout({ nodes, edges }: AccessGraph): Layout {
  const columnOf = columns({ nodes, edges });
  const count = Math.max(...columnOf, 0) + 1;
  const layers: number[][] = Array.from({ length: count }, () => []);
  columnOf.forEach((column, number) => {
    layers[column]?.push(number);
  });
  const neighbours = nodes.map((_, number) => ({
    before: edges.flatMap(({ from, to }) => (to === number ? from : [])),
    after: edges.flatMap(({ from, to }) => (from === number ? to : [])),
  }));
  const position = new Array<number>(nodes.length).fill(0);
  const settle = (layer: number[]) =>
    layer.forEach((number, index) => {
      position[number] = index - (layer.length - 1) / 2;
    });
  layers.forEach(settle);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const side = sweep % 2 === 0 ? 'before' : 'after';
    for (const layer of side === 'before' ? layers : layers.toReversed()) {
      const middle = new Map(layer.map((number) => [number, mean(neighbours[number]?.[side] ?? [], position, number)]));
      layer.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
      settle(layer);
    }
  }
  const rows = Math.max(...layers.map((layer) => layer.length));
  const spots = nodes.map((_, number) => ({
    column: columnOf[number] ?? 0,
    row: (position[number] ?? 0) + (rows - 1) / 2,
  }));
  return { spots, columns: count, rows };
}

function mean(numbers: readonly number[], position: readonly number[], own: number): number {
  if (numbers.length === 0) return position[own] ?? 0;
  return numbers.reduce((sum, number) => sum + (position[number] ?? 0), 0) / numbers.length;
}

/** The longest way to each node; as many rounds as there are nodes end it also where ways lead in a circle. */
function columns({ nodes, edges }: Pick<AccessGraph, 'nodes' | 'edges'>): readonly number[] {
  const column = nodes.map(() => 0);
  const most = Math.min(nodes.length, 8);
  for (let round = 0; round < most; round++) {
    for (const { from, to } of edges) column[to] = Math.min(most, Math.max(column[to] ?? 0, (column[from] ?? 0) + 1));
  }
  const last = Math.max(...column, 1);
  return nodes.map(({ kind }, number) => (kind === 'permission' ? last : (column[number] ?? 0)));
}
