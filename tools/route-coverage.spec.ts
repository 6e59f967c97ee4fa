import { describe, expect, it } from '@jest/globals';
import { allRoutes } from '@siyu/shared/contracts/routes';
import { defineRoute } from '@siyu/shared/contracts/route';
import { routeOf } from './recorded-requests.ts';
import { namedRoutes, routeFaults } from './route-coverage.ts';

const member = { name: 'aRoutes.read', route: defineRoute('a.read', 'member', 'GET', '/v1/a') };
const staff = { name: 'aRoutes.list', route: defineRoute('a.list', 'staff', 'GET', '/v1/console/a') };
const machine = { name: 'aRoutes.tell', route: defineRoute('a.tell', 'machine', 'POST', '/v1/core/a') };
const sources = { miniprogram: 'await call(aRoutes.read, {})', console: 'useQuery(aRoutes.list)' };

describe('the routes that clients call and journeys exercise', () => {
  it('D-05 finds nothing where each route has a caller and was asked for', () => {
    const recorded = [
      { asker: 'weapp', routeId: 'a.read' },
      { asker: 'browser', routeId: 'a.list' },
      { asker: 'http', routeId: 'a.tell' },
    ] as const;
    expect(routeFaults([member, staff, machine], recorded, sources)).toEqual([]);
  });

  it('D-05 names a route without a caller, and one that only a test over HTTP has asked for', () => {
    const recorded = [{ asker: 'http', routeId: 'a.list' }] as const;
    const faults = routeFaults([member, staff, machine], recorded, {
      ...sources,
      miniprogram: 'bRoutes.read',
    });
    expect(faults).toEqual([
      'a.read: nothing in miniprogram calls it',
      'a.read: no page has asked for it, neither in Chromium nor in the host',
      'a.list: no page has asked for it, neither in Chromium nor in the host',
      'a.tell: no test over HTTP has called it',
    ]);
  });

  it('D-05 knows every route of the contracts by the name clients write, and by its address', async () => {
    const named = await namedRoutes();
    expect(new Set(named.map(({ route }) => route.id))).toEqual(new Set(allRoutes.map(({ id }) => id)));
    for (const { route } of named) {
      expect(routeOf(route.method, route.path.replace(/:[A-Za-z]+/g, 'x1'))).toMatchObject({ id: route.id });
    }
  });
});
