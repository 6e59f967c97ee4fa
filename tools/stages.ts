export type Stage = () => Promise<number>;

const seconds = new Map<string, number>();

/** Runs stages in order; a later one still runs after an earlier one failed, so one run tells everything. */
export async function stages(list: Readonly<Record<string, Stage>>): Promise<boolean> {
  let isGood = true;
  for (const [name, stage] of Object.entries(list)) {
    console.error(`\n— ${name}`);
    const started = performance.now();
    const code = await stage();
    seconds.set(name, (performance.now() - started) / 1000);
    if (code !== 0) {
      console.error(`✗ ${name} failed`);
      isGood = false;
    }
  }
  return isGood;
}

export function printStageSeconds(): void {
  console.log('\nstage                 seconds');
  for (const [name, value] of seconds) console.log(`${name.padEnd(20)} ${value.toFixed(1).padStart(8)}`);
}
