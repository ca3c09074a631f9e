/** When the summary comment is written: on every judgement, only once there was something to say, or never. */
export const summaryModes = ['always', 'when-found', 'off'] as const;

export type SummaryMode = (typeof summaryModes)[number];
