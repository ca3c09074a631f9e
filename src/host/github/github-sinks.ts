import { error, info, notice, setOutput, warning } from '@actions/core';
import type { Annotation } from './github-annotations.ts';

const write = { error, warning, notice };

/** Writes one annotation. */
export function annotate({ level, message, properties }: Annotation): void {
  write[level](message, properties);
}

/** Sets outputs of the action. The verdict never depends on a file that cannot be written: then the log says so. */
export function setOutputs(outputs: Readonly<Record<string, string | number>>): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch {
    info('The outputs could not be written (GITHUB_OUTPUT is not writable).');
  }
}
