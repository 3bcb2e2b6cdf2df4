/** Lines to the person who watches: what is done now, and how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  process.stdout.write(`  ${what} … `);
  const answer = await work();
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  return answer;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
