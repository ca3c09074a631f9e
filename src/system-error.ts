/** What the operating system calls an error (`EACCES`, `ENOENT`); undefined for an error of another kind. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error)) return undefined;
  return 'code' in error ? String(error.code) : String(error.syscall);
}
