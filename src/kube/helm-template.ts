/**
 * A predicate for the paths that Helm renders as templates: below `templates/` of a directory with a `Chart.yaml`.
 * Nothing else may hold `{{ }}`: were a `Chart.yaml` alone enough, adding one at the top of a repository would buy
 * tolerant reading for all of it.
 */
export function helmTemplates(paths: Iterable<string>): (path: string) => boolean {
  const charts = new Set<string>();
  for (const path of paths) {
    if (path === 'Chart.yaml' || path.endsWith('/Chart.yaml')) charts.add(path.slice(0, -'Chart.yaml'.length));
  }
  return (path) => {
    const marker = 'templates/';
    for (let at = path.indexOf(marker); at !== -1; at = path.indexOf(marker, at + 1)) {
      if (charts.has(path.slice(0, at))) return true;
    }
    return false;
  };
}
