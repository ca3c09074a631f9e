import { isMapping, list, type Mapping, mapping, text } from '../../plain-values.ts';
import type { FileView } from '../model/file-view.ts';
import type { Root } from '../model/root.ts';
import { generatedMaps, type KnownMap } from './generated-maps.ts';
import { type DeclaredObject, declaredObjects, nearest } from './objects.ts';

/** The ConfigMaps that objects of Flux take values and variables from. */
export class FluxMaps {
  readonly #view: FileView;
  readonly #configMapFiles: readonly string[];
  readonly #made: readonly DeclaredObject[];

  constructor(view: FileView, configMapFiles: readonly string[], objects: readonly DeclaredObject[]) {
    this.#view = view;
    this.#configMapFiles = configMapFiles;
    this.#made = objects.filter(({ group, kind }) => group === '' && kind === 'ConfigMap');
  }

  /** Variables with the values that are known; ConfigMaps first, `substitute` wins (fluxcd/pkg/kustomize, SubstituteVariables). */
  substitution(spec: Mapping, object: DeclaredObject): Pick<Root, 'substitution' | 'extraFiles'> {
    if (!isMapping(spec.postBuild)) return { substitution: undefined, extraFiles: [] };
    const values = new Map<string, string>();
    const extraFiles: string[] = [];
    let isOpen = false;
    for (const item of list(spec.postBuild.substituteFrom)) {
      const { kind, name } = mapping(item);
      const map = kind === 'ConfigMap' ? this.configMap(text(name) ?? '', object) : undefined;
      if (map === undefined) {
        isOpen = true;
        continue;
      }
      for (const file of map.files) extraFiles.push(file);
      for (const [key, value] of Object.entries(mapping(map.value.data))) {
        if (typeof value === 'string') values.set(key, value.replaceAll('\n', ''));
      }
    }
    for (const [key, value] of Object.entries(mapping(spec.postBuild.substitute))) {
      if (typeof value === 'string') values.set(key, value.replaceAll('\n', ''));
    }
    return { substitution: { values, isOpen }, extraFiles };
  }

  /** The ConfigMap of this name that is nearest to the object that asks for it: clusters have their own ones. */
  configMap(name: string, object: DeclaredObject): KnownMap | undefined {
    const made = this.#made.find((each) => each.name === name && each.file === object.file);
    if (made !== undefined) return { file: made.file, files: [], value: made.value };
    const holds = (path: string) => name !== '' && this.#view.bytes(path)?.includes(name) === true;
    const found = declaredObjects(this.#view, this.#configMapFiles.filter(holds));
    const written = found
      .filter((each) => each.kind === 'ConfigMap' && each.name === name)
      .map(({ file, value }) => ({ file, files: [file], value }));
    return nearest([...written, ...generatedMaps(this.#view, name)], object.file);
  }
}
