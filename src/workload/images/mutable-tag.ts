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

/** Whether the tag is a version with fewer parts than the one before (`1.25.3` to `1.25` or `1`), which moves with each release. */
export function isShortened(before: string | undefined, after: string | undefined): boolean {
  const [old, now] = [versionOf(before), versionOf(after)];
  if (old === undefined || now === undefined || old.variant !== now.variant) return false;
  if (now.parts.length >= old.parts.length) return false;
  return now.parts.length === 1 || now.parts.every((part, index) => part === old.parts[index]);
}

function versionOf(tag = ''): { readonly parts: readonly string[]; readonly variant: string } | undefined {
  const [, version, variant = ''] = /^v?(\d{1,6}(?:\.\d{1,6}){0,5})((?:-[\w.-]*)?)$/.exec(tag) ?? [];
  return version === undefined ? undefined : { parts: version.split('.'), variant };
}
