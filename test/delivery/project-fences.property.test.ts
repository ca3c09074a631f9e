import { test } from '@jest/globals';
import fc from 'fast-check';
import { gainedSources, sourceFence } from '../../src/delivery/argocd/project-sources.ts';
import { runs } from '../thorough.ts';

/** Every address of up to four characters that the patterns below can tell apart. */
const letters = ['a', 'b', '/', 'x'];
const longer = (texts: readonly string[]) => texts.flatMap((each) => letters.map((letter) => each + letter));
const byLength = [1, 2, 3, 4].reduce<readonly (readonly string[])[]>(
  (all) => [...all, longer(all.at(-1) ?? [])],
  [['']],
);
const addresses = byLength.flat();

const part = fc.constantFrom('a', 'b', '/', '*', '**', '?', '{a,b/}', '[!a]', '[ab]');
const pattern = fc
  .tuple(fc.constantFrom('', '', '!'), fc.array(part, { minLength: 1, maxLength: 3 }))
  .map(([sign, parts]) => sign + parts.join(''));
const spec = fc.array(pattern, { maxLength: 3 }).map((sourceRepos) => ({ sourceRepos }));

test('a project gains repositories exactly where one is newly permitted', () => {
  fc.assert(
    fc.property(spec, spec, (before, after) => {
      const [was, is] = [sourceFence(before), sourceFence(after)];
      const isWider = addresses.some((each) => is.permits(each) && !was.permits(each));
      const gain = gainedSources(before, after);
      if (isWider && gain === undefined) throw new Error('not seen');
      if (gain !== undefined && gain.added.length + gain.removed.length === 0) throw new Error('nothing is named');
    }),
    { numRuns: runs(5000) },
  );
});
