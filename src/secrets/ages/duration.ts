const seconds: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** Seconds of a duration as Go writes it (`1h30m`, `0`); undefined for anything else (time.ParseDuration). */
export function durationSeconds(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(?:\d{1,15}(?:\.\d{1,15})?(?:ns|us|µs|ms|s|m|h)){1,10}$/.test(text)) return undefined;
  let sum = 0;
  for (const [, number, unit] of text.matchAll(/([\d.]+)([a-zµ]+)/g))
    sum += Number(number) * (seconds[unit ?? ''] ?? 0);
  return sum;
}
