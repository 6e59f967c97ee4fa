import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Route } from '@siyu/shared/contracts/route';
import { Access, type AccessPolicy } from './access.ts';
import { Bound, type BoundRoute } from './bind.ts';

/** One handler of one controller, as it was found. */
export interface FoundHandler {
  readonly name: string;
  readonly route: Route | null;
  readonly policy: AccessPolicy | null;
}

/** Every handler that answers requests, bound or not. */
export function findHandlers(app: INestApplicationContext): readonly FoundHandler[] {
  const scanner = new MetadataScanner();
  const reflector = new Reflector();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance, name }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) return [];
      return scanner.getAllMethodNames(prototype).flatMap((method): FoundHandler[] => {
        const handler: unknown = Reflect.get(prototype, method);
        // Nest keeps the path of a handler under this key; without it a method answers no request.
        if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) return [];
        const bound = reflector.get<BoundRoute | undefined>(Bound.KEY, handler);
        const policy = reflector.get<AccessPolicy | undefined>(Access.KEY, handler);
        return [{ name: `${name}.${method}`, route: bound?.route ?? null, policy: policy ?? null }];
      });
    });
}

/** What is wrong between the handlers and the contracts, one sentence each. */
export function auditRoutes(handlers: readonly FoundHandler[]): readonly string[] {
  const seen = new Map<string, string>();
  return handlers.flatMap(({ name, route, policy }) => {
    const faults: string[] = [];
    if (route === null) faults.push(`${name} is not bound to a route of the contracts`);
    if (policy === null) faults.push(`${name} has no @Access: nobody may call it`);
    if (route !== null && policy !== null && route.audience !== policy.audience) {
      faults.push(`${name} lets in ${policy.audience}, its contract says ${route.audience}`);
    }
    if (policy?.audience === 'staff' && policy.roles.length === 0) faults.push(`${name} names no role`);
    if (route !== null) {
      const other = seen.get(route.id);
      if (other !== undefined) faults.push(`${name} and ${other} both answer ${route.id}`);
      seen.set(route.id, name);
    }
    return faults;
  });
}

/** @throws {Error} naming every handler that must not go live. */
export function assertRoutesSound(app: INestApplicationContext): void {
  const faults = auditRoutes(findHandlers(app));
  if (faults.length > 0) throw new Error(`the routes are not sound:\n${faults.join('\n')}`);
}
