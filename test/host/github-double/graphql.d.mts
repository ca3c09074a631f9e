/** Runs a request against GitHub's own schema: what is not in it is refused. */
export function runGraphql(
  source: string,
  variables: Readonly<Record<string, unknown>>,
  root: object,
): Promise<{ readonly data?: unknown; readonly errors?: readonly unknown[] }>;
