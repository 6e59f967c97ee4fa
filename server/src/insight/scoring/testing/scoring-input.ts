import {
  afb2023,
  countingRules,
  relationRules,
  rfe,
  tieStrength,
  type RelationHistory,
} from '@siyu/shared/rfm';
import { epochDay } from '@siyu/shared/time';
import type { ModelSet } from '../model-set.ts';
import type { ScoringInput } from '../scoring-input.ts';

export const noHistory: RelationHistory = {
  ties: [],
  interactions: [],
  pathsFinished: [],
  consultationsRated: [],
  riskAssessments: [],
  coCreations: [],
};

/** The models that the software brings along. */
export const firmModels: ModelSet = {
  counting: { configVersion: 1, model: countingRules },
  afb: { configVersion: 1, model: () => afb2023 },
  rfe: { configVersion: 1, model: rfe },
  tie: { configVersion: 1, model: tieStrength },
  relation: { configVersion: 1, model: relationRules },
};

/** A profiled member with a readable account of whom nothing else is known. */
export function inputOf(change: Partial<ScoringInput> = {}): ScoringInput {
  return {
    memberNo: 7,
    seq: 3,
    isMerged: false,
    isServed: true,
    isProfiled: true,
    refused: new Set(),
    isAccountLinked: true,
    isAccountReadable: true,
    registeredOn: epochDay(20_000),
    branchPath: null,
    purchases: [],
    days: [],
    relation: noHistory,
    lessonsCompleted: 0,
    ...change,
  };
}
