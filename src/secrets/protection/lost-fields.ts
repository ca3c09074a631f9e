import { isMadeUp } from '../judge/plain-value.ts';
import { credentialKey, type KeyStrength } from '../value/credential-key.ts';
import { looksGenerated, looksRandom } from '../value/entropy.ts';
import type { Leaf } from './leaves.ts';
import { type Compared, cameFrom, lostLeaf } from './lost-in-pair.ts';
import type { LostLeaf } from './lost-leaf.ts';
import { isReadable } from './readable.ts';
import type { Use } from './uses.ts';

/** `existingSecret`, `envFrom`, `valuesFrom` that are gone, where there are literals instead. */
export function lostFields({ after, fresh, usesBefore, usesAfter }: Compared): readonly LostLeaf[] {
  const [old, now] = [usesBefore, usesAfter].map((uses) => new Counts(uses)) as [Counts, Counts];
  const gone = usesBefore.filter(
    (use) =>
      use.of === 'Secret' &&
      (use.is === 'field' || use.is === 'list') &&
      now.atPlaceOf(use) < old.atPlaceOf(use) &&
      // What only moved is named as often as before.
      now.named(use) < old.named(use),
  );
  if (gone.length === 0) return [];
  const missing = new Missing(gone);
  return fresh.flatMap((leaf) => {
    const use = missing.insteadOf(leaf);
    return use !== undefined && isReadable(leaf.text, leaf.key) ? [lostLeaf(after, leaf, cameFrom(use))] : [];
  });
}

const keyOf = (steps: readonly string[]): string => JSON.stringify(steps);

/** How often Secrets are used at each place, and under each name. */
class Counts {
  readonly #places = new Map<string, number>();
  readonly #names = new Map<string, number>();

  constructor(uses: readonly Use[]) {
    for (const use of uses) {
      if (use.of !== 'Secret') continue;
      this.#places.set(placeOf(use), this.atPlaceOf(use) + 1);
      this.#names.set(use.name, this.named(use) + 1);
    }
  }

  atPlaceOf(use: Use): number {
    return this.#places.get(placeOf(use)) ?? 0;
  }

  named({ name }: Use): number {
    return this.#names.get(name) ?? 0;
  }
}

/** `configFileSecret: vpn-config` names another Secret instead. */
const isObjectName = (text: string): boolean => /^[a-z0-9][a-z0-9.-]{0,252}$/.test(text) && !looksGenerated(text);

const placeOf = ({ holder, field }: Use): string => keyOf([...holder, field]);

/** Uses that are gone, found by the leaves that are in their place. */
class Missing {
  readonly #targets = new Map<string, Use>();
  /** By the mapping that held the use: whatever is in it may be instead of it. */
  readonly #own = new Map<string, Use>();
  /** By the mapping around that one: a credential in it may be. */
  readonly #around = new Map<string, Use>();

  constructor(gone: readonly Use[]) {
    for (const use of gone) {
      if (use.target !== undefined) this.#targets.set(keyOf(use.target), use);
      else {
        this.#own.set(keyOf(use.holder), use);
        if (use.is === 'field') this.#around.set(keyOf(use.holder.slice(0, -1)), use);
      }
    }
  }

  insteadOf({ steps, key, text }: Leaf): Use | undefined {
    const strength = credentialKey(key);
    const target = this.#targets.get(keyOf(steps)) ?? this.#variables(steps, strength);
    if (target !== undefined) return target;
    const isCredential = strength !== 'none' && !(strength === 'name' && isObjectName(text));
    if (!isCredential && !looksRandom(text) && !isMadeUp(text, key)) return undefined;
    for (let length = steps.length; length >= 0; length--) {
      const place = keyOf(steps.slice(0, length));
      const use = this.#own.get(place) ?? (isCredential ? this.#around.get(place) : undefined);
      if (use !== undefined) return use;
    }
    return undefined;
  }

  /**
   * What gave variables is gone from the mapping in which the leaf is one: whatever it says, it may be one of them. Those that Flux puts into
   * manifests are names and sizes as often, so that the name has to speak of a secret.
   */
  #variables(steps: readonly string[], strength: KeyStrength): Use | undefined {
    for (let length = steps.length - 1; length >= 0; length--) {
      const use = this.#own.get(keyOf(steps.slice(0, length)));
      if (use === undefined) continue;
      // `env.NAME`, `env[NAME].value`; what is further in names where the value comes from.
      const [, member, ...more] = steps.slice(length + 1);
      const isOwn = more.length === 0 && (member === undefined || member === 'value');
      const isOne = isOwn && givesVariables(use) && isVariables(steps[length] ?? '');
      return isOne && (use.field !== 'substituteFrom' || strength !== 'none') ? use : undefined;
    }
    return undefined;
  }
}

/** `envFrom`, `substituteFrom`; `extraEnvVarsSecret` of charts. */
const givesVariables = ({ is, field }: Use): boolean =>
  is === 'list' ? /^(?:env|vars|substitute)From$/.test(field) : is === 'field' && /env/i.test(field);

/** `env`, `extraEnvVars`, `substitute`. */
const isVariables = (field: string): boolean => /^(?:substitute|vars|[a-z]{0,20}env[a-z]{0,20})$/i.test(field);
