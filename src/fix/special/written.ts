/** A value as YAML has it on one line: bare where it needs no quotes. */
export function yamlScalar(value: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9._/-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** Lines, each indented by so many spaces. */
export function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => ' '.repeat(by) + line).join('\n');
}
