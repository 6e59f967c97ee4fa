import type { Route, RouteInput } from '@siyu/shared/contracts/route';
import type { Page } from 'playwright-core';
import type { World } from './world.ts';

export const STATES = ['full', 'empty', 'loading', 'error'] as const;
export type State = (typeof STATES)[number];

/** A page of the thread with everything needed to draw each of its states. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  readonly surface: 'member' | 'console';
  /** Who looks: a phone account, a login name, or nobody yet. */
  readonly viewer: string | null;
  /** From the server's root, or a whole address. */
  path(world: World): string;
  /** Stands on the page when it is drawn in full. */
  readonly ready: string;
  /** Brings the page to what is to be seen, such as an open drawer. */
  act?(page: Page, world: World): Promise<void>;
  /** The request whose answer makes the state; none: the page has one state only. */
  readonly source?: Pick<Route<RouteInput>, 'method' | 'path'> | RegExp;
  /** What the source answers in the full picture, by its path; absent: whatever the server answers. */
  full?(pathname: string): object;
  /** The answer of the source that leaves the page empty; absent when it cannot be empty. */
  readonly empty?: object;
  /** States that this page does not have. */
  readonly without?: readonly State[];
  /** The kind of page of the desk whose waiting and failing this one shows: all of a kind wait and fail alike. */
  readonly standsFor?: string;
}

export function statesOf(scene: Scene): readonly State[] {
  return STATES.filter((state) => {
    if (scene.without?.includes(state) === true) return false;
    if (state === 'full') return true;
    if (state === 'empty') return scene.empty !== undefined;
    return scene.source !== undefined;
  });
}

/**
 * Whether a picture of the state is kept; it is looked at for faults in any case. The desk is empty, waits and fails alike
 * on every page of a kind, so one of them stands for all; at large text the page with most in it is kept.
 */
export function isPictured(scene: Scene, state: State, isLargeText: boolean): boolean {
  if (state === statesOf(scene)[0]) return true;
  return scene.surface === 'console' ? scene.standsFor !== undefined : !isLargeText;
}

/** Whether a request is the one that makes the state of a scene. */
export function isSource(source: NonNullable<Scene['source']>, method: string, pathname: string): boolean {
  if (source instanceof RegExp) return source.test(pathname);
  const pattern = `^${source.path.replace(/:[A-Za-z]+/g, '[^/]+')}$`;
  return source.method === method && new RegExp(pattern).test(pathname);
}
