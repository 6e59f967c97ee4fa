import { Injectable } from '@nestjs/common';
import {
  afb2023,
  countingRules,
  presetBook,
  relationRules,
  rfe,
  tieStrength,
  type Afb2023Model,
  type CountingRules,
  type RelationRules,
  type RfeModel,
  type TieStrengthModel,
} from '@siyu/shared/rfm';
import { Configuration, type ConfigurationKey } from '../../foundation/configuration/index.ts';
import { AfbBook, Counting, Relation, Rfe, TieStrength } from './model-schemas.ts';
import type { ModelSet } from './model-set.ts';

/** Which version of each model a set is made of. */
export interface ModelVersions {
  readonly counting: number;
  readonly afb: number;
  readonly rfe: number;
  readonly tie: number;
  readonly relation: number;
}

/** What a score says about the set of cuts that made it. */
export interface AfbModelName {
  readonly configVersion: number;
  readonly preset: string;
  readonly modelVersion: number;
}

/** The models as the business has set them; a new version counts from its moment on. */
@Injectable()
export class ScoringModels {
  readonly #counting: ConfigurationKey<CountingRules>;
  readonly #afb: ConfigurationKey<AfbBook>;
  readonly #rfe: ConfigurationKey<RfeModel>;
  readonly #tie: ConfigurationKey<TieStrengthModel>;
  readonly #relation: ConfigurationKey<RelationRules>;

  constructor(private readonly configuration: Configuration) {
    this.#counting = configuration.register('scoring.counting', Counting, countingRules);
    this.#afb = configuration.register('scoring.afb-2023', AfbBook, { firm: afb2023, branches: [] });
    this.#rfe = configuration.register('scoring.rfe', Rfe, rfe);
    this.#tie = configuration.register('scoring.tie-strength', TieStrength, tieStrength);
    this.#relation = configuration.register('scoring.relation-stage', Relation, relationRules);
  }

  /** Versions in force at a moment, epoch ms. */
  async versionsAt(moment: number): Promise<ModelVersions> {
    const [counting, afb, engagement, tie, relation] = await Promise.all([
      this.configuration.get(this.#counting, moment),
      this.configuration.get(this.#afb, moment),
      this.configuration.get(this.#rfe, moment),
      this.configuration.get(this.#tie, moment),
      this.configuration.get(this.#relation, moment),
    ]);
    return {
      counting: counting.version,
      afb: afb.version,
      rfe: engagement.version,
      tie: tie.version,
      relation: relation.version,
    };
  }

  async setOf(versions: ModelVersions): Promise<ModelSet> {
    const [counting, afb, engagement, tie, relation] = await Promise.all([
      this.configuration.getVersion(this.#counting, versions.counting),
      this.configuration.getVersion(this.#afb, versions.afb),
      this.configuration.getVersion(this.#rfe, versions.rfe),
      this.configuration.getVersion(this.#tie, versions.tie),
      this.configuration.getVersion(this.#relation, versions.relation),
    ]);
    return {
      counting: { configVersion: counting.version, model: counting.value },
      afb: { configVersion: afb.version, model: presetBook(afb.value.firm, afb.value.branches) },
      rfe: { configVersion: engagement.version, model: engagement.value },
      tie: { configVersion: tie.version, model: tie.value },
      relation: { configVersion: relation.version, model: relation.value },
    };
  }

  async setAt(moment: number): Promise<ModelSet> {
    return this.setOf(await this.versionsAt(moment));
  }

  /** The set of cuts that made a score, for whoever explains it. */
  async afbModelOf({ configVersion, preset, modelVersion }: AfbModelName): Promise<Afb2023Model | null> {
    const { firm, branches } = (await this.configuration.getVersion(this.#afb, configVersion)).value;
    const models = [firm, ...branches.map(({ model }) => model)];
    return models.find((model) => model.preset === preset && model.version === modelVersion) ?? null;
  }

  async rfeModelOf(configVersion: number): Promise<RfeModel> {
    return (await this.configuration.getVersion(this.#rfe, configVersion)).value;
  }

  async tieModelOf(configVersion: number): Promise<TieStrengthModel> {
    return (await this.configuration.getVersion(this.#tie, configVersion)).value;
  }
}
