import { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes as routes } from '@siyu/shared/contracts/segment-definitions.routes';
import { routeUrl, type Route, type RouteInput } from '@siyu/shared/contracts/route';
import type { Lease } from '../../../platform/jobs/index.ts';
import { PlacingRun } from '../placing-run.ts';
import type { SegmentFirm } from './segment-firm.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
type Tree = Readonly<Record<string, unknown>>;

export const is = (field: string, operator: string, value?: unknown): Tree => ({ field, operator, value });
export const all = (...rules: readonly Tree[]) => ({ combinator: 'and', rules: [...rules] });

/** A lease that nobody takes away. */
export const HELD: Lease = {
  job: 'segment-placing',
  fence: 1,
  assertHeld: () => Promise.resolve(),
  progress: () => Promise.resolve(null),
  saveProgress: () => Promise.resolve(),
  isCancelled: () => Promise.resolve(false),
  isEnding: () => false,
};

/** An operator at the console, who draws segments. */
export interface SegmentDrawer {
  ask(route: Route, input?: RouteInput): Promise<Answer>;
  /** Draws a segment and makes it live; its members are sought by `seek`. */
  open(name: string, rule: object, holdoutPercent?: number): Promise<SegmentDefinition>;
  /** Draws the next version of a live segment and makes it live. */
  redraw(segment: SegmentDefinition, rule: object, holdoutPercent?: number): Promise<SegmentDefinition>;
  see(segmentId: string): Promise<SegmentDefinition>;
  seek(lease?: Lease): Promise<void>;
}

export function drawSegments(firm: SegmentFirm, cookie: string): SegmentDrawer {
  const ask: SegmentDrawer['ask'] = async (route, input = {}) => {
    const answer = await fetch(firm.url + routeUrl(route, input), {
      method: route.method,
      headers: { cookie, origin: firm.url, ...(input.body && { 'content-type': 'application/json' }) },
      ...(input.body && { body: JSON.stringify(input.body) }),
    });
    const body: unknown = await answer.json();
    return { status: answer.status, body };
  };
  const told = async (route: Route, input: RouteInput) => {
    const { status, body } = await ask(route, input);
    if (status >= 400) throw new Error(JSON.stringify(body));
    return SegmentDefinition.parse(body);
  };
  const activate = ({ segmentId, revision }: SegmentDefinition) =>
    told(routes.activateDefinition, { params: { segmentId }, body: { revision } });
  return {
    ask,
    open: async (name, rule, holdoutPercent = 0) =>
      activate(await told(routes.createDefinition, { body: { name, rule, holdoutPercent } })),
    redraw: async ({ segmentId, name, purpose, revision }, rule, holdoutPercent = 0) => {
      const body = { name, purpose, rule, holdoutPercent, revision };
      return activate(await told(routes.saveDraft, { params: { segmentId }, body }));
    },
    see: (segmentId) => told(routes.getDefinition, { params: { segmentId } }),
    seek: (lease = HELD) => firm.app.get(PlacingRun).turn(lease),
  };
}
