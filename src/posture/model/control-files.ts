/** Where each forge looks for CODEOWNERS, the first that is there holds. */
export const codeOwnersPaths = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
} as const;

/** A forge that reads CODEOWNERS; Gitea and Forgejo are taken for GitHub. */
export type CodeOwnersForge = keyof typeof codeOwnersPaths;

/** Whether GitHub Actions reads a workflow at this path, or Gitea or Forgejo, whose workflows are written alike. */
export function isWorkflow(path: string): boolean {
  return /^\.(github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/** Whether two workflows are in one folder: each forge reads its own. */
export function isSameFolder(path: string, other: string): boolean {
  return path.slice(0, path.lastIndexOf('/')) === other.slice(0, other.lastIndexOf('/'));
}

/** Whether a workflow step may use the file at this path as a local action. */
export function isLocalAction(path: string): boolean {
  return /(^|\/)action\.ya?ml$/.test(path);
}

/** Whether GitLab may read its pipeline from this path: the usual file, and what is usually included from it. */
export function isGitlabPipeline(path: string): boolean {
  return /(^|[./])gitlab-ci\.ya?ml$/.test(path) || /^(\.gitlab|\.gitlab-ci|ci|\.ci)\/.*\.ya?ml$/.test(path);
}

/** Whether Bitbucket, Azure, CircleCI, Woodpecker or Buildkite usually read their pipeline from this path. */
export function isOtherPipeline(path: string): boolean {
  return (
    /^(bitbucket-pipelines|\.woodpecker|\.circleci\/config)\.ya?ml$/.test(path) ||
    /^\.(azure-pipelines|azuredevops|woodpecker|buildkite)\/.*\.ya?ml$/.test(path) ||
    /(^|\/)azure-pipelines[^/]*\.ya?ml$/.test(path)
  );
}

/** Whether a file is read as a pipeline of any forge. */
export function isPipeline(path: string): boolean {
  return isWorkflow(path) || isLocalAction(path) || isGitlabPipeline(path) || isOtherPipeline(path);
}

/** Whether a file may run the gate, or say who must review a change to it: what `Change.controlFiles` holds. */
export function isControlFile(path: string): boolean {
  const owners: readonly string[] = [...codeOwnersPaths.github, ...codeOwnersPaths.gitlab];
  return isPipeline(path) || owners.includes(path);
}
