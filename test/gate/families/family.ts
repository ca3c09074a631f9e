import type { Family } from '../families.ts';

/** Families of one rule, each as `[name, template, base, ...heads]`, where `#` in the template is what differs. */
export function familiesOf(
  rule: string,
  all: readonly (readonly [name: string, template: string, base: string, ...heads: string[]])[],
  file = 'prod/a.yaml',
): readonly Family[] {
  return all.map(([name, template, base, ...heads]) => {
    const filled = (text: string) => template.replace('#', () => text);
    return { rule, name, file, base: filled(base), heads: heads.map(filled) };
  });
}
