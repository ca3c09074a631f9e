import type { ImageReference } from './reference.ts';

/** Tags that their publishers move to every new build. */
const moving: ReadonlySet<string> = new Set(
  `latest main master trunk head develop devel development dev edge nightly daily weekly canary snapshot rolling stable unstable
   testing test staging stage next beta alpha rc current mainline lts release experimental prod production live`.split(
    /\s+/,
  ),
);

/** Whether an image without a digest is another one tomorrow: no tag (which is `latest`), or one that says so. */
export function isMoving({ tag }: Pick<ImageReference, 'tag'>): boolean {
  if (tag === undefined) return true;
  const words = tag.toLowerCase().split(/[-_.]/);
  if (words.includes('latest')) return true;
  return moving.has(words[0] ?? '') && words.every((word) => !/\d/.test(word));
}

/**
 * Whether the tag says less of a version than the one before, so that it moves with each release: fewer parts (`1.25.3` to `1.25`, `1` or
 * `1.27`), whatever variant follows them (`1.25-alpine`), or none at all (`alpine`). A build or a candidate of its own does not move.
 */
export function isShortened(before: string | undefined, after: string | undefined): boolean {
  const [old, now] = [versionOf(before), versionOf(after)];
  if (old === undefined) return false;
  if (now === undefined) return old.parts.length > 1 && after !== undefined && !/\d/.test(after);
  if (now.parts.length >= old.parts.length) return false;
  const isOther = now.parts.some((part, index) => part !== old.parts[index]);
  if (old.variant !== now.variant && isBuild.test(now.variant)) return false;
  // A date, or the number of a build.
  if (now.parts.length === 1) return (now.parts[0] ?? '').length < 5;
  return !isOther || now.parts.length === 2;
}

/** What follows a version and names one build of it: `-rc.1`, `-20240102`, `-r3`, `-4f2a91c`. */
const isBuild = /^-(?:(?:rc|alpha|beta|pre|preview|dev|build|ga|b|r|p|rev|patch)?[.-]?\d[\d.]*|g?[0-9a-f]{7,40})$/i;

function versionOf(tag = ''): { readonly parts: readonly string[]; readonly variant: string } | undefined {
  const [, version, variant = ''] = /^v?(\d{1,6}(?:\.\d{1,6}){0,5})((?:-[\w.-]*)?)$/.exec(tag) ?? [];
  return version === undefined ? undefined : { parts: version.split('.'), variant };
}
