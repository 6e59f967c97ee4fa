import type {
  Afb2023Model,
  CountingRules,
  RelationRules,
  RfeModel,
  TieStrengthModel,
} from '@siyu/shared/rfm';

/** A model with the version of the configuration that holds it. */
export interface Versioned<Model> {
  readonly configVersion: number;
  readonly model: Model;
}

/** The models that are in force together. */
export interface ModelSet {
  /** What counts as a purchase. */
  readonly counting: Versioned<CountingRules>;
  /** Which set of cuts scores the members of a branch; null is a member without one. */
  readonly afb: Versioned<(branchPath: string | null) => Afb2023Model>;
  readonly rfe: Versioned<RfeModel>;
  readonly tie: Versioned<TieStrengthModel>;
  readonly relation: Versioned<RelationRules>;
}
