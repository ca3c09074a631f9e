import { controlsOf } from '../pod-security/standards.ts';
import { judgedMinor, type LevelVersion, type Mode, modes, type PodSecurity, rank } from './pod-security-labels.ts';

/** Less is demanded of pods than before. */
export interface Lowering {
  readonly mode: Mode;
  /** Whether the level is lower, or only its version. */
  readonly field: 'level' | 'version';
  readonly before: LevelVersion;
  readonly after: LevelVersion;
  /** Controls that no longer judge pods. */
  readonly lost: readonly string[];
}

/** Where the one demands more than the other: a higher level, or controls that only a newer version of it has. */
export function loweringsOf(before: PodSecurity, after: PodSecurity): readonly Lowering[] {
  const all = modes.flatMap((mode): readonly Lowering[] => {
    const [was, is] = [before[mode], after[mode]];
    const lost = lostControls(was, is);
    const common = { mode, before: was, after: is, lost };
    if (rank(was.level) > rank(is.level)) return [{ ...common, field: 'level' }];
    return lost.length > 0 ? [{ ...common, field: 'version' }] : [];
  });
  // Whoever is no longer refused is no longer warned either: said once.
  const refusal = all.find(({ mode }) => mode === 'enforce');
  return all.filter(({ mode, before: was, after: is }) => {
    return mode !== 'warn' || was.level !== refusal?.before.level || is.level !== refusal.after.level;
  });
}

/** Controls of the one that the other lacks, or has in a form that allows more. */
function lostControls(before: LevelVersion, after: LevelVersion): readonly string[] {
  const kept = controlsOf(after.level, judgedMinor(after));
  return controlsOf(before.level, judgedMinor(before)).flatMap(({ control, revision }) => {
    const other = kept.find((each) => each.control.id === control.id || each.control.insteadOf === control.id);
    const isWeaker =
      control === other?.control && other.revision.since < revision.since && revision.isStricter === true;
    if (other !== undefined && !isWeaker) return [];
    // Baseline's own form of it may judge the same.
    const isSame = kept.some((each) => each.revision.violations === revision.violations);
    return isSame ? [] : [control.id];
  });
}
