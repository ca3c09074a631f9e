import { version } from '../version.ts';

/** Where the program broke, without the error's message: that may quote what was being read. */
export function internalError(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((l) => /^\s+at /.test(l)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  return [`gitops-gate ${version}: internal error (${name}), please report it with these lines`, ...frames].join('\n');
}
