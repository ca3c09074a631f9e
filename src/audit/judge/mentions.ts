/** What texts have that say what is logged, watched or sent, all of a line together: words that other configurations have as well come in pairs. */
const signs: readonly (readonly RegExp[])[] = [
  [/audit\.k8s\.io|audit[-_](?:policy[-_]file|log[-_]|webhook[-_])/],
  [/^[ \t]*- ["']?rule["']?:/m, /^[ \t]*["']?(?:condition|priority|override|enabled)["']?:/m],
  [/falco/i, /^[ \t]*(?:rules_files?|(?:stdout|http|program)_output|load_plugins):/m],
  [/^[ \t]*(?:- )?["']?alert["']?[ \t]*:/m, /^[ \t]*(?:- )?["']?expr["']?[ \t]*:/m],
  [/^[ \t]*["']?receivers["']?[ \t]*:/m, /^[ \t]*["']?route["']?[ \t]*:/m],
  [/^[ \t]*["']?sinks["']?[ \t]*:/m, /^[ \t]*["']?sources["']?[ \t]*:/m],
  [/^[ \t]*["']?clients["']?[ \t]*:/m, /^[ \t]*["']?scrape_configs["']?[ \t]*:/m],
  [/^[ \t]*["']?pipeline["']?[ \t]*:/m, /^[ \t]*["']?(?:inputs|filters|outputs)["']?[ \t]*:/m],
];

/** Whether a text, which may be no object, may say what is logged, watched or sent. */
export function mayBeWatching(text: string): boolean {
  return signs.some((all) => all.every((sign) => sign.test(text)));
}
