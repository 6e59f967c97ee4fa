const STEP_PERCENT = 10;

/** Says every tenth of the way, by bytes; silent for a pipe, whose length nobody knows. */
export function progressOf(say: (text: string) => void): (done: number, total: number) => void {
  let next = STEP_PERCENT;
  return (done, total) => {
    const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
    if (percent < next) return;
    say(`read ${percent} % (${megabytes(done)} of ${megabytes(total)} MB)\n`);
    next = percent - (percent % STEP_PERCENT) + STEP_PERCENT;
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
