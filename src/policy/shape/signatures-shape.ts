import { checked, choice, list, mapping, quote, record, type Shape, text } from './shape.ts';
import { email, glob, line, shortName, url } from './text-shapes.ts';

/** Key ids (8 or 16 digits) can be forged; only a whole fingerprint names a key. */
const key = checked(
  text(
    /^\S(.*\S)?$/u,
    'a key’s whole fingerprint or a principal',
    'SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU',
  ),
  (value, path, complain) => {
    if (/^(0x)?[0-9A-Fa-f]{8}([0-9A-Fa-f]{8})?$/.test(value.replaceAll(' ', ''))) {
      complain(path, 'value', `${quote(value)} is a key id, which can be forged`, 'write the whole fingerprint');
    }
  },
);

const signer = record(
  {
    name: { shape: line, description: 'How reports name the signer. Default: the key.' },
    emails: {
      shape: list(email),
      description: 'The only email addresses this key may commit with. Default: those the key names.',
    },
    roles: { shape: list(shortName), description: 'Roles that `require` names. `admin` may change the gate itself.' },
  },
  'may be empty',
);

const forge = record(
  {
    accept: {
      shape: choice(['none', 'merges', 'all']),
      description: 'Which forge-signed commits are accepted; `merges`: those that only merge. Default: merges.',
    },
    bots: { shape: list(email), description: 'Author emails of bots whose forge-signed commits are accepted.' },
    keys: { shape: list(key), description: 'Whole fingerprints of forge keys alongside the built-in ones.' },
  },
  'may be empty',
);

const gitsignIdentity = record({
  subject: { shape: line, description: 'The identity in the certificate.', required: true },
  issuer: { shape: url, description: 'The OIDC issuer that vouches for it.', required: true },
  roles: { shape: list(shortName), description: 'Roles of this identity.' },
});

function requirementShape(ruleId: Shape<string>) {
  return checked(
    record({
      paths: { shape: list(glob, 1), description: 'Commits that touch these paths are meant.' },
      rules: { shape: list(ruleId, 1), description: 'Changes that these rules find something in are meant.' },
      signers: {
        shape: list(line, 1),
        description: 'Names that `signers` gives, literal principals or fingerprints; one of them must have signed.',
      },
      roles: { shape: list(shortName, 1), description: 'Roles; the signer must have one of them.' },
    }),
    ({ paths, rules, signers, roles }, path, complain) => {
      if (!paths && !rules) complain(path, 'key', 'a requirement that is about nothing', 'name paths or rules');
      if (!signers && !roles) complain(path, 'key', 'a requirement that nobody can meet', 'name signers or roles');
    },
    {
      allOf: [
        { anyOf: [{ required: ['paths'] }, { required: ['rules'] }] },
        { anyOf: [{ required: ['signers'] }, { required: ['roles'] }] },
      ],
    },
  );
}

/** The key `signatures` of policy.yaml. */
export function signaturesShape(ruleId: Shape<string>) {
  return record(
    {
      identity: {
        shape: choice(['committer', 'committer-and-author', 'none']),
        description: 'Whose email must belong to the signer. Default: committer.',
      },
      onPush: {
        shape: choice(['report', 'block']),
        description: 'Whether signature findings block on push events, where it is too late. Default: report.',
      },
      signers: {
        shape: mapping(signer, key),
        description: 'Overrides what a key says of itself, by its whole fingerprint or its literal principal.',
      },
      require: { shape: list(requirementShape(ruleId)), description: 'Who must sign what.' },
      forge: { shape: forge, description: 'What of the forge’s own signatures is accepted.' },
      identities: { shape: list(gitsignIdentity), description: 'Identities trusted in gitsign (Sigstore) signatures.' },
    },
    'may be empty',
  );
}
