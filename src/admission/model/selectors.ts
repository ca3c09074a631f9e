import { type LabelSelector, readLabelSelector } from '../../rbac/model/label-selector.ts';

/** The label by which every namespace has its own name (KEP 2161). */
const nameLabel = 'kubernetes.io/metadata.name';

type Requirement = LabelSelector[number];

/**
 * What a selector leaves out that another one did not, in words, requirement by requirement: `namespace shop`, `objects with the label
 * debug`. Of one that cannot be read it is all of them.
 */
export function leftOut(before: unknown, after: unknown, whose: 'namespaces' | 'objects'): readonly string[] {
  const [was, is] = [readLabelSelector(before), readLabelSelector(after)];
  if (is === undefined) return [`all ${whose}, because of a selector that cannot be read,`];
  const former = was ?? [];
  return is.flatMap(
    (wanted) =>
      textOf(
        wanted,
        former.filter(({ key }) => key === wanted.key),
        whose,
      ) ?? [],
  );
}

/** Undefined where the former requirements on the same label leave out as much. */
function textOf(wanted: Requirement, former: readonly Requirement[], whose: string): string | undefined {
  const { key, operator, values } = wanted;
  const has = (name: Requirement['operator']) => former.filter((each) => each.operator === name);
  if (operator === 'Exists') {
    return has('Exists').length + has('In').length > 0 ? undefined : `${whose} without the label ${key}`;
  }
  if (operator === 'DoesNotExist') {
    return has('DoesNotExist').length > 0 ? undefined : `${whose} with the label ${key}`;
  }
  if (operator === 'NotIn') {
    const known = new Set(has('NotIn').flatMap((each) => each.values));
    const added = values.filter((value) => !known.has(value));
    return added.length === 0 || has('DoesNotExist').length > 0 ? undefined : named(whose, key, added);
  }
  const [old] = has('In');
  if (old === undefined) return `all ${whose} but ${named(whose, key, values, 'those')}`;
  const lost = old.values.filter((value) => !values.includes(value));
  return lost.length === 0 ? undefined : named(whose, key, lost);
}

function named(whose: string, key: string, values: readonly string[], called = whose): string {
  if (key === nameLabel && whose === 'namespaces')
    return `namespace${values.length === 1 ? '' : 's'} ${values.join(', ')}`;
  return `${called} with ${key}${values.length === 1 ? `=${values[0]}` : ` in (${values.join(', ')})`}`;
}
