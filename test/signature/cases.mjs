// The cases that make-fixtures.mjs freezes: each is an object, the keys the base trusts, and the verdict it must get.

import { certificateCases } from './cases-certificates.mjs';
import { formCases } from './cases-forms.mjs';
import { hostileCases } from './cases-hostile.mjs';
import { openpgpCases } from './cases-openpgp.mjs';
import { sshCases } from './cases-ssh.mjs';

/** 2026-06-01, seconds: when the cases are judged; the commits claim to be of 2026-01-01. */
export const now = 1780272000;

export function fixtures(tools) {
  const certificates = {};
  const cases = [];
  const keep = {
    /** Remembers a certificate under a name that cases trust. */
    certificate(name, armor) {
      certificates[name] = armor;
      return name;
    },
    add(name, expected, object, trust = {}, rest = {}) {
      if (cases.some((each) => each.name === name)) throw new Error(`two cases are called ${name}`);
      const bytes = Buffer.from(object);
      const text = bytes.toString('latin1');
      cases.push({ name, expected, kind: 'commit', object: text, trust, ...rest });
    },
  };
  for (const part of [openpgpCases, sshCases, hostileCases, formCases, certificateCases]) part(tools, keep);
  return { now, certificates, cases };
}
