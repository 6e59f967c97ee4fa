import { build } from './build.ts';

/** Builds what is to be seen and draws it. What draws is loaded after: in a fresh clone it needs what is built. */
async function main(only: readonly string[]): Promise<boolean> {
  if (!(await build(['server', 'console', 'h5']))) return false;
  const { drawPictures } = await import('./draw-pictures.ts');
  return drawPictures(only);
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
