import { pathBelow } from '../../../kube/kustomization.ts';
import { canonical, isMapping, list, type Mapping, mapping, text, valueUnder } from '../../../plain-values.ts';
import type { FileView } from '../../model/file-view.ts';
import { isOpenText } from '../../model/go-template.ts';
import { valuesNamed } from '../../model/values-named.ts';
import { mergePatch } from '../argocd/application-set.ts';

/** The values that conditions and templates of a helmfile ask, of each environment. */
export class Environments {
  readonly #values = new Map<string, unknown>();
  /** The files that say so. */
  readonly files: string[] = [];

  constructor(view: FileView, folder: string, documents: readonly Mapping[]) {
    const stated = documents.flatMap(({ environments }) => Object.entries(mapping(environments)));
    const common = documents.flatMap(({ values }) => list(values));
    for (const [name, environment] of stated.length > 0 ? stated : [['default', {}] as const]) {
      let merged: unknown = this.#values.get(name) ?? {};
      for (const item of [...common, ...list(mapping(environment).values)]) {
        const path = text(item) === undefined ? undefined : pathBelow(folder, text(item) ?? '');
        if (path !== undefined) this.files.push(path);
        const value = isMapping(item) ? item : path === undefined ? undefined : view.documents(path)[0]?.value;
        if (isMapping(value)) merged = mergePatch(merged, value);
      }
      this.#values.set(name, merged);
    }
  }

  /** All that they say. */
  get stated(): readonly unknown[] {
    return [...this.#values];
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** What conditions of templates ask of an environment, as it says. */
  asked(name: string, conditions: readonly string[]): string {
    const paths = valuesNamed(conditions.join(' ').replaceAll('.StateValues', '.Values'));
    return canonical(paths.map((path) => valueUnder(this.#values.get(name), ...path)));
  }

  /** The environments in which a condition (`redis.enabled`) is not known to be off. */
  where(condition: string): readonly string[] {
    return [...this.#values].flatMap(([name, values]) => {
      let value: unknown = values;
      for (const key of condition.split('.')) value = isMapping(value) ? value[key] : undefined;
      const isOff = value === false || (typeof value === 'string' && !isOpenText(value) && value !== 'true');
      return isOff ? [] : [name];
    });
  }
}
