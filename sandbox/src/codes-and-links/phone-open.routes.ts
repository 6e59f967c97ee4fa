import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';
import { readCodeText } from './code-text.ts';

/** How a code or a link comes to the phone, and the scene the mini-program is told. */
const CODE_SCENES = { scan: 1047, long_press: 1048, album: 1049 } as const;
const LINK_SCENES = { inside: 1167, outside: 1194 } as const;
const SCHEME_SCENE = 1065;

const Opening = z.object({
  text: z.string().max(4_096),
  by: z.enum(['scan', 'long_press', 'album', 'inside', 'outside']).default('scan'),
});

interface Launch {
  readonly appId: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
}

/** The launch options that a mini-program would be opened with, or why nothing opens. */
function launchOf(world: World, { text, by }: z.infer<typeof Opening>): Launch | string {
  const code = readCodeText(text);
  if (code !== null) {
    const home = world.mini.consoles.find(code.appId)?.releasedPages[0];
    if (home === undefined) return 'no such mini-program';
    if (by === 'inside' || by === 'outside') return 'a code is scanned';
    // The page meets the scene as it travels in an address: it decodes it itself.
    const query = { scene: encodeURIComponent(code.scene) };
    return { appId: code.appId, path: code.page ?? home, query, scene: CODE_SCENES[by] };
  }
  const found = world.mini.links.find(text);
  if (found === null) return 'neither a code nor a link of a mini-program';
  if (found.isOver) return 'the link is over';
  const { link, cq } = found;
  const query = {
    ...Object.fromEntries(new URLSearchParams(link.query)),
    ...(cq === null ? {} : { cq: decodeURIComponent(cq) }),
  };
  const scene = link.kind === 'scheme' ? SCHEME_SCENE : LINK_SCENES[by === 'outside' ? 'outside' : 'inside'];
  return { appId: link.appId, path: link.path, query, scene };
}

/** What scanning a code or tapping a link gives to the phone. */
export function phoneOpenRoutes(app: FastifyInstance, world: World): void {
  app.post('/__phone/open', async (request, reply) => {
    const opening = Opening.safeParse(request.body);
    if (!opening.success) return reply.code(400).send({ message: z.prettifyError(opening.error) });
    const launch = launchOf(world, opening.data);
    if (typeof launch === 'string') return reply.code(422).send({ errMsg: `open:fail ${launch}` });
    return { errMsg: 'open:ok', ...launch };
  });
}
