import type { Path } from '../../yaml/document.ts';
import type { SignaturePolicy, SignatureRequirement, SignerEntry } from '../policy.ts';
import { quote } from '../shape/shape.ts';
import {
  added,
  compareList,
  compareValue,
  isWithin,
  listed,
  type PolicyDifference,
  plain,
  same,
} from './policy-difference.ts';

/** Who signs, what must be signed, and what a forge may sign. */
export function compareSignatures(before: SignaturePolicy, after: SignaturePolicy): readonly PolicyDifference[] {
  const identity = ['none', 'committer', 'committer-and-author'];
  const onPush = ['report', 'block'];
  const accept = ['all', 'merges', 'none'];
  const looser = (order: readonly string[]) => (was: string, is: string) => order.indexOf(is) < order.indexOf(was);
  const at = (...path: Path): Path => ['signatures', ...path];
  const identityOf = (one: { subject: string; issuer: string; roles: readonly string[] }) =>
    `${quote(one.subject)} of ${quote(one.issuer)} with the roles ${listed(one.roles)}`;
  return [
    ...compareValue(at('identity'), before.identity, after.identity, looser(identity)),
    ...compareValue(at('onPush'), before.onPush, after.onPush, looser(onPush)),
    ...compareSigners(before.signers, after.signers),
    ...compareRequirements(before.requirements, after.requirements),
    ...compareValue(at('forge', 'accept'), before.forge.accept, after.forge.accept, looser(accept)),
    ...compareList(before.forge.bots, after.forge.bots, at('forge', 'bots'), (bot) => `the bot ${quote(bot)}`),
    ...compareList(before.forge.keys, after.forge.keys, at('forge', 'keys'), (key) => `the forge key ${quote(key)}`),
    ...compareList(before.identities, after.identities, at('identities'), (one) => `the identity ${identityOf(one)}`),
  ];
}

/** Taking this role away needs an admin, as giving it does. */
const admin = 'admin';

/** A signer's entry overrides what its key says: anything but fewer emails or roles may give someone more. */
function compareSigners(before: readonly SignerEntry[], after: readonly SignerEntry[]): readonly PolicyDifference[] {
  const byKey = (signers: readonly SignerEntry[]) => new Map(signers.map((signer) => [signer.key, signer]));
  const [old, fresh] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), fresh.get(key)];
    if (same(was, is)) return [];
    const path: Path = ['signatures', 'signers', key];
    const code = ['signatures.signers', key, plain(is)];
    if (!was) {
      const what = `the signer ${quote(key)} is added with the roles ${listed(is?.roles)}`;
      return [{ path, what, code, weakens: true }];
    }
    if (!is) return [{ path, what: `the signer ${quote(key)} is left to what the key says`, code, weakens: true }];
    const fewerEmails = is.emails.length > 0 && isWithin(is.emails, was.emails);
    const losesAdmin = was.roles.includes(admin) && !is.roles.includes(admin);
    const sameRoles = isWithin(is.roles, was.roles) && !losesAdmin;
    const weakens = was.name !== is.name || !sameRoles || !(same(is.emails, was.emails) || fewerEmails);
    const what = `the signer ${quote(key)} becomes ${quote(is.name)}, emails ${listed(is.emails)}, roles ${listed(is.roles)}`;
    return [{ path, what, code, weakens }];
  });
}

function compareRequirements(
  before: readonly SignatureRequirement[],
  after: readonly SignatureRequirement[],
): readonly PolicyDifference[] {
  const asks = (by: SignatureRequirement, of: SignatureRequirement) =>
    isWithin(of.paths, by.paths) &&
    isWithin(of.rules, by.rules) &&
    isWithin(by.signers, of.signers) &&
    isWithin(by.roles, of.roles);
  const lost = before.filter((was) => !after.some((is) => asks(is, was)));
  const path: Path = ['signatures', 'require'];
  const name = ({ paths, rules }: SignatureRequirement) => `for ${listed([...paths, ...rules])}`;
  return [
    ...lost.map((was) => ({
      path,
      what: `the signature requirement ${name(was)} is gone or demands less`,
      code: ['signatures.require', 'weaker', plain(was)],
      weakens: true,
    })),
    ...added(before, after, path, (is) => `a signature requirement ${name(is)} is stated`, false),
  ];
}
