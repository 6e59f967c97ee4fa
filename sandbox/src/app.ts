import fastify, { type FastifyInstance } from 'fastify';
import { boxPageRoutes } from './box-page.routes.ts';
import { controlRoutes } from './control.routes.ts';
import { coreRoutes } from './core.routes.ts';
import { miniProgramRoutes } from './mini-program.routes.ts';
import { phoneRoutes } from './phone.routes.ts';
import { sampleStreamRoutes } from './sample-stream.routes.ts';
import { snsRoutes } from './sns.routes.ts';
import { wecomRoutes } from './wecom/wecom.routes.ts';
import { templateDeskRoutes } from './subscribe/template-desk.routes.ts';
import type { World } from './world.ts';

/**
 * The box as an HTTP server that is not listening yet.
 * @param appUrl where the mini-program runs in a browser; null: nowhere
 */
export function createSandbox(world: World, appUrl: string | null = null): FastifyInstance {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 65_536 });
  phoneRoutes(app, world);
  snsRoutes(app, world);
  coreRoutes(app, world);
  miniProgramRoutes(app, world);
  controlRoutes(app, world);
  templateDeskRoutes(app, world);
  sampleStreamRoutes(app);
  boxPageRoutes(app, appUrl);
  wecomRoutes(app, world);
  return app;
}
