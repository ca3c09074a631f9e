/** The paths of `.Values` that a template names: `.Values.rbac.create`, `$.Values.rbac`, `index .Values "rbac"`. */
export function valuesNamed(template: string): readonly (readonly string[])[] {
  const dotted = [...template.matchAll(/\.Values((?:\.[A-Za-z_][\w]{0,100}){1,10})/g)].map((match) =>
    (match[1] ?? '').slice(1).split('.'),
  );
  const indexed = [...template.matchAll(/(?:index|get)\s+\$?\.Values((?:\s+"[^"\n]{1,100}"){1,5})/g)].map((match) =>
    [...(match[1] ?? '').matchAll(/"([^"]+)"/g)].map((part) => part[1] ?? ''),
  );
  return [...dotted, ...indexed];
}
