import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import { memberFieldWords, type FieldWords } from '@siyu/shared/messages';
import type { FieldCatalogue } from '@siyu/shared/rules';
import { createContext } from 'react';

/** What a rule may ask about, with the words for it. */
export interface RuleCatalogue {
  readonly fields: FieldCatalogue;
  readonly words: Readonly<Record<string, FieldWords>>;
}

/** What segments ask about members. */
export const memberCatalogue: RuleCatalogue = { fields: memberFields, words: memberFieldWords };

/** The catalogue of the builder that a part stands in. */
export const CatalogueContext = createContext(memberCatalogue);
