/** Whether a text has parts that are filled in where it is installed: by Helm, by Flux, by an OpenShift Template. */
export function isOpenText(value: unknown): boolean {
  return typeof value === 'string' && /\{\{|\$\{/.test(value);
}
