import { buildDemo } from '../demo/demo.ts';
import { run } from '../run.ts';
import type { Arguments } from './arguments.ts';
import { inputsOf, personsHost } from './check.ts';

/** `demo`: the main job on a throwaway sample repository. Ends with 1, as a blocked change does. */
export async function demo(args: Arguments): Promise<number> {
  const sample = buildDemo();
  try {
    const inputs = inputsOf(args, 'check', { kind: 'request', base: 'main', head: 'change' });
    return await run({ ...inputs, repo: sample.directory }, personsHost(args));
  } finally {
    sample.remove();
  }
}
