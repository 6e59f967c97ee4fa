import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LessonDraft } from '@siyu/shared/contracts/content';

/** The same folder whether this runs from src or from dist: the compiler copies no JSON. */
const folder = fileURLToPath(new URL('../../src/demo/lessons/', import.meta.url));

/** The lessons of the demo firm, in the order of their paths. */
export function demoLessons(): readonly LessonDraft[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => LessonDraft.parse(JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))));
}
