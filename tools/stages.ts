export type Stage = () => Promise<number>;

const seconds = new Map<string, number>();

/**
 * Runs stages in order; a later one still runs after an earlier one failed, so one run tells everything.
 * @param atOnce how many at a time, where none needs what another one makes
 */
export async function stages(list: Readonly<Record<string, Stage>>, atOnce = 1): Promise<boolean> {
  const waiting = Object.entries(list);
  let isGood = true;
  const runner = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, stage] = next;
      console.error(`\n— ${name}`);
      const started = performance.now();
      const code = await stage();
      seconds.set(name, (performance.now() - started) / 1000);
      if (code !== 0) {
        console.error(`✗ ${name} failed`);
        isGood = false;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return isGood;
}

export function printStageSeconds(): void {
  console.log('\nstage                 seconds');
  for (const [name, value] of seconds) console.log(`${name.padEnd(20)} ${value.toFixed(1).padStart(8)}`);
}
