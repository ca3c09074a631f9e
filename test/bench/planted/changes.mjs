import { argoAndFlux } from './declared.mjs';
import { charts, cleanCharts } from './helm.mjs';
import { cleanKustomizations, kustomizations } from './kustomize.mjs';

/** Changes that give someone more, leak something, or deliver something from elsewhere: each says how the binary shows it. */
export function* plantedChanges(cloneOf) {
  yield* kustomizations(cloneOf);
  yield* charts(cloneOf);
  yield* argoAndFlux(cloneOf);
}

/** Changes that nobody should be stopped for. */
export function* cleanChanges(cloneOf) {
  yield* cleanKustomizations(cloneOf);
  yield* cleanCharts(cloneOf);
}
