import { load } from 'js-yaml';
import type { Loosening } from '../../src/kube/loosening.ts';
import { type Mapping, mapping } from '../../src/plain-values.ts';

/** A mapping that is written as YAML. */
export const yaml = (text: string): Mapping => (text === '' ? {} : mapping(load(text)));

/** All that is said: severity, place, what it does, where it was where it is gone, details, and in brackets what it is about. */
export function said(found: readonly Loosening[]): readonly string[] {
  return found.map(({ severity, path, formerPath, what, details = [], subject }) => {
    const former = formerPath === undefined ? '' : ` < ${formerPath.join('.')}`;
    return [`${severity} ${path.join('.')}${former}: ${what}`, ...details, `[${subject.join('; ')}]`].join(' ');
  });
}

/** The same with what to do about it. */
export function advised(found: readonly Loosening[]): readonly string[] {
  return found.flatMap((each) => [...said([each]), each.remedy]);
}
