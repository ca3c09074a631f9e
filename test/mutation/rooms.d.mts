export function roomOf(file: string): string;
export function pathsOf(room: string, root: string): readonly string[];
