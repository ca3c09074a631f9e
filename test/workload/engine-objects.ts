import type { LoosenedObject } from '../../src/kube/loosening.ts';

/** What runs an engine next to another container. */
export const workload = (
  image: string,
  kind = 'Deployment',
  over: object = {},
  container: object = {},
  name = 'w',
) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 'system' },
  spec: {
    ...over,
    template: {
      spec: {
        containers: [
          { name: 'a', image: 'x' },
          { name: 'b', image, ...container },
        ],
      },
    },
  },
});
/** `<kind> <name>: <severity> <what> | <path> | <subject>`. */
export const said = (found: readonly LoosenedObject[]) =>
  found.flatMap(({ resource, loosenings }) =>
    loosenings.map(
      ({ what, severity, path, subject }) =>
        `${resource?.kind} ${resource?.name}: ${severity} ${what} | ${path.join('.')} | ${subject.join('; ')}`,
    ),
  );
