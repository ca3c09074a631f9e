/** A token, taken out of the environment: no program that this one starts gets it. */
export function takeVariable(name: string): string | undefined {
  const value = process.env[name]?.trim() || undefined;
  delete process.env[name];
  return value;
}
