export const compilesLate: string;
