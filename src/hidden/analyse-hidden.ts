import type { TouchedFile } from '../kube/touched-file.ts';
import { type HiddenCharacters, hiddenCharacters } from './hidden-characters.ts';
import type { HiddenPath } from './hiding-attributes.ts';

/** What the `.gitattributes` of a change newly hide from a diff. */
export interface HiddenManifests {
  /** Manifests, each with one attribute that hides it. */
  readonly paths: readonly HiddenPath[];
  /** Why it is not known what a `.gitattributes` hides, by file. */
  readonly unknown: readonly { readonly file: string; readonly why: string }[];
}

/** What a change keeps from a reviewer's eyes. */
export interface HiddenAnalysis {
  readonly manifests: HiddenManifests;
  readonly characters: readonly HiddenCharacters[];
}

/** Finds what a reviewer of the diff does not see. */
export function analyseHidden(touched: readonly TouchedFile[], manifests: HiddenManifests): HiddenAnalysis {
  return { manifests, characters: hiddenCharacters(touched) };
}
