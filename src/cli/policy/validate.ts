import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { idleEntries } from '../../gate/idle-entries.ts';
import { unknownScopes } from '../../gate/unknown-scopes.ts';
import { unsupportedTrust } from '../../gate/unrendered-root.ts';
import { openRepository } from '../../git/open-repository.ts';
import { InputError } from '../../input-error.ts';
import type { Policy } from '../../policy/policy.ts';
import { readTrustedFolder } from '../../policy/read-trusted-folder.ts';
import { type FolderEntry, trustedKind } from '../../policy/trusted-folder.ts';
import { type Validation, validatePolicy, validation } from '../../policy/validate-policy.ts';
import { redactText } from '../../report/redact.ts';
import { logText } from '../../report/terminal/workflow-command.ts';
import { visible } from '../../report/visible.ts';
import { count } from '../../report/wording.ts';
import { rules } from '../../rules/index.ts';
import { folderProblems } from '../../rules/repository/gate-changed/folder-problems.ts';
import { mayHaveAdmin } from '../../signature/trust/admin-keys.ts';
import { loadTrust } from '../../signature/trust/load-trust.ts';
import { signerNotes } from '../../signature/trust/unnamed-signers.ts';
import type { Arguments } from '../arguments.ts';
import { localFolder } from '../local-folder.ts';
import { idleRender } from './idle-render.ts';

const usual = '.gitops-gate';
const ruleIds = rules.map((rule) => rule.id);
const categoryOf = (id: string) => rules.find((rule) => rule.id === id)?.category;

/** `policy validate [FOLDER|FILE]`: 0 when the folder with its keys, or the one policy file, is good; 2 when it is not. */
export async function policyCommand(args: Arguments): Promise<number> {
  const [action, given] = args.positionals;
  if (action !== 'validate') {
    const what = `policy ${JSON.stringify(action)} is not known`;
    throw new InputError([{ what, fix: 'use: policy validate [FOLDER|FILE]' }]);
  }
  const path = given ?? (await usualFolder());
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const what = `${path} is a symbolic link, which the gate never follows where it is committed.`;
    throw new InputError([{ what, fix: 'Put the folder or file itself there.' }]);
  }
  const entries = localFolder(path);
  const { text, exitCode } =
    entries === undefined ? validatePolicy(readInput(path), path, ruleIds) : validateFolder(entries, path);
  const lines = logText(redactText(text.split('\n').map(visible).join('\n')));
  (exitCode === 0 ? process.stdout : process.stderr).write(lines);
  return exitCode;
}

/** The folder here, or at the top of the repository. */
async function usualFolder(): Promise<string> {
  if (isFolder(usual)) return usual;
  const repository = await openRepository(process.cwd());
  const top = relative(process.cwd(), join(repository.directory, usual));
  await repository.close();
  if (isFolder(top)) return top;
  const fix = '`gitops-gate init` writes one; another is named: policy validate FOLDER';
  throw new InputError([{ what: `There is no folder ${usual} here.`, fix }]);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function validateFolder(entries: readonly FolderEntry[], path: string): Validation {
  const folder = path.replace(/\/+$/, '');
  const problems = folderProblems(entries, folder, ruleIds);
  if (problems.length === 0 && !entries.some(({ path: file }) => isOfGate(file, folder))) {
    const what = `${folder} has neither a policy.yaml nor keys: it is not a folder of the gate.`;
    throw new InputError([{ what, fix: '`gitops-gate init` writes one; another is named: policy validate FOLDER' }]);
  }
  return validation(problems, `${folder}: valid\n${folderFacts(entries, folder).join('')}`);
}

const isOfGate = (file: string, folder: string) => trustedKind(file, folder) !== undefined || isLeftOut(file, folder);

/** What a good folder comes to, and what its owner may have meant otherwise. */
function folderFacts(entries: readonly FolderEntry[], folder: string): readonly string[] {
  const { policy, files } = readTrustedFolder(entries, folder, ruleIds);
  const trust = loadTrust(files, policy.signatures);
  const ssh = count(trust.allowedSigners.size, 'SSH key');
  const openpgp = count(files.openpgp.length, 'OpenPGP file');
  const hasAdmin = mayHaveAdmin(policy);
  const notes = [
    ...(policy.source === undefined ? [`there is no ${folder}/policy.yaml: the built-in defaults hold`] : []),
    ...(trust.trustsKeys ? [] : ['it trusts no key: signatures are reported and do not block']),
    ...(trust.trustsKeys && !hasAdmin ? [noAdmin] : []),
    ...(hasAdmin && trust.adminKeys.size === 0
      ? ['no trusted key is an admin’s: nobody can answer for a change of this folder']
      : []),
    ...signerNotes(trust),
    ...unsupportedTrust(policy, files),
    ...idleEntries(policy, categoryOf, Date.now()),
    ...missingScopes(policy, dirname(folder)),
    ...idleRender(policy.render, dirname(folder)),
    ...entries.flatMap(({ path }) =>
      isLeftOut(path, folder) ? `${path} is not read: keys are keys/*.asc and x509/*.pem` : [],
    ),
  ];
  return [
    `  failOn: ${policy.failOn}; trusts ${ssh} and ${openpgp}; ${count(trust.adminKeys.size, 'key')} of admins\n`,
    ...notes.map((note) => `  note: ${note}\n`),
  ];
}

/** Scopes that no cluster of the policy and no folder is called by; what is longer than one name, or a glob, may be of any files. */
function missingScopes(policy: Policy, top: string): readonly string[] {
  const names = policy.clusters.map(({ name }) => name);
  const isKnown = (stated: string) =>
    names.includes(stated) || !/^[\w-]+$/.test(stated) || existsSync(join(top, stated));
  return unknownScopes(policy, isKnown, names);
}

const noAdmin =
  'it names no admin (signatures.signers, roles: [admin]): whoever holds a trusted key may change this folder, and nobody answers for the pipeline';

/** A file where keys are, which the gate does not read. */
function isLeftOut(path: string, folder: string): boolean {
  const inside = path.slice(folder.length + 1);
  return (
    /^(?:keys|x509)\//.test(inside) && trustedKind(path, folder) === undefined && !/^[^/]+\/README\.md$/.test(inside)
  );
}

function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new InputError([
      { what: `${file} cannot be read`, fix: 'name a policy file, or a folder like .gitops-gate' },
    ]);
  }
}
