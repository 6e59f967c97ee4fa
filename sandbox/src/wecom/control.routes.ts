import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';

const Address = z.object({
  url: z.url().max(512),
  token: z.string().min(1).max(64),
  encodingAesKey: z.string().regex(/^[A-Za-z0-9]{43}$/),
  agentId: z.int().default(1000002),
});
const Switches = z.object({
  duplicates: z.int().min(0).max(20).default(0),
  probesSignature: z.boolean().default(false),
  isHeld: z.boolean().default(false),
});
const Release = z.object({ order: z.enum(['kept', 'reversed']).default('kept') });
const Trust = z.object({ agentId: z.int(), isTrusted: z.boolean() });

const Leaving = z.object({ userid: z.string().max(64) });

const ArchiveKey = z.object({
  version: z.int().min(1),
  publicKey: z.string().startsWith('-----BEGIN'),
  /** For a box in the place of one that ended. */
  firstSeq: z.int().min(1).optional(),
});

/** Levers of WeCom for tests and what its administrator sets. */
export function wecomControlRoutes(app: FastifyInstance, world: World): void {
  const { wecom } = world;
  const levers: Readonly<Record<string, (body: unknown) => object | Promise<object>>> = {
    'callback-address': async (body) => {
      const refusal = await wecom.callbacks.verify(Address.parse(body));
      return { isTaken: refusal === null, refusal };
    },
    'callback-switches': (body) => {
      wecom.callbacks.switches = Switches.parse(body ?? {});
      return {};
    },
    'callback-release': (body) => {
      wecom.callbacks.release(Release.parse(body ?? {}).order);
      return {};
    },
    'trusted-address': (body) => {
      const { agentId, isTrusted } = Trust.parse(body);
      if (isTrusted) wecom.distrusted.delete(agentId);
      else wecom.distrusted.add(agentId);
      return {};
    },
    'token-revocation': () => {
      wecom.tokens.revokeAll();
      return {};
    },
    'employee-leaves': (body) => {
      wecom.left.add(Leaving.parse(body).userid);
      return {};
    },
    'archive-key': (body) => {
      const { version, publicKey, firstSeq } = ArchiveKey.parse(body);
      wecom.archive.setKey(version, publicKey);
      if (firstSeq !== undefined) wecom.archive.countFrom(firstSeq);
      return {};
    },
    'welcome-conflict': () => {
      wecom.welcomes.letAnotherAppTake();
      return {};
    },
  };
  for (const [name, pull] of Object.entries(levers)) {
    app.post(`/__control/wecom/${name}`, async (request, reply) => {
      try {
        return await pull(request.body);
      } catch (error) {
        if (error instanceof z.ZodError) return reply.code(400).send({ message: z.prettifyError(error) });
        throw error;
      }
    });
  }
  // Answers when nothing is under way any more.
  app.get('/__control/wecom/deliveries', async () => {
    await wecom.callbacks.settled();
    return { deliveries: wecom.callbacks.deliveries };
  });
}
