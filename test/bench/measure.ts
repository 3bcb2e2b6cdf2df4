export type Measured = { medianMs: number; lowMs: number; highMs: number; runs: number };

function summarise(times: readonly number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { medianMs: at(0.5), lowMs: at(0), highMs: at(1), runs: times.length };
}

/** Runs `work` a few times for nothing, then `runs` times with the clock. */
export async function measure(work: () => unknown, runs: number, warmUps = 1): Promise<Measured> {
  for (let run = 0; run < warmUps; run += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return summarise(times);
}

/** Runs two in turn, so that whatever else the machine does falls on both. */
export async function measurePair(
  ours: () => unknown,
  theirs: () => unknown,
  runs: number,
): Promise<{ ours: Measured; theirs: Measured }> {
  await ours();
  await theirs();
  const [mine, other]: [number[], number[]] = [[], []];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await ours();
    const between = performance.now();
    await theirs();
    mine.push(between - startedAt);
    other.push(performance.now() - between);
  }
  return { ours: summarise(mine), theirs: summarise(other) };
}
