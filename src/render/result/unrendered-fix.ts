import type { NeededTools } from '../plan/plan.ts';

const fixes: readonly (readonly [RegExp, string])[] = [
  [/render\.seconds/, 'give rendering more time: render.seconds in the policy'],
  [/is not in this repository$/, 'correct the path, or put there what it is meant to deliver'],
  [/generator reads/, 'make that file plain YAML that is in this repository'],
  [/leaves files out/, 'leave files out by fewer patterns, of whole folders'],
  [/helmfile/, 'state values in place or in plain files, so that what the release gives can be judged'],
  [
    /is a link|leads out of the repository/,
    'copy what it names into this repository, below the folder that is delivered',
  ],
  [/it takes longer than|it was stopped|it gives more than/, 'make it smaller, or split it'],
  [/^its chart is for Kubernetes/, 'state the version of the clusters: kubernetesVersion in the policy'],
  [/ is not there\)?$|is not defined$/, 'add what is named, or take out what names it'],
  [/is no YAML that can be read/, 'correct its YAML'],
  [/roots deep/, 'declare it in a file that is delivered directly'],
];

/** What helps against the reason for which a root was not rendered; `needs` are the programs that building it takes. */
export function unrenderedFix(reason: string, needs: NeededTools = { kustomize: true, helm: true }): string {
  if (/\bon the PATH\b|\bis older than\b|\brendering is off\b/.test(reason)) {
    const programs = [...(needs.kustomize ? ['kustomize or kubectl'] : []), ...(needs.helm ? ['helm'] : [])];
    return `put ${programs.join(', and ')} on the PATH of this run`;
  }
  const known = fixes.find(([pattern]) => pattern.test(reason))?.[1];
  if (known !== undefined) return known;
  const commands = [...(needs.kustomize ? ['`kustomize build`'] : []), ...(needs.helm ? ['`helm template`'] : [])];
  return `make it build from this repository alone, without the network: ${commands.join(' or ')} shows what is wrong`;
}
