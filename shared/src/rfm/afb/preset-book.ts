import type { Afb2023Model } from './afb-2023-model.ts';
import { modelFaults } from './model-faults.ts';
import { modelName } from './model-name.ts';

/** A preset that a branch uses, and every office below it that has none of its own. */
export interface BranchPreset {
  /** Codes from the top, such as `/gz/tianhe/`. */
  readonly branchPath: string;
  readonly model: Afb2023Model;
}

const PATH = /^\/([a-z0-9-]+\/)+$/;

/**
 * Tells which preset scores the members of a branch: its own, else that of the nearest office above it, else the
 * firm's. The book is checked once, when it is opened.
 *
 * @param firm preset of every branch that the book does not name, and of members without a branch
 * @returns looks a branch's path up; null is a member without a branch
 * @throws RangeError when a model has a fault, a path is not written `/…/`, or one stands twice
 * @example
 * presetBook(afb2023, [{ branchPath: '/gz/', model: afb2023Retail }])('/gz/tianhe/').preset // => 'retail'
 * presetBook(afb2023, [{ branchPath: '/gz/', model: afb2023Retail }])('/gzh/').preset // => 'paper'
 */
export function presetBook(
  firm: Afb2023Model,
  presets: readonly BranchPreset[],
): (branchPath: string | null) => Afb2023Model {
  refuseFaults(firm);
  const byPath = new Map<string, Afb2023Model>();
  for (const { branchPath, model } of presets) {
    if (!PATH.test(branchPath)) throw new RangeError(`not the path of a branch: ${branchPath}`);
    if (byPath.has(branchPath)) throw new RangeError(`two presets for ${branchPath}`);
    refuseFaults(model);
    byPath.set(branchPath, model);
  }
  return (branchPath) => {
    let path = branchPath ?? '';
    while (path !== '') {
      const found = byPath.get(path);
      if (found !== undefined) return found;
      path = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
      if (path === '/') break;
    }
    return firm;
  };
}

function refuseFaults(model: Afb2023Model): void {
  const [fault] = modelFaults(model);
  if (fault !== undefined) throw new RangeError(`${modelName(model)}: ${fault.field} ${fault.reason}`);
}
