/** The folder of a path, '' for the root of the repository. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Joins a folder and a relative path inside the repository; undefined where that leads out of it. */
export function pathBelow(folder: string, name: string): string | undefined {
  if (name.startsWith('/')) return undefined;
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of name.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The path of a name in a folder of the repository. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The way from a folder to a path of the repository, as a kustomization writes it. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [from, to].map((path) => (path === '' ? [] : path.split('/')));
  let shared = 0;
  while (shared < (start?.length ?? 0) && shared < (end?.length ?? 0) && start?.[shared] === end?.[shared]) shared++;
  const up = (start ?? []).slice(shared).map(() => '..');
  return [...up, ...(end ?? []).slice(shared)].join('/') || '.';
}

/** Whether a path is a folder or below it; everything is below ''. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
