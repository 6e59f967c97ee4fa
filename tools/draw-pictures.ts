import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasChromium, openBrowser, startWhole } from '../e2e/harness/index.ts';
import { contactSheet, type Picture } from '../e2e/screens/contact-sheet.ts';
import { Studio } from '../e2e/screens/draw.ts';
import { SCENES } from '../e2e/screens/scenes.ts';
import { isPictured, statesOf } from '../e2e/screens/scene.ts';
import { enterWorld } from '../e2e/screens/world.ts';
import { SANDBOX_KEYS } from './sandbox-callbacks.ts';

const FOLDER = 'docs/screenshots';
const TOTAL_BYTES_MAX = 6_000_000;

/** Draws every state of every page into docs/screenshots and names what is wrong with any of them. */
export async function drawPictures(only: readonly string[]): Promise<boolean> {
  if (!hasChromium()) return false;
  mkdirSync(FOLDER, { recursive: true });
  if (only.length === 0) for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file));
  const whole = await startWhole({ demo: 'full', hasWecom: true, env: SANDBOX_KEYS });
  const opened = await openBrowser();
  const pictures: Picture[] = [];
  let isGood = true;
  try {
    const studio = new Studio(opened, await enterWorld(whole));
    for (const scene of SCENES) {
      if (only.length > 0 && !only.includes(scene.name)) continue;
      for (const isLargeText of [false, true]) {
        // The desk at 125 % shows the same states in less room: the one with most in it is enough.
        for (const state of isLargeText && scene.surface === 'console'
          ? statesOf(scene).slice(0, 1)
          : statesOf(scene)) {
          const name = [scene.name, state, ...(isLargeText ? ['large'] : [])].join('-');
          const { faults, picture } = await studio
            .draw(scene, {
              state,
              isLargeText,
              takesPicture: isPictured(scene, state, isLargeText),
            })
            .catch((error: unknown) => ({ faults: [String(error)], picture: null }));
          if (picture !== null) {
            writeFileSync(join(FOLDER, `${name}.webp`), picture);
            pictures.push({ scene, state, isLargeText, file: `${name}.webp` });
          }
          console.error(`${faults.length > 0 ? 'FAULTY' : picture === null ? 'looked' : 'drawn '} ${name}`);
          for (const fault of faults) console.error(`       ${fault}`);
          isGood &&= faults.length === 0;
        }
      }
    }
  } finally {
    await opened.close();
    await whole.close();
  }
  if (only.length === 0) writeFileSync(join(FOLDER, 'index.html'), contactSheet(pictures));
  const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + statSync(join(FOLDER, file)).size, 0);
  console.error(`${pictures.length} pictures, ${(bytes / 1e6).toFixed(1)} MB in ${FOLDER}`);
  return isGood && bytes <= TOTAL_BYTES_MAX;
}
