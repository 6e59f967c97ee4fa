import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { UNATTENDED } from '@siyu/shared/contracts/route';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/index.ts';
import { Access, type AccessPolicy } from './access.ts';
import { AppError } from './app-error.ts';
import { Bound } from './bind.ts';
import { rememberCaller } from './caller.ts';
import { LoginLimiter } from './login-limiter.ts';
import { type Principal, PrincipalResolver } from './principal.ts';
import { StaffCookie } from './staff-cookie.ts';

/** Lets a request in only when its route says so: no policy, no entry. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
    private readonly cookie: StaffCookie,
    private readonly config: Config,
    private readonly limiter: LoginLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    const policy: AccessPolicy | undefined = this.reflector.get(Access, handler);
    const bound = this.reflector.get(Bound, handler);
    if (policy === undefined || bound === undefined || policy.audience !== bound.route.audience) {
      throw new AppError('http.forbidden', 403);
    }
    if (request.method !== 'GET' && bound.route.path.startsWith('/v1/console')) this.#checkOrigin(request);
    if (policy.audience === 'public') {
      if (request.method === 'POST') this.limiter.take(`${bound.route.id} ${request.ip}`);
      return true;
    }
    if (policy.audience === 'machine' && policy.isSigned === true) return true;
    const principal = await this.#resolve(request, policy.audience);
    if (principal === null || principal.audience !== policy.audience) {
      throw new AppError('http.unauthenticated', 401);
    }
    // A phone is lost sooner than a desk is: nobody reads a whole book off it in one go.
    if (policy.audience === 'adviser') this.limiter.take(`adviser ${principal.id}`);
    if (policy.audience === 'staff' && policy.isOwnMatter !== true) {
      if (principal.isHeldBack === true) throw new AppError('http.sign_in_unfinished', 403);
      if (!policy.roles.some((role) => principal.roles.includes(role)))
        throw new AppError('http.forbidden', 403);
    }
    rememberCaller(request, principal);
    return true;
  }

  #resolve(request: FastifyRequest, audience: Principal['audience']): Promise<Principal | null> {
    const resolver = this.modules.get(PrincipalResolver, { strict: false });
    const bearer = /^Bearer ([^\s]{1,512})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
    const isUnattended = request.headers[UNATTENDED] !== undefined;
    return resolver.resolve({ bearer, cookie: this.cookie.read(request), isUnattended }, audience);
  }

  /** A browser names the page a write comes from; another site's page is refused though it carries the cookie. */
  #checkOrigin(request: FastifyRequest): void {
    const origin = request.headers.origin;
    const isOwn =
      origin !== undefined &&
      URL.canParse(origin) &&
      (new URL(origin).host === request.headers.host || origin === new URL(this.config.publicUrl).origin);
    if (!isOwn) throw new AppError('http.forbidden', 403);
  }
}
