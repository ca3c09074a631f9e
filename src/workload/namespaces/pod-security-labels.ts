import { type Mapping, scalarText } from '../../plain-values.ts';
import { type Level, levels } from '../pod-security/control.ts';
import { isOpenText } from '../pod-security/open-text.ts';
import { newest } from '../pod-security/standards.ts';

/** What is done with pods below a level: they are refused, noted in the audit log, or warned of. */
export const modes = ['enforce', 'audit', 'warn'] as const;

export type Mode = (typeof modes)[number];

export interface LevelVersion {
  readonly level: Level;
  /** Minor version; undefined for the newest one, whatever that is. */
  readonly minor: number | undefined;
  /** Whether a template or a variable decides. */
  readonly isOpen: boolean;
}

export type PodSecurity = Readonly<Record<Mode, LevelVersion>>;

/** What the labels of the admission plugin begin with. */
export const podSecurityPrefix = 'pod-security.kubernetes.io/';

/** The label that states the level of a mode, or its version. */
export function labelOf(mode: Mode, field: 'level' | 'version'): string {
  return field === 'level' ? `${podSecurityPrefix}${mode}` : `${podSecurityPrefix}${mode}-version`;
}

/**
 * What the labels of a namespace demand of its pods, as the admission plugin reads them where its configuration sets no defaults
 * (k8s.io/pod-security-admission, api/helpers.go, PolicyToEvaluate). What a template decides may be anything: it demands
 * nothing.
 */
export function podSecurityOf(labels: Mapping): PodSecurity {
  return statedBy((mode, field) => labels[labelOf(mode, field)]);
}

/** The same of what states a level and a version for each mode under names of its own. */
export function statedBy(stated: (mode: Mode, field: 'level' | 'version') => unknown): PodSecurity {
  const read = (mode: Mode) => levelVersion(mode, stated(mode, 'level'), stated(mode, 'version'));
  const [enforce, audit, warn] = [read('enforce'), read('audit'), read('warn')];
  // Whoever is refused is warned as well.
  const isWarned = stated('warn', 'level') === undefined && rank(enforce.level) > rank(warn.level);
  return { enforce, audit, warn: isWarned ? { ...warn, level: enforce.level } : warn };
}

function levelVersion(mode: Mode, level: unknown, version: unknown): LevelVersion {
  const isOpen = [level, version].some(isOpenText);
  return {
    level: level === undefined ? 'privileged' : levelIn(mode, scalarText(level)),
    minor: minorIn(version),
    isOpen,
  };
}

/** A level that does not exist is refused by the plugin; where it is there already, it enforces the highest. */
function levelIn(mode: Mode, text: string): Level {
  const known = levels.find((level) => level === text);
  if (known !== undefined) return known;
  return mode === 'enforce' && !isOpenText(text) ? 'restricted' : 'privileged';
}

/** `v1.30`; what is not a version counts as the newest, what a template decides as the oldest. */
function minorIn(version: unknown): number | undefined {
  const text = scalarText(version);
  if (isOpenText(text)) return 0;
  const minor = /^v1\.(\d{1,4})$/.exec(text)?.[1];
  return minor === undefined ? undefined : Number(minor);
}

/** Higher where more is demanded. */
export function rank(level: Level): number {
  return levels.indexOf(level);
}

/** The minor version by which pods are judged. */
export function judgedMinor({ minor }: LevelVersion): number {
  return Math.min(minor ?? newest, newest);
}
