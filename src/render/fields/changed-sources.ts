import { isCandidate } from '../../kube/candidate.ts';
import { pathBelow } from '../../kube/kustomization.ts';
import type { Position } from '../../kube/resource.ts';
import { canonical, list, type Mapping, mapping, strings, text } from '../../plain-values.ts';
import type { Views } from '../blame/locator.ts';
import type { Part } from '../graph/part.ts';
import { type ClosureTexts, mayCount } from './closure-texts.ts';
import { maySource, type ReplacementSource, replacementSources } from './replacement-reach.ts';

/** Something that becomes another, and where. */
interface ChangedSource {
  readonly position: Position;
  readonly by: string;
}

/** What of the objects that a root reads is put into others, or grants by its name, and becomes another. */
export class ChangedSources {
  readonly #views: Views;
  readonly #parts: readonly Part[];
  readonly #texts: ClosureTexts;

  constructor(views: Views, parts: readonly Part[], texts: ClosureTexts) {
    this.#views = views;
    this.#parts = parts;
    this.#texts = texts;
  }

  /** Objects whose values a kustomization's replacements and variables put into a role, a binding or an account. */
  replacing(part: Part): readonly ChangedSource[] {
    const uses = (words: string) => this.#texts.all.some(({ bytes }) => bytes.includes(words) && mayCount(bytes));
    const sources = replacementSources(this.#views.after, part.folder, this.#value(part, 'after'), uses);
    if (sources.length === 0) return [];
    const written = this.#texts.all.flatMap(({ path }): ChangedSource[] => {
      if (path === part.file || this.#texts.isSame(path)) return [];
      const isSource = this.#views.after.documents(path).some(({ value }) => {
        const { kind, metadata } = mapping(value);
        return kind !== undefined && maySource(sources, kind, mapping(metadata).name);
      });
      return isSource ? [{ position: this.#first(path), by: 'a replacement' }] : [];
    });
    return [...written, ...this.#parts.flatMap((each) => this.#generated(each, sources))];
  }

  /** Generators whose ConfigMap or Secret is such a source. */
  #generated(part: Part, sources: readonly ReplacementSource[]): readonly ChangedSource[] {
    return (['configMapGenerator', 'secretGenerator'] as const).flatMap((field) => {
      const kind = field === 'secretGenerator' ? 'Secret' : 'ConfigMap';
      return this.#changed(part, field)
        .filter(({ entry }) => maySource(sources, kind, mapping(entry).name))
        .map(({ position }) => ({ position, by: 'a replacement' }));
    });
  }

  /** ConfigMaps that grant by their name (`aws-auth`) and that a generator makes of other text than before. */
  granting(part: Part): readonly ChangedSource[] {
    return this.#changed(part, 'configMapGenerator')
      .filter(({ entry }) => isCandidate(Buffer.from(text(mapping(entry).name) ?? '')))
      .map(({ at }) => ({ position: at, by: 'a generated ConfigMap' }));
  }

  /** The entries of generators that differ, or of which a file does; `position` is where, `at` the entry. */
  #changed(part: Part, field: string) {
    const document = this.#views.after.documents(part.file)[0];
    const known = new Set(list(this.#value(part, 'before')[field]).map(canonical));
    return [...list(this.#value(part, 'after')[field]).entries()].flatMap(([index, entry]) => {
      const file = packedFiles(entry, part.folder).find((path) => !this.#texts.isSame(path));
      if (known.has(canonical(entry)) && file === undefined) return [];
      const at = { file: part.file, ...(document?.at([field, index]) ?? { line: 1, column: 1 }) };
      return [{ entry, at, position: file === undefined ? at : this.#first(file) }];
    });
  }

  #value({ file }: Part, side: 'before' | 'after'): Mapping {
    return mapping(this.#views[side].documents(file)[0]?.value);
  }

  #first(path: string): Position {
    return { file: path, line: this.#texts.firstLine(path), column: 1 };
  }
}

/** The files that an entry of a generator packs. */
function packedFiles(entry: unknown, folder: string): readonly string[] {
  const { files, envs, env } = mapping(entry);
  return [...strings(files), ...strings(envs), text(env) ?? ''].flatMap(
    (file) => pathBelow(folder, file.slice(file.indexOf('=') + 1)) ?? [],
  );
}
