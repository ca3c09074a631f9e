import type { Path } from '../../yaml/document.ts';
import type { Pattern } from '../model/pattern.ts';

/** `p, subject, resource, action, object, effect`. */
export interface PolicyLine {
  readonly subject: string;
  readonly resource: string;
  readonly action: Pattern;
  readonly object: Pattern;
  readonly isDeny: boolean;
  readonly path: Path;
  /** Whether it is one of Argo CD's own, which are always there. */
  readonly isBuiltIn?: boolean;
}
