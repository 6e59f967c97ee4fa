import { createReadStream, readdirSync, readFileSync, type ReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ContentDraft } from '@siyu/shared/contracts/content';
import { z } from 'zod';

const folder = fileURLToPath(new URL('../../src/demo/contents/', import.meta.url));

const Common = { title: z.string() };
/** What a file says: a poster names the file of its picture, and whatever leads to a lesson names its place. */
const Written = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('article'), ...Common }),
    z.object({ kind: z.literal('card'), target: z.string(), ...Common }),
    z.object({
      kind: z.literal('poster'),
      target: z.string(),
      picture: z.object({ file: z.string(), alt: z.string() }).loose(),
      ...Common,
    }),
  ])
  .and(z.record(z.string(), z.unknown()));
export type DemoContent = z.infer<typeof Written>;

/** The articles, the card and the poster of the demo firm; what leads to a lesson comes behind. */
export function demoContents(): readonly DemoContent[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Written.parse(JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))));
}

export const demoPicture = (file: string): ReadStream => createReadStream(`${folder}${file}`);

/**
 * A text as it is written in the console.
 * @param targetId of the lesson it leads to
 * @param pictureId of its picture, when it has one
 */
export function draftOfContent(
  content: DemoContent,
  targetId: string | null,
  pictureId: string | null,
): ContentDraft {
  return ContentDraft.parse({
    ...content,
    targetId,
    ...(content.kind === 'poster' && { picture: { ...content.picture, pictureId } }),
  });
}
