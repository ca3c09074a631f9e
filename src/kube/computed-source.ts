/** Whether a file is a program that makes manifests, of a language that tools compute where they deliver a folder: Jsonnet, CUE. */
export function isComputedSource(path: string): boolean {
  return /\.(?:jsonnet|libsonnet|cue)$/i.test(path);
}
