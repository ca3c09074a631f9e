export function distancesTo(file: string, root: string): Map<string, number>;
